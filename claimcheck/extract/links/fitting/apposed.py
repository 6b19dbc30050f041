"""Figures in apposition: set off by a comma, "that is" or "a share of" from the only two figures that they may be of.

"Nine of the 12 goals came late, a share of 75%", "240 beds, up from 225, that is 15 more"; points lie between the only
two rates of their sentence wherever they stand, since little else is told in points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.fitting.fits import is_stretch_of_time, size
from claimcheck.extract.links.movement.changes import are_levels, is_goal
from claimcheck.extract.links.phrasing.leads import unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import DATE, FIGURES, PERCENT, POINT, STOP, Skeleton, is_aside, sign_of
from claimcheck.extract.links.stated import may_be_points

_TWO = 2
_REACH = 110  # letters between a figure and the last of those it is drawn from
_TAIL = 60  # letters behind a figure that belong to it
_LONGEST_LEAD = 6  # words
_MARKS = ",;:(–—"
_ENDS = f",;:().–—{STOP}{FIGURES}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure and the two it is drawn from; `lead` are the words from the last mark to it, `tail` those behind it."""

    figure: QuantityDraft
    at: int
    lead: str
    tail: str
    premises: tuple[int, int]
    skeleton: Skeleton
    lexicon: LinkLexicon

    @property
    def figures(self) -> tuple[QuantityDraft, QuantityDraft]:
        """The two figures that it is drawn from."""
        one, other = self.premises
        return self.skeleton.figures[one], self.skeleton.figures[other]

    @property
    def goals(self) -> list[int]:
        """The places of those of the two figures that were only hoped for."""
        return [place for place in self.premises if is_goal(place, self.skeleton, self.lexicon)]

    def lies_beyond_goal(self, direction: str) -> bool:
        """True where one of the two figures was a goal, and the other lies that way from it: "3 more than planned"."""
        if not direction or len(self.goals) != 1:
            return False
        one, other = self.figures if self.goals[0] == self.premises[0] else self.figures[::-1]
        return (size(other) > size(one)) == (direction == "up")

    @property
    def goes_on(self) -> bool:
        """Whether a pronoun before the second figure goes on about what was said of the first."""
        return self.lexicon.phrases["told-again"].search(_opening(self.premises[1], self.skeleton)) is not None

    def says(self, phrase: str) -> bool:
        """Whether the words right beside the figure are, or hold, those of a phrase."""
        words = self.lexicon.phrases[phrase]
        return any(words.search(each) is not None for each in (self.lead, self.tail))


