"""Names in running text: words in capitals, with the few small words that stand inside of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.model.letters import CAPITALS, any_of

_OWN = re.compile(r"['’]s?$")


class Names:
    """The names of a language, as regular expressions.

    joints: small words inside of names; links: those of them that join no two names ("of").
    """

    def __init__(self, joints: Iterable[str] = (), links: Iterable[str] = ()) -> None:
        self._name = (
            rf"(?<!\w)[{CAPITALS}][\w’'.&-]*(?: (?:(?:{any_of(joints)}) )?[{CAPITALS}][\w’'&-]*){{0,4}}"
        )
        self._made: dict[str, re.Pattern[str]] = {}
        self.any = self.pattern("NAME")
        self.plain = re.compile(rf"(?<!\w)[{CAPITALS}][\w-]*(?: (?:(?:{any_of(links)}) )?[{CAPITALS}][\w-]*){{0,4}}")

    def pattern(self, form: str) -> re.Pattern[str]:
        """A form, in which NAME stands for any name.

        >>> Names(["of"]).pattern("^NAME,").match("University of Orla, second in 2021")[0]
        'University of Orla,'
        """
        if form not in self._made:
            self._made[form] = re.compile(form.replace("NAME", self._name))
        return self._made[form]

    def told(self, text: str, start: int = 0, end: int | None = None) -> list[str]:
        """The names of a stretch of text without possessive endings, each once, the last first."""
        names = self.any.finditer(text, start, len(text) if end is None else end)
        return list(dict.fromkeys(reversed([_OWN.sub("", name[0].rstrip(".")) for name in names])))
