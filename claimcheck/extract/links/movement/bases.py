"""Changes with two bases: "up 15% to 276, compared with 263 in April and 240 a year ago" may be measured from either.

The second may be told by words alone: "rose to 276 from 263 in April. It was up 15% on a year earlier."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import alike, is_stretch_of_time
from claimcheck.extract.links.movement.anchors import anchor_behind, anchor_of, are_one_time
from claimcheck.extract.links.movement.changes import has_own_base
from claimcheck.extract.links.phrasing.leads import ends_in, unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import STOP, Skeleton

_SHORT = ("week", "day")  # times that need not be those of a change told without any
_PER = "_per_"
_NEAR = 60  # letters between the two bases


def without_two_bases(links: Sequence[LinkDraft], skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The links without the changes whose base has another beside it, and those of several steps told one by one."""
    places: dict[int, int] = {}
    for link in links:
        if link.kind == "change" and "from" in link.roles:
            places = places or {id(figure): at for at, figure in skeleton.figures.items()}
            at, base = (places.get(id(link.roles[role][0])) for role in ("change", "from"))
            if at is not None and base is not None:
                if _is_of_another_mover(at, base, skeleton, lexicon):
                    continue
                if "to" in link.roles and _is_open(at, base, places.get(id(link.roles["to"][0])), skeleton, lexicon):
                    continue
        yield link


def _is_of_another_mover(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a base of which other words say that it moved ("fell by 5%, as prices rose from 24 to 27")."""
    words = unhedged(words_before(base, skeleton), lexicon).rpartition(",")
    named = lexicon.phrases["another-mover"].fullmatch(words[2].strip()) is not None
    return at < base and bool(words[1]) and named


def _is_open(at: int, base: int, to: int | None, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    if _has_second(base, to, skeleton, lexicon) or _is_second_step(at, skeleton, lexicon):
        return True
    change, level = skeleton.figures[at], skeleton.figures[base]
    if _is_of_price(at, base, skeleton, lexicon):
        return True
    if STOP not in skeleton.text[base:at] or (level.period is not None and level.period == change.base):
        return False
    measured, based = anchor_behind(at, skeleton, lexicon), anchor_of(base, skeleton, lexicon)
    if measured is not None and based is not None and are_one_time(measured, based):
        return False
    return has_own_base(at, base, skeleton, lexicon)


def _is_of_price(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a base that a comma sets in a time of its own, where the change tells none and may be that of the day.

    Prices move every day ("up 7 euros to 231 a tonne, after 196 in May"), and all that is measured against days or
    weeks ago may: "the index rose 5 points to 231, after 218 a week ago". What is paid by the month does not.
    """
    words, based = skeleton.low[at + 1:base], anchor_of(base, skeleton, lexicon)
    if at > base or "," not in words or based is None or anchor_behind(at, skeleton, lexicon) is not None:
        return False
    _, rated, per = skeleton.figures[base].unit.partition(_PER)
    return based.sort in _SHORT or (bool(rated) and not is_stretch_of_time(per))


def _has_second(at: int, to: int | None, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where nothing but a time and "and" stands between a base and the next level of its unit, not that reached.
    """
    following, _ = skeleton.after(at + 1)
    if not following or following[0] == to or following[0] - at > _NEAR or following[0] not in skeleton.figures:
        return False
    if not alike(skeleton.figures[at], skeleton.figures[following[0]]):
        return False
    words = unhedged(skeleton.low[at + 1:following[0]].strip(), lexicon)
    return lexicon.phrases["second-base"].fullmatch(words) is not None


def _is_second_step(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for the last of several steps ("by 30 in spring and by 15 in summer"), which the levels may lie around."""
    preceding = skeleton.before(at)
    if not preceding or not alike(skeleton.figures[preceding[-1]], skeleton.figures[at]):
        return False
    return ends_in("next-step", unhedged(words_before(at, skeleton), lexicon), lexicon)


def have_moved(whole: QuantityDraft, parts: Iterable[QuantityDraft | None], known: Iterable[LinkDraft]) -> bool:
    """True where something rose or fell from a whole, or two of its parts are one thing before and after."""
    own = set(map(id, parts))
    return any(
        id(base) == id(whole) or {id(base), id(reached)} <= own
        for link in known if "from" in link.roles
        for base in link.roles["from"] for reached in link.roles.get("to", ())
    )
