"""The list of formats: what of each extra must be there."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest

from claimcheck.workshop.formats import list_formats

_find = importlib.util.find_spec


@pytest.mark.parametrize(("missing", "state"), [("xlsxwriter", "(installed)"), ("python_calamine", "(missing: ")])
def test_workbooks_can_be_read_without_what_writes_them(
    monkeypatch: pytest.MonkeyPatch, missing: str, state: str
) -> None:
    def find(name: str) -> Any:
        return None if name == missing else _find(name)

    monkeypatch.setattr("claimcheck.extras.importlib.util.find_spec", find)
    row = next(line for line in list_formats(200).splitlines() if line.startswith(".xlsx"))
    assert f"the extra xlsx {state}" in row
