"""Binding: what a marked figure is about, on sentences written for the purpose."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from claimcheck import QuantityMention, extract
from claimcheck.extract.binding import BindingLexicon, bind, compile_binding
from claimcheck.extract.drafts import BlockDrafts, DateDraft, QuantityDraft
from claimcheck.model.period import Period
from claimcheck.packs.load import load_packs
from tests.cost import assert_at_most

_MARK = re.compile(r"\[([^\]]+)\]")


@pytest.fixture(scope="module")
def lexicon() -> BindingLexicon:
    return compile_binding(load_packs(), "en")


def _block(marked: str) -> BlockDrafts:
    """A block whose figures stand in square brackets; bare years are its dates."""
    text, figures, end = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[end:match.start()]
        figures.append((len(text), match[1]))
        text += match[1]
        end = match.end()
    text += marked[end:]
    block = BlockDrafts(text, "paragraph")
    for start, words in figures:
        unit = "percent" if "%" in words else "USD" if "$" in words else "count"
        stop = start + len(words)
        block.quantities.append(QuantityDraft(start, stop, Decimal(1), unit, stop, start, stop))
    taken = [(draft.start, draft.end) for draft in block.quantities]
    block.dates = [
        DateDraft(match.start(), match.end(), match[0], Period.year(int(match[0])))
        for match in re.finditer(r"\b20\d\d\b", text)
        if not any(start <= match.start() < stop for start, stop in taken)
    ]
    return block


def _bound(lexicon: BindingLexicon, *texts: str) -> list[QuantityDraft]:
    blocks = [_block(text) for text in texts]
    bind(blocks, lexicon, None)
    return [draft for block in blocks for draft in block.quantities]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Total export turnover reached [$5 billion].", ["Total export turnover"]),
        ("The port had [$5 billion] in foreign direct investment.", ["foreign direct investment"]),
        ("Exports were [$12 billion] and imports [$14 billion].", ["Exports", "imports"]),
        ("Wardens of [26] mountain huts came.", ["mountain huts"]),
        ("Exports rose [12%] to [$5 billion] from [$4 billion].", ["Exports", "Exports", "Exports"]),
        ("Unemployment stood at [4%], down [1%] from a year earlier.", ["Unemployment", "Unemployment"]),
        ("The mill employs [300] people.", ["employees"]),
        ("Coal supplied [52%], peat [31%] and wood [12%].", ["Coal", "peat", "wood"]),
        ("The figures were bringing total turnover to [$9 billion].", ["total turnover"]),
        ("Revenue: [$9 billion]", ["Revenue"]),
        ("The mill has [90] looms, [35] of which stand idle.", ["looms", "looms stand idle"]),
        ("Of the [17] items, [14] met the plan.", ["items", "items met plan"]),
        ("[12] workers are on leave.", ["workers on leave"]),
        ("The average stay was [3] nights.", ["average stay"]),
        ("Spending on roads came to [$9 billion].", ["Spending on roads"]),
        ("Funding is [38%] of the appeal.", ["Funding share of appeal"]),
        ("The office put the number of marchers at [9000].", ["number of marchers"]),
        ("Acme's 2023 revenue was [$9 billion].", ["revenue"]),
        ("The region exported goods worth [$5 billion], the office said, up [14%] on 2022.", ["exports", "exports"]),
        ("Tea brought in [$1 billion] of the exports.", ["Tea exports"]),
        ("The fall in timber was [12%], from [$3].", ["timber", "timber"]),
        ("There were [400] visits, [8] a day.", ["visits", "visits"]),
        ("They paid [$5], so that the average fee fell to [$4].", ["payment", "average fee"]),
        ("A deficit of [$2] after [$4] was expected.", ["deficit", "deficit"]),
        ("The yard had profit after tax of [$4].", ["profit"]),
    ],
)
def test_metric(lexicon: BindingLexicon, text: str, metrics: list[str]) -> None:
    assert [draft.metric for draft in _bound(lexicon, text)] == metrics


@pytest.mark.parametrize(
    ("texts", "subject"),
    [
        (["Exports of Nghe An province reached [$3 billion]."], "Nghe An"),
        (["Lao Cai's exports reached [$3 billion]."], "Lao Cai"),
        (["Exports of the province reached [$3 billion]."], "province"),
        (["Trade in Nghe An province", "Exports of the province reached [$3 billion]."], "Nghe An"),
        (["HANOI - Exports reached [$3 billion]."], None),
        (["The largest mill makes yarn. It employs [300] people."], "largest mill"),
        (["The alliance gathered [300] signatures."], "alliance"),
        (["Acme Foods bakes bread. Acme Foods grew.", "Profit was [$3 billion]."], "Acme Foods"),
        (["The council met. Prices rose [3%]."], None),
        (["Its owner, Ana Silva, has [7] stills."], "Ana Silva"),
        (["She runs a school with [512] pupils."], "school"),
        (["HUE - The city welcomed [300] guests. Revenue rose [3%]."], "Hue"),
        (["Growers sold [300] tonnes."], None),  # all growers there are, of a place that nobody names
        (["Queues formed at the university, where [3] of the registers failed."], "university"),
        (["Vietnamese firms met. Our country's turnover reached [$3 billion]."], "Vietnam"),
    ],
)
def test_subject(lexicon: BindingLexicon, texts: list[str], subject: str | None) -> None:
    assert _bound(lexicon, *texts)[0].subject == subject


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2023 exports reached [$3 billion], up [5%] compared to 2022.", ["2023", "2023"]),
        ("Exports rose from [$4 billion] in 2021 to [$5 billion] in 2022.", ["2021", "2022"]),
        ("In 2023 exports reached [$3 billion]. Imports were [$2 billion].", ["2023", "2023"]),
        ("Exports were [$3 billion] in 2023, compared with [$2 billion] a year earlier.", ["2023", "2022"]),
        ("It has been open since 2019. It sold [$3 billion].", [None]),
        ("Never since records began in 2001 has it been lower. It sold [$3 billion].", [None]),
        ("In 2023 sales were [$3 billion], up [5%] on 2022. Costs were [$2 billion].", ["2023", "2023", "2023"]),
        ("In 2023 sales rose [5%] from [$3 billion] in 2022. Costs were [$2 billion].", ["2023", "2022", "2023"]),
        ("In 2024 the party won [5%], improving on its 2019 share by [2%].", ["2024", "2024"]),
        ("The number of its shops rose to [147], an increase of [5%] over 2022.", [None, None]),
        ("In 2023 it grew. The number of its shops rose to [147], up [5%] over 2022.", ["2023", "2023"]),
        ("The club has [90] rowers, [twice] as many as the [45] of its start in 2011.", [None, None, "2011"]),
        ("It trained [60] cooks in 2021, [85] in 2022 and keeps [9].", ["2021", "2022", "2022"]),
        ("In 2023 it cast [40] bells. In the second half output fell to [35].", ["2023", None]),
        ("In 2022 it sold [9] boats, and in 2023 it sold [14].", ["2022", "2023"]),
        ("The fair had [31] stalls, [twice] that of 2021. [7] sold bread.", [None, None, None]),
        ("It will have [4] gates in 2035. It cost [9 million USD].", ["2035", None]),
        ("The fair drew [50] people from Laos in 2021.", ["2021"]),
        ("The [61] steps of the tower, which burnt in 1987, are oak. [40] are new.", [None, None]),
        ("It had [8%], compared with [7%] in 2023, when [90] boats lay idle. [5] sank.", [None, "2023", "2023", None]),
        ("Budget (2018): [$4 billion]\nLargest order: [$2 billion]", ["2018", None]),
        ("In 2023 the wait fell to [$5] from [$6]. It cost [$2] after [$3].", ["2023", None, "2023", None]),
        ("We had a deficit of [$2] after [$4] in 2022. It hurt [9] people.", [None, "2022", None]),
        ("Output was [118%] of the 2001 mean.", [None]),
        ("Output was [$5], [$1] above the mean of 2001.", [None, None]),
        ("The comparison with 2016 leaves out [160] pairs.", [None]),
    ],
)
def test_period(lexicon: BindingLexicon, text: str, periods: list[str | None]) -> None:
    assert [draft.period.iso if draft.period else None for draft in _bound(lexicon, text)] == periods


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("By Friday noon [214] sledges were waiting.", True),
        ("By Friday [45] schools had been repaired.", True),
        ("[45] schools will be repaired by Friday.", False),
    ],
)
def test_a_day_by_which_something_was_done_is_that_up_to_which_its_figures_count(
    lexicon: BindingLexicon, text: str, told: bool
) -> None:
    block = _block(text)
    start = block.text.index("Friday")
    friday = Period.day(dt.date(2024, 9, 6))
    block.dates = [DateDraft(start, start + len("Friday"), "2024-09-06", friday)]
    bind([block], lexicon, None)
    assert (block.quantities[0].period == replace(friday, sort="as-of")) is told


def test_the_size_of_each_thing_does_not_hide_what_is_counted(lexicon: BindingLexicon) -> None:
    assert _bound(lexicon, "Packers sent [7] [three-litre] jars of olives overseas.")[0].metric == "jars of olives"


def test_what_shares_the_metric_of_a_figure_not_understood_takes_none_of_an_earlier_sentence(
    lexicon: BindingLexicon,
) -> None:
    bound = _bound(lexicon, "Flour prices reached [$41]. The mills bought seed for [$12 million], a rise of [9%].")
    assert bound[0].metric == "Flour prices"
    assert bound[2].metric == bound[1].metric != "Flour prices"


def test_base_is_the_period_compared_with(lexicon: BindingLexicon) -> None:
    stated = _bound(lexicon, "Exports rose [5%] in 2023 compared to 2020.")[0]
    implied = _bound(lexicon, "Exports rose [5%] in 2023 from a year earlier.")[0]
    assert (stated.period, stated.base) == (Period.year(2023), Period.year(2020))
    assert implied.base == Period.year(2022)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Exports are estimated at [$3 billion].", "estimate"),
        ("Exports met the plan and reached [$3 billion].", None),
        ("Exports reached [$3 billion], beating the target of the ministry.", None),
        ("Exports will reach [$3 billion].", "forecast"),
        ("The firm would pay more after posting a profit of [$3 billion].", None),
        ("For the coming season the city has set aside [$3 billion].", "plan"),
    ],
)
def test_status(lexicon: BindingLexicon, text: str, status: str | None) -> None:
    assert _bound(lexicon, text)[0].status == status


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Exports rose [5%].", "change"),
        ("The Greens took [36%] of the vote.", "share"),
        ("The unemployment rate was [4%].", "level"),
        ("Exports were [5%] above the plan.", "difference"),
        ("It ranks in the top [30] countrywide.", "rank"),
        ("The fall in timber was only [5%].", "change"),
        ("The decline amounts to [5%].", "change"),
        ("Hail fell on [5] days.", "level"),
        ("Altos make up [57%] of the choir.", "share"),
        ("[12] a day come.", "ratio"),
    ],
)
def test_role(lexicon: BindingLexicon, text: str, role: str) -> None:
    assert _bound(lexicon, text)[0].role == role


@pytest.mark.parametrize(
    ("text", "trends"),
    [
        ("Yield: [$5] (+[3%])", ["", "up"]),
        ("Yield +[3%]", [""]),
        ("Sales rose by [6%] and costs by [1%].", ["up", "up"]),
        ("Sales rose by [6%] and costs are [1%].", ["up", ""]),
    ],
)
def test_trend_that_a_figure_shares_or_has_from_its_sign(lexicon: BindingLexicon, text: str, trends: list[str]) -> None:
    blocks = [_block(text)]
    for draft in blocks[0].quantities:
        draft.trend = "up" if "rose by" in text[:draft.start] and draft is blocks[0].quantities[0] else ""
    bind(blocks, lexicon, None)
    assert [draft.trend for draft in blocks[0].quantities] == trends


def test_cost_is_linear_even_in_one_endless_sentence(lexicon: BindingLexicon) -> None:
    def read(times: int) -> None:
        bind([_block("exports of rice and tea reached [$5 billion] in 2023 and " * times)], lexicon, None)

    read(10)
    assert_at_most(15, lambda: read(1000), lambda: read(100))


def test_a_line_may_break_behind_the_word_for(lexicon: BindingLexicon) -> None:
    [draft] = _bound(lexicon, "The town paid [$5 million] for\nthe new bridge.")
    assert draft.role == "level"


def test_a_duration_before_the_figure_makes_its_period_the_first_months_of_the_year() -> None:
    mentions = extract("In 2024 the province saw a seven-month FDI increase of 9.6% to 20.8 billion USD.")
    periods = {mention.text: mention.period for mention in mentions if isinstance(mention, QuantityMention)}
    assert periods["9.6%"] == periods["20.8 billion USD"] == "2024-01/2024-07"
