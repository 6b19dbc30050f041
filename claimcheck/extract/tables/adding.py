"""Lines of a table, and how a line compares with the sum of others, figure by figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_PARTS_FOR_ONE_STEP = 12
_FEWEST_OF_MEAN = 3

Part = tuple[int, int]  # number of the line, and 1 or -1


@dataclass(slots=True)
class Line:
    """A row or a column. sizes, steps: of its figures, by the number of the line that crosses it.

    called: its label calls it a total. unnamed: it has no label. less: its label says that it is taken off.
    opens: a heading stands before it. label: its words, for two lines of one name. within: the line that it is part of,
    by the layout, -1 for none; told: words say so ("of which"). odd: its label says that it is worked out ("%");
    mean: that it is an average.
    """

    sizes: dict[int, int]
    steps: dict[int, int]
    called: bool = False
    unnamed: bool = False
    less: bool = False
    opens: bool = False
    label: str = ""
    within: int = -1
    told: bool = False
    odd: bool = False
    mean: bool = False


@dataclass(slots=True)
class Sum:
    """A line that sums up others: where it comes out exactly, where all but for rounding, and where not.

    first: the uppermost line that it covers. trivial: where it has only one part. means: where it is the mean of its
    parts instead. way: how it was found. digits: how many digits of figures with several parts come out.
    """

    whole: int
    parts: tuple[Part, ...]
    exact: list[int] = field(default_factory=list)
    near: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    trivial: list[int] = field(default_factory=list)
    means: list[int] = field(default_factory=list)
    first: int = 0
    way: str = "run"
    digits: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """How well it explains the line: by the digits that come out, by what does not, and by how simple it is."""
        return self.digits, -len(self.failed) - len(self.near), -len(self.parts)

    @property
    def is_tied_to(self) -> frozenset[int]:
        """The lines whose figures it uses."""
        return frozenset((self.whole, *(part for part, _ in self.parts)))


def judge(lines: Sequence[Line], at: int, parts: tuple[Part, ...], way: str = "run", turn: int = 1) -> Sum:
    """A line set against parts of it, figure by figure; turn -1: the total has the other sign."""
    result = Sum(at, parts, way=way)
    for key, size in lines[at].sizes.items():
        total = stated = slack = 0
        for part, sign in parts:
            own = lines[part].sizes.get(key)
            if own:
                total += sign * own
                stated += 1
                slack += lines[part].steps[key]
        gap = abs(total - turn * size)
        if stated < 2:
            if not gap:
                result.trivial.append(key)
            elif size and stated:
                result.failed.append(key)
        elif not gap:
            result.exact.append(key)
            result.digits += len(str(abs(size) // lines[at].steps[key]))
        elif is_rounding(gap, slack, lines[at].steps[key], stated):
            result.near.append(key)
        elif stated >= _FEWEST_OF_MEAN and 4 * abs(total - size * stated) <= 3 * stated * lines[at].steps[key]:
            result.means.append(key)
        else:
            result.failed.append(key)
    return result


def is_rounding(gap: int, slack: int, step: int, parts: int) -> bool:
    """Whether roundings explain by how much a total misses its parts.

    slack: what the steps of the parts come to. That all are rounded the same way by half a step is possible, but where
    parts are few it does not happen: most sums of rounded figures miss by one step if at all.
    """
    return 2 * gap <= slack + step and gap <= max(step, slack // max(parts, 1)) * (1 + parts // _PARTS_FOR_ONE_STEP)
