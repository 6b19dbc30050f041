"""Text that Markdown shows as it is."""

from __future__ import annotations

import re

# what Markdown (as GitHub and GitLab write it) takes for markup, a mention, or HTML
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~@&$!])")


def escape(text: str) -> str:
    """Text of one line that Markdown shows as it is.

    >>> escape("<b> *3*\\n4")
    '\\\\<b\\\\> \\\\*3\\\\* 4'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
