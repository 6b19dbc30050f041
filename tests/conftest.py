"""How many cases the laws are tried on: a few in a daily run, a thousand each with --hypothesis-profile=thorough."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "thorough", max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
