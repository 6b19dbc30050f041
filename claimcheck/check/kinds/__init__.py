"""The methods of checking, by the name that rules use."""

from __future__ import annotations

from claimcheck.check.kinds.addends import check_addends
from claimcheck.check.kinds.apiece import check_apiece
from claimcheck.check.kinds.arithmetic import check_arithmetic
from claimcheck.check.kinds.balance import check_balances
from claimcheck.check.kinds.board import check_lists
from claimcheck.check.kinds.by_and_to import check_by_and_to
from claimcheck.check.kinds.called import check_called
from claimcheck.check.kinds.cell import check_cells
from claimcheck.check.kinds.citation import check_citations
from claimcheck.check.kinds.compounding import check_compounding
from claimcheck.check.kinds.conversion import check_conversions
from claimcheck.check.kinds.defined import check_defined
from claimcheck.check.kinds.direction import check_direction
from claimcheck.check.kinds.disjoint import check_disjoint
from claimcheck.check.kinds.elapsed import check_elapsed
from claimcheck.check.kinds.exchange import check_exchanges
from claimcheck.check.kinds.extremes import check_extremes
from claimcheck.check.kinds.footing import check_footing
from claimcheck.check.kinds.gap import check_gaps
from claimcheck.check.kinds.goal import check_goal
from claimcheck.check.kinds.granularity import check_granularity
from claimcheck.check.kinds.growth import check_growth
from claimcheck.check.kinds.holder import check_holders
from claimcheck.check.kinds.identity import check_identities
from claimcheck.check.kinds.inventory import check_inventories
from claimcheck.check.kinds.kind import Method
from claimcheck.check.kinds.lead_time import check_lead_times
from claimcheck.check.kinds.nesting import check_nesting
from claimcheck.check.kinds.occurrence import check_occurrences
from claimcheck.check.kinds.outdone import check_outdone
from claimcheck.check.kinds.outlier import check_outliers
from claimcheck.check.kinds.periods import check_periods
from claimcheck.check.kinds.placing import check_placings
from claimcheck.check.kinds.portion import check_portions
from claimcheck.check.kinds.ranking import check_moves, check_named_ahead, check_ranks
from claimcheck.check.kinds.reference import check_references
from claimcheck.check.kinds.reversal import check_reversals
from claimcheck.check.kinds.roster import check_rosters
from claimcheck.check.kinds.rounding import check_rounding
from claimcheck.check.kinds.same_fact import check_same_fact
from claimcheck.check.kinds.streak import check_streak
from claimcheck.check.kinds.superlative import check_superlative
from claimcheck.check.kinds.tally import check_tallies
from claimcheck.check.kinds.timing import check_ages, check_anniversaries, check_durations, check_orders, check_two_ages
from claimcheck.check.kinds.title import check_titles
from claimcheck.check.kinds.top import check_tops
from claimcheck.check.kinds.unit_clash import check_unit_clash
from claimcheck.check.kinds.venue import check_venues
from claimcheck.check.kinds.weekday import check_weekdays
from claimcheck.check.kinds.weekday_of_story import check_weekdays_of_story
from claimcheck.errors import InputError
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.plugins import find_plugin

METHODS: dict[str, Method] = {
    "addends": check_addends,
    "age": check_ages,
    "two_ages": check_two_ages,
    "anniversary": check_anniversaries,
    "apiece": check_apiece,
    "arithmetic": check_arithmetic,
    "by_and_to": check_by_and_to,
    "called": check_called,
    "cell": check_cells,
    "citation": check_citations,
    "balance": check_balances,
    "compounding": check_compounding,
    "conversion": check_conversions,
    "defined": check_defined,
    "direction": check_direction,
    "disjoint": check_disjoint,
    "duration": check_durations,
    "footing": check_footing,
    "gap": check_gaps,
    "goal": check_goal,
    "granularity": check_granularity,
    "elapsed": check_elapsed,
    "exchange": check_exchanges,
    "extremes": check_extremes,
    "growth": check_growth,
    "holder": check_holders,
    "identity": check_identities,
    "inventory": check_inventories,
    "lead_time": check_lead_times,
    "nesting": check_nesting,
    "occurrence": check_occurrences,
    "outdone": check_outdone,
    "outlier": check_outliers,
    "order": check_orders,
    "periods": check_periods,
    "placing": check_placings,
    "portion": check_portions,
    "rank": check_ranks,
    "rank_ahead": check_named_ahead,
    "rank_list": check_lists,
    "rank_move": check_moves,
    "reference": check_references,
    "roster": check_rosters,
    "reversal": check_reversals,
    "rounding": check_rounding,
    "same_fact": check_same_fact,
    "streak": check_streak,
    "superlative": check_superlative,
    "tally": check_tallies,
    "title": check_titles,
    "top": check_tops,
    "unit_clash": check_unit_clash,
    "venue": check_venues,
    "weekday": check_weekdays,
    "weekday_of_story": check_weekdays_of_story,
}


def method_of(rule: RuleSpec) -> Method:
    """The method that a rule names: one of METHODS, else that of a plug-in. Raises InputError where there is none."""
    if rule.method in METHODS:
        return METHODS[rule.method]
    plugin = find_plugin("claimcheck.methods", rule.method)
    if plugin is None:
        known = ", ".join(sorted(METHODS))
        raise InputError(rule.file, f"unknown method {rule.method!r}; known: {known}", entry=rule.id, key="method")
    return lambda rule, ledger: iter(plugin.gather((Finding, Verdict), rule, ledger))
