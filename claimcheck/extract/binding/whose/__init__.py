"""Whom or what a quantity is about, and where."""
