"""How claims are named in messages and explanations, so that a reader can check a finding by eye."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval, decimal_text
from claimcheck.model.period import Period

_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_ROLE_NAMES = {"change": "change of ", "share": "share: ", "ratio": "", "difference": "difference: "}
_MARKS = {
    "percent": "%", "percentage_point": " points", "degree_Celsius": "°C", "degree_Fahrenheit": "°F",
    "count": "", "dimensionless": "",
}
_PER, _COUNT = "_per_", "count"
_OURS = "en"  # the language that findings are told in
_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz", "lux": "lux", "siemens": "siemens"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")
_QUARTERS = ("first", "second", "third", "fourth")


def quote(claim: Claim) -> str:
    """The quotation and its place: “36.6 billion USD” (a.txt:3)."""
    place = claim.location if claim.part else f"{claim.path}:{claim.line}"
    return f"“{' '.join(claim.text.split())}” ({place})"


def sentence(text: str) -> str:
    """A text as a sentence of its own: with a capital letter, and a full stop.

    >>> sentence("exports of Nghe An: “3 USD” (a.txt:1)")
    'Exports of Nghe An: “3 USD” (a.txt:1).'
    """
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def fact_name(claim: Claim, other: Claim | None = None) -> str:
    """What a figure is about in words: "exports of Nghe An in 2023".

    other: a figure of the same fact; then only what both tell of it is named, for the rest may be a guess.
    """
    words = [measured(claim) if other is None else _measured_by_both(claim, other)]
    told = claim.subject and (other is None or _is_about(other, claim.subject) or claim.subject == claim.place)
    if claim.subject and told and claim.subject.casefold() not in words[0].casefold():
        owner = claim.subject.title() if claim.subject.islower() else claim.subject
        words.append(f"in {owner}" if claim.of_event else f"of {owner}")
    if claim.period and (other is None or other.period == claim.period):
        words.append(when(claim.period))
    return " ".join(words)


def _is_about(claim: Claim, subject: str) -> bool:
    """True when a figure is about a subject, or its report names it."""
    own = (claim.subject or "").casefold()
    return own == subject.casefold() or set(subject.casefold().split()) <= claim.story


def _measured_by_both(claim: Claim, other: Claim) -> str:
    """What two figures measure: by their one name, or by that whose words more of the other's sentence has."""
    if claim.metric == other.metric and claim.known:
        return measured(claim)
    said = [(len(_words(one) & another.context), bool(one.metric), one.language == _OURS, at, one)
            for at, (one, another) in enumerate(((other, claim), (claim, other)))]
    best = max(said)[-1]
    if best.metric is None:
        return "one figure"
    return measured(best.model_copy(update={"known": best.known and claim.metric == other.metric}))


def _words(claim: Claim) -> set[str]:
    return set((claim.phrase or "").casefold().split())


def when(period: Period) -> str:
    """A period with its preposition.

    >>> when(Period.parse("2024-H1")), when(Period.parse("2024-05-07")), when(Period.parse("2023"))
    ('in the first half of 2024', 'on 7 May 2024', 'in 2023')
    """
    prepositions = {"day": "on ", "as-of": "as of "}
    return prepositions.get(period.sort, "since " if period.end is None else "in ") + period_words(period)


def period_words(period: Period) -> str:
    """A period in words; what has no plain words stays as it is written in ISO 8601.

    >>> period_words(Period.parse("2024-01/2024-11")), period_words(Period.parse("FY2023"))
    ('January to November 2024', 'fiscal year 2023')
    """
    year, month = period.start.year, period.start.month
    if period.sort in ("day", "as-of") or period.end is None:
        return f"{period.start.day} {_MONTHS[month - 1]} {year}"
    whole = period.start.day == period.end.day == 1
    match period.sort:
        case "month" if whole:
            return f"{_MONTHS[month - 1]} {year}"
        case "quarter" if whole and month % 3 == 1:
            return f"the {_QUARTERS[month // 3]} quarter of {year}"
        case "half" if whole and month % 6 == 1:
            return f"the {_QUARTERS[month // 6]} half of {year}"
        case "to-date" if whole:
            return f"{_MONTHS[month - 1]} to {_MONTHS[(period.end.month - 2) % 12]} {year}"
        case _:
            return period.iso.replace("FY", "fiscal year ").replace("/", " to ")


