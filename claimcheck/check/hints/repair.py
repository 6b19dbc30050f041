"""Hints: when exactly one small edit of exactly one figure makes everything agree, a finding says so.

The rules themselves judge: they are run once more over the figures of the conflict and whatever is tied to them, with
one figure edited. An edit mends when no rule finds anything any more. When none does, or two do, nothing is said. The
edits of a figure are those of `check.edits`, another direction or base of a change, points for per cent, and the year
before or after.

What was meant cannot be known; but where one of these slips made the conflict out of figures that agreed, the edit that
takes it back is among those tried, so that a hint either names it or is not given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.check.formulas.relation_rule import ready
from claimcheck.check.hints.cures import Cures, Tried
from claimcheck.check.hints.edits import edits_of, mistyped
from claimcheck.check.hints.scene import Scene, Spot, Surroundings, Trial, is_print, says_the_same, spot_of
from claimcheck.check.hints.witnesses import hint_of_witnesses
from claimcheck.check.kinds import method_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Resolution
from claimcheck.model.finding import CheckResult, Finding, Verdict
from claimcheck.model.mention import Trend
from claimcheck.model.period_words import period_words
from claimcheck.packs.schema.rules import RuleSpec

_MOST_TRIED = 20_000  # claims that are checked once more in a run, over all edits; nobody reads so many hints
_LEAST = 25  # claims that one trial counts for: running the rules costs something in itself
_ANSWERING = ("same_fact", "arithmetic", "growth")  # methods that may speak of a figure in another sense
_TURNED: dict[Trend, Trend] = {"up": "down", "down": "up"}
_POINTS = {"percent": "percentage_point", "percentage_point": "percent"}


def add_hints(
    result: CheckResult, resolution: Resolution, rules: Sequence[RuleSpec], cures: Cures | None = None
) -> CheckResult:
    """The result of a check, its findings with a hint where one edit mends all that is wrong with their figures.

    Trying edits costs far more than checking did, so that only so many are tried: those of the gravest findings. cures:
    what earlier calls with the same rules, on reports many of which are still the same, have left.
    """
    cures = cures or Cures()
    cures.begin()
    told = {id(each): hint_of_witnesses(each) for each in result.findings if each.severity != "note"}
    hints = {key: hint for key, hint in told.items() if hint is not None}
    groups = _conflicts(result.findings)
    if groups:
        hints.update(_hints_of_figures(groups, result, resolution, rules, cures))
    findings = (each.model_copy(update={"hint": hints.get(id(each)) or each.hint}) for each in result.findings)
    return result.model_copy(update={"findings": tuple(findings)})


def _hints_of_figures(
    groups: Sequence[Sequence[Finding]],
    result: CheckResult,
    resolution: Resolution,
    rules: Sequence[RuleSpec],
    cures: Cures,
) -> dict[int, str]:
    """The hints for the findings of each conflict of figures that one edit mends."""
    surroundings = Surroundings(Ledger(resolution.claims, resolution.relations), result.verdicts)
    hints: dict[int, str] = {}
    left = _MOST_TRIED
    for group in groups:
        scene = None if _is_even(group, surroundings) else surroundings.of(group)
        if scene is None:
            left -= 1
            continue
        known = cures.known(group, scene)
        trials = list(_trials(group, scene)) if known is None else []
        left -= (len(trials) if known is None else known.edits) * max(len(scene.claims), _LEAST)
        if left < 0:
            break
        tried = known or Tried(len(trials), _only_cure(group, scene, trials, rules))
        cures.keep(group, scene, tried)
        if tried.cure is not None:
            spot = spot_of(tried.cure.claim)
            hints.update({id(each): tried.cure.hint for each in group if spot in map(spot_of, each.claims)})
    return hints


def _conflicts(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The alarms over figures, those that share a claim together, in the order of the first of each."""
    groups: list[list[Finding]] = []
    home: dict[Spot, int] = {}
    for finding in findings:
        if finding.severity == "note" or not any(claim.reading for claim in finding.claims):
            continue
        spots = [spot_of(claim) for claim in (*finding.claims, *finding.repeats)]
        known = sorted({home[spot] for spot in spots if spot in home})
        at = known[0] if known else len(groups)
        if not known:
            groups.append([])
        groups[at].append(finding)
        for other in known[1:]:
            groups[at].extend(groups[other])
            for each in groups[other]:
                home.update((spot_of(claim), at) for claim in (*each.claims, *each.repeats))
            groups[other] = []
        home.update((spot, at) for spot in spots)
    return [group for group in groups if group]




def _is_even(group: Sequence[Finding], surroundings: Surroundings) -> bool:
    """True for one report's word against another's: what would mend the one would mend the other."""
    first = group[0]
    reports = {claim.path for claim in first.claims}
    alone = len(group) == 1 and len(first.claims) == len(reports) == 2 and not first.repeats
    return alone and not surroundings.tell_of_another_year(first.claims)


def _only_cure(
    group: Sequence[Finding], scene: Scene, trials: Iterable[Trial], rules: Sequence[RuleSpec]
) -> Trial | None:
    """The one edit that leaves no rule anything to find; None when there are none or several."""
    told = {finding.rule for finding in group}
    first = [rule for rule in rules if rule.id in told]
    ledger = Ledger(scene.claims, scene.relations, trial=True)
    found = {each.rule for each in _outcomes(first, ledger) if isinstance(each, Finding)}
    if not told <= found:  # it rests on more than these figures
        return None
    bearing: Sequence[RuleSpec] = ()
    cures: list[Trial] = []
    for trial in trials:
        edited = scene.edited(trial)
        if not _mends(trial, edited, first):
            continue
        bearing = bearing or _bearing(first, ledger, rules)  # no sooner: to ask all rules takes as long as many trials
        own = set(map(id, bearing))  # to compare whole rules would take long
        tried = [rule for rule in rules if id(rule) in own or (trial.agreeing and rule.method in _ANSWERING)]
        if _mends(trial, edited, tried, finally_=True):
            cures.append(trial)
            if len(cures) > 1:
                return None
    if not cures or not _is_close(cures[0], scene, first):
        return None
    if cures[0].instead.measure != "percentage_point" and _may_be_mistyped(scene, first):
        return None
    return cures[0]


