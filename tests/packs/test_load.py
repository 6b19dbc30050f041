"""Loading packs: every complaint names the file, the entry and the key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.packs.load import load_packs, read_pack_file
from claimcheck.packs.locate import shipped_rules
from claimcheck.packs.schema import ENTRY_TYPES
from claimcheck.packs.schema.furniture import FurnitureSpec
from claimcheck.packs.schema.units import UnitWords
from claimcheck.packs.verify import verify_packs
from claimcheck.pipeline import packs_of

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


def test_the_shipped_packs_name_nothing_that_is_not_declared() -> None:
    assert verify_packs(load_packs()).select(UnitWords, "en")


def test_every_table_has_a_type_that_names_it() -> None:
    assert all(entry_type.table == table for table, entry_type in ENTRY_TYPES.items())


KLICKS = """
[[unit_words]]
{id}unit = "kilometer"
words = ["klick", "klicks"]
examples = [{{ text = "It takes 4,500 klicks in all.", value = 4500, unit = "kilometer" }}]
"""


def _words(root: Path, text: str) -> Path:
    folder = root / "house" / "languages" / "en"
    folder.mkdir(parents=True)
    (folder / "unit-words.toml").write_text(text, encoding="utf-8")
    return root / "house"


def test_a_pack_may_add_words_to_a_unit_that_has_some(tmp_path: Path) -> None:
    house = _words(tmp_path, KLICKS.format(id='id = "house-kilometer"\n'))
    entries = load_packs([house]).select(UnitWords, "en")
    assert {"kilometer", "klick"} <= {word for entry in entries if entry.unit == "kilometer" for word in entry.words}
    (house / "languages" / "en" / "unit-words.toml").write_text(KLICKS.format(id=""), encoding="utf-8")
    with pytest.raises(InputError, match=r"already declared in .*; give it an id of its own"):
        load_packs([house])


@pytest.mark.parametrize("given", ["languages", "languages/en"])
def test_a_folder_of_languages_given_alone_keeps_them(tmp_path: Path, given: str) -> None:
    house = _words(tmp_path, KLICKS.format(id='id = "house-kilometer"\n'))
    (entry,) = load_packs([house / given], shipped=False)
    assert (entry.language, entry.key) == ("en", "house-kilometer")


def test_a_folder_is_read_again_when_it_is_another_or_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, word in (("one", "klick"), ("two", "verst")):
        text = KLICKS.format(id=f'id = "house-{word}"\n').replace("klick", word)
        _words(tmp_path / name, text)
    known = {}
    for name in ("one", "two"):
        monkeypatch.chdir(tmp_path / name)
        known[name] = {entry.key for entry in packs_of((Path("house"),)).select(UnitWords, "en")}
    assert ("house-klick" in known["one"], "house-klick" in known["two"]) == (True, False)
    file = tmp_path / "two" / "house" / "languages" / "en" / "unit-words.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("house-verst", "house-werst"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert "house-werst" in {entry.key for entry in packs_of((Path("house"),)).select(UnitWords, "en")}
