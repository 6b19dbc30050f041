"""The laws again, on a thousand cases each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_every_law_holds_in_a_thousand_cases() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--hypothesis-profile=thorough", "-m", "law", "tests"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )
    assert done.returncode == 0, done.stdout[-4_000:]
