"""The same reports give the same bytes, whatever the seed of hashing, and the same findings in any order of files."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from claimcheck import check
from claimcheck.model.finding import Finding

ROOT = Path(__file__).parent.parent


def record(seed: str, *arguments: str) -> bytes:
    """What the program prints, with the given seed of hashing."""
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments, "--format", "json"],
        capture_output=True, cwd=ROOT, check=False, env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_a_check_gives_the_same_bytes_whatever_the_seed_of_hashing() -> None:
    first, *others = (record(seed, "check", "seeds", "--all") for seed in ("0", "1", "4242"))
    assert json.loads(first)["claims"]
    assert all(other == first for other in others)


def test_extraction_gives_the_same_bytes_whatever_the_seed_of_hashing() -> None:
    assert record("0", "extract", "seeds") == record("7", "extract", "seeds")


def test_findings_do_not_hang_on_the_order_of_the_files() -> None:
    texts = {str(path): path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures" / "trade").rglob("*.*"))
             if path.suffix in (".txt", ".md")}
    expected = _told(check(texts=texts).findings)
    assert expected
    for seed in range(3):
        names = list(texts)
        random.Random(seed).shuffle(names)
        assert _told(check(texts={name: texts[name] for name in names}).findings) == expected


def _told(findings: tuple[Finding, ...]) -> list[tuple[str, str, list[tuple[str, int, int]]]]:
    """Rule, severity and places of each finding, in an order of their own."""
    return sorted(
        (finding.rule, finding.severity, sorted((claim.path, claim.start, claim.end) for claim in finding.claims))
        for finding in findings
    )
