"""Places that words give: "the second-largest town", "Ada Kone was runner-up", "the highest yield of the districts"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.ranking.given import APPOSITION, CLAUSE_END, Place, Sentence, places_in
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords
from claimcheck.extract.ranking.names import Names
from claimcheck.extract.ranking.running import TIME
from claimcheck.model.letters import CAPITALS
from claimcheck.packs.schema.ranking import RankingRole

_LOWER = re.compile(r"(?: [a-z-]+)+")
_SCOPE = re.compile(r"[ -]?[A-Z]")  # "its largest European market" is the largest of Europe alone
_CLAUSE_START = re.compile(r"[;:!?](?!\d)")
_ITS_TITLE = re.compile(r"(?<= )[a-z-]+ $")
_SHORT = ("day", "week", "month")  # the day of a report is no time of a place
_BEFORE_OTHERS: tuple[RankingRole, ...] = ("behind", "to")
_TELLING: tuple[RankingRole, ...] = ("verb", "superlative", "header", "step")
_REACH = 240  # letters around a place whose words tell of it, so that the cost stays linear
_APPOSED = re.compile(r"(?:^|[,–—(-]) *$")
_NAME_BEHIND = " (?:[a-z]{2,4} ){0,2}(?P<name>NAME)"
_SEVERAL = 2
_FIGURE_BEHIND = 8  # letters between that name and its figure: ", with 497"
_PLURAL_ONE = re.compile(rf"\s*[{CAPITALS}][a-z]+s ")


def find_places(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each place: `when` is its number, the time beside it, the years of its sentence ("3|8:47:03|2024|"),
    and the words that set it in a time or over parts that a list near by may not be of; `direction` the side counted
    from. `complete` is false where nothing ties it to a name.

    `scope` holds, an empty line apart: the names before it in its sentence that it may be said of, the nearest first, a
    line each; those that are told as its rivals or by the way; those of the text before; those behind it; the words
    behind it up to the end of its clause; those that say among whom; those of its sentence.
    """
    words = lexicon.of("place")
    telling = [words.find(role) for role in _TELLING]
    if block.kind == "row" or not any(pattern.search(block.text) for pattern in telling):
        return
    for sentence in lexicon.sentences(block.text):
        for rank in places_in(block.text, sentence, lexicon):
            elsewhere = _set_by(words.find("after"), block.text, sentence, rank, words.names)
            if not (elsewhere or _SCOPE.match(block.text, rank[1]) or _is_of_change(block, sentence, rank, words)):
                yield _link(block, sentence, rank, lexicon)


def _link(block: BlockDrafts, sentence: Sentence, rank: Place, lexicon: RankingLexicon) -> LinkDraft:
    (start, end), (first, last, value, side) = sentence, rank
    words, standing = lexicon.of("place"), lexicon.of("standing")
    text = block.text
    start, end = max(start, first - _REACH), min(end, last + _REACH)
    stops = [mark.end() for mark in _CLAUSE_START.finditer(text, start, first)]
    opening = stops[-1] if stops and _opens_anew(text[stops[-1]:first], words) else start
    names, others = _names(text, opening, first, words)
    if named := _told_behind(block, opening, rank, words):
        names, others = [named], names + others
    behind = words.names.told(text, last, end)
    criterion, among = _criterion(_without_times(block, last, end), last, end, words, standing)
    told = _without_where(criterion, words, lexicon.of("top")) if side else criterion
    if others and not told and " " not in among and _is_apposed_to(others[0], text, opening, rank, words):
        names, others = [others[0], *names], others[1:]
    criterion = f"{_opening(text, start, first, words, standing)} {told}".strip()
    times = TIME.findall(text, start, end)
    around = [*_figures(block, max(0, start - _REACH), start), *_figures(block, end, end + _REACH)]
    roles: dict[str, list[Draft]] = {"figure": [*_figures(block, start, end)], "near": [*around]}
    scope = (names, others, words.names.told(text, max(0, start - 2 * _REACH), opening), behind, [criterion], [among],
             [" ".join(text[start:end].split())])
    when = (str(value), times[0] if len(times) == 1 else "", _years(block, sentence, words),
            _set_by(words.find("loose"), text, sentence, rank, words.names))
    return LinkDraft(
        first, last, kind="place", roles={role: found for role, found in roles.items() if found}, direction=side,
        complete=not side or _is_tied(text, start, first, words), when="|".join(when),
        scope="\n\n".join("\n".join(lines) for lines in scope),
    )


