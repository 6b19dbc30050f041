"""Figures that may be one, though their words, digits or places in the text differ."""
