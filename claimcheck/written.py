"""Claims built by hand, or given as JSON Lines by another extractor: words in, the same claims out as of a report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError, model_validator

from claimcheck.errors import InputError
from claimcheck.extract import DEFAULT_LANGUAGE
from claimcheck.extract.dates import parse_period
from claimcheck.model import claim as model
from claimcheck.model.claim import Unresolved
from claimcheck.model.claim_lines import RESOLVED, resolved_claim
from claimcheck.model.document import Block, Document
from claimcheck.model.mention import PersonMention, QuantityMention, ReferenceMention
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.pipeline import extract_text, lexicons_of, packs_of
from claimcheck.read.files import Source
from claimcheck.resolve.figures import Vocabulary, claim_quantity, compile_vocabulary
from claimcheck.resolve.measures import to_measure
from claimcheck.resolve.people import resolve_people
from claimcheck.resolve.references import resolve_references
from claimcheck.resolve.subjects import Setting, canonical

_SURROUNDINGS = ("story", "scene", "context", "known", "language")  # what a report adds to the claims in it
_LONGEST = 999  # digits of a number; those of 1e999999999 would fill the memory
_NAMELESS = "claims"  # what lines are called that are in no file
_WORDS = ("metric", "subject", "place", "status", "role", "trend")


class Claim(model.Claim):
    """A claim that reads words: every field may be given as a report would write it.

    Raises pydantic's ValidationError (a ValueError) for a value, period, title or reference that cannot be read.

    >>> claim = Claim(metric="exports", value="nearly 36.6 billion USD", period="first 11 months of 2024")
    >>> claim.value, claim.unit, claim.period.iso
    (Decimal('36600000000'), 'USD', '2024-01/2024-11')
    >>> Claim(metric="exports", value="many")
    Traceback (most recent call last):
    ...
    pydantic_core._pydantic_core.ValidationError: 1 validation error for Claim
    ...
    """

    @model_validator(mode="before")
    @classmethod
    def _read_words(cls, given: Any) -> Any:
        if not isinstance(given, dict) or given.get("reading") is not None:
            return given
        fields = {name: value for name, value in given.items() if value is not None}
        _refuse_odd(fields)
        if isinstance(fields.get("period"), str):
            fields["period"] = written_period(fields["period"])
        match fields.get("kind", "quantity"):
            case "quantity":
                return _read_quantity(fields)
            case "title":
                return _read_title(fields)
            case "reference":
                return _read_reference(fields)
        return fields


def _refuse_odd(fields: dict[str, Any]) -> None:
    """Raises ValueError for what stands in the place of words and is none."""
    for name, value in fields.items():
        if name in (*_WORDS, "unit", "person") and not isinstance(value, str):
            raise ValueError(f"{name} must be words, not {value!r}")
    if not isinstance(fields.get("period", ""), str | Period):
        raise ValueError(f"a period must be words, not {fields['period']!r}")
    titles = fields.get("titles", ())
    if not isinstance(titles, list | tuple) or not all(isinstance(title, str) for title in titles):
        raise ValueError(f"titles must be a list of words, not {titles!r}")


def read_claims(source: Source | Iterable[str]) -> tuple[model.Claim, ...]:
    """Claims from JSON Lines, one object a line: a path, or the lines themselves. They go to `check(claims=...)`.

    A line has the fields of `claimcheck.Claim` in words, as a report would write them; `path`, `line` and `text` say
    where the claim stands, and claims of one path are told apart by `start` and `end`, their offsets in it. Numbers are
    read exactly. Lines that `Report.claims_jsonl` wrote say so (`"resolved": true`), and their fields are taken as they
    are, so that the claims equal those of the report. Blank lines are left out.

    Raises InputError, with file, line and key, for what is no claim.

    >>> line = '{"metric": "exports", "subject": "Laos", "value": "nearly 3 billion USD", "period": "2023"}'
    >>> [(claim.value, claim.unit, claim.hedge) for claim in read_claims([line])]
    [(Decimal('3000000000'), 'USD', 'below')]
    >>> read_claims(['{"metric": "exports", "amount": 3}'])
    Traceback (most recent call last):
    ...
    claimcheck.errors.InputError: claims:1: a figure needs a value
    """
    name, lines = (str(source), _lines_of(Path(source))) if isinstance(source, str | Path) else (_NAMELESS, source)
    return tuple(_claim(line, f"{name}:{number}") for number, line in enumerate(lines, 1) if line.strip())


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return compile_vocabulary(packs_of())


def written_period(text: str) -> Period:
    """A period in words; raises ValueError for words that name none.

    >>> written_period("first 11 months of 2024").iso
    '2024-01/2024-11'
    """
    return parse_period(text, lexicons_of(packs_of()).of(DEFAULT_LANGUAGE).dates)


def _read_quantity(fields: dict[str, Any]) -> dict[str, Any]:
    value = fields.pop("value", None)
    if value is None:
        raise ValueError("a figure needs a value")
    unit = fields.pop("unit", None)
    mention = _mention(value, unit)
    words = {name: fields.pop(name) for name in _WORDS if name in fields}
    period = fields.get("period")
    mention = mention.model_copy(update=words | {"period": period.iso if period else None})
    claim = claim_quantity(_document(mention.text), mention, _setting(words), _vocabulary(), (0, len(mention.text)))
    if isinstance(claim, Unresolved):
        raise ValueError(claim.reason)
    read = _stated(claim)
    if not isinstance(value, str):
        read["reading"], read["measure"] = to_measure(Reading.exactly(_number(value)), mention.unit, None)
    return read | {"role": claim.role or "level", "sure": True} | fields


def _setting(words: dict[str, Any]) -> Setting:
    """Whom the claim is about: no text says so again, hence it takes the place of what a report is about."""
    about = canonical(words.get("subject") or words.get("place"), Setting(), _vocabulary().subjects)
    return Setting(subject=about, nation=about)


def _mention(value: object, unit: str | None) -> QuantityMention:
    """The figure of a text; or of a number, which means exactly itself."""
    if isinstance(value, str):
        text = f"{value} {unit}" if unit else value
        found = [mention for mention in extract_text(text) if isinstance(mention, QuantityMention)]
        if len(found) != 1:
            raise ValueError(f"{value!r} states {'no figure' if not found else f'{len(found)} figures'}")
        return found[0].model_copy(update={"start": 0, "end": len(text), "text": text, "metric": None})
    number = _number(value)
    text = f"{number:f}" + (f" {unit}" if unit else "")
    return QuantityMention(start=0, end=len(text), text=text, value=number, unit=unit or "count", form="words")


def _number(value: object) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"{value!r} is no number") from None
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        raise ValueError(f"{value!r} is no number that a report could state")
    return number


def _read_title(fields: dict[str, Any]) -> dict[str, Any]:
    name, titles = fields.pop("person", None), fields.pop("titles", ())
    if not name or not titles:
        raise ValueError("a title claim needs a person and titles")
    text = f"{name}, {', '.join(titles)}"
    mention = PersonMention(start=0, end=len(text), text=text, name=name, titles=tuple(titles))
    claims = resolve_people(_document(text), [mention], fields.get("place"), packs_of())
    return _as_read(claims, fields, f"no known office in {', '.join(titles)!r}")


def _read_reference(fields: dict[str, Any]) -> dict[str, Any]:
    date = fields.pop("date", None)
    named = {name: fields.pop(name) for name in ("type", "identifier", "issuer", "title") if name in fields}
    text = " ".join(str(part) for part in (*named.values(), date) if part)
    mention = ReferenceMention(
        start=0, end=len(text), text=text, date=None if date is None else str(date), **({"type": "document"} | named)
    )
    return _as_read(resolve_references(_document(text), [mention]), fields, f"{text!r} is no reference")


def _as_read(claims: list[model.Claim], fields: dict[str, Any], problem: str) -> dict[str, Any]:
    if not claims:
        raise ValueError(problem)
    return _stated(claims[0]) | fields


def _stated(claim: model.Claim) -> dict[str, Any]:
    """The fields that a claim itself states."""
    return {name: getattr(claim, name) for name in type(claim).model_fields if name not in _SURROUNDINGS}


def _document(text: str) -> Document:
    return Document(path="", text=text, reading=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),))


def _lines_of(path: Path) -> Iterator[str]:
    try:
        yield from path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"is not UTF-8: {error.reason} at byte {error.start}") from error


def _claim(line: str, place: str) -> model.Claim:
    fields = _object(line, place)
    resolved = fields.pop(RESOLVED, False)
    try:
        return resolved_claim(fields) if resolved is True else Claim.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"])) or None
        raise InputError(place, first["msg"].removeprefix("Value error, "), key=key) from error


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        told = json.loads(line, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InputError(place, f"is no JSON: {error}") from error
    if not isinstance(told, dict):
        raise InputError(place, "is no JSON object")
    return told


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
