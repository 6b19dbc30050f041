"""Which lines of a table are sums of which others, found from the order of the lines and from what adds up.

A line is a row or a column. A table is read as people write it: parts first, then their total, which from there on
stands for them. What a line sums up is decided for all its figures at once: the columns of one row are added up the
same way, so that those which come out show how those should that do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from claimcheck.extract.tables.adding import Line, Part, Sum, judge

_LONGEST = 80  # parts of one total
_ENOUGH_DIGITS, _MANY_DIGITS = 4, 5
_KEYS_TRIED = 2  # of the figures of a line, the largest
_LONGEST_UNCALLED = 24  # of a line that nothing calls a total
_NAMESAKES = 8  # lines of the same name that are looked at, the nearest
_NATURAL = 8  # sums that a place alone makes likely
_MOST_TURNED = 14  # parts among which one is sought that counts the other way, or not at all


def find_sums(lines: Sequence[Line]) -> list[Sum]:
    """The sums among lines in the order of the table; a line is the sum of at most one set of parts."""
    found: dict[int, Sum] = {}
    for at, line in enumerate(lines):
        if line.sizes:
            best = _best(lines, at, found)
            if best is not None:
                best.first = min(found[part].first if part in found else part for part, _ in best.parts)
                found[at] = best
    return list(found.values())


def find_ahead(lines: Sequence[Line]) -> Iterator[Sum]:
    """Lines that are the sum of those right behind them ("All", "Men", "Women"), where that is no accident."""
    last = len(lines) - 1
    turned = [
        Line(line.sizes, line.steps, within=last - line.within if line.within >= 0 else -1) for line in reversed(lines)
    ]
    for each in find_sums(turned):
        each.whole, each.first = last - each.whole, last - each.whole
        each.parts = tuple((last - part, sign) for part, sign in each.parts)
        yield each


def find_nested(lines: Sequence[Line], sums: Sequence[Sum]) -> Iterator[Sum]:
    """Lines that are the sum of those set in below them; the given sums are known already."""
    known = {each.whole for each in sums}
    parts: dict[int, list[Part]] = {}
    for at, line in enumerate(lines):
        if line.within >= 0 and line.sizes and not line.told:
            parts.setdefault(line.within, []).append((at, -1 if line.less else 1))
    for whole, inner in parts.items():
        if whole not in known and len(inner) > 1:
            each = judge(lines, whole, tuple(inner), "nested")
            if len(each.failed) <= len(each.exact) and (len(each.exact) > 1 or each.digits >= _ENOUGH_DIGITS):
                each.first = whole
                yield each


def _best(lines: Sequence[Line], at: int, found: dict[int, Sum]) -> Sum | None:
    line = lines[at]
    if not (line.called or line.unnamed):
        return _uncalled(lines, at, found)
    best: Sum | None = None
    for run in _runs_that_fit(lines, at, found):
        each = judge(lines, at, run)
        if each.exact and (best is None or each.rank > best.rank) and _is_likely(lines, each, found):
            best = each
    if line.called and (best is None or len(best.failed) >= len(best.exact)):
        for each in _unusual(lines, at, found):
            if each.exact and (best is None or each.rank > best.rank):
                best = each
    return best or (_equal(lines, at, found) if line.called else None)


def _equal(lines: Sequence[Line], at: int, found: dict[int, Sum]) -> Sum | None:
    """A total of what stands right above and counts for one, of a line of the same name, or of parts below it."""
    for run in _runs_that_fit(lines, at, found):
        each = judge(lines, at, run)
        if _is_equal(lines, each) and (not each.failed or _is_natural(lines, run, found)):
            return each
    above = next((other for other in range(at - 1, -1, -1) if lines[other].sizes), None)
    for other in (above, *_namesakes(lines, at)):
        if other is not None:
            each = judge(lines, at, ((other, 1),), "one part" if other == above else "again")
            natural = other == above and _is_natural(lines, each.parts, found)
            if _is_equal(lines, each) and (natural or not each.failed):
                return each
    below: list[Part] = []
    for other in range(at + 1, min(at + _MOST_TURNED, len(lines))):
        if lines[other].sizes and not lines[other].called:
            below.append((other, 1))
            each = judge(lines, at, tuple(below), "below")
            if len(below) > 1 and len(each.exact) > 1 and 2 * len(each.failed) <= len(each.exact):
                return each
    return None


def _is_equal(lines: Sequence[Line], each: Sum) -> bool:
    """Whether most figures are equal to their only part."""
    equal = [key for key in each.trivial if lines[each.whole].sizes[key]]
    return bool(equal) and len(equal) >= len(each.failed) + len(each.near)


def _is_likely(lines: Sequence[Line], each: Sum, found: Mapping[int, Sum]) -> bool:
    """Whether it is no accident that a line is a sum: few digits come out by chance where many sums are tried."""
    if not lines[each.whole].called and (len(each.failed) > len(each.exact) or each.digits < _ENOUGH_DIGITS):
        return False
    return each.digits >= _ENOUGH_DIGITS or _is_natural(lines, each.parts, found)


def _is_natural(lines: Sequence[Line], run: Sequence[Part], found: Mapping[int, Sum]) -> bool:
    """Whether a run of lines begins where a part of the table does: below a heading, or below another total."""
    top = run[-1][0]
    covered = found[top].first if top in found else top
    before = next((other for other in range(covered - 1, -1, -1) if lines[other].sizes), None)
    return lines[covered].opens or before is None or lines[before].called or before in found


def _namesakes(lines: Sequence[Line], at: int) -> Iterator[int]:
    label = lines[at].label
    others = (other for other in range(at - 1, -1, -1) if label and lines[other].label == label and lines[other].sizes)
    return islice(others, _NAMESAKES)


def _uncalled(lines: Sequence[Line], at: int, found: dict[int, Sum]) -> Sum | None:
    """A line that nothing calls a total is one where so many digits come out that it is no accident."""
    sizes = lines[at].sizes
    keys = sorted(sizes, key=lambda each: -abs(sizes[each]))[:_KEYS_TRIED]
    wanted = {key: sizes[key] for key in keys if sizes[key]}
    for run in _that_fit(_runs(lines, at, found, _LONGEST_UNCALLED), lines, wanted):
        each = judge(lines, at, run)
        if _is_no_accident(lines, each, found):
            return each
    return None


def _is_no_accident(lines: Sequence[Line], each: Sum, found: Mapping[int, Sum]) -> bool:
    if len(each.exact) > 1 and not each.failed and not each.near:
        return True
    if each.digits < _MANY_DIGITS or len(each.failed) > len(each.exact):
        return False
    return len(lines[each.whole].sizes) > 1 or (len(each.parts) > 2 and _is_natural(lines, each.parts, found))


def _runs(lines: Sequence[Line], at: int, found: dict[int, Sum], longest: int) -> Iterator[tuple[Part, ...]]:
    """The lines right above, ever more of them; a sum stands for its parts.

    Then, where some of them are part of others, the same without those.
    """
    around = {-1}
    whole = lines[at].within
    while whole >= 0:
        around.add(whole)
        whole = lines[whole].within
    for outer in (False, True):
        run: list[Part] = []
        inner = False
        above = at - 1
        while above >= 0 and len(run) < longest:
            if lines[above].sizes:
                is_inner = lines[above].within not in around
                inner = inner or is_inner
                if not (outer and is_inner):
                    run.append((above, -1 if lines[above].less else 1))
                    if len(run) > 1 and (inner or not outer):
                        yield tuple(run)
                    above = found[above].first if above in found else above
            above -= 1
        if not inner:
            return


def _runs_that_fit(
    lines: Sequence[Line], at: int, found: dict[int, Sum], turn: int = 1
) -> Iterator[tuple[Part, ...]]:
    """The runs in which a figure of the line is the sum of the others."""
    wanted = {key: turn * size for key, size in lines[at].sizes.items()}
    return _that_fit(_runs(lines, at, found, _LONGEST), lines, wanted)


def _that_fit(
    runs: Iterable[tuple[Part, ...]], lines: Sequence[Line], wanted: Mapping[int, int]
) -> Iterator[tuple[Part, ...]]:
    """The runs that add up to one of the sizes wanted, told without looking at each run anew."""
    totals = dict.fromkeys(wanted, 0)
    known: tuple[Part, ...] = ()
    for run in runs:
        if run[: len(known)] != known:
            totals, known = dict.fromkeys(wanted, 0), ()
        for part, sign in run[len(known) :]:
            sizes = lines[part].sizes
            for key in wanted:
                if key in sizes:
                    totals[key] += sign * sizes[key]
        known = run
        if not totals.items().isdisjoint(wanted.items()):
            yield run


def _unusual(lines: Sequence[Line], at: int, found: dict[int, Sum]) -> Iterator[Sum]:
    """A total with the sign turned, one of whose parts counts the other way or not at all."""
    for run in _runs_that_fit(lines, at, found, turn=-1):
        yield judge(lines, at, run, "turned", -1)
    for run in _runs(lines, at, found, _MOST_TURNED):
        if len(run) <= _MOST_TURNED:
            yield from _with_one_turned(lines, at, run)


def _with_one_turned(lines: Sequence[Line], at: int, run: tuple[Part, ...]) -> Iterator[Sum]:
    sizes = lines[at].sizes
    for key in sorted(sizes, key=lambda each: -abs(sizes[each]))[:_KEYS_TRIED]:
        gap = sum(sign * lines[part].sizes.get(key, 0) for part, sign in run) - sizes[key]
        for number, (part, sign) in enumerate(run):
            own = sign * lines[part].sizes.get(key, 0)
            if own and gap == 2 * own:
                each = judge(lines, at, (*run[:number], (part, -sign), *run[number + 1 :]), "one turned")
            elif own and gap == own and len(run) > 2:
                each = judge(lines, at, run[:number] + run[number + 1 :], "one left out")
            else:
                continue
            if each.digits >= _MANY_DIGITS and len(each.failed) <= len(each.exact) - (each.way == "one left out"):
                yield each


def natural_sums(lines: Sequence[Line], at: int, sums: Sequence[Sum]) -> Iterator[Sum]:
    """What a total would be by its place alone: what stands above it up to a heading, or to the total before it."""
    found = {each.whole: each for each in sums}
    natural = (run for run in _runs(lines, at, found, _LONGEST) if _is_natural(lines, run, found))
    for run in islice(natural, _NATURAL):
        yield judge(lines, at, run)
        yield judge(lines, at, run, "turned", -1)