def _opens_anew(before: str, words: RankingWords) -> bool:
    """True for a clause with a name before its place, or nothing but an article ("; the smallest, Orla, has 96")."""
    return words.names.any.search(before) is not None or words.find("article").fullmatch(before.strip()) is not None


def _names(text: str, start: int, first: int, words: RankingWords) -> tuple[list[str], list[str]]:
    """The names before a place that it may be said of, and those told as rivals ("ahead of Orla") or by the way."""
    own: list[str] = []
    others: list[str] = []
    last = None
    for name in words.names.any.finditer(text, start, first):
        if words.find("open").fullmatch(name[0]):
            continue
        before = text[start : name.start()]
        if len(own) == 1 and not others and _is_of_opening(before, words):
            own.pop()  # "Visitors from India were the second-largest group"
            own.append(name[0])
            continue
        ahead = before if words.ends("and", before) else _ITS_TITLE.sub("", before)  # "ahead of leader Orla"
        called = not own and words.ends("anaphor", before)  # "the port of Orla"
        passed = not called and any(words.ends(role, told) for role in _BEFORE_OTHERS for told in (before, ahead))
        (others if passed else own).append(name[0])
        last = name if passed else None
    if last is not None and words.leads_to("within", text[last.end() : first].removeprefix(",")):
        # "one fewer than Orla in fourth"
        own, others = others[-1:], own + others[:-1]
    return [*reversed(_plain(own, words))], [*reversed(_plain(others, words))]


def _told_behind(block: BlockDrafts, opening: int, rank: Place, words: RankingWords) -> str:
    """The name and figure behind a superlative that a comma opens: "Orla (541) leads, the weakest Feld, with 497"."""
    name = words.names.pattern(_NAME_BEHIND).match(block.text, rank[1])
    if name is None or not _before_apposition(block.text, opening, rank, words):
        return ""
    after = bisect_right(block.quantities, name.end(), key=lambda draft: draft.start)
    figured = after < len(block.quantities) and block.quantities[after].start <= name.end() + _FIGURE_BEHIND
    return name["name"] if figured else ""


def _is_apposed_to(name: str, text: str, opening: int, rank: Place, words: RankingWords) -> bool:
    """True for "Orla" in "turnout was 58% in Orla, the highest of all", where no other is compared with it."""
    comma = _before_apposition(text, opening, rank, words) if rank[3] else 0
    if comma <= opening or not text.endswith(name, opening, comma):
        return False
    return words.find("behind").search(text, opening, comma) is None


def _is_of_opening(before: str, words: RankingWords) -> bool:
    """True for "Visitors from" and "Visitors to the" at the head of a sentence."""
    link = words.ends("to", before)
    return link is not None and _PLURAL_ONE.fullmatch(before, 0, link.start()) is not None


def _plain(names: list[str], words: RankingWords) -> list[str]:
    return [found for name in names for found in words.names.told(name)]


def _criterion(
    text: str, at: int, end: int, words: RankingWords, standing: RankingWords
) -> tuple[str, str]:
    """The words behind a place up to the end of its clause, in two parts: by what, and among whom, if told."""
    stop = CLAUSE_END.search(text, at, end)
    clause = text[at : stop.start() if stop else end]
    ends = [found.start() for role in ("behind", "and") if (found := words.find(role).search(clause))]
    clause = clause[: min(ends, default=len(clause))]
    for scope in (*standing.scopes.values(), words.find("list")):
        clause = scope.sub(" ", clause)
    among = words.find("among").search(clause)
    if among is None:
        return " ".join(clause.split()), ""
    whom = words.find("article").sub(" ", clause[among.end() :])
    return " ".join(clause[: among.start()].split()), " ".join(whom.split())


def _without_times(block: BlockDrafts, start: int, end: int) -> str:
    """The text of a block, with blanks for the dates and the worded numbers of a stretch: they tell of no list."""
    text = block.text
    numbers = [each for each in block.figures_between(start, end) if each.form != "digits"]
    for draft in (*block.dates_between(start, end), *numbers):
        text = f"{text[: draft.start]}{' ' * (draft.end - draft.start)}{text[draft.end :]}"
    return text


