"""Says what each number is about: metric, subject, place, period, base, status and role."""

from __future__ import annotations

from claimcheck.extract.binding.bind import bind
from claimcheck.extract.binding.lexicon import BindingLexicon, compile_binding

__all__ = ["BindingLexicon", "bind", "compile_binding"]
