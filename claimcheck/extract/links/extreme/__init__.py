"""Superlatives, marks, streaks, bounds and ranges."""
