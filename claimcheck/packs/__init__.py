"""Declarative files -> frozen specifications."""
