"""The page in a browser: filters, links both ways, keyboard, colours, hostile reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.cli import main
from tests.chromium import Watched, running_chromium

REPORTS = {
    "office.txt": "Statistics office\n\nExports of Finland reached 387.4 billion USD in 2023.\n\n"
    "Finland's GDP grew by 5.05% in 2023. Foreign visitors to Finland numbered 12.6 million in 2023.\n",
    "column.txt": "In 2023 Finland's exports were worth nearly 367.4 billion USD.\n\nFinland's GDP grew by 5.05% in "
    "2023.\n",
}
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>\'-alert(3)-\'{{7*7}}'


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with running_chromium() as chromium:
        yield chromium


def _made(folder: Path, reports: dict[str, str]) -> Path:
    inputs = folder / "reports"
    inputs.mkdir()
    for name, text in reports.items():
        (inputs / name).write_text(text, encoding="utf-8")
    page = folder / "page.html"
    assert main([str(inputs), "--format", "html", "--output", str(page)]) == 1
    return page


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Watched]:
    """The page of the reports, from a folder; afterwards nothing may have gone wrong."""
    page = _made(tmp_path, REPORTS)
    watched = Watched(browser.new_page(viewport={"width": 1400, "height": 900}))
    watched.page.goto(page.as_uri())
    yield watched
    watched.page.close()
    assert watched.said == []
    assert {url for url in watched.requests if not url.startswith("data:")} == {page.as_uri()}


def _seen_rows(page: Any) -> list[str]:
    return [row.get_attribute("data-mark") for row in page.locator("#table tbody tr").all() if row.is_visible()]


def test_the_table_is_one_for_people_and_for_screen_readers(opened: Watched) -> None:
    page = opened.page
    assert _seen_rows(page) == ["conflicts", "agrees"]
    row = page.get_by_role("row").filter(has_text="exports")
    assert row.get_by_role("rowheader").inner_text().split() == ["exports", "Finland", "2023"]
    assert "between 367.3 and 367.4 billion USD" in row.inner_text()
    assert {each.inner_text() for each in page.get_by_role("columnheader").all()} >= {"office.txt", "column.txt"}
    for landmark in ("banner", "main", "complementary", "search", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1
    assert page.get_by_role("table").get_by_role("caption").count() == 1


def test_facts_are_filtered_by_mark_and_words_and_their_number_is_told(opened: Watched) -> None:
    page = opened.page
    assert page.get_by_role("status").inner_text() == "2 of 3 facts, 1 of 1 findings"
    page.get_by_label("are said once").check()
    assert _seen_rows(page) == ["conflicts", "agrees", "said once"]
    page.get_by_label("Search").fill("gdp 5.05")
    assert _seen_rows(page) == ["agrees"]
    assert page.get_by_role("status").inner_text() == "1 of 3 facts, 0 of 1 findings"
    page.get_by_label("Search").fill("no such words")
    assert page.get_by_text("No fact has these words.").is_visible()
    page.keyboard.press("Escape")
    assert len(_seen_rows(page)) == 3


def test_a_report_that_says_nothing_of_the_facts_shown_has_no_column(opened: Watched) -> None:
    page = opened.page
    column = page.get_by_role("columnheader", name="column.txt")
    assert column.is_visible()
    page.get_by_label("are said once").check()
    page.get_by_label("Search").fill("visitors")
    assert not column.is_visible()
    assert page.get_by_role("columnheader", name="office.txt").is_visible()


def test_a_figure_leads_to_its_place_and_back(opened: Watched) -> None:
    page = opened.page
    page.locator("#table").get_by_role("link", name="367.4 billion USD").click()
    assert page.locator("#which option:checked").inner_text() == "column.txt"
    here = page.locator(":focus")
    assert here.inner_text() == "367.4 billion USD"
    assert "conflicts" in here.get_attribute("class")
    assert here.locator("xpath=ancestor::article").is_visible()
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "finding-1"
    page.go_back()
    assert page.locator(":focus").inner_text() == "367.4 billion USD"


def test_a_hidden_row_is_shown_when_a_link_leads_to_it(opened: Watched) -> None:
    page = opened.page
    page.locator("#which").select_option(label="office.txt")
    page.locator(".text").get_by_role("link", name="12.6 million").click()
    assert "said once" in page.locator(":focus").inner_text()
    assert page.locator(":focus").is_visible()


def test_everything_is_reached_by_keyboard(opened: Watched) -> None:
    page = opened.page
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    assert reached[0] == "Skip to the findings"
    assert [reached.index(name) for name in ("theme", "print", "words", "which")] == sorted(
        reached.index(name) for name in ("theme", "print", "words", "which")
    )
    assert {"finding 1", "387.4 billion USD", "367.4 billion USD"} <= set(reached)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_colours_follow_the_system_until_they_are_switched(opened: Watched) -> None:
    page = opened.page
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(ground)
    assert light != dark
    page.get_by_role("button", name="Use light colours").click()
    assert page.evaluate(ground) == light
    page.reload()
    assert page.evaluate(ground) == light


def test_a_narrow_screen_is_not_scrolled_sideways(opened: Watched) -> None:
    page = opened.page
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.get_by_role("row").filter(has_text="exports").get_by_role("cell").first.is_visible()


def test_paper_shows_findings_table_and_all_reports(opened: Watched) -> None:
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator(".filters").is_visible()
    assert all(text.is_visible() for text in page.locator(".text").all())
    assert len(page.pdf()) > 10_000


def test_without_its_script_everything_is_there(browser: Any, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_made(tmp_path, REPORTS).as_uri())
    assert len(_seen_rows(page)) == 3
    assert all(text.is_visible() for text in page.locator(".text").all())
    assert not page.locator(".filters").is_visible()
    context.close()


def test_hostile_reports_do_nothing(browser: Any, tmp_path: Path) -> None:
    name = HOSTILE.replace("/", "∕")
    reports = {
        f"{name}.txt": f"{HOSTILE}\n\nExports of Laos reached 3 billion USD in 2023. {HOSTILE}\n",
        "b.txt": f"Exports of Laos reached 5 billion USD in 2023, {HOSTILE}.\n",
        "c.html": f"<p>Exports of Laos reached 7 billion USD in 2023.</p><script>alert(4)</script>{HOSTILE}",
    }
    watched = Watched(browser.new_page())
    page = _made(tmp_path, reports)
    watched.page.goto(page.as_uri())
    watched.page.get_by_label("Search").fill(HOSTILE)
    watched.page.goto(f"{page.as_uri()}#%E0{HOSTILE}")
    assert watched.page.locator("img").count() == 0
    assert "{{7*7}}" in watched.page.content()
    # even a script that got into the page would not run
    watched.page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'alert(5)'; "
                          "document.body.append(s); }")
    assert [line for line in watched.said if "Content Security Policy" not in line] == []
    assert all(url.startswith(("file:", "data:")) for url in watched.requests)
    watched.page.close()
