"""The period of a quantity, and what a change is measured from."""
