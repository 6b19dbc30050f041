"""What sort of statement a figure is: outcome, estimate, forecast, target, plan, revised, denied, hypothetical."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import WORD, BindingLexicon
from claimcheck.extract.binding.when.bases import is_compared, opens_base
from claimcheck.model.mention import Status

_SAID: tuple[Status, ...] = ("estimate", "forecast")  # of whoever is named with the verb
FORWARD: tuple[Status, ...] = ("forecast", "target", "plan")  # of times to come


def find_status(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Status | None:
    """The status that cue words in the clause give; None without any.

    Of several cues before the figure the nearest counts; one behind it only if none stands before.
    """
    if sentence.cues is None:
        sentence.cues = list(_all_cues(sentence, lexicon))
    if not sentence.cues:
        return None
    here = sentence.items[at]
    start = max(_clause_start(sentence, at, lexicon), _set_against(sentence, at, lexicon))
    before = max(_cues(sentence, start, here.start, lexicon, behind=False), key=lambda cue: cue[0], default=None)
    if before is not None and _is_of_other(sentence, at, before[0], lexicon):
        before = None
    if before is not None and before[1] in FORWARD and (_is_done_of(sentence, at, lexicon) or _is_there(sentence, at)):
        before = None
    if (said := _attributed(sentence, at)) is not None and (before is None or before[1] == "plan"):
        return said
    if before is not None and not (before[1] in FORWARD and _is_told_before(sentence, at, before[0], lexicon)):
        return before[1]
    if _is_whole(sentence, at):
        return None
    after = list(_cues(sentence, here.end, _phrase_end(sentence, at, lexicon), lexicon, behind=True))
    return min(after, key=lambda cue: cue[0])[1] if after else None


def _is_of_other(sentence: Sentence, at: int, cue: int, lexicon: BindingLexicon) -> bool:
    """True for the 96% of "reached 178,944 against a target of 186,400, a coverage of 96%": words of another figure."""
    place = next((place for place, item in enumerate(sentence.items) if item.start >= sentence.start + cue), at)
    aimed = next((n for n in range(place, at) if sentence.items[n].kind == "Q"), None)
    if aimed is None or aimed - place > 2 or "whole-link" not in sentence.items[aimed - 1].classes:
        return False
    joint, article = sentence.around[aimed + 1], sentence.around[aimed + 2]
    if joint.kind == "NP":
        joint, article = article, sentence.around[aimed + 3]
    apposed = joint.text == "," and article.kind == "NP" and lexicon.has("indefinite", article.det)
    return apposed and aimed + 6 > at


def _is_done_of(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for the 6 of "plans to build 40 boats, of which 6 have been finished": what has happened to a part."""
    verb = sentence.around[at + 2 if sentence.around[at + 1].kind == "NP" else at + 1]
    part = sentence.around[at - 1].kind == "R" or sentence.around[at - 2].kind == "R"
    return part and verb.kind == "V" and not verb.modal and lexicon.has("outcome-helper", verb.words[0])


def _is_there(sentence: Sentence, at: int) -> bool:
    """True for the 460 of "nothing would work without our 460 volunteers"."""
    before = sentence.around[at - 2 if sentence.around[at - 1].kind in ("N", "NP") else at - 1]
    return "lacking-link" in before.classes


def _attributed(sentence: Sentence, at: int) -> Status | None:
    """The status of "..., the bank estimates" at the end of a sentence: all that it says is said so."""
    end = next((item for item in reversed(sentence.items) if item.kind != "."), None)
    comma = next((item.start for item in reversed(sentence.items) if item.text == ","), None)
    if end is None or comma is None or comma < sentence.items[at].start:
        return None
    if any(item.kind in "QTPSR" for item in sentence.items if item.start > comma):
        return None
    first, last = comma - sentence.start, end.end - sentence.start
    said = next((cue[2] for cue in sentence.cues or () if cue[1] == last and cue[0] > first), None)
    return said if said in _SAID else None


def _is_told_before(sentence: Sentence, at: int, cue: int, lexicon: BindingLexicon) -> bool:
    """True for the 4 of "is to rise to 5, from 4 last year": what is said of the figure before was so of this one.

    Not so where the words name what is told: in "the forecast was cut to 5 from 6" both are forecasts.
    """
    earlier = [other for other in sentence.quantities if other < at]
    named = any(item.kind == "NP" and item.start <= cue + sentence.start < item.end for item in sentence.items)
    if not earlier or named:
        return False
    compared = is_compared(sentence, at, lexicon) or "after-link" in sentence.around[at - 1].classes
    return compared and cue + sentence.start < sentence.items[earlier[-1]].start




def _cues(
    sentence: Sentence, start: int, end: int, lexicon: BindingLexicon, *, behind: bool
) -> Iterator[tuple[int, Status]]:
    """Cues within a stretch of the block, as places and statuses; what "and has been given N" tells has happened."""
    low, high = start - sentence.start, end - sentence.start
    for first, last, status, counts_behind in sentence.cues or ():
        counts = counts_behind if behind else not _is_past(sentence, last, high, lexicon)
        if low <= first and last <= high and counts:
            yield first, status


