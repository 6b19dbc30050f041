"""What runs the examples of each type of entry, by the name of its table; one topic a module."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claimcheck.packs.collection import Packs
from claimcheck.workshop.runners import (
    dates,
    grammar,
    links,
    metrics,
    numbers,
    people,
    reading,
    refusals,
    rules,
    tables,
)

# A runner takes one entry of its type and the packs in use, and returns what is wrong with the entry's examples.
Runner = Callable[[Any, Packs], list[str]]

RUNNERS: dict[str, Runner] = {
    "balance": links.run_stating,
    "currency": numbers.run_currency,
    "date_context": dates.run,
    "date_form": dates.run,
    "date_words": dates.run,
    "document_type": people.run,
    "enumeration": people.run_enumeration,
    "facet": metrics.run,
    "furniture": reading.run_furniture,
    "gazetteer": grammar.run_place,
    "grammar": grammar.run_class,
    "glossary": metrics.run_glossary,
    "happening": people.run_happenings,
    "happening_grammar": people.run_happenings,
    "hedge": numbers.run,
    "honorific": people.run,
    "irregular_verbs": grammar.run_irregular,
    "verb_ending": grammar.run_ending,
    "language_spec": reading.run_language,
    "link_pattern": links.run_stating,
    "link_phrase": links.run_words,
    "list_opener": links.run_stating,
    "list_sign": links.run_words,
    "metric": metrics.run,
    "naming": metrics.run,
    "number_format": numbers.run,
    "number_words": numbers.run,
    "numbered_event": people.run,
    "numeral": numbers.run,
    "occurrence": people.run,
    "occurrence_grammar": people.run,
    "office_body": people.run,
    "ordinal_words": refusals.run_ordinals,
    "page_element": reading.run_page_element,
    "people_grammar": people.run,
    "plural_forms": numbers.run,
    "rank": people.run,
    "rank_modifier": people.run,
    "ranking": links.run_stating,
    "reference_grammar": people.run,
    "refusal": refusals.run_refusal,
    "rule": rules.run,
    "staged_event": people.run,
    "status_cue": grammar.run_binding,
    "superlative": links.run_stating,
    "table_words": tables.run,
    "timing": links.run_stating,
    "trend": numbers.run,
    "unit": numbers.run_unit,
    "unit_words": numbers.run,
    "venue_words": people.run_venues,
    "verb_class": grammar.run_binding,
    "verb_frame": grammar.run_binding,
    "word_forms": numbers.run,
}
