"""The manual: its pages, the pictures that `draw` makes, and how the examples of docstrings are shown in it."""
