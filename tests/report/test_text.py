from __future__ import annotations

from claimcheck.model.finding import Severity
from claimcheck.report import FORMATS, render_report
from claimcheck.report.findings import render_finding
from claimcheck.report.look import Look
from claimcheck.report.snippets import snippet
from tests.report import built

FINDING = """\
error  figure-contradicts-figure  exports of Nghe An, 2023: 2.64 and 2.84 billion USD cannot
  both hold.
  a.txt:3:60   …the province in 2023 shipped for «2.64 billion USD», up 17.9% on the year…
  b.txt:1:38   Firms of Nghe An shipped goods worth «US$2.84 billion» abroad in 2023, the…
  2.64 billion USD means 2.63 to 2.65; 2.84 means 2.83 to 2.85; nothing is in both."""


def test_a_finding_shows_both_quotations_in_their_sentence_and_the_working() -> None:
    assert render_finding(built.finding(), built.SOURCES, Look(width=96)) == FINDING


def test_no_line_is_wider_than_the_screen() -> None:
    for width in (60, 80, 100):
        for form in ("text", "table"):
            text = render_report(built.report(), form, Look(width=width, everything=True))
            assert max(map(len, text.splitlines())) <= width, (form, width)


def test_claims_close_together_on_one_line_share_one_snippet() -> None:
    finding = built.finding(claims=(built.LEFT, built.claim("a.txt", "up 17.9%")))
    text = render_finding(finding, built.SOURCES, Look())
    assert "«2.64 billion USD», «up 17.9%»" in text
    assert text.count("a.txt:3") == 1


def test_a_claim_without_a_source_is_quoted_alone() -> None:
    assert "«2.64 billion USD»" in render_finding(built.finding(), {}, Look())


def test_repeats_are_named_by_their_places() -> None:
    finding = built.finding(repeats=(built.claim("c.txt", "exports"),))
    assert "also stated at c.txt:1:12" in render_finding(finding, built.SOURCES, Look())


def test_notes_are_shown_only_when_asked_for() -> None:
    def shown(everything: bool, level: Severity) -> bool:
        look = Look(everything=everything, level=level)
        return "figure-strains-figure" in render_report(built.report(), "text", look)

    assert not shown(False, "warning")
    assert shown(True, "warning")
    assert shown(False, "note")


def test_errors_come_before_notes() -> None:
    text = render_report(built.report(), "text", Look(everything=True))
    assert text.index("error  figure-") < text.index("note  figure-")


def test_the_summary_says_what_the_silence_rests_on() -> None:
    text = render_report(built.report(findings=()), "text", Look())
    assert "no contradiction found in 3 reports: 2 claims, 1 not compared" in text
    assert "--all" in text


def test_everything_lists_verdicts_and_what_was_not_compared_with_reasons() -> None:
    text = render_report(built.report(), "text", Look(everything=True))
    assert "cannot tell  growth-off  “2.64 billion USD” (a.txt:3:60): no level of 2022" in text
    assert "1  no base\n  a.txt:3:81  " in text
    assert "up «17.9%» on the year" in text


def test_colours_are_written_only_when_wanted() -> None:
    for form in FORMATS:
        assert "\x1b" not in render_report(built.report(), form, Look())
    assert "\x1b[31;1merror\x1b[0m" in render_report(built.report(), "table", Look(colour=True))


def test_long_lines_are_cut_around_the_quotation() -> None:
    source = "word " * 100_000 + "2.64 billion USD" + " word" * 100_000
    start = source.index("2.64")
    claim = built.LEFT.model_copy(update={"start": start, "end": start + 16})
    text = render_finding(built.finding(claims=(claim,)), {"a.txt": source}, Look(width=80))
    assert "word «2.64 billion USD» word" in text
    assert max(map(len, text.splitlines())) <= 80


def _around(source: str, quote: str) -> str:
    start = source.index(quote)
    return snippet(source, [(start, start + len(quote))], 120)


def test_a_sentence_is_followed_over_broken_lines() -> None:
    source = "News\n\nThe mills in the hills of the province in 2023\nshipped for 2.64 billion USD, said the\npaper."
    assert _around(source, "2.64 billion") == (
        "The mills in the hills of the province in 2023 shipped for «2.64 billion» USD, said the"
    )


def test_items_and_headings_are_not_run_together() -> None:
    source = "Results\n- Net profit of 412 million\n- Revenue of 5.6 billion\n"
    assert _around(source, "412 million") == "- Net profit of «412 million»"
    assert _around(source, "5.6 billion") == "- Revenue of «5.6 billion»"
