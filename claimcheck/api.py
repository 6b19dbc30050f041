"""The functions that other tools call: `check`, `extract`, and `why` for what a check made of two claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.against import held_against, is_in, read_record
from claimcheck.extractors import further_claims
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Comparison
from claimcheck.model.mention import AnyMention
from claimcheck.model.report import Report
from claimcheck.packs.collection import Packs
from claimcheck.pipeline import check_documents, explain_two, packs_of, read_paths, read_texts, tell_text
from claimcheck.read.files import Source

if TYPE_CHECKING:  # else every start would load what only writers of plug-ins need
    from claimcheck.protocols import Extractor


def check(
    paths: Source | Iterable[Source] = (),
    *,
    texts: Mapping[str, str] | Sequence[str] | str = (),
    claims: Iterable[Claim] = (),
    extractors: Iterable[str | Extractor] = (),
    rules: Iterable[Path] = (),
    date: dt.date | None = None,
    encoding: str | None = None,
    against: Iterable[Path | str] = (),
) -> Report:
    """Checks reports together, and claims built by hand with them.

    paths: files and folders. texts: texts by name, or nameless, or one text. claims: see `claimcheck.Claim` and
    `read_claims`.
    extractors: what finds further claims in the reports (see `claimcheck.protocols`), or the names of plug-ins that do.
    rules: folders of further rules. date: the reports' own date, for those that do not state it. encoding: of files
    that are not UTF-8.
    against: files of trusted figures, which name the report that is wrong (see `claimcheck.against`).

    A file that cannot be read is a diagnostic of the report, not an exception; InputError is raised for rules that are
    wrong, and for plug-ins that are not there or fail.

    >>> check(texts=["The bridge is 150 km (39 miles) long."]).findings[0].kind
    'unit-scale'
    """
    packs = _packs(rules)
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    documents, diagnostics = read_paths(given, packs, date=date, encoding=encoding)
    files = [Path(path) for path in against]
    record = read_record(files, packs, encoding=encoding)
    documents = [document for document in documents if not is_in(document.path, files)]
    documents += read_texts([texts] if isinstance(texts, str) else texts, packs, date=date)
    extractors = tuple(extractors)
    further = [claim for document in documents for claim in further_claims(extractors, document)]
    claims, diagnostics = (*claims, *further, *record.claims), [*diagnostics, *record.diagnostics]
    return held_against(check_documents(documents, packs, claims=claims, diagnostics=diagnostics), record)


def extract(text: str, date: dt.date | None = None, *, rules: Iterable[Path] = ()) -> list[AnyMention]:
    """What a text says: quantities, dates, people, references, ordinals, and numbers refused with the reason.

    date: the text's own date, from which words like "last year" count.

    >>> [mention.value for mention in extract("Exports rose to 3.5 billion USD.") if mention.kind == "quantity"]
    [Decimal('3500000000')]
    """
    return list(tell_text(text, date, _packs(rules)))


def why(report: Report, first: Claim | str, second: Claim | str) -> Comparison:
    """Why two claims of a checked report were or were not compared, facet by facet, and with what result.

    first, second: claims of the report, or their names: "a.txt:3:12", "a.txt:3", a quotation, "a.txt:36.6 billion".
    Raises InputError, with the claims to choose from, for a name that fits none or several.

    >>> report = check(texts={"a": "Exports of Laos rose to 3 billion USD in 2023.",
    ...                       "b": "Tax revenue of Laos fell to 5 billion USD in 2023."})
    >>> told = why(report, "3 billion USD", "b:1")
    >>> told.verdict, told.reason
    ('not-compared', 'exports is not budget revenue')
    """
    return explain_two(report, first, second)


def _packs(rules: Iterable[Path]) -> Packs:
    return packs_of(tuple(Path(folder) for folder in rules))
