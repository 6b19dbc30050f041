"""A name for a finding that stays the same while its claims do, wherever in their reports they move to."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding

# Names the way fingerprints are made, for those who keep them: another way would be another version.
FINGERPRINT_VERSION: Final = "claimcheck/v1"
_DIGITS = 16


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits for the rule of a finding and its claims as read.

    It survives moved lines, other white space, the order of the reports, their move to another folder, and another
    wording or severity of the finding. A figure that changes, or that comes to be about something else, gives another:
    what somebody decided about the old one was not said of the new one.

    >>> from claimcheck.model.claim import Claim
    >>> def found(path, line, text):
    ...     claims = (Claim(path=path, line=line, text=text, metric="exports"),)
    ...     return Finding(rule="r", kind="same-fact", severity="error", message="", explanation="", claims=claims)
    >>> fingerprint(found("a.txt", 3, "3.1 billion")) == fingerprint(found("old/a.txt", 9, "3.1\\n  billion"))
    True
    >>> fingerprint(found("a.txt", 3, "3.1 billion")) == fingerprint(found("a.txt", 3, "3.2 billion"))
    False
    """
    told = [finding.rule, *sorted(_normalised(claim) for claim in finding.claims)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:_DIGITS]


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The fingerprints of all findings of a run, in their order, no two alike.

    Where one report says the same twice, so that two findings have one fingerprint, a further one is marked by its
    number: "8d5f0e31c2a94b67:2".
    """
    seen: Counter[str] = Counter()
    marked = []
    for each in map(fingerprint, findings):
        seen[each] += 1
        marked.append(each if seen[each] == 1 else f"{each}:{seen[each]}")
    return tuple(marked)


def _normalised(claim: Claim) -> str:
    """What a claim says, and in which file: neither where in it, nor in which folder the file lies."""
    about = claim.metric or claim.person or claim.event or claim.identifier or claim.title
    period = claim.period.iso if claim.period else None
    told = [PurePath(claim.path).name, claim.kind, _plain(claim.text), _plain(claim.subject), _plain(about), period]
    return json.dumps(told)


def _plain(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFKC", text or "").casefold().split())