def drawn_at(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Drawn | None:
    """The figure at a place with the two it is drawn from; None where words do not say that it is drawn from any."""
    start, _ = skeleton.sentence(at)
    before = skeleton.before(at)
    opened = before[-1] + 1 if before else start
    if before and at - opened > _REACH:
        return None
    lead = lead_of(skeleton.low[opened:at], lexicon, opens=not before)
    if lead is None:
        return None
    earlier = figures_of_sentence_before(start, skeleton) if lead and len(before) < _TWO else []
    premises = _two_of([*earlier, *before], skeleton)
    if premises is None or (earlier and not _continues(premises, skeleton)):
        return None
    tail = _tail(at, skeleton, lexicon)
    compared = lexicon.phrases["than-what"].match(tail) is not None
    of_goal = compared and lexicon.phrases["goal"].ends(tail)  # "but it came to 15, 3 more than planned"
    apart = lexicon.phrases["drawn-apart"].search(skeleton.low[premises[0] + 1:at]) is not None
    if ((apart or compared) and not of_goal) or any(is_aside(skeleton.text, place) for place in premises):
        return None
    return Drawn(skeleton.figures[at], at, lead, tail, premises, skeleton, lexicon)


def between_rates(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Drawn | None:
    """Points, which are told of rates alone, with the only two rates of their sentence; one may be of that before."""
    figure = skeleton.figures[at]
    if not (sign_of(figure) == POINT or may_be_points(figure, lexicon)):
        return None
    start, _ = skeleton.sentence(at)
    before = skeleton.before(at)
    behind = skeleton.after(at + 1)[0]
    opens = not before and lexicon.phrases["drawn-lead"].fullmatch(skeleton.low[start:at].strip()) is not None
    opens = opens or (not behind and _concludes(before, at, skeleton, lexicon))
    rates = [*(figures_of_sentence_before(start, skeleton) if opens else ()), *before, *behind]
    if len(rates) != _TWO or any(sign_of(skeleton.figures[place]) != PERCENT for place in rates):
        return None
    premises = _two_of(rates, skeleton, growing=True)
    low, tail = skeleton.low, _tail(at, skeleton, lexicon)
    lead = words_before(at, skeleton)
    drawn = premises and Drawn(figure, at, lead, tail, premises, skeleton, lexicon)
    if not drawn or not (drawn.says("drawn-gap") or drawn.says("by")):
        return None
    if lexicon.phrases["drawn-apart"].search(low[rates[0] + 1:rates[1]]) or drawn.says("within"):
        return None
    if len(behind) == _TWO and _is_other_statement(low[behind[0] + 1:behind[1]], lexicon):
        return None
    return drawn if not behind or _leads_on(low[at + 1:behind[0]], lexicon) else None


def _concludes(before: Sequence[int], at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for what is drawn from the one rate of its sentence, of an earlier time, and that of the sentence before.

    "It is 7.1%. A year earlier it had been 6.3%, so it has risen by 0.8 points".
    """
    if len(before) != 1:
        return False
    lead = lead_of(skeleton.low[before[0] + 1:at], lexicon, opens=False)
    told = _opening(before[0], skeleton)
    return bool(lead) and all(lexicon.phrases[each].search(told) is not None for each in ("told-again", "earlier-time"))


def _opening(at: int, skeleton: Skeleton) -> str:
    """The words of a sentence before a figure, without dates."""
    return " ".join(re.sub(f"[{DATE},]", " ", skeleton.low[skeleton.sentence(at)[0]:at]).split())


def _is_other_statement(words: str, lexicon: LinkLexicon) -> bool:
    """True for what sets two rates apart: "up 3 points to 45%, and not so high since 2015, when it was 46%"."""
    mark = lexicon.phrases["mark-since"].search(words) is not None
    return mark or ";" in words or STOP in words or any(
        words[:found.start()].endswith(", ") for found in lexicon.phrases["joint"].found_in(words))


def _leads_on(words: str, lexicon: LinkLexicon) -> bool:
    """True for words between a gap and the figure behind it that begin no other statement."""
    if ";" in words or STOP in words or lexicon.joins(words) or lexicon.phrases["goal"].search(words):
        return False
    _, comma, rest = words.partition(",")
    return not comma or lexicon.phrases["drawn-relative"].match(rest.strip()) is not None


def lead_of(region: str, lexicon: LinkLexicon, *, opens: bool) -> str | None:
    """The words before a figure from the mark that sets it off, if they draw it from what stands before; else None."""
    words = unhedged(region.rstrip(), lexicon)
    starts = [0] if opens else sorted(
        {place + 1 for place, char in enumerate(words) if char in _MARKS}
        | {found.end() for found in lexicon.phrases["joint"].found_in(words)}
        | {place + len(" - ") for place in range(len(words)) if words.startswith(" - ", place)}
    )
    drawn, tie = lexicon.phrases["drawn-lead"], lexicon.phrases["drawn-tie"]
    for place in reversed(starts):
        lead = words[place:].strip()
        if drawn.fullmatch(lead) and lead.count(" ") < _LONGEST_LEAD and (not opens or tie.match(lead)):
            return lead
        if not lead and not opens and words[place - 1] in ",(:–—":
            return None if words[place - 1] == "(" and place > starts[0] else ""  # "..., and named lottery (88%)"
    return None


def _tail(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> str:
    behind = skeleton.low[at + 1:at + 1 + _TAIL]
    end = min((place for place in map(behind.find, _ENDS) if place >= 0), default=len(behind))
    joint = lexicon.phrases["joint"].search(behind, 0, end)
    return behind[:joint.start() if joint else end].strip()


def figures_of_sentence_before(start: int, skeleton: Skeleton) -> list[int]:
    if start <= 0:
        return []
    return skeleton.before(start - 1)


def _two_of(places: Sequence[int], skeleton: Skeleton, *, growing: bool = False) -> tuple[int, int] | None:
    """The two figures among those before, but for stretches of time where there are more.

    growing: whether they may be two rates of growth of one thing, as inflation is.
    """
    if len(places) > _TWO:
        places = [place for place in places if not is_stretch_of_time(skeleton.figures[place].unit)]
    if len(places) != _TWO:
        return None
    one, other = (skeleton.figures[place] for place in places)
    alike = growing and (one.metric is not None or not (one.trend or other.trend)) and one.metric == other.metric
    barred = ("rank",) if alike else ("change", "rank")
    plain = all(not isinstance(figure.value, tuple) and size(figure) > 0 and figure.role not in barred
                for figure in (one, other))
    return (places[0], places[1]) if plain else None


def _continues(premises: tuple[int, int], skeleton: Skeleton) -> bool:
    """True for two figures of one thing, where the first is of the sentence before."""
    one, other = (skeleton.figures[place] for place in premises)
    return skeleton.sentence(premises[0]) == skeleton.sentence(premises[1]) or are_levels(one, other)
