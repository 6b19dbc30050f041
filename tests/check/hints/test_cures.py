from __future__ import annotations

from claimcheck.check.hints.cures import Cures, Tried
from claimcheck.check.hints.scene import Scene, Trial
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding

CLAIM = Claim(path="a.txt", text="3.1")
FINDING = Finding(rule="r", kind="total", severity="error", message="", explanation="", claims=(CLAIM,))
CURE = Trial(CLAIM, CLAIM, "3.1 would fit if it read 1.3", {})


def test_what_was_tried_is_known_for_the_same_claims_and_not_for_others() -> None:
    cures, tried = Cures(), Tried(3, CURE)
    cures.begin()
    cures.keep([FINDING], Scene((CLAIM,), ()), tried)
    cures.begin()
    assert cures.known([FINDING], Scene((CLAIM,), ())) is tried
    assert cures.known([FINDING], Scene((CLAIM.model_copy(),), ())) is None


def test_what_a_check_did_not_keep_is_dropped() -> None:
    cures, scene = Cures(), Scene((CLAIM,), ())
    cures.begin()
    cures.keep([FINDING], scene, Tried(3, None))
    cures.begin()
    cures.begin()
    assert cures.known([FINDING], scene) is None
