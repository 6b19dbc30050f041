"""Takes a reading to the base unit of its kind, so that readings in different units can meet."""

from __future__ import annotations

from claimcheck.model.measure import measure_of
from claimcheck.model.reading import Reading


def to_measure(reading: Reading, unit: str, noun: str | None) -> tuple[Reading, str]:
    """The reading in the base unit of its kind, and that unit.

    Currencies and counts are their own base. Shares and multiples ("a third", "doubled") become percent. Which noun
    is counted does not matter here: that is for the metric to say.

    >>> from claimcheck.model.reading import Reading
    >>> reading, measure = to_measure(Reading.exactly(120), "kilometer", None)
    >>> measure, str(reading.strict)
    ('meter', '[120000, 120000]')
    """
    del noun
    measure = measure_of(unit)
    scaled = reading if measure.factor == 1 else reading.scale(measure.factor)
    return (scaled.shift(measure.offset) if measure.offset else scaled), measure.base
