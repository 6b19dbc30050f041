"""Links: relations between figures that the words of one block state. Takes bound drafts, gives link drafts."""

from __future__ import annotations

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.links.balances import find_balances
from claimcheck.extract.links.lexicon import LinkLexicon, compile_links
from claimcheck.extract.links.lists import find_share_lists, find_totals
from claimcheck.extract.links.skeleton import build_skeleton
from claimcheck.extract.links.stated import find_stated
from claimcheck.extract.links.superlatives import find_superlatives
from claimcheck.extract.links.totals_named import find_shares_of_total

__all__ = ["LinkLexicon", "compile_links", "find_links"]

_FINDERS = (find_stated, find_shares_of_total, find_totals, find_share_lists, find_balances, find_superlatives)


def find_links(block: BlockDrafts, lexicon: LinkLexicon) -> list[LinkDraft]:
    """The links of one block in the order of the text; only where the words leave one reading."""
    if not block.quantities:
        return []
    skeleton = build_skeleton(block, lexicon.abbreviations)
    links = [link for finder in _FINDERS for link in finder(skeleton, lexicon)]
    return sorted(links, key=lambda link: (link.start, link.end, link.kind))
