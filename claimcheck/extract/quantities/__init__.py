"""Quantities: the text of one block in, drafts of its figures with unit, noun, hedge and trend out."""

from claimcheck.extract.quantities.lexicon import QuantityLexicon, compile_quantities
from claimcheck.extract.quantities.scan import scan_quantities

__all__ = ["QuantityLexicon", "compile_quantities", "scan_quantities"]