def _is_past(sentence: Sentence, start: int, end: int, lexicon: BindingLexicon) -> bool:
    """True when "and has", "and was" or "but found" stands within a stretch of the sentence."""
    inside = [item for item in sentence.items if start <= item.start - sentence.start < end]
    return any(
        joint.kind == "C" and verb.kind == "V" and (
            lexicon.has("outcome-helper", verb.words[0])
            or ("contrast-joint" in joint.classes and verb.form in ("past", "participle") and not verb.modal)
        )
        for joint, verb in pairwise(item for item in inside if item.kind not in ("A", "N", "NP"))
    )


def _all_cues(sentence: Sentence, lexicon: BindingLexicon) -> Iterator[tuple[int, int, Status, bool]]:
    """All cues of a sentence, those of one entry without overlaps; verbs only where they are used as verbs."""
    text = sentence.text.replace("İ", "I").lower()  # the one letter that grows in lower case
    words = set(WORD.findall(text))
    if lexicon.cue_words.isdisjoint(words):
        return
    told = {word: cues for word in lexicon.cues.keys() & words
            if (cues := [cue for cue in lexicon.cues[word] if cue.phrase in text])}
    reached: dict[int, int] = {}
    for start, opener in sorted((start, word) for word in told for start in _places_of(word, text)):
        for cue in told[opener]:
            end = start + len(cue.phrase)
            if not text.startswith(cue.phrase, start) or start < reached.get(cue.entry, 0) or WORD.match(text, end):
                continue
            if cue.infinitive and not _leads_to_infinitive(text, end, cue.infinitive, lexicon):
                continue
            reached[cue.entry] = end
            if not cue.as_verb or _is_verb(sentence, start + sentence.start):
                yield start, end, cue.status, cue.behind


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text as one of its own; no expression is faster."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _is_in_word(text[start - 1:start]) and not _is_in_word(text[end:end + 1]):
            yield start
        start = text.find(word, end)


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _leads_to_infinitive(text: str, end: int, link: str, lexicon: BindingLexicon) -> bool:
    """True for the "is" of "is to seat 900" and "is then to seat 900", but not of "is to date 900"."""
    words = [word[0] for word in islice(WORD.finditer(text, end), 3)]
    if len(words) == 3 and lexicon.tags.get(words[0]) == "A":
        words = words[1:]
    if len(words) < 2 or words[0] != link or not words[1].isalpha() or lexicon.has("now-word", " ".join(words[:2])):
        return False
    return lexicon.tags.get(words[1]) in (None, "X")


def _is_verb(sentence: Sentence, offset: int) -> bool:
    last = sentence.items[-2] if len(sentence.items) > 2 else sentence.around[-1]
    if last.kind == "NP" and len(last.words) > 1 and last.end - len(last.head) <= offset < last.end:
        return sentence.items[-3].text == "," and sentence.items[-1].text == "."  # ", the bank estimates."
    return any(item.kind == "V" and item.start <= offset < item.end for item in sentence.items)


def _clause_start(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int:
    first = at
    while first > 0 and not _ends_clause(sentence, first - 1, lexicon):
        first -= 1
    return sentence.items[first - 1].end if first > 0 else sentence.start


def _set_against(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int:
    """Where the words end that set this figure against another one: the 5 of "will cost 7 dollars instead of 5"."""
    for back in range(at - 1, max(at - 4, -1), -1):
        item = sentence.items[back]
        if lexicon.has("set-against", item.head):
            return item.end
        if item.kind not in "ANDP":
            break
    return 0


def _phrase_end(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int:
    """Where the words that still speak of the figure end: at a comma, another figure, "than" or a clause.

    What stands with its noun is no other figure: "[Two] halls with 380 rooms will open".
    """
    last = at
    while last + 1 < len(sentence.items):
        item, before = sentence.items[last + 1], sentence.items[last]
        if item.text in (",", ";", ":", "(") or lexicon.has("clause-joint", item.head) or opens_base(item, lexicon):
            break
        belongs = lexicon.has("belonging-link", before.head) or _is_whole(sentence, last + 1)
        if item.kind in "SRC" or (item.kind == "Q" and not belongs):
            break
        last += 1
    return sentence.items[last].end


def _is_whole(sentence: Sentence, at: int) -> bool:
    """True for the six of "two of the city's six pools will close": what is told is so of the two."""
    link = at - 1
    while link > 0 and sentence.items[link].kind == "N":
        link -= 1
    return "whole-link" in sentence.around[link].classes and sentence.around[link - 1].kind == "Q"


def _ends_clause(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    item = sentence.items[at]
    aside = lexicon.has("aside-opener", item.head) and item.kind in "RS" and sentence.around[at - 1].text == ","
    if item.text == ";" or aside:
        return True
    if lexicon.has("deed-link", item.head) and at + 1 < len(sentence.items):
        return sentence.items[at + 1].kind == "V"  # "would pay more after posting a profit of"
    return item.kind == "S" and lexicon.has("clause-parting", item.head)
