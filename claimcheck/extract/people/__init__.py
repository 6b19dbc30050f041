"""People with their titles: text in, one draft for each name that a title or form of address marks."""

from __future__ import annotations

from claimcheck.extract.people.ages import read_ages_in_brackets
from claimcheck.extract.people.lexicon import PeopleLexicon, compile_people
from claimcheck.extract.people.scan import scan_people
from claimcheck.extract.people.strangers import drop_strangers

__all__ = ["PeopleLexicon", "compile_people", "drop_strangers", "read_ages_in_brackets", "scan_people"]
