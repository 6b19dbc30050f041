"""Results: how many matches somebody won, drew and lost, of so many played, and the points that they brought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before
from claimcheck.extract.links.fitting.fits import is_count, size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import Skeleton
from claimcheck.model.slips import is_misprint

_RESULTS = ("won", "drawn", "lost")
_LABELS = (*_RESULTS, "games", "points")
_FOR_WIN = 3  # points
_FARTHEST, _BESIDE = 24, 40  # letters beside a figure that tell what it counts, and which matches these are
_NEAR = (Decimal("0.7"), Decimal("1.4"))  # times the matches played, that the results may be
_LEAST = 3  # matches

Told = Mapping[str, Sequence[int]]


def find_results(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A total for the matches that the results of a sentence make up, and a link of the points with wins and draws."""
    if len(skeleton.figures) <= len(("won", "drawn")) or not _tells_draws(skeleton, lexicon):
        return
    sentences: dict[tuple[int, int], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, figure in skeleton.figures.items():
        if is_count(figure) and (label := _label(at, skeleton, lexicon)):
            sentences[skeleton.sentence(at)][label].append(at)
    for (start, end), told in sentences.items():
        if not len(told["won"]) == len(told["drawn"]) == 1:
            continue
        if lexicon.phrases["result-other"].search(skeleton.low, start, end):
            continue
        yield from _of_games(start, told, skeleton, lexicon)
        yield from _of_points((start, end), told, skeleton, lexicon)


def _tells_draws(skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """A quick look whether a block speaks of draws at all; the signs of figures take in their nouns."""
    drawn = lexicon.phrases["result-drawn"]
    return drawn.search(skeleton.low) is not None or any(
        figure.noun is not None and drawn.fullmatch(figure.noun) for figure in skeleton.figures.values()
    )


def _of_games(start: int, told: Told, skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The total of the matches of one sentence, or of those that the sentence before tells alone."""
    if len(told["lost"]) != 1:
        return
    results = [skeleton.figures[told[each][0]] for each in _RESULTS]
    places = told["games"] or [at for at in figures_of_sentence_before(start, skeleton)
                               if _label(at, skeleton, lexicon) == "games"]
    games = [skeleton.figures[at] for at in places if not _are_left(at, skeleton, lexicon)]
    together = sum(map(size, results), Decimal(0))
    near = len(games) == 1 and size(games[0]) >= _LEAST and _NEAR[0] <= together / size(games[0]) <= _NEAR[1]
    if near and not _is_apart(games[0], results, skeleton):
        parts = sorted(results, key=lambda each: each.start)
        spans = [games[0], *parts]
        yield LinkDraft(min(each.start for each in spans), max(each.end for each in spans), "total",
                        {"whole": [games[0]], "part": [*parts]})


def _of_points(span: tuple[int, int], told: Told, skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Points that three for a win and one for a draw make, as words say, or as they do but for a slip.

    Leagues that give two for a win, or four and more with a bonus, are left alone.
    """
    if len(told["points"]) != 1:
        return
    won, drawn, points = (skeleton.figures[told[each][0]] for each in ("won", "drawn", "points"))
    made = _FOR_WIN * size(won) + size(drawn)
    other_league = size(points) == made - size(won) or size(points) >= made + size(won) + size(drawn)
    if size(points) == made or (is_misprint(size(points), made) and not other_league):
        figures = {"points": points, "won": won, "drawn": drawn}
        yield LinkDraft(min(each.start for each in figures.values()), max(each.end for each in figures.values()),
                        "results", {role: [each] for role, each in figures.items()})


def _is_apart(games: QuantityDraft, results: Sequence[QuantityDraft], skeleton: Skeleton) -> bool:
    """True where a semicolon parts the matches from the result next to them: "22 in all; in the cup 24 games"."""
    nearest = min(results, key=lambda each: abs(each.start - games.start))
    one, other = sorted((games, nearest), key=lambda each: each.start)
    return ";" in skeleton.source[one.end:other.start]


def _are_left(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for matches that are yet to come, and for those of a whole season: "after 20 of the 38 games"."""
    start, end = skeleton.sentence(at)
    before = skeleton.before(at)
    some = before[-1] if before and not _label(before[-1], skeleton, lexicon) else at
    if lexicon.phrases["out-of"].fullmatch(skeleton.low[some + 1:at].strip()):
        return True
    low, high = max(start, at - _BESIDE), min(end, at + _BESIDE)
    return lexicon.phrases["result-left"].search(skeleton.low, low, high) is not None


def _label(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> str:
    """What a figure counts: matches won, drawn or lost, those played, or points; "" for anything else."""
    figure = skeleton.figures[at]
    words = skeleton.low[max(skeleton.sentence(at)[0], at - _FARTHEST):at].rstrip(" :").rpartition(" ")[2]
    led = _named(words, lexicon)
    if figure.noun is None:
        done = lexicon.phrases["result-done"].match(skeleton.low[at + 1:at + 1 + _FARTHEST].lstrip())
        return led or (_named(done[0].rpartition(" ")[2], lexicon) if done else "")
    named = _named(figure.noun.lower().rpartition(" ")[2], lexicon)
    return led if led in _RESULTS and named == "games" else named


def _named(word: str, lexicon: LinkLexicon) -> str:
    """The result that a word names, if any."""
    return next((label for label in _LABELS if lexicon.phrases[f"result-{label}"].fullmatch(word)), "")