def measured(claim: Claim) -> str:
    """What is measured in words: "change of foreign exports"; open metrics in the words of the text."""
    metric = claim.metric or "amount"
    name = claim.phrase if claim.phrase and (" " in metric or not claim.known) else metric.replace("-", " ")
    apart = [facet for facet in claim.facets if facet not in name.casefold().split()]
    return _ROLE_NAMES.get(claim.role or "level", "") + " ".join((*apart, name))


def amount(value: Fraction, measure: str | None) -> str:
    """A number with its unit, scaled for the eye.

    >>> amount(Fraction(36_600_000_000), "USD"), amount(Fraction(9, 10), "percent"), amount(Fraction(12), "count")
    ('36.6 billion USD', '0.9%', '12')
    >>> amount(Fraction(71), "mile"), amount(Fraction(1), "tonne"), amount(Fraction(310), "count_per_day")
    ('71 miles', '1 tonne', '310 a day')
    """
    return "".join(_amount(value, measure))


def _amount(value: Fraction, measure: str | None) -> tuple[str, str]:
    """The digits, and what stands behind them."""
    number, parts = abs(value.numerator), value.denominator
    for factor, name in _SCALES:
        if number >= factor * parts:
            return decimal_text(value / factor), name + _unit(measure)
    return _grouped(decimal_text(value)), _unit(measure, one=number == parts)


def _grouped(number: str) -> str:
    """A plain number with commas between its thousands."""
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() and whole != "-0" else number


def told(claim: Claim) -> str:
    """What a figure says of its fact in words, as widely as is fair."""
    assert claim.reading is not None
    return f"{fact_name(claim)} is {span(claim.reading.lenient, claim.measure)} by {quote(claim)}"


def span(interval: Interval, measure: str | None) -> str:
    """An interval in words.

    >>> span(Interval.of(36, None, low_open=True), "USD"), span(Interval.of(1, 2), "percent")
    ('more than 36 USD', 'between 1% and 2%')
    >>> span(Interval.of(71, 78), "mile"), span(Interval.of(900_000, 1_100_000), "USD")
    ('between 71 and 78 miles', 'between 900,000 USD and 1.1 million USD')
    """
    if interval.is_point and interval.low is not None:
        return f"exactly {amount(interval.low, measure)}"
    if interval.low is None and interval.high is None:
        return "any value"
    if interval.low is None and interval.high is not None:
        return ("less than " if interval.high_open else "at most ") + amount(interval.high, measure)
    if interval.high is None and interval.low is not None:
        return ("more than " if interval.low_open else "at least ") + amount(interval.low, measure)
    assert interval.low is not None
    assert interval.high is not None
    (low, unit), (high, other) = (_amount(end, measure) for end in (interval.low, interval.high))
    once = unit == other and unit.startswith(" ")
    return f"between {low} and {high}{other}" if once else f"between {low}{unit} and {high}{other}"


def _unit(measure: str | None, *, one: bool = False) -> str:
    if measure is None:
        return ""
    if measure in _MARKS:
        return " point" if one and measure == "percentage_point" else _MARKS[measure]
    over, per, under = measure.partition(_PER)
    if over == _COUNT and under.isdigit():
        return f" per {int(under):,}"
    if over == _COUNT:
        return f" a {under.replace('_', ' ')}"
    name = over.replace("_", " ") if one else _plural(over)
    return f" {name} per {under.replace('_', ' ')}" if per else f" {name}"


def counted(number: int, noun: str) -> str:
    """A number with what it counts.

    >>> counted(1, "day"), counted(14, "day")
    ('1 day', '14 days')
    """
    return f"{number:,} {noun if number == 1 else _plural(noun)}"


def _plural(unit: str) -> str:
    """The name of a unit in the plural; codes of currencies have none.

    >>> _plural("square_kilometer"), _plural("foot"), _plural("VND"), _plural("year_of_age")
    ('square kilometers', 'feet', 'VND', 'years of age')
    """
    if unit.isupper():
        return unit
    head, of, rest = unit.replace("_", " ").partition(" of ")
    first, space, last = head.rpartition(" ")
    return f"{first}{space}{_PLURALS.get(last, last + 's')}{of}{rest}"