def _bearing(first: Sequence[RuleSpec], ledger: Ledger, rules: Sequence[RuleSpec]) -> list[RuleSpec]:
    """The rules that say anything of some figures, and all of the methods of those that found them in conflict."""
    methods = {rule.method for rule in first}
    return [rule for rule in rules if rule.method in methods or next(_outcomes([rule], ledger), None) is not None]


def _may_be_mistyped(scene: Scene, rules: Iterable[RuleSpec]) -> bool:
    """True where one other digit in the figure that the others make up would mend it too, as slips of all sorts do."""
    for rule in rules:
        if rule.method != "arithmetic":
            continue
        parsed = ready(rule)
        hearts = [claim for relation in scene.relations if relation.kind == parsed.relation
                  for claim in relation.roles.get(parsed.formula.names[0], ())]
        for trial in (Trial(claim, other, "", {}) for claim in hearts for other in mistyped(claim)):
            if not any(isinstance(outcome, Finding) for outcome in _outcomes([rule], scene.edited(trial))):
                return True
    return False


def _is_close(trial: Trial, scene: Scene, rules: Iterable[RuleSpec]) -> bool:
    """True when the edited figure fits at face value too, as what was meant would, and hardly by chance."""
    if trial.chancy and not all(claim.reading.strict.is_point for claim in scene.claims if claim.reading):
        return False
    return not any(isinstance(outcome, Finding) for outcome in _outcomes(rules, scene.edited(trial)))


def _outcomes(rules: Iterable[RuleSpec], ledger: Ledger) -> Iterator[Finding | Verdict]:
    for rule in rules:
        yield from method_of(rule)(rule, ledger)


def _mends(trial: Trial, ledger: Ledger, rules: Iterable[RuleSpec], *, finally_: bool = False) -> bool:
    """True when the rules find nothing graver than a note and, where that is asked for, agree on the claim."""
    agreed = not (trial.agreeing and finally_)
    for outcome in _outcomes(rules, ledger):
        if isinstance(outcome, Finding):
            if outcome.severity != "note":
                return False
        elif outcome.verdict == "agrees" and any(claim is trial.instead for claim in outcome.claims):
            agreed = True
    return agreed


def _trials(group: Sequence[Finding], scene: Scene) -> Iterator[Trial]:
    """All edits of the figures that the findings blame; a figure that another repeats was not a slip of one pen."""
    blamed = {id(claim): claim for finding in group for claim in finding.claims if claim.reading is not None}
    repeats = [claim for finding in group for claim in finding.repeats]
    prints: list[Claim] = []
    for claim in sorted(blamed.values(), key=spot_of):
        repeated = any(says_the_same(each, claim) and not is_print(each, claim) for each in repeats)
        if repeated or any(is_print(claim, each) for each in prints):
            continue
        prints.append(claim)
        for edit in edits_of(claim):
            hint = f"{quote(claim)} would fit if it read “{edit.words}” ({edit.slip})."
            yield Trial(claim, edit.claim, hint, {}, chancy=edit.chancy)
        yield from _other_senses(claim, scene)


def _other_senses(claim: Claim, scene: Scene) -> Iterator[Trial]:
    """The same digits in another sense: of points or per cent, of the other direction or base, of another year."""
    unit = _POINTS.get(claim.unit or "")
    if unit is not None and claim.measure == claim.unit:
        words = "percentage points" if unit == "percentage_point" else "per cent"
        yield Trial(claim, claim.model_copy(update={"unit": unit, "measure": unit}),
                     f"{quote(claim)} would fit as {words}.", {}, agreeing=True)
    if claim.role == "change" or claim.trend:
        yield from _turned(claim, scene)
    if claim.period is not None:
        for years in (-1, 1):
            period = claim.period.shifted_years(years)
            yield Trial(claim, claim.model_copy(update={"period": period}),
                         f"{quote(claim)} would fit as the figure of {period_words(period)} (a year off).", {},
                         agreeing=True)


def _turned(claim: Claim, scene: Scene) -> Iterator[Trial]:
    """A change the other way, and one measured against the later of its levels."""
    mine = [each for each in scene.relations
            if each.kind == "change" and any(claim is one for one in each.roles.get("change", ()))]
    turned = claim.model_copy(update={"trend": _TURNED.get(claim.trend, claim.trend)})
    way: Mapping[str, str] = {"up": "down", "down": "up"}
    directed = {id(each): each.model_copy(update={"direction": way[each.direction]})
                for each in mine if each.direction in way}
    if directed or (not mine and claim.trend):
        yield Trial(claim, turned, f"{quote(claim)} would fit the other way, as a "
                     f"{'fall' if 'up' in (claim.trend, *(each.direction for each in mine)) else 'rise'}.", directed)
    based = {id(each): each.model_copy(update={
        "roles": {**each.roles, "to": each.roles["from"], "from": each.roles["to"]},
        "direction": way.get(each.direction, each.direction)})
        for each in mine if each.roles.get("to") and each.roles.get("from")}
    if based and claim.measure == "percent":
        yield Trial(claim, claim.model_copy(update={"trend": turned.trend}),
                     f"{quote(claim)} would fit if it were measured against the later figure.", based)
