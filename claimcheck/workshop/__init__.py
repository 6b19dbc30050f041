"""For those who write rules: runs the examples of packs, explains a rule, writes the handbook."""
