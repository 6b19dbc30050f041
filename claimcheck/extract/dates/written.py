"""Periods written by hand, in ISO form or in words."""

from __future__ import annotations

from datetime import date

from claimcheck.extract.dates.lexicon import DateLexicon
from claimcheck.extract.dates.patterns import WORD
from claimcheck.extract.dates.scan import scan_dates
from claimcheck.model.period import Period


def parse_period(text: str, lexicon: DateLexicon, today: date | None = None) -> Period:
    """The one period that the text states: "2023", "2024-01/2024-11", "Q3 2023", "the first 11 months of 2024".

    today: what "last year" counts from. Raises ValueError, with the reason, if it is not exactly one definite period.
    """
    written = text.strip()
    try:
        return Period.parse(written)
    except ValueError:
        found = scan_dates(written, lexicon, today)
    if len(found) != 1:
        reason = "no period" if not found else f"{len(found)} periods"
        raise ValueError(f"{reason} in {text!r}")
    draft = found[0]
    rest = written[: draft.start] + " " + written[draft.end :]
    unread = [word for word in WORD.findall(rest.lower()) if word not in lexicon.contexts["before-month"]]
    if unread:
        raise ValueError(f"cannot read {' '.join(unread)!r} in the period {text!r}")
    if draft.period is None:
        raise ValueError(f"{text!r} is no definite period: it is read as {draft.value}")
    return draft.period
