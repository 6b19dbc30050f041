"""python -m claimcheck"""

from __future__ import annotations

from claimcheck.cli import run

if __name__ == "__main__":
    run()
