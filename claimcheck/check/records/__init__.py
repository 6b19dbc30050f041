"""Superlatives, and the figures that may belie them."""
