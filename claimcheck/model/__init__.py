"""The nouns that travel between the stages. This package imports nothing else of claimcheck."""
