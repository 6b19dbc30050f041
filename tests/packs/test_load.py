"""Loading packs: every complaint names the file, the entry and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.packs.load import load_packs, read_pack_file
from claimcheck.packs.locate import shipped_rules
from claimcheck.packs.schema import ENTRY_TYPES
from claimcheck.packs.schema.furniture import FurnitureSpec

GOOD = """
[[furniture]]
id = "stamps"
shape = "line"
words = ["stamp here"]
reason = "a form"
examples = ["Stamp here"]
"""


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_folder_adds_entries_to_the_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "languages/en/mine.toml")
    shipped = {spec.id for spec in load_packs().select(FurnitureSpec, "en")}
    together = {spec.id for spec in load_packs([tmp_path]).select(FurnitureSpec, "en")}
    assert together == shipped | {"stamps"}


def test_an_entry_knows_its_file_and_the_language_of_its_folder(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD, "languages/xx/mine.toml")
    (entry,) = load_packs([tmp_path], shipped=False).select(FurnitureSpec, "xx")
    assert (entry.language, entry.file) == ("xx", str(path))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[furniture]\n", "not valid TOML"),
        ("[[furnitures]]\nid = 1\n", r"unknown table \[\[furnitures\]\]"),
        ("[furniture]\nid = 1\n", "must be an array of tables"),
        (GOOD.replace('reason = "a form"', "colour = 3"), "entry 'stamps', key"),
        (GOOD.replace('shape = "line"', 'shape = "round"'), "entry 'stamps', key 'shape'"),
        (GOOD + 'language = "en"\n', "key 'language'"),
        (GOOD + GOOD, "already declared in"),
    ],
)
def test_whatever_is_wrong_with_a_file_is_said_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(InputError, match=complaint) as caught:
        load_packs([tmp_path], shipped=False)
    assert str(path) in str(caught.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder of rules"):
        load_packs([tmp_path / "nowhere"], shipped=False)


def test_every_shipped_file_loads_and_holds_something() -> None:
    for path in sorted(shipped_rules().rglob("*.toml")):
        assert list(read_pack_file(path)), path


def test_every_table_has_a_type_that_names_it() -> None:
    assert all(entry_type.table == table for table, entry_type in ENTRY_TYPES.items())
