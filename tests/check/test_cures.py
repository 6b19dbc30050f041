from __future__ import annotations

from claimcheck.check.cures import Cures
from claimcheck.check.scene import Scene, Trial
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding

CLAIM = Claim(path="a.txt", text="3.1")
FINDING = Finding(rule="r", kind="total", severity="error", message="", explanation="", claims=(CLAIM,))
CURE = Trial(CLAIM, CLAIM, "3.1 would fit if it read 1.3", {})


def test_a_cure_is_found_once_for_the_same_claims_and_anew_for_others() -> None:
    cures, asked = Cures(), []

    def find() -> Trial | None:
        asked.append(1)
        return CURE

    for scene in (Scene((CLAIM,), ()), Scene((CLAIM,), ()), Scene((CLAIM.model_copy(),), ())):
        cures.begin()
        assert cures.of([FINDING], scene, find) is CURE
    assert len(asked) == 2


def test_what_no_check_asked_for_is_dropped() -> None:
    cures, asked = Cures(), []
    scene = Scene((CLAIM,), ())
    for check in range(3):
        cures.begin()
        if check != 1:
            cures.of([FINDING], scene, lambda: asked.append(1))
    assert len(asked) == 2
