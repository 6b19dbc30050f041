"""How fast claimcheck is: python benchmarks/run.py prints four figures, each the best of a few runs.

Extraction in characters a second; checking in claims a second; the main job on seeds/ as a multiple of what it costs to
import two of its dependencies; and how much longer ten times the input takes.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimcheck import check
from claimcheck.check import check_claims
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import extract_document, packs_of, read_paths, read_texts
from claimcheck.resolve import resolve_claims

ROOT = Path(__file__).parent.parent
YEARS = range(1900, 1990)
TOWNS = ("Aldar", "Brenik", "Castola", "Dorvan", "Elmstad", "Farnau", "Gorvik", "Hallin", "Istova", "Jarnsund")


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
        f"Hotels welcomed {thousands},400 visitors in {year}, more than the plan had foreseen. The council will repair "
        "the road along the quay, and the school gets a new roof. Residents were asked for their opinion.\n"
    )


def growth(small: int = 40, times: int = 10, runs: int = 3) -> float:
    """How many times longer it takes to check `times` as many reports."""
    few, many = news(small), news(small * times)
    check(texts=few)  # loads the packs
    return best_time(lambda: check(texts=many), runs) / best_time(lambda: check(texts=few), runs)


def characters_a_second() -> float:
    """Extraction of the seeds."""
    packs = packs_of()
    documents = read_paths([ROOT / "seeds"], packs)[0]
    extract_document(documents[0], packs)  # compiles the lexicons
    characters = sum(len(document.text) for document in documents)
    return characters / best_time(lambda: [extract_document(document, packs) for document in documents])


def claims_a_second(reports: int = 400) -> float:
    """Checking of claims already resolved."""
    packs = packs_of()
    documents = read_texts(news(reports), packs)
    resolution = resolve_claims([(document, extract_document(document, packs)) for document in documents], packs)
    rules = packs.select(RuleSpec)
    return len(resolution.claims) / best_time(lambda: check_claims(resolution, rules))


def main_job() -> tuple[float, float]:
    """Seconds for `python -m claimcheck seeds/`, and for the import that it is measured by."""

    def run(*arguments: str) -> object:
        return subprocess.run([sys.executable, *arguments], capture_output=True, cwd=ROOT, check=False)

    job = best_time(lambda: run("-m", "claimcheck", "seeds/"), 5)
    return job, best_time(lambda: run("-c", "import pydantic, tabulate"), 5)


def main() -> None:
    """Prints the figures."""
    job, imports = main_job()
    print(f"extraction:  {characters_a_second():>12,.0f} characters a second")
    print(f"checking:    {claims_a_second():>12,.0f} claims a second")
    print(f"seeds/:      {job:>12.2f} s, {job / imports:.1f} times `import pydantic, tabulate` ({imports:.2f} s)")
    print(f"ten times the input takes {growth():.1f} times as long")


if __name__ == "__main__":
    main()
