"""Which figures are in one group, and which groups say less than others."""

from __future__ import annotations

from claimcheck.check.comparing.groups import Groups
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading

_YEAR = Period.year(2021)


def _exports(start: int, **told: object) -> Claim:
    known = {"metric": "exports", "measure": "USD", "subject": "Tartu", "period": _YEAR, "reading": Reading.exactly(4)}
    return Claim.model_validate({"path": "a.txt", "start": start, **known, **told})


def test_figures_of_one_thing_subject_and_period_are_together() -> None:
    alike, other = [_exports(1), _exports(2)], _exports(3, period=Period.year(2022))
    assert list(Groups([*alike, other]).by_key.values()) == [alike, [other]]


def test_a_group_that_says_less_is_listed_with_those_that_say_more() -> None:
    told, undated, nobody = _exports(1), _exports(2, period=None), _exports(3, subject=None)
    groups = Groups([told, undated, nobody, _exports(4, metric="imports")])
    wider = {groups.by_key[key][0].start: [groups.by_key[each][0].start for each in keys]
             for key, keys in groups.wider().items()}
    assert wider == {2: [1], 3: [1]}


def test_levels_come_in_any_measure_and_in_the_order_of_their_places() -> None:
    in_tonnes, in_dollars = _exports(1, measure="tonne"), _exports(2)
    change, like = _exports(3, role="change", measure="percent"), _exports(9)
    groups = Groups([in_dollars, in_tonnes, change])
    assert groups.levels(like, _YEAR) == [in_tonnes, in_dollars]
    assert not groups.levels(like, Period.year(2020))
    assert [list(several) for several in groups.in_several_measures()] == [[in_tonnes, in_dollars]]


def test_plain_levels_have_no_facets_and_go_by_names_with_underscores() -> None:
    trade = _exports(1, metric="foreign-trade")
    groups = Groups([trade, _exports(2, metric="foreign-trade", facets=("goods",)), _exports(3)])
    assert list(groups.plain_levels({"foreign_trade"})) == [[trade]]
