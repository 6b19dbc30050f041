"""Totals, the lists of their parts, and sums that words draw."""
