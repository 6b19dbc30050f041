"""What notebooks show of a report: small, whole, escaped."""

from __future__ import annotations

from html.parser import HTMLParser

from claimcheck import Report, check

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
HARMLESS = {"div", "p", "b", "code", "ul", "li", "q", "small", "br"}


class _Tags(HTMLParser):
    """The elements of a piece of HTML; fails where one has attributes or is not closed."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.words: list[str] = []
        self.feed(markup)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _report(conflicts: int = 1) -> Report:
    told = [f"Exports of Laos reached {{}}.{year + 10} billion USD in {2000 + year}." for year in range(conflicts)]
    one, other = (" ".join(line.format(figure) for line in told) for figure in (3, 5))
    return check([ATTACK], texts={ATTACK: one, "b": other})


def test_a_report_shows_its_findings_and_what_could_not_be_read() -> None:
    shown = _Tags(_report()._repr_html_())
    words = " ".join(shown.words)
    assert "1 error" in words
    assert "2 reports, 2 claims" in words
    assert "3.10 billion USD" in words
    assert "no such file or folder" in words


def test_nothing_of_a_report_becomes_markup() -> None:
    report = _report()
    for shown in (report._repr_html_(), report.findings[0]._repr_html_()):
        tags = _Tags(shown)
        assert tags.seen <= HARMLESS
        assert ATTACK in "".join(tags.words)


def test_many_findings_are_shown_in_part() -> None:
    report = _report(24)
    shown = " ".join(_Tags(report._repr_html_()).words)
    assert len(report.findings) == 24
    assert "… and 4 more in" in shown


def test_no_finding_is_said_to_be_none() -> None:
    assert "no contradiction found" in check(texts=["All is well."])._repr_html_()
