"""One document or event that two reports of a story number differently."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts


def _found(*texts: str) -> list[Finding]:
    rules = ("citation-differs-in-story", "event-differs-in-story")
    return [each for each in check_texts(texts).findings if each.rule in rules]


@pytest.mark.parametrize(("one", "other"), [
    ("The plant is certified to ISO 22000:2018 since the spring, the brewery said.",
     "Since the spring the plant of the brewery is certified to ISO 22000:2005."),
    ("The Forest Code of 2012 protects river banks in the north.",
     "River banks in the north are protected by the Forest Code of 2002."),
    ("House Bill 2219 would raise the levy on bottles to ten cents.",
     "The levy on bottles would rise to ten cents under House Bill 2291."),
    ("The ruling in Docket No. 19-0457 lets the dam be rebuilt.",
     "The dam may be rebuilt under the ruling in Docket No. 19-0475."),
    ("Delegates from 40 towns met in Kandy for the 12th National Forestry Congress.",
     "The 13th National Forestry Congress brought delegates from 40 towns to Kandy."),
    ("The tenth Glass Festival filled the old customs house of Marra.",
     "The old customs house of Marra was filled for the eleventh Glass Festival."),
])
def test_one_matter_with_two_numbers(one: str, other: str) -> None:
    finding, = _found(one, other)
    assert (finding.kind, finding.severity) == ("reference", "warning")
    assert finding.claims == tuple(sorted(finding.claims, key=lambda claim: claim.path))


@pytest.mark.parametrize(("one", "other"), [
    ("The plant is certified to ISO 22000:2018 since the spring, the brewery said.",
     "The plant of the brewery was certified to ISO 22000:2005 and now is to ISO 22000:2018."),
    ("The Forest Code of 2012 protects river banks in the north.",
     "Hunting in the south is ruled by the Forest Code of 2002."),
    ("House Bill 2219 would raise the levy on bottles to ten cents.",
     "Senate Bill 2291 would raise the levy on bottles to twelve cents."),
    ("Resolution 2672 (2023) extended the aid crossing for six months.",
     "Resolution 2642 (2022) had extended the aid crossing for six months."),
    ("Delegates from 40 towns met in Kandy for the 12th National Forestry Congress.",
     "The next, the 13th National Forestry Congress, will bring delegates from 40 towns to Galle."),
    ("The 12th National Forestry Congress met in Kandy on 3 May 2019.",
     "The 13th National Forestry Congress met in Kandy on 4 May 2024."),
    ("The first session of the council dealt with roads.", "The second session of the council dealt with roads."),
])
def test_two_matters(one: str, other: str) -> None:
    assert not _found(one, other)
