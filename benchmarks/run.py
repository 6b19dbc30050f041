"""How fast claimcheck is: python benchmarks/run.py prints a few figures, each the best of some runs.

Extraction in characters a second, of whole documents with their links and of single lines without; checking in claims a
second; the main job on seeds/ as a multiple of what it costs to import two of its dependencies; the first answer of a
new process and the memory it takes; how much longer ten times the input takes; and what a check costs after an edit.

--beside PYTHON also times quantulum3 on the same lines. It is no dependency of claimcheck: PYTHON is any interpreter
that has it installed, such as the one of a virtual environment of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from claimcheck import check, extract
from claimcheck.check import check_claims
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import extract_document, packs_of, read_paths, read_texts
from claimcheck.resolve import resolve_claims
from claimcheck.session import Session

ROOT = Path(__file__).parent.parent
YEARS = range(1900, 1990)
TOWNS = ("Aldar", "Brenik", "Castola", "Dorvan", "Elmstad", "Farnau", "Gorvik", "Hallin", "Istova", "Jarnsund")

PEER = """
import json, sys, time
from quantulum3 import parser
lines = json.load(sys.stdin)
for line in lines[:30]:
    parser.parse(line)
start = time.perf_counter()
for line in lines:
    parser.parse(line)
print(time.perf_counter() - start)
"""
# A process started by a large one counts as large from the start, but for what Linux tells of its own memory.
PEAK = """
import pathlib
told = dict(line.split(":", 1) for line in pathlib.Path("/proc/self/status").read_text().splitlines())
print(told["VmHWM"].split()[0])
"""
FIRST_ANSWER = """
import time
start = time.perf_counter()
import claimcheck
imported = time.perf_counter()
claimcheck.extract("Sales of the ferry line rose by 7.3% to about 18.6 million EUR in 2022.")
print(time.perf_counter() - start, time.perf_counter() - imported)
"""
PYDANTIC = """
import pydantic
class Model(pydantic.BaseModel):
    number: int
"""


def best_time(action: Callable[[], object], runs: int = 3) -> float:
    """The shortest of some runs, in seconds: what is slower was disturbed."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def news(reports: int) -> dict[str, str]:
    """Reports that all speak of different facts, with as many figures as news has."""
    return {f"report-{number:05}.txt": _report(number) for number in range(reports)}


