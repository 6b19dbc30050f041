"""The methods of checking, by the name that rules use."""

from __future__ import annotations

from claimcheck.check.kinds.arithmetic import check_arithmetic
from claimcheck.check.kinds.growth import check_growth
from claimcheck.check.kinds.identity import check_identities
from claimcheck.check.kinds.kind import Method
from claimcheck.check.kinds.occurrence import check_occurrences
from claimcheck.check.kinds.ranking import check_moves, check_named_ahead, check_ranks, check_tables
from claimcheck.check.kinds.reference import check_references
from claimcheck.check.kinds.same_fact import check_same_fact
from claimcheck.check.kinds.superlative import check_superlative
from claimcheck.check.kinds.timing import check_ages, check_anniversaries, check_durations
from claimcheck.check.kinds.title import check_titles
from claimcheck.check.kinds.weekday import check_weekdays

METHODS: dict[str, Method] = {
    "age": check_ages,
    "anniversary": check_anniversaries,
    "arithmetic": check_arithmetic,
    "duration": check_durations,
    "growth": check_growth,
    "identity": check_identities,
    "occurrence": check_occurrences,
    "rank": check_ranks,
    "rank_ahead": check_named_ahead,
    "rank_move": check_moves,
    "rank_table": check_tables,
    "reference": check_references,
    "same_fact": check_same_fact,
    "superlative": check_superlative,
    "title": check_titles,
    "weekday": check_weekdays,
}
