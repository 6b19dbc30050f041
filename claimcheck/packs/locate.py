"""Where the shipped rules lie: inside an installed wheel, or in the checkout of an editable install."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import InternalError


def shipped_rules() -> Path:
    """The folder of the rules that come with claimcheck."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return folder
    raise InternalError(f"the rules that ship with claimcheck are missing beside {package}")
