"""The exit codes: 0 nothing at the failing level, 1 findings, 2 your files or arguments are wrong, 3 we are wrong."""

from __future__ import annotations

FINE, FOUND, YOUR_FAULT, OUR_FAULT = range(4)
STOPPED = 130  # what shells report for a program that was interrupted
