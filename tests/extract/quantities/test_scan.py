"""What is read as a quantity, with which parts, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.quantities import compile_quantities, scan_quantities
from claimcheck.extract.quantities.amounts import read_amount
from claimcheck.extract.quantities.cut import cut_block
from claimcheck.packs.load import load_packs

_PACKS = load_packs()
_LEXICONS = {language: compile_quantities(_PACKS, language) for language in ("en", "vi")}


def _read(text: str, language: str = "en") -> list[QuantityDraft]:
    return scan_quantities(text, [], _LEXICONS[language])[0]


def _one(text: str, language: str = "en") -> QuantityDraft:
    drafts = _read(text, language)
    assert len(drafts) == 1, [text[draft.start : draft.end] for draft in drafts]
    return drafts[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It is worth $1.5bn.", "1500000000", "USD"),
        ("It is worth NOK 4.12 billion.", "4120000000", "NOK"),
        ("They raised VND 1,200 billion.", "1200000000000", "VND"),
        ("They raised 12.4 billion ringgit.", "12400000000", "MYR"),
        ("It cost £812m in all.", "812000000", "GBP"),
        ("A ticket costs 88 euros.", "88", "EUR"),
        ("It cost A$5 million.", "5000000", "AUD"),
        ("A $5 million fine was paid.", "5000000", "USD"),
        ("It covers 1,840 hectares.", "1840", "hectare"),
        ("It reached 41C on Monday.", "41", "degree_Celsius"),
        ("Rice sells at 519 USD/tonne.", "519", "USD_per_tonne"),
        ("The yield was 3.7 tonnes per hectare.", "3.7", "tonne_per_hectare"),
        ("The yield was 3.7 t/ha/crop.", "3.7", "tonne_per_hectare_per_crop"),
        ("They eat 40 kg per person per year.", "40", "kilogram_per_person"),
        ("Rates rose by 25 basis points.", "25", "basis_point"),
        ("They earn $12 an hour.", "12", "USD_per_hour"),
        ("It paid twenty-eight thousand six hundred forty-two dollars.", "28642", "USD"),
        ("It paid half a million dollars.", "500000", "USD"),
        ("It stands at 1 250 000 tonnes.", "1250000", "tonne"),
        ("It cost 3 dollars 50 cents.", "3.5", "USD"),
    ],
)
def test_money_and_measures(text: str, value: str, unit: str) -> None:
    draft = _one(text)
    assert (draft.value, draft.unit, draft.noun) == (Decimal(value), unit, None)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("It has 94 representative agencies.", 94, "representative agency"),
        ("There are 7 key tasks.", 7, "key task"),
        ("They held 700 activities abroad.", 700, "activity"),
        ("It met 15 targets of the plan.", 15, "target"),
        ("It set up a 14-member committee.", 14, "member"),
        ("One factory closed.", 1, "factory"),
    ],
)
def test_a_counted_noun_is_never_taken_for_a_unit(text: str, value: int, noun: str) -> None:
    draft = _one(text)
    assert draft.value == value
    assert (draft.unit, draft.noun) == ("count", noun)


def test_spans_of_number_unit_and_phrase() -> None:
    text = "In nearly 60 open-air concerts it spent over 3.1 billion USD."
    count, money = _read(text)
    assert text[count.start : count.end] == "60"
    assert text[count.full_start : count.full_end] == "nearly 60 open-air concerts"
    assert text[money.start : money.end] == "3.1 billion USD"
    assert text[money.start : money.number_end] == "3.1 billion"
    assert text[money.full_start : money.full_end] == "over 3.1 billion USD"


def test_places_of_the_last_digit_and_of_the_last_that_is_not_zero() -> None:
    draft = _one("It was worth 36,600 million dollars.")
    assert (draft.last_place, draft.round_place) == (Decimal(10**6), Decimal(10**8))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It holds between 27,000 and 29,000 tonnes.", (27000, 29000)),
        ("The dose is 3.15-3.40 per cent.", (Decimal("3.15"), Decimal("3.40"))),
        ("It will cost $10 to $15 billion.", (10 * 10**9, 15 * 10**9)),
        ("It took three or four years.", (3, 4)),
    ],
)
def test_ranges_share_unit_and_scale(text: str, ends: tuple[Decimal, Decimal]) -> None:
    assert _one(text).value == ends


def test_from_one_value_to_another_is_a_change_after_a_verb_of_change() -> None:
    low, high = _read("The rate rose from 7.4% to 8.8%.")
    assert (low.value, high.value) == (Decimal("7.4"), Decimal("8.8"))
    staff = _read("Staff grew from 420 to 510 employees.")
    assert [(draft.value, draft.noun) for draft in staff] == [(Decimal(420), "employee"), (Decimal(510), "employee")]
    assert _one("Flats cost from 800 to 900 euros.").value == (800, 900)


@pytest.mark.parametrize(
    "text",
    [
        "He bought an iPhone 11.", "The S&P 500 fell.", "A G20 summit opened.", "It is a Boeing 737.", "No one came.",
        "One of them sank.", "They live in Zone 5.", "It won in 2019.", "See [3] for more.",
        "Sales fell in the second half of May.", "It runs ipv6.", "Covid-19 spread.",
    ],
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize("text", ["One loaf in twelve is sent back.", "About one in twelve is sent on."])
def test_so_many_in_so_many_is_a_share(text: str) -> None:
    draft = _one(text)
    assert (draft.form, draft.unit) == ("fraction", "dimensionless")
    assert draft.value == Decimal(1) / 12


def test_so_many_in_so_many_things_is_no_share() -> None:
    assert [draft.noun for draft in _read("Two people in five cars were hurt.")] == ["people", "car"]


def test_a_rate_on_a_round_base_is_one_quantity() -> None:
    draft = _one("There were 170 deaths per 100,000 births.")
    assert (draft.unit, draft.noun) == ("count_per_100000", "death")


def test_a_refused_number_says_why() -> None:
    _, refused = scan_quantities("He bought an iPhone 11.", [], _LEXICONS["en"])
    assert [draft.reason for draft in refused] == ["a number in a name"]


def test_claimed_stretches_are_left_alone() -> None:
    text = "On 5 May 30 ships came."
    assert [draft.value for draft in scan_quantities(text, [(3, 8)], _LEXICONS["en"])[0]] == [30]


def test_a_conversion_in_brackets_shares_the_hedge() -> None:
    assert [draft.hedge for draft in _read("They fly more than 100 kilometers (60 miles).")] == ["above", "above"]


@pytest.mark.parametrize(
    ("text", "value", "unit", "hedge"),
    [
        ("FDI đạt gần 36,6 tỷ USD.", "36600000000", "USD", "below"),
        ("Thu hơn 1.250 nghìn tỷ đồng.", "1250000000000000", "VND", "above"),
        ("Xuất khẩu khoảng 5,2 triệu tấn.", "5200000", "tonne", "about"),
    ],
)
def test_vietnamese(text: str, value: str, unit: str, hedge: str) -> None:
    draft = _one(text, "vi")
    assert (draft.value, draft.unit, draft.hedge) == (Decimal(value), unit, hedge)


@given(st.text(alphabet="0123456789.,-%$ abkmotn\n()", max_size=60))
def test_any_text_is_read_without_error_and_spans_lie_inside(text: str) -> None:
    drafts, refused = scan_quantities(text, [], _LEXICONS["en"])
    for draft in drafts:
        assert 0 <= draft.full_start <= draft.start < draft.end <= len(text)
        assert draft.end <= draft.full_end <= len(text)
    assert all(0 <= item.start < item.end <= len(text) for item in refused)


@given(st.integers(min_value=1, max_value=10**12))
def test_digits_are_read_back(number: int) -> None:
    assert _one(f"It cost {number:,} dollars.").value == number


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun"),
    [
        ("Two of the ships sank.", "2", "count", "ship"),
        ("It is one of the hottest luxury cars.", "1", "count", "hot luxury car"),
        ("About 460 Kia and Hyundai cars were stolen.", "460", "count", "Kia Hyundai car"),
        ("They ate a three course meal.", "3", "count", "course meal"),
        ("The top three seeds won.", "3", "count", "top seed"),
        ("It costs 15 dollars and 50.", "15.50", "USD", None),
        ("Bonds of 30 - year terms sold.", "30", "year", None),
        ("It weighs 1.99×10−30 kg.", "1.99E-30", "kilogram", None),
        ("It cost a quarter of a million euros.", "250000", "EUR", None),
        ("It grew by 15 % per annum.", "15", "percent_per_year", None),
        ("They pulled the sector 0.68 percent lower.", "0.68", "percent", None),
        ("It was 100° Celsius.", "100", "degree_Celsius", None),
        ("He will be 35 in May.", "35", "year_of_age", None),
        ("It has 1,200+ staff.", "1200", "count", "staff"),
    ],
)
def test_figures_in_less_plain_dress(text: str, value: str, unit: str, noun: str | None) -> None:
    draft = _one(text)
    assert (draft.value, draft.unit, draft.noun) == (Decimal(value), unit, noun)


def test_one_of_many_is_no_level() -> None:
    assert _one("It is one of its best players.").role == "other"


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("It sold 3.9 million headsets, up from 2.4 million.", ["headset", "headset"]),
        ("The index rose 64.06 points to 4,577.10.", ["point", "point"]),
        ("It rose 3% to 4,577.", [None, None]),
        ("It sold 40 cars. It fell to 30.", ["car", None]),
    ],
)
def test_a_bare_number_counts_what_the_figure_before_it_does(text: str, nouns: list[str | None]) -> None:
    assert [draft.noun for draft in _read(text)] == nouns


def test_an_m_after_millions_is_no_metre() -> None:
    assert [draft.value for draft in _read("It has 8.4m users, up from 7.9m.")] == [8400000, 7900000]


def test_one_amount_in_two_units_moves_one_way() -> None:
    assert [draft.trend for draft in _read("The Dow lost 190 points, or 0.6%.")] == ["down", "down"]


@pytest.mark.parametrize(
    "text",
    ["He led the Big Ten.", "It had cash on sept. 30, it said.", "It stood in A.D. 1000.", "A baker's dozen."],
)
def test_numbers_in_names_and_dates_are_refused(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fires: Merrow Hill 657; Dunlow 583; Port Carn 629.", [657, 583, 629]),
        ("This is more than the plan (125,000) said.", [125000]),
        ("They plan 14 trips in week 9.", [14]),
        ("It lay between 23 and 24 million.", [(23000000, 24000000)]),
    ],
)
def test_figures_that_only_look_like_names_and_codes(text: str, values: list[object]) -> None:
    assert [draft.value for draft in _read(text)] == values


def test_a_counted_noun_takes_in_no_number_and_no_verb() -> None:
    assert [draft.noun for draft in _read("One baker often supplies two of the islands.")] == ["baker", "island"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The notes pay 9 7/8 %.", "9.875", "percent"),
        ("It costs c$ 300,000.", "300000", "CAD"),
        ("It costs c $ 300,000.", "300000", "CAD"),
        ("It charges a $ 5 fee.", "5", "USD"),
        ("It got rmb 20 million.", "20000000", "CNY"),
        ("It fell 1/4 point.", "0.25", "count"),
    ],
)
def test_figures_of_the_markets(text: str, value: str, unit: str) -> None:
    draft = _one(text)
    assert (draft.value, draft.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It paid PS4.6m in rent.", "4600000", "GBP"),
        ("It closed at Y=1,940 there.", "1940", "JPY"),
        ("It was sold for rupees 640 crore.", "6400000000", "INR"),
        ("It won N300 million there.", "300000000", "NGN"),
        ("It owes R5.2bn in all.", "5200000000", "ZAR"),
        ("It cost K12,500 in all.", "12500", "ZMW"),
        ("It paid Sh600 for it.", "600", "KES"),
        ("It paid Ksh 2.5 million for it.", "2500000", "KES"),
        ("It has QR 3 billion in all.", "3000000000", "QAR"),
        ("The shelf is 8 dm wide.", "8", "decimeter"),
        ('The blade is 9 " wide.', "9", "inch"),
        ("The cell took 2.4 A/cm2 for hours.", "2.4", "ampere_per_square_centimeter"),
        ("The capacitor holds 4.7 F in all.", "4.7", "farad"),
        ("The morning was 97 F in town.", "97", "degree_Fahrenheit"),
        ("Gas sells at $61 U.S. per barrel.", "61", "USD_per_barrel"),
        ("Life expectancy for men is 76 there.", "76", "year_of_age"),
    ],
)
def test_signs_that_depend_on_what_stands_around(text: str, value: str, unit: str) -> None:
    draft = _one(text)
    assert (draft.value, draft.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "The PS5 console sold out.",
        "The fort stood between A.D. 940 and 1180.",
        "The wall was built around 250 BC.",
        "They ruled from 700 to 450 BC.",
        "The code is 4411-80-2213.",
    ],
)
def test_numbers_of_names_eras_and_codes_are_refused(text: str) -> None:
    assert _read(text) == []


def test_a_name_with_a_number_is_refused_when_it_comes_again() -> None:
    text = "The Zeta 14 Max and 14 Max Sun came out."
    drafts, refused = scan_quantities(text, [(9, 11)], _LEXICONS["en"])
    assert (drafts, [text[number.start : number.end] for number in refused]) == ([], ["14"])


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("They bought 14 Boeing 737 jets.", "Boeing 737 jet"),
        ("They sold 60 Model 5 vans.", "Model 5 van"),
    ],
)
def test_a_counted_noun_may_hold_a_number(text: str, noun: str) -> None:
    assert next(draft.noun for draft in _read(text)) == noun


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("It gave 800 Covid-19 jabs in May.", "Covid-19", "Covid-19 jab"),
        ("They leased 9 A320 planes.", "A320", "A320 plane"),
    ],
)
def test_a_counted_noun_may_hold_a_name_that_is_refused(text: str, name: str, noun: str) -> None:
    at = text.index(name)
    drafts, _ = scan_quantities(text, [(at, at + len(name))], _LEXICONS["en"])
    assert [draft.noun for draft in drafts] == [noun]


def test_a_number_shares_the_noun_of_the_figure_it_is_compared_with() -> None:
    drafts = _read("Police saw 30 thefts, compared with an average of 12 per week.")
    assert [(draft.unit, draft.noun) for draft in drafts] == [("count", "theft"), ("count_per_week", "theft")]
    drafts = _read("The index rose 2% to 900 points while the other lost 1% to close at 450.")
    assert [draft.noun for draft in drafts] == [None, "point", None, "point"]


def test_a_bound_inside_of_a_range_is_not_that_of_the_range() -> None:
    draft = _one("The range goes from up to 300 km to 340 km.")
    assert (draft.value, draft.hedge) == ((Decimal(300), Decimal(340)), "")


def test_words_that_only_look_like_a_rise_tell_no_trend() -> None:
    assert _one("The side gave up 9 goals.").trend == ""
    assert _one("The side went up 9 places.").trend == "up"
    assert _one("Its yields averaged 6.1 tonnes.").hedge == "about"


@given(st.text(alphabet="ab 1.,$-%½MUSDto\u00a0€", max_size=40))
def test_a_scan_passes_over_nothing_that_could_be_read(text: str) -> None:
    """Every token that an amount can be read at is one of the places that a scan looks at."""
    lexicon = _LEXICONS["en"]
    cut = cut_block(text, [])
    places = set(lexicon.starts.candidates(cut))
    missed = [at for at in range(cut.size) if at not in places and read_amount(cut, at, lexicon) is not None]
    assert missed == []


@pytest.mark.parametrize(("text", "value", "unit", "quoted"), [
    ("It took 8 minutes 40 seconds.", 520, "second", "8 minutes 40 seconds"),
    ("It took 3 hours, 7 minutes and 19 seconds.", 11239, "second", "3 hours, 7 minutes and 19 seconds"),
    ("He is 5 feet 10 inches tall.", 70, "inch", "5 feet 10 inches"),
    ("It weighs 6 pounds and 4 ounces.", 100, "ounce", "6 pounds and 4 ounces"),
])
def test_an_amount_told_in_two_units_is_one(text: str, value: int, unit: str, quoted: str) -> None:
    draft = _one(text)
    assert draft.value == value
    assert (draft.unit, text[draft.start : draft.end]) == (unit, quoted)


@pytest.mark.parametrize("text", [
    "It took 2.5 hours, 10 minutes of them in the dark.", "It took 40 seconds, 8 minutes less.",
    "It took 2 hours, and 90 minutes more.", "It is 12 kilometres, 300 metres of them steep.",
])
def test_other_amounts_beside_each_other_are_two(text: str) -> None:
    assert len(_read(text)) == 2
