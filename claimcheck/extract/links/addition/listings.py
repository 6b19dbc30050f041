"""Lists that say whom or what a number counts: "Five members were present: A, B, C, D and E".

The list may be of names, of quoted titles, of things each with its article ("a pool, a hall and a park") or of single
plain words. Where names of one word and of several are mixed, or things are listed, the list must come close to the
number: its commas may set off something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, ListDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import DATE, FIGURES

_MOST = 30
_REACH = 110
_MOST_BETWEEN = 3  # sentences from a number to its list
_FARTHEST = 2  # items more or fewer; a greater gap means that the list is of something else
_FEWEST_INSERTED = 3  # names between dashes or in parentheses; two may be any two of them
_CLOSERS = {"-": " - ", "–": "–", "—": "—", "(": ")"}
_ASIDE = re.compile(r"\([^()]*\)")
_NUMBER = re.compile(f"[{FIGURES}\\d]")
_NUMBER_OR_DATE = re.compile(f"[{FIGURES}{DATE}\\d]")
_FINAL = ".!?"
_QUOTES = "\"“”«»‘’'"
_TITLE = re.compile(r"^[\"“„«‘'].+?[\"”“»’'](?=$| )")  # and, behind it, who made it
_MOST_WORDS = 4
_MOST_LED = 9  # words of an item that begins with a preposition, if all begin with the same; else half as many
_WITH_NUMBERS = ("thing", "quoted")  # sorts of items that may hold a number: "Nine Winters"
_FEWEST_OF_NAME = 2  # words of the name of a person
_MANY = 5  # items from which on a list may miss its number by more
_PLURAL = re.compile(r"(?P<article>[^\W\d_]+) (?:[^\W\d_]+ )?[^\W\d_]+s (?P<link>[^\W\d_]+)(?= )")
_SHORTEST = 2  # letters of a plain word
_PLAIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_PLAIN = 3  # words of a thing without an article


def find_listings(page: Page, number: int) -> Iterator[LinkDraft]:
    """Links of a count and the complete list of names after it in its sentence."""
    passage = page[number]
    for at, count in passage.skeleton.figures.items():
        if not (may_count_names(count) or _counts_members(passage, at, count)):
            continue
        opener, end = _opener(passage, at)
        if opener is None:
            continue
        closer = _CLOSERS.get(passage.skeleton.text[opener.end() - 1])
        if closer is not None:
            closed = passage.skeleton.text.find(closer, opener.end(), end)
            end = end if closed < 0 else closed
        listed = _read_list(passage, at, (opener.end(), end), closed=opener[0].endswith(":"))
        if listed is not None and _may_be_counted(count, listed, passage, inserted=closer is not None):
            passage.block.lists.append(listed)
            yield LinkDraft(count.start, listed.end, "listing", {"count": [count], "list": [listed]})


def _has_count(passage: Passage, start: int, end: int) -> bool:
    """True for a stretch with a number that may count the list as well; an amount in a unit does not."""
    figures, text = passage.skeleton.figures, passage.skeleton.text
    return any(
        place not in figures or (figures[place].unit == "count" and size(figures[place]) != 1)
        for place in (found.start() for found in _NUMBER.finditer(text, start, end))
    )


def _opener(passage: Passage, at: int) -> tuple[re.Match[str] | None, int]:
    """What opens a list behind a number, in its sentence or at the head of the next, and where that sentence ends.

    No other number may stand between, unless the opener tells this one again.
    """
    _, end = passage.sentence(at)
    phrases, low = passage.lexicon.phrases, passage.skeleton.low
    opener = phrases["list-opener"].search(low, at + 1, min(end, at + _REACH))
    if opener is None and end < len(low):
        start = _next_sentence(low, end)
        opener = phrases["list-anaphor"].match(low, start)
        if opener is None:
            return _told_again(passage, at, end)
        end = passage.sentence(start)[1]
    return (None if opener is None or _has_count(passage, at + 1, opener.end()) else opener), end


def _next_sentence(low: str, end: int) -> int:
    return end + 1 + (low[end + 1 : end + 2] == " ")


def _told_again(passage: Passage, at: int, end: int) -> tuple[re.Match[str] | None, int]:
    """What opens a list with the number told again, up to some sentences on, and where that sentence ends.

    As in "... six schools. The six are ...".
    """
    phrases, figures, low = passage.lexicon.phrases, passage.skeleton.figures, passage.skeleton.low
    for _ in range(_MOST_BETWEEN):
        start = _next_sentence(low, end)
        if start >= len(low):
            break
        end = passage.sentence(start)[1]
        lead = phrases["number-again"].match(low, start)
        place = start if lead is None else lead.end() + 1
        again = figures.get(place)
        if lead is not None and again is not None and again.noun is None and again.value == figures[at].value:
            return phrases["list-verb"].match(low, place + 2), end
    return None, end


def _may_be_counted(count: QuantityDraft, listed: ListDraft, passage: Passage, *, inserted: bool) -> bool:
    """True when a list is about as long as the number says; one inserted in a sentence must come closer to it."""
    apart = abs(len(listed.items) - size(count))
    joint = passage.lexicon.phrases["list-joint"].regex
    if len(listed.items) < size(count) <= sum(len(joint.split(f" {item} ")) for item in listed.items):
        return False  # "Ada Brook and Otto Lund of Orm" may be one item or two
    sorts = {_sort_of(item, passage) for item in listed.items}
    if inserted or len(sorts) > 1 or not sorts <= {"word", "words", "led"}:
        return apart <= 1 and len(listed.items) >= _FEWEST_INSERTED
    return apart <= max(_FARTHEST, size(count) // _FEWEST_INSERTED if len(listed.items) >= _MANY else 0)


def may_count_names(figure: QuantityDraft) -> bool:
    """True for a number that may tell how many names a list has."""
    return figure.noun is not None and is_small_count(figure)


def _counts_members(passage: Passage, at: int, figure: QuantityDraft) -> bool:
    """True for the number of those who make up a group: "a jury of seven"."""
    if figure.noun is not None or not is_small_count(figure):
        return False
    return passage.lexicon.phrases["group-of"].ends(passage.skeleton.low[max(0, at - _REACH) : at].rstrip())


def is_small_count(figure: QuantityDraft) -> bool:
    """True for a whole number that is not too large for a list, of things or of nothing named."""
    value = figure.value
    return (
        not isinstance(value, tuple)
        and 2 <= value <= _MOST
        and value == value.to_integral_value()
        and figure.unit == "count"
        and not figure.hedge
        and figure.role in (None, "level")
    )


def _read_list(passage: Passage, at: int, span: tuple[int, int], *, closed: bool) -> ListDraft | None:
    """The names up to the end of the sentence; nothing where it holds more than names, or says that it is partial.

    at: the place of the number that counts them, behind which it would say so.
    closed: whether the end of the sentence ends the list, as behind a colon, although no joint stands in it.
    """
    (start, end), text = span, passage.skeleton.text
    tail = passage.lexicon.phrases["list-tail"].search(passage.skeleton.low, start, end)
    end = end if tail is None else tail.start()
    if passage.says("partial-list", max(at, start - _REACH), end) or passage.says("shared-item", start, end):
        return None
    while end > start and (text[end - 1].isspace() or text[end - 1] in _FINAL):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    items = _items(text[start:end], passage, closed=closed)
    if items is None or (_NUMBER_OR_DATE.search(text, start, end) and _sort_of(items[0], passage) not in _WITH_NUMBERS):
        return None
    origins = passage.skeleton.origins
    return ListDraft(origins[start], origins[end - 1] + 1, items)


def _items(words: str, passage: Passage, *, closed: bool) -> tuple[str, ...] | None:
    """The items between semicolons, else between commas and the last "and"; all must be of one sort."""
    plain = _ASIDE.sub("", words)
    if ";" in plain:
        items = [item.split(",")[0].strip() for item in plain.split(";")]
    else:
        *firsts, last = plain.split(",")
        joined = list(passage.lexicon.phrases["list-joint"].found_in(last.lower()))
        if not joined and last.strip()[:1] not in _QUOTES and not (closed and len(firsts) + 1 >= _FEWEST_INSERTED):
            return None  # a list that does not close may go on
        ends = [last[: joined[-1].start()], last[joined[-1].end() :]] if joined else [last]
        items = [item.strip() for item in (*firsts, *ends)]
    items = list(_opened([item for item in items if item], passage))
    sorts = [_sort_of(item, passage) for item in items]
    if set(sorts) == {"led"} and not _are_led_alike(items):
        return None
    alike = len(set(sorts)) == 1 or (set(sorts) == {"word", "words"} and not _alternate(sorts))
    if not alike and set(sorts) <= {"word", "words", "thing"}:  # "the Mill Bridge, the bridge at Weesen"
        article = passage.lexicon.phrases["item-article"]
        alike = all(article.fullmatch(item.split()[0].lower()) for item in items)
    return tuple(items) if len(items) >= 2 and None not in sorts and alike else None


def _are_led_alike(items: Sequence[str]) -> bool:
    """False for long items that begin with several prepositions, which may go on about something else."""
    longest = max(len(item.split()) for item in items)
    return len({item.split()[0] for item in items}) == 1 or 2 * longest <= _MOST_LED + 1


def _plural(item: str, passage: Passage) -> str:
    """The words of an item before the first of some names: "the universities of" Lund; "" for other items."""
    head, phrases = _PLURAL.match(item), passage.lexicon.phrases
    leads = head is not None and phrases["plural-lead"].fullmatch(head["article"].lower()) is not None
    return head[0] if head is not None and leads and phrases["plural-link"].fullmatch(head["link"]) else ""


def _opened(items: Sequence[str], passage: Passage) -> Iterator[str]:
    """The items, one for each name of a plural: "the universities of Lund, Tartu and Bonn" are three things."""
    joint = passage.lexicon.phrases["list-joint"].regex
    plural = ""
    for item in items:
        if plural and _sort_of(item, passage) in ("word", "words"):
            names = (name.strip() for name in joint.split(item))
            yield from (f"{plural} {name}" for name in names if name)
            continue
        plural = _plural(item, passage) if _sort_of(item, passage) == "thing" else ""
        yield item


def _alternate(sorts: list[str | None]) -> bool:
    """True for "Ada Brook, Norway, Otto Lund, Sweden", where every other item tells something of the one before."""
    return len(set(sorts[::2])) == 1 and len(set(sorts[1::2])) == 1


def _sort_of(item: str, passage: Passage) -> str | None:
    """Whether an item is a name of one capital word or several, quoted, a thing with its article, or a plain word."""
    if item[0] in _QUOTES:
        behind = _TITLE.sub("", item)
        return "quoted" if behind != item and len(behind.split()) <= _MOST_WORDS else None
    first, *rest = item.split()
    if passage.lexicon.phrases["item-article"].fullmatch(first.lower()):
        if not rest or not rest[0][0].isupper():
            return "thing" if rest else None
        item = " ".join(rest)
    if item.islower() and len(first) > _SHORTEST and _is_plain([first, *rest], passage):
        return "plain"
    joint = passage.lexicon.phrases["name-joint"]
    words = [word for word in item.split() if joint.fullmatch(word.lower()) is None]
    if not words or not all(word[0].isupper() for word in words) or not item[0].isupper():
        return _sort_of_told(item.split(), passage)
    return "word" if len(words) == 1 else "words"


def _is_plain(words: Sequence[str], passage: Passage) -> bool:
    """True for a thing without an article: "beekeeping", "food processing"; not for "freshly painted"."""
    if len(words) > _MOST_PLAIN or not all(_PLAIN.fullmatch(word) for word in words):
        return False
    told = len(words) > 1 and any(word.endswith("ly") for word in words)
    return not told and (len(words) == 1 or passage.lexicon.function_words.isdisjoint(words))


def _sort_of_told(words: Sequence[str], passage: Passage) -> str | None:
    """Whether an item says something of a name before it or behind it, or begins with a preposition."""
    leads = passage.lexicon.phrases["item-lead"]
    small = [at for at, word in enumerate(words) if not word[0].isupper()]
    if leads.fullmatch(words[0]):
        return "led" if len(words) <= _MOST_LED else None
    if small and small[0] >= _FEWEST_OF_NAME and leads.fullmatch(words[small[0]]):
        return "told"
    titled = small == list(range(len(small))) and len(words) - len(small) >= _FEWEST_OF_NAME
    return "titled" if small and titled else None
