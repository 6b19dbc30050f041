"""Gaps, margins and balances between two amounts."""
