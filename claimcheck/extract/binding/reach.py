"""How far a date reaches in its sentence: which clauses it tells the time of."""

from __future__ import annotations

from claimcheck.extract.binding.clauses import Sentence


def same_clause(sentence: Sentence, at: int, place: int) -> bool:
    """True when nothing that opens another clause stands between a figure and a date."""
    low, high = min(at, place), max(at, place)
    return not any(item.text == ";" or item.kind in "SR" for item in sentence.items[low:high])


def ends_before(sentence: Sentence, at: int, place: int) -> bool:
    """True when a semicolon ends what is said with the figure before the date."""
    return any(item.text == ";" for item in sentence.items[at:place])


def is_of_next_clause(sentence: Sentence, at: int, place: int) -> bool:
    """True for the second date of "in 2022 it sold 9 boats, and in 2023 it sold 14", seen from the 9.

    A date that "and" or "but" leads to belongs to the verb behind it.
    """
    opener = place - 2 if sentence.around[place - 1].kind == "P" else place - 1
    if place < at or sentence.around[opener].kind != "C":
        return False
    behind = sentence.items[place + 1:]
    who = next((n for n, item in enumerate(behind) if item.kind not in ("NP", "N", "A") and item.text != ","), None)
    return who is not None and who > 0 and behind[who].kind == "V"
