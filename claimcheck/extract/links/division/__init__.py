"""Shares, averages, prices and rates, with what they divide."""
