"""Figures that make another one: parts and totals, shares, averages and quotients."""
