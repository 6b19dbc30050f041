"""Cited documents and numbered events: text and its dates in, one draft for each citation."""

from __future__ import annotations

from claimcheck.extract.references.lexicon import ReferenceLexicon, compile_references
from claimcheck.extract.references.scan import scan_references

__all__ = ["ReferenceLexicon", "compile_references", "scan_references"]
