"""The house itself: floors without circles, ceilings, names, tables against folders, what an import costs."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from claimcheck.check.kinds import METHODS
from claimcheck.extras import MODULES as MODULES_OF_EXTRAS
from claimcheck.packs.load import load_packs
from claimcheck.packs.locate import shipped_rules
from claimcheck.packs.schema import ENTRY_TYPES
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.read import FILE_READERS, READERS
from claimcheck.report import FILE_FORMATS, FORMATS, format_of
from claimcheck.version import VERSION
from claimcheck.workshop.handbook import HANDBOOK, is_fresh
from claimcheck.workshop.runners import RUNNERS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
RULES = load_packs().select(RuleSpec)

MODULE_LINES = 300
FUNCTION_LINES = 40

# A room imports only from lower floors, and from itself.
FLOORS = {
    "errors": -1,
    "version": 0,
    "extras": 0,
    "plugins": 0,
    "collector": 0,
    "model": 1,
    "packs": 2,
    "read": 3,
    "extract": 3,
    "resolve": 3,
    "check": 3,
    "report": 3,
    "pipeline": 4,
    "protocols": 4,
    "written": 5,
    "extractors": 5,
    "lint": 5,
    "against": 6,
    "api": 7,
    "session": 7,
    "": 8,  # the face of the package
    "workshop": 8,
    "review": 8,
    "arguments": 9,
    "cli": 10,
    "__main__": 11,
}
STAGES = {"read", "extract", "resolve", "check", "report"}
LOADERS = {"claimcheck.packs.load", "claimcheck.packs.locate"}
LATE_IMPORTS = {"pint", "claimcheck.model.measure"}  # pint costs a quarter of a second and is seldom needed
BANNED_MODULES = {"utils", "util", "helpers", "common", "base", "types", "misc", "json", "core", "shared"}
BANNED_IN_RULE_NAMES = {"invalid", "bad", "check", "error", "wrong", "issue", "problem", "rule", "no", "not"}

# What holds the words of a text: no code compares these with words of one language, but asks for their class.
WORDS_OF_TEXT = {"head", "heads", "det", "owner", "lower", "low", "words"}
LEMMAS = {"be", "have", "do"}  # what the helping verbs of any language are called
WORDS_IN_CODE = {
    "frames": {"on", "into"},  # of these the English name of a metric is made ("investment in roads")
    "nouns": {"s"},  # behind an apostrophe
    "numerals": {"x"},  # as a sign of multiplication
    "shapes": {"www."},
}


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {_name(path) for path in MODULES}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _targets(node: ast.AST) -> Iterator[str]:
    """The modules that an import statement names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = node.module or ""
        deeper = [f"{module}.{alias.name}" for alias in node.names]
        yield from [name for name in deeper if name in NAMES] or [module]


def _for_typing_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def _top(path: Path) -> Iterator[ast.stmt]:
    """The statements at the top of a module, also those for which the collector of garbage rests."""
    for node in _tree(path).body:
        at_rest = isinstance(node, ast.With) and ast.unparse(node.items[0]) == "collector_at_rest()"
        yield from node.body if isinstance(node, ast.With) and at_rest else [node]


def _imports(path: Path) -> Iterator[str]:
    """What a module imports at its top, other than for type checkers."""
    for node in _top(path):
        if not _for_typing_only(node):
            yield from _targets(node)


def _own_imports(path: Path) -> set[str]:
    return {name for name in _imports(path) if name.split(".")[0] == "claimcheck"}


def _room(module: str) -> str:
    return [*module.split("."), ""][1]


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def _by_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


each_module = pytest.mark.parametrize("path", MODULES, ids=_by_name)


@each_module
def test_module_imports_only_from_lower_floors(path: Path) -> None:
    room = _room(_name(path))
    assert room in FLOORS, f"{room} is on no floor"
    for target in _own_imports(path):
        other = _room(target)
        assert other == room or FLOORS[other] < FLOORS[room], f"{_name(path)} imports {target}"


@each_module
def test_stage_takes_specifications_and_never_loads_them(path: Path) -> None:
    if _room(_name(path)) in STAGES | {"model"}:
        assert not _own_imports(path) & LOADERS


