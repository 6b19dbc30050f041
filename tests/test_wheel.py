"""The wheel carries its rules, and so does an editable install: both are installed elsewhere and run."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REPORTS = {
    "customs.txt": "Kenya's exports were worth 7.24 billion USD in 2023, customs officers said.\n",
    "chamber.txt": "In 2023 the exports of Kenya were worth 9.42 billion USD. Tea and flowers led the list.\n",
}
SAYS = "import claimcheck.packs.locate as locate; print(locate.shipped_rules())"

pytestmark = pytest.mark.slow


def _run(*command: str | Path, cwd: Path, status: int = 0) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=cwd, env=clean)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def _python_in(folder: Path) -> Path:
    """A new environment that finds the dependencies of this one, so that no network is needed."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment with the wheel in it."""
    place = _python_in(tmp_path_factory.mktemp("wheel") / "venv")
    _run(place, "-m", "pip", "install", "--quiet", "--no-deps", "--ignore-installed", wheel, cwd=wheel.parent)
    return place


def test_wheel_holds_every_rule_file(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("claimcheck/rules/")}
    assert packed == {f"claimcheck/{path.relative_to(ROOT)}" for path in (ROOT / "rules").rglob("*") if path.is_file()}


def test_wheel_holds_what_the_pages_are_made_of(wheel: Path) -> None:
    files = {path for path in (ROOT / "claimcheck").rglob("*") if path.suffix in (".html", ".css", ".js")}
    assert {str(path.relative_to(ROOT)) for path in files} <= set(zipfile.ZipFile(wheel).namelist())
    assert len(files) > 5


def test_installed_wheel_finds_a_contradiction_by_its_own_rules(python: Path, tmp_path: Path) -> None:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text)
    rules = Path(_run(python, "-c", SAYS, cwd=tmp_path).strip())
    assert rules.is_relative_to(python.parent.parent)
    told = _run(python, "-m", "claimcheck", tmp_path, cwd=tmp_path, status=1)
    assert "7.24 billion USD" in told
    assert "9.42 billion USD" in told


def test_editable_install_finds_the_rules_of_the_checkout(tmp_path: Path) -> None:
    python = _python_in(tmp_path / "venv")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--ignore-installed", "--editable")
    _run(python, "-m", "pip", "install", *options, ROOT, cwd=tmp_path)
    assert Path(_run(python, "-c", SAYS, cwd=tmp_path).strip()) == ROOT / "rules"
