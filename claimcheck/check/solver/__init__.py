"""Decides whether figures tied by linear relations can all hold, and which few of them cannot."""
