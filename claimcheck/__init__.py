"""claimcheck finds where reports contradict each other, or themselves.

>>> from claimcheck import check
>>> report = check(texts={
...     "ministry": "Exports of Nghe An province reached 2.64 billion USD in 2023.",
...     "paper": "In 2023 exports of Nghe An reached 2.84 billion USD.",
... })
>>> [finding.kind for finding in report.findings]
['same-fact']
"""

from __future__ import annotations

from claimcheck.collector import collector_at_rest

with collector_at_rest():  # else Python looks through all that is made here, of which nothing goes again
    from claimcheck.api import check, extract, why
    from claimcheck.errors import ClaimcheckError, InputError, InternalError
    from claimcheck.model.comparison import Comparison, Facet
    from claimcheck.model.document import Document, Place
    from claimcheck.model.finding import Fact, Finding, Verdict
    from claimcheck.model.interval import Interval
    from claimcheck.model.mention import (
        DateMention,
        Extraction,
        Link,
        Mention,
        OrdinalMention,
        PersonMention,
        QuantityMention,
        ReferenceMention,
        RefusedMention,
    )
    from claimcheck.model.period import Period
    from claimcheck.model.reading import Reading
    from claimcheck.model.report import Diagnostic, Report
    from claimcheck.version import VERSION
    from claimcheck.written import Claim, read_claims

__version__ = VERSION

__all__ = [
    "Claim",
    "ClaimcheckError",
    "Comparison",
    "DateMention",
    "Diagnostic",
    "Document",
    "Extraction",
    "Facet",
    "Fact",
    "Finding",
    "InputError",
    "InternalError",
    "Interval",
    "Link",
    "Mention",
    "OrdinalMention",
    "Period",
    "PersonMention",
    "Place",
    "QuantityMention",
    "Reading",
    "ReferenceMention",
    "RefusedMention",
    "Report",
    "Verdict",
    "__version__",
    "check",
    "extract",
    "read_claims",
    "why",
]