def _report(number: int) -> str:
    town = TOWNS[number % len(TOWNS)]
    year = YEARS[number // len(TOWNS) % len(YEARS)]
    thousands = 300 + 7 * number % 600
    return (
        f"{town} looks back on {year}\n\n"
        f"The town of {town} exported goods worth {thousands / 100:.2f} billion USD in {year}, its mayor said. "
        f"Imports were about {thousands / 120:.1f} billion USD. The harbour, which employs nearly {thousands} people, "
        "was closed for two days because of a storm.\n"
        f"{town} welcomed {thousands},400 visitors in {year}, more than the plan had foreseen. The council will repair "
        "the road along the quay, and the school gets a new roof. Residents were asked for their opinion.\n"
    )


def growth(small: int = 40, times: int = 10, runs: int = 3) -> float:
    """How many times longer it takes to check `times` as many reports."""
    few, many = news(small), news(small * times)
    check(texts=few)  # loads the packs
    return best_time(lambda: check(texts=many), runs) / best_time(lambda: check(texts=few), runs)


def characters_a_second() -> float:
    """Extraction of the seeds as whole documents."""
    packs = packs_of()
    documents = read_paths([ROOT / "seeds"], packs)[0]
    extract_document(documents[0], packs)  # compiles the lexicons
    characters = sum(len(document.text) for document in documents)
    return characters / best_time(lambda: [extract_document(document, packs) for document in documents])


def lines() -> list[str]:
    """The lines of the seeds and fixtures, each a text of its own."""
    texts = [path.read_text(encoding="utf-8") for folder in ("seeds", "fixtures") for path in _texts_in(ROOT / folder)]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _texts_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md"))


def characters_a_second_by_lines(runs: int = 3) -> float:
    """Extraction line by line; the first lines are read before, to load the packs."""
    given = lines()
    for line in given[:30]:
        extract(line)
    return sum(map(len, given)) / best_time(lambda: [extract(line) for line in given], runs)


def characters_a_second_of_peer(python: str) -> float:
    """The same lines, read by quantulum3 in another interpreter."""
    given = lines()
    told = subprocess.run([python, "-c", PEER], input=json.dumps(given), capture_output=True, text=True, check=True)
    return sum(map(len, given)) / float(told.stdout.split()[-1])


def first_answer() -> tuple[float, float, float, float]:
    """Seconds up to the first answer, with and without the import; peak memory, and that of pydantic, in MB (Linux)."""

    def run(script: str) -> list[float]:
        told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
        return [float(figure) for figure in told.stdout.split()]

    answers = [run(FIRST_ANSWER + PEAK) for _ in range(5)]
    seconds, answer, memory = (min(figures) for figures in zip(*answers, strict=True))
    return seconds, answer, memory / 1024, run(PYDANTIC + PEAK)[0] / 1024


def claims_a_second(reports: int = 400) -> float:
    """Checking of claims already resolved."""
    packs = packs_of()
    documents = read_texts(news(reports), packs)
    resolution = resolve_claims([(document, extract_document(document, packs)) for document in documents], packs)
    rules = packs.select(RuleSpec)
    return len(resolution.claims) / best_time(lambda: check_claims(resolution, rules))


def recheck(reports: int = 200, edits: int = 5) -> float:
    """The processor time of a check after an edit of one report, as a share of that of the first check from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in news(reports).items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        time.sleep(0.2)  # files so fresh are read again, in case they change within one tick of the clock

        def timed(session: Session) -> float:
            start = time.process_time()
            session.check()
            return time.process_time() - start

        session = Session([folder], load_packs())
        first = timed(session)
        later = []
        for number in range(edits):
            path = sorted(Path(folder).iterdir())[number]
            path.write_text(path.read_text(encoding="utf-8").replace("two days", "three days"), encoding="utf-8")
            later.append(timed(session))
        return min(later) / first


def main_job() -> tuple[float, float]:
    """Seconds for `python -m claimcheck seeds/`, and for the import that it is measured by."""

    def run(*arguments: str) -> object:
        return subprocess.run([sys.executable, *arguments], capture_output=True, cwd=ROOT, check=False)

    job = best_time(lambda: run("-m", "claimcheck", "seeds/"), 5)
    return job, best_time(lambda: run("-c", "import pydantic, tabulate"), 5)


def main() -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--beside", metavar="PYTHON", help="an interpreter with quantulum3, to be timed beside")
    beside = options.parse_args().beside
    job, imports = main_job()
    by_lines = characters_a_second_by_lines()
    print(f"extraction:  {characters_a_second():>12,.0f} characters a second, whole documents with links")
    print(f"             {by_lines:>12,.0f} characters a second, line by line")
    if beside:
        peer = characters_a_second_of_peer(beside)
        print(f"quantulum3:  {peer:>12,.0f} characters a second, line by line: 1/{by_lines / peer:.1f} of claimcheck's")
    print(f"checking:    {claims_a_second():>12,.0f} claims a second")
    print(f"seeds/:      {job:>12.2f} s, {job / imports:.1f} times `import pydantic, tabulate` ({imports:.2f} s)")
    seconds, answer, memory, pydantic = first_answer()
    print(f"first answer:{seconds:>12.2f} s with the import, {answer:.2f} s without")
    print(f"peak memory: {memory:>12.0f} MB, {memory / pydantic:.1f} times that of pydantic alone ({pydantic:.0f} MB)")
    print(f"ten times the input takes {growth():.1f} times as long")
    print(f"a check of 200 reports after an edit of one takes {recheck():.0%} of the first check")


if __name__ == "__main__":
    main()