def _without_where(criterion: str, words: RankingWords, top: RankingWords) -> str:
    """What a superlative is told of and by, without the words for where: "port on the coast by cargo"."""
    where = words.find("measure").search(criterion)
    by = top.find("with").search(criterion, where.end()) if where else None
    return criterion if where is None else criterion[: where.start()] + (criterion[by.start() :] if by else "")


def _opening(text: str, start: int, first: int, words: RankingWords, standing: RankingWords) -> str:
    """The words that open the clause of a place and say by what: "in depth Orla was first"."""
    stops = [mark.end() for mark in _CLAUSE_START.finditer(text, start, first)]
    at = stops[-1] if stops else start
    opening = text[at:first].lstrip()
    measure = standing.find("measure").match(opening)
    told = _LOWER.match(opening, measure.end()) if measure else None
    return words.find("list").sub(" ", told[0]).strip() if told else ""


def _is_tied(text: str, start: int, first: int, words: RankingWords) -> bool:
    """True where a verb, or apposition to a name, ties a place to what it is said of."""
    before = text[start:first]
    article = words.ends("article", before)
    before = before[: article.start()] if article else before
    if names := list(words.names.any.finditer(before, max(0, len(before) - APPOSITION))):
        # "which makes Orla the third-largest"
        made = before[: names[-1].start()] if not before[names[-1].end() :].strip() else ""
        if words.ends("from", made):
            return True
    return bool(words.ends("from", before) or words.ends("verb", before) or _APPOSED.search(before))


def _years(block: BlockDrafts, sentence: Sentence, words: RankingWords) -> str:
    """The years that a sentence tells of, but none that it compares with: "more than in 2023"."""
    found: set[int] = set()
    for date in block.dates_between(*sentence):
        if date.period is None or date.period.sort in _SHORT:
            continue
        if words.ends("after", block.text, date.start) or words.ends("until", block.text, date.start):
            continue  # "the best since 2013", "and hopes to be the second by 2030"
        if _is_of_other_figure(block, sentence, date.start):
            continue  # "561,300 visitors, up on the 522,100 of 2023"
        led = words.ends("with", block.text, date.start)
        if not (led and words.ends("behind", block.text, led.start())):
            found.add(date.period.start.year)
    return " ".join(map(str, sorted(found)))


def _is_of_other_figure(block: BlockDrafts, sentence: Sentence, at: int) -> bool:
    """True for a year right behind a figure that is not the first of its sentence."""
    figures = _figures(block, sentence[0], at)
    if len(figures) < _SEVERAL or at - figures[-1].full_end > _FIGURE_BEHIND:
        return False
    return not set(block.text[figures[-1].full_end : at]) & set(",;:")


def _set_by(pattern: re.Pattern[str], text: str, sentence: Sentence, rank: Place, names: Names) -> str:
    """The words in the clause of a place, or at the opening of its sentence, that set it in a time or a part."""
    (start, end), (first, last, *_) = sentence, rank
    commas = [mark.end() for mark in CLAUSE_END.finditer(text, start, first)]
    stop = CLAUSE_END.search(text, last, end)
    inside = pattern.search(text, commas[-1] if commas else start, stop.start() if stop else end)
    if inside is not None:
        return inside[0]
    opening = pattern.search(text, start, commas[0] if commas else start)
    leads = opening is not None and opening.start() < start + 4 and not names.any.search(
        text, start + 1, opening.start())
    return opening[0] if opening is not None and leads else ""


def _figures(block: BlockDrafts, start: int, end: int) -> list[QuantityDraft]:
    return [draft for draft in block.figures_between(start, end) if not isinstance(draft.value, tuple)]


def _is_of_change(block: BlockDrafts, sentence: Sentence, rank: Place, words: RankingWords) -> bool:
    """True behind a change and a comma: "though it gained 4 points, the largest improvement"; lists hold levels."""
    end = _before_apposition(block.text, sentence[0], rank, words)
    last = bisect_left(block.quantities, end, key=lambda draft: draft.start) - 1
    if end <= sentence[0] or last < 0:
        return False
    draft = block.quantities[last]
    return (bool(draft.trend) or draft.role == "change") and draft.full_end == end


def _before_apposition(text: str, start: int, rank: Place, words: RankingWords) -> int:
    """Where the comma stands that sets a place with its article off from what is before it; 0 where none does."""
    start = max(start, rank[0] - APPOSITION)
    before = text[start : rank[0]]
    article = words.ends("article", before)
    before = before[: article.start()].rstrip() if article else ""
    return start + len(before) - 1 if before.endswith(",") else 0
