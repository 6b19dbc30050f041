"""The corridor: read -> extract -> resolve -> check. The only place that loads packs in a run."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from claimcheck.check import check_claims
from claimcheck.check.hints.cures import Cures
from claimcheck.check.hints.repair import add_hints
from claimcheck.check.why import explain_pair
from claimcheck.collector import collector_at_rest
from claimcheck.errors import InputError
from claimcheck.extract import Lexicons, compile_lexicons, extract_mentions, extract_relations
from claimcheck.extract.courses import as_told
from claimcheck.model.claim import Claim, Resolution
from claimcheck.model.comparison import Comparison
from claimcheck.model.document import Document
from claimcheck.model.finding import Finding
from claimcheck.model.manual import RulePage
from claimcheck.model.mention import AnyMention, Extraction
from claimcheck.model.pointing import claim_named
from claimcheck.model.report import Diagnostic, Report
from claimcheck.model.whereabouts import with_whereabouts
from claimcheck.packs.collection import Packs
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.furniture import FurnitureSpec, PageElement
from claimcheck.packs.schema.grammar import ClassId, GrammarClass
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.packs.verify import verify_packs
from claimcheck.read import read_document
from claimcheck.read.files import Source, report_files
from claimcheck.read.furniture import Furniture
from claimcheck.resolve import Memory, resolve_claims
from claimcheck.version import VERSION

_LONG = 10_000  # characters of a text of which so much is made that Python would look for circles in it many times
# classes of words with which no paragraph ends
_UNFINISHED: tuple[ClassId, ...] = ("determiner", "possessive", "preposition", "conjunction")


@dataclass(frozen=True, slots=True)
class Kept:
    """What one check leaves to the next, where both are of much the same reports and of the same packs."""

    memory: Memory = field(default_factory=Memory)
    cures: Cures = field(default_factory=Cures)


def packs_of(folders: tuple[Path, ...] = ()) -> Packs:
    """The shipped packs with those of further folders; read once, and proved right where there are further ones.

    Folders are read again once a file in them has changed.
    """
    return _packs_of(folders, tuple(map(_state_of, folders)))


@lru_cache(maxsize=8)
def _packs_of(folders: tuple[Path, ...], states: tuple[object, ...]) -> Packs:
    """states: of the folders, since their names alone do not tell what is in them."""
    del states
    packs = load_packs(folders)
    return _verified(packs) if folders else packs


def _state_of(folder: Path) -> object:
    """What is another once a file of a folder of packs is; also for a folder of the same name elsewhere."""
    files = [(str(file), file.stat()) for file in sorted(folder.resolve().rglob("*.toml")) if file.is_file()]
    return str(folder.resolve()), tuple((name, told.st_mtime_ns, told.st_size) for name, told in files)


# The shipped packs are proved by their tests, so that a run reads no more of them than it needs.
_verified = lru_cache(maxsize=8)(verify_packs)


def _proved(packs: Packs) -> Packs:
    return packs if packs is packs_of() else _verified(packs)


@lru_cache(maxsize=8)
def lexicons_of(packs: Packs) -> Lexicons:
    """The words of the packs, compiled once."""
    return compile_lexicons(packs)


@collector_at_rest()
def check_documents(
    documents: Sequence[Document],
    packs: Packs | None = None,
    *,
    claims: Sequence[Claim] = (),
    diagnostics: Sequence[Diagnostic] = (),
) -> Report:
    """Checks documents already read, together with claims built by hand."""
    packs = packs or packs_of()
    extracted = [(document, extract_document(document, packs)) for document in documents]
    return check_extracted(extracted, packs, claims=claims, diagnostics=diagnostics)


@collector_at_rest()
def check_extracted(
    extracted: Sequence[tuple[Document, Extraction]],
    packs: Packs,
    *,
    claims: Sequence[Claim] = (),
    diagnostics: Sequence[Diagnostic] = (),
    kept: Kept | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> Report:
    """Checks what extraction found in some documents, together with claims built by hand.

    kept: what an earlier check of much the same documents has left. go_on: asked before each rule; once it says no,
    the report is of the rules that were run, and not complete.
    """
    packs, kept = _proved(packs), kept or Kept()
    documents = [document for document, _ in extracted]
    resolution = resolve_claims(extracted, packs, kept.memory)
    by_hand = tuple(_named(claim, number) for number, claim in enumerate(claims, 1))
    resolution = resolution.model_copy(update={"claims": resolution.claims + by_hand})
    rules = packs.select(RuleSpec)
    result = check_claims(resolution, takewhile(lambda _: go_on(), rules))
    result = add_hints(result, resolution, rules, kept.cures) if go_on() else result
    report = Report(
        version=VERSION,
        complete=go_on(),
        documents=tuple(document.path for document in documents),
        findings=result.findings,
        claims=_with_cells(resolution),
        verdicts=result.verdicts,
        facts=result.facts,
        not_compared=resolution.unresolved + result.not_compared,
        diagnostics=tuple(diagnostics),
        days={document.path: found.day for document, found in extracted if found.day is not None},
        ignores=tuple(ignore for document in documents for ignore in document.ignores),
        rules=_pages(rules, result.findings),
        sources={document.path: document.text for document in documents},
        read=tuple(documents),
    )
    return with_whereabouts(report, documents)


def explain_two(report: Report, first: Claim | str, second: Claim | str) -> Comparison:
    """Why two claims of a report were or were not compared, and with what result.

    A claim may be given by name: its place or its words (see `claimcheck.model.pointing`). Raises InputError for a name
    that fits none, or several.
    """
    a, b = (claim_named(report, each) if isinstance(each, str) else each for each in (first, second))
    return explain_pair(a, b, report.findings, report.verdicts, report.claims)


def check_texts(
    texts: Mapping[str, str] | Sequence[str],
    packs: Packs | None = None,
    *,
    date: dt.date | None = None,
    claims: Sequence[Claim] = (),
) -> Report:
    """Checks texts, by name or nameless."""
    packs = packs or packs_of()
    return check_documents(read_texts(texts, packs, date=date), packs, claims=claims)


def read_paths(
    paths: Sequence[Source],
    packs: Packs,
    *,
    date: dt.date | None = None,
    encoding: str | None = None,
    stdin_name: str = "-",
    exclude: Sequence[str] = (),
) -> tuple[list[Document], list[Diagnostic]]:
    """The reports in files and folders, and a diagnostic for each that cannot be read.

    stdin_name: what standard input ("-") is called; its suffix says what it is read as. exclude: what to leave out of
    folders (see `claimcheck.read.files`).
    """
    documents: list[Document] = []
    diagnostics: list[Diagnostic] = []
    for path, name in report_files(paths, diagnostics, stdin_name=stdin_name, exclude=exclude):
        try:
            documents.append(read_path(path, packs, name=name, date=date, encoding=encoding))
        except InputError as error:
            diagnostics.append(Diagnostic(path=name, reason=error.reason))
    return documents, diagnostics


def read_texts(
    texts: Mapping[str, str] | Sequence[str], packs: Packs, *, date: dt.date | None = None
) -> list[Document]:
    """Texts as documents, by name; nameless ones are called "text 1", "text 2" and so on."""
    named = texts if isinstance(texts, Mapping) else {f"text {n}": text for n, text in enumerate(texts, 1)}
    return [read_document(text, name, _furniture(packs), date=date) for name, text in named.items()]


def read_path(
    path: Source,
    packs: Packs | None = None,
    *,
    name: str | None = None,
    date: dt.date | None = None,
    encoding: str | None = None,
) -> Document:
    """One file ("-": standard input) as a document, called `name` in what follows.

    Raises InputError when it cannot be read.
    """
    name = name or str(path)
    return read_content(content_of(path, name), name, packs, date=date, encoding=encoding)


def content_of(path: Source, name: str) -> bytes:
    """What a file ("-": standard input) holds; raises InputError when it cannot be read."""
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(name, f"cannot be read: {error.strerror}") from error


def read_content(
    content: bytes, name: str, packs: Packs | None = None, *, date: dt.date | None = None, encoding: str | None = None
) -> Document:
    """What a file holds as a document; raises InputError when that is no report."""
    document = read_document(content, name, _furniture(packs or packs_of()), encoding=encoding, date=date)
    if not document.text.strip():
        raise InputError(name, "holds no text")
    return document


def extract_document(document: Document, packs: Packs | None = None) -> Extraction:
    """The mentions and links of one document."""
    return extract_relations(document, lexicons_of(packs or packs_of()))


def extract_text(text: str, date: dt.date | None = None, packs: Packs | None = None) -> tuple[AnyMention, ...]:
    """The mentions of a text; `date` is its own date, from which words like "last year" count."""
    packs = packs or packs_of()
    return extract_mentions(read_document(text, "text", _furniture(packs), date=date), lexicons_of(packs))


def tell_document(document: Document, packs: Packs | None = None) -> tuple[AnyMention, ...]:
    """The mentions of one document as readers meet them: a course "from A to B" is one, people stand at their names."""
    with collector_at_rest() if len(document.text) > _LONG else nullcontext():
        return as_told(document.text, extract_mentions(document, lexicons_of(packs or packs_of())))


def tell_text(text: str, date: dt.date | None = None, packs: Packs | None = None) -> tuple[AnyMention, ...]:
    """The mentions of a text as readers meet them; `date` is its own date."""
    packs = packs or packs_of()
    return tell_document(read_document(text, "text", _furniture(packs), date=date), packs)


@lru_cache(maxsize=8)
def _furniture(packs: Packs) -> Furniture:
    lines = [spec for language in packs.languages for spec in packs.select(FurnitureSpec, language)]
    grammar = (entry for language in packs.languages for entry in packs.select(GrammarClass, language))
    unfinished = [word for entry in grammar if entry.id in _UNFINISHED for word in entry.words]
    return Furniture(lines, packs.select(PageElement), unfinished)


def _with_cells(resolution: Resolution) -> tuple[Claim, ...]:
    """All claims, those of tables behind those of the running text."""
    return resolution.claims + resolution.cells


def _pages(rules: Sequence[RuleSpec], findings: Sequence[Finding]) -> tuple[RulePage, ...]:
    """The rules that findings name, in words."""
    named = {finding.rule for finding in findings}
    fields = RulePage.model_fields
    return tuple(RulePage(**{field: getattr(rule, field) for field in fields}) for rule in rules if rule.id in named)


def _named(claim: Claim, number: int) -> Claim:
    return claim if claim.path else claim.model_copy(update={"path": f"claim {number}"})
