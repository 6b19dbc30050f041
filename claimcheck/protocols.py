"""What plug-ins must look like: readers of files, extractors, methods of checking and output formats.

A package offers a plug-in with an entry point in the group of its kind; the name is what users write:

    [project.entry-points."claimcheck.readers"]
    rtf = "my_package:read_rtf"          # reads files that end in .rtf
    [project.entry-points."claimcheck.extractors"]
    model = "my_package:extract"         # check(..., extractors=["model"])
    [project.entry-points."claimcheck.methods"]
    round_figures = "my_package:check"   # a rule with method = "round_figures"
    [project.entry-points."claimcheck.formats"]
    tally = "my_package:render"          # --format tally

A name that is built in cannot be taken. A plug-in is imported when its name is first asked for; if it cannot be, fails,
or gives something else than it should, that is an InputError that names package and entry point. For a reader, it is a
diagnostic of the file, and the others are checked all the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.report import Report
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.report.look import Look


class Reader(Protocol):
    """Makes a document of a file, by its suffix (group `claimcheck.readers`).

    >>> from claimcheck.model.document import Block
    >>> def read_shouted(data: bytes, path: str, *, date: dt.date | None) -> Document:
    ...     text = data.decode()
    ...     blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    ...     return Document(path=path, text=text, reading=text.replace("!", " "), blocks=blocks, date=date)
    >>> reader: Reader = read_shouted
    >>> reader(b"Exports: 3 billion USD!", "a.shout", date=None).reading
    'Exports: 3 billion USD '
    """

    def __call__(self, data: bytes, path: str, *, date: dt.date | None) -> Document:
        """The document of the bytes of a file.

        path: what the document is called; date: the report's own date, where the caller knows it. `reading` is the text
        with markup blanked out, as long as `text`; blocks are stretches of it, in order. Raises
        InputError(path, reason) for a file that is not what its suffix says.
        """


class Extractor(Protocol):
    """Finds claims in a document, beside those that claimcheck finds itself (group `claimcheck.extractors`).

    >>> from claimcheck import Claim, check
    >>> def extract_price(document: Document) -> Iterable[Claim]:
    ...     at = document.text.find("EUR")
    ...     if at >= 0:
    ...         yield Claim(metric="price", subject="Bread", value=document.text[at + 4 :], unit="EUR", period="2023")
    >>> extractor: Extractor = extract_price
    >>> [(claim.path, claim.value) for claim in check(texts={"a": "EUR 3"}, extractors=[extractor]).claims][-1]
    ('a', Decimal('3'))
    """

    def __call__(self, document: Document) -> Iterable[Claim]:
        """The claims of a document; `claimcheck.Claim` takes words, and `document.place` tells where a stretch stands.

        A claim without a path is of this document. Claims of one document are told apart by `start` and `end`.
        """


class Method(Protocol):
    """Runs the rules that name it over the claims of all reports (group `claimcheck.methods`).

    >>> def check_round(rule: RuleSpec, ledger: Ledger) -> Iterable[Finding]:
    ...     for claim in ledger.claims_of("quantity"):
    ...         if claim.text.endswith("000"):
    ...             yield Finding(rule=rule.id, kind=rule.kind, severity="note", message=f"{claim.text} is round.",
    ...                           explanation="It ends in three zeros.", claims=(claim,))
    >>> method: Method = check_round
    >>> rule = RuleSpec.model_construct(id="round-figure", kind="count")
    >>> claim = Claim(path="a", text="3,000")
    >>> [finding.message for finding in method(rule, Ledger([claim], []))]
    ['3,000 is round.']
    """

    def __call__(self, rule: RuleSpec, ledger: Ledger) -> Iterable[Finding | Verdict]:
        """What the rule makes of the claims.

        rule: its `when` holds the keys of the method; ledger: `claims`, `relations`, and indexes over them. The same
        ledger must give the same findings, in whatever order the reports came.
        """


class Format(Protocol):
    """Writes a report as text (group `claimcheck.formats`).

    >>> def render_tally(report: Report, look: Look) -> str:
    ...     return f"{len(look.shown(report.findings))} findings\\n"
    >>> form: Format = render_tally
    >>> from claimcheck import check
    >>> form(check(texts=["The bridge is 150 km (39 miles) long."]), Look())
    '1 findings\\n'
    """

    def __call__(self, report: Report, look: Look) -> str:
        """The report in whole lines; `look` says what the reader wants to see, `look.shown` which findings."""