def test_modules_form_no_circle() -> None:
    graph = {_name(path): _own_imports(path) - {_name(path)} for path in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


@each_module
def test_imports_stand_at_the_top(path: Path) -> None:
    top = {id(node) for node in _top(path)}
    top.update(id(inner) for block in _tree(path).body if _for_typing_only(block) for inner in ast.walk(block))
    for node in ast.walk(_tree(path)):
        if isinstance(node, (ast.Import, ast.ImportFrom)) and id(node) not in top:
            assert set(_targets(node)) <= LATE_IMPORTS, f"line {node.lineno}: late import of {set(_targets(node))}"


@each_module
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@each_module
def test_functions_are_short(path: Path) -> None:
    for function in _functions(path):
        first = function.body[0]
        has_docstring = ast.get_docstring(function) is not None
        docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
        length = (function.end_lineno or function.lineno) - function.lineno + 1 - docstring
        assert length <= FUNCTION_LINES, f"{function.name} has {length} lines"


@each_module
def test_module_says_what_it_is(path: Path) -> None:
    assert path.stem not in BANNED_MODULES
    docstring = ast.get_docstring(_tree(path)) or ""
    assert len(docstring.split()) >= 3, "a module opens with a sentence that says what it is for"


def test_every_method_has_a_module_and_every_module_a_method() -> None:
    modules = {path.stem for path in (PACKAGE / "check" / "kinds").glob("*.py")} - {"__init__", "kind"}
    used = {method.__module__.rsplit(".", 1)[1] for method in METHODS.values()}
    assert modules == used


def test_every_method_is_used_by_a_rule_and_every_rule_has_a_method() -> None:
    assert {rule.method for rule in RULES} == set(METHODS)


def test_every_output_format_comes_from_the_report_stage() -> None:
    for form, module in FORMATS.items():
        assert format_of(form).__module__ == f"claimcheck.report.{module}"
    for form, module in FILE_FORMATS.items():
        assert hasattr(importlib.import_module(f"claimcheck.report.{module}"), f"render_{form}")
    assert {"table", "json"} <= set(FORMATS)


def test_every_reader_has_a_module() -> None:
    for name in [*READERS, *FILE_READERS]:
        assert (PACKAGE / "read" / f"{name}.py").is_file(), name


def test_every_entry_type_has_a_runner_for_its_examples() -> None:
    assert set(RUNNERS) == set(ENTRY_TYPES)


def test_every_topic_of_the_schema_is_registered() -> None:
    topics = {path.stem for path in (PACKAGE / "packs" / "schema").glob("*.py")} - {"__init__"}
    used = {entry_type.__module__.rsplit(".", 1)[1] for entry_type in ENTRY_TYPES.values()}
    assert topics == used


def test_every_rule_has_a_file_of_its_name() -> None:
    for rule in RULES:
        assert Path(rule.file).name == f"{rule.id}.toml"


def test_no_rule_is_since_a_version_to_come() -> None:
    def of_numbers(version: str) -> list[int]:
        return [int(number) for number in version.split(".")]

    assert [rule.id for rule in RULES if of_numbers(rule.since) > of_numbers(VERSION)] == []


def test_every_file_of_rules_is_loaded() -> None:
    files = {path.resolve() for path in shipped_rules().rglob("*.toml")}
    loaded = {Path(entry.file).resolve() for entry in load_packs()}
    assert loaded == files


def test_handbook_is_fresh() -> None:
    assert is_fresh(load_packs(), ROOT / HANDBOOK), "run claimcheck handbook"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_name_describes_the_fault(rule: RuleSpec) -> None:
    words = rule.id.split("-")
    assert len(words) >= 2, "a rule's name reads well after 'this is a case of'"
    assert not set(words) & BANNED_IN_RULE_NAMES


def test_importing_claimcheck_is_cheap() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, claimcheck; print(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    modules = {name.split(".")[0] for name in told.stdout.split()}
    assert not modules & {"pint", "yaml", "numpy", "pandas", "babel", "pytest", "hypothesis"}
    assert not modules & {"jinja2", *(each for several in MODULES_OF_EXTRAS.values() for each in several)}


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        if _room(_name(path)) not in ("cli", "__main__"):
            calls = [node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)]
            assert not any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls), path


def _holds_words(node: ast.AST) -> bool:
    """True for what holds words of a text: an item's head, a token in small letters, or a run of such words."""
    if isinstance(node, ast.Subscript):
        return _holds_words(node.value)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in ("lower", "casefold")
    return isinstance(node, ast.Attribute) and node.attr in WORDS_OF_TEXT


def _words_written_out(node: ast.AST) -> Iterator[str]:
    """The words that stand in code, alone or in a row."""
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        for inner in node.elts:
            yield from _words_written_out(inner)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"[^\W\d_]", node.value):
        yield node.value


@each_module
def test_words_of_a_language_stand_in_its_pack(path: Path) -> None:
    if _room(_name(path)) != "extract":
        return
    allowed = LEMMAS | WORDS_IN_CODE.get(path.stem, set())
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Compare) and any(map(_holds_words, sides := [node.left, *node.comparators])):
            words = {word for side in sides for word in _words_written_out(side)} - allowed
            assert not words, f"line {node.lineno}: {words} belong in a class of rules/languages/"


def test_papers_speak_of_the_project_alone() -> None:
    strangers = re.compile(r"/work/|\.\./shared|\bscenario d\d{3}\b", re.IGNORECASE)
    written = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    papers = [*written, *(ROOT / "fixtures").rglob("*.*"), *(ROOT / "rules").rglob("*.*"), *MODULES]
    for path in papers:
        found = strangers.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path}: {found and found.group()}"
