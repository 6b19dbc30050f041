"""What figures measure that no noun names, on sentences written for the purpose."""

from __future__ import annotations

import pytest

from claimcheck import QuantityMention, extract


def _metrics(text: str) -> list[str | None]:
    return [mention.metric for mention in extract(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The office has bought 54 tonnes to support prices.", "bought"),
        ("At the gate a litre is sold for 2 euros.", "litre sold"),
        ("By the end of May 41 km had been polished.", "polished"),
        ("In the survey 58% voted for trams.", "share voted for trams"),
        ("Ferry tolls brought in 3 million euros.", "Ferry tolls"),
        ("Ferry fares rose 3% year-on-year.", "Ferry fares"),
        ("Ferry fares fell 3% q/q.", "Ferry fares"),
        ("Output, which began to slip in May, stood at 340 tonnes.", "Output"),
        ("People who came to the fair paid 9 euros.", "payment"),
        ("Coffee became 28% dearer and eggs 11% dearer.", "eggs"),
        ("He speaks for 280 family firms.", "family firms"),
        ("Gifts came to 640,000 euros and grants to 410,000 euros.", "grants"),
        ("Coal accounts for 54% of power, gas for 23%.", "gas"),
        ("Builders added 6,200 jobs and hospitals 3,900.", "jobs"),
        ("The Greens gained six seats and now hold 18.", "hold seats"),
        ("The firm bought 40 lorries for 3 million euros.", "bought lorries"),
        ("The ministry plans to cut delays by 20%.", "delays"),
        ("With an overall average of 6.7 the class came first.", "overall average"),
        ("In Lindo prices held at 4,950 euros.", "prices"),
        ("Exports rose by 4% as imports of tea fell by 2%.", "imports of tea"),
        ("As exports of tea fell by 2%, the firm shut.", "exports of tea"),
        ("The town as a whole spent 4 million euros.", "spending"),
        ("Sales of tea came to 4 million euros, those of coffee to 7 million euros.", "sales of coffee"),
        ("The rate was unchanged at 4.5%.", "rate"),
        ("Deficits matter. The council projects a reduction of 43%.", None),
        ("Per capita income reached 41,000 euros.", "Per capita income"),
        ("GDP per capita was 4,300 euros.", "GDP per capita"),
        ("Imports of steel doubled to 1.2 million tonnes.", "Imports of steel"),
        ("Turnout reached 62%, four points more than before.", "Turnout"),
        ("The studio made 3 million euros.", "studio made"),
        ("The board voted for a net budget of 4 million euros.", "net budget"),
        ("It adopted a school budget of 4 million euros for the fiscal year.", "school budget"),
        ("Plums worth 4 million euros were exported.", "exports of Plums"),
        ("Jobless rate steady at 5.6%", "Jobless rate"),
        ("Dockers ask for 9% more pay.", "pay"),
        ("The dockers asked for 9%.", "asked"),
        ("Members voted by 71% to leave.", "voted"),
        ("The land has 6.8 million at work.", "at work"),
        ("Not all came home of the 17,687 who set off.", "set off"),
        ("A bag now fetches 40 euros.", "bag"),
        ("Port fees earned the town 4 million euros.", "Port fees"),
        ("The shortage will grow to 900 teachers.", "shortage"),
        ("The town will raise starting salaries by 4%.", "starting salaries"),
        ("Guests stayed 2.6 nights on average instead of 2.9.", "nights"),
        ("Profit was 312 million euros, up 46% from 214 million euros.", "Profit"),
        ("The mill made 742 tonnes, 61% of the plan, an increase of 140 tonnes on 2022.", "made"),
        ("Pumps were bought for 900 homes, half as many as planned.", "homes"),
        ("Fuel cost 240 million euros, a third of all expenses.", "Fuel share of expenses"),
        ("Beds: 12,400, of which 3,100 in the old town.", "Beds in old town"),
        ("Some 15% goes to laboratories.", "share goes to laboratories"),
        ("Adult care takes 36% of it. Its budget grows by 9 million euros.", "Adult care budget"),
        ("The mill opened in May. Its sales grew by 9 million euros.", "sales"),
        ("The judge sent him away for six years in prison.", "prison"),
        ("Admitted: 46.", "Admitted"),
        ("Voters who voted: 86,400.", "Voters who voted"),
        ("Of 900 boats 871 (65.0%) leaked.", "boats"),
        ("Lomm reported a 21% rise in net profit to 97 million euros.", "net profit"),
        ("Wheat: 5 million tonnes, from 1.6 million hectares.", "Wheat area"),
        ("Irrigation gets 4 million euros.", "Irrigation"),
        ("The population has halved to 21,000.", "population"),
    ],
)
def test_verbs_tell_what_no_noun_does(text: str, metric: str | None) -> None:
    assert _metrics(text)[-1] == metric


def test_what_hotels_reported_tells_no_share_of_anything() -> None:
    assert _metrics("Hotels reported over 90%.") == [None]
