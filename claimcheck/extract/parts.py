"""Words and phrases by the part that they play, each part found with a pattern that is made at first need."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from claimcheck.extract.telling import Telling
from claimcheck.model.letters import any_of

Part = TypeVar("Part", bound=str)
_NEVER = re.compile(r"(?!)")
_ANYWHERE = r"(?i)(?<!\w)(?:{})(?!\w)"


@dataclass(frozen=True)
class Parts(Generic[Part]):
    """The words by their part."""

    words: Mapping[Part, Sequence[str]] = field(default_factory=dict)
    _made: dict[tuple[str, str], re.Pattern[str]] = field(default_factory=dict)
    _telling: dict[Part, Telling] = field(default_factory=dict)

    def find(self, part: Part) -> re.Pattern[str]:
        """Finds a word of the part anywhere, in any case.

        >>> Parts({"verb": ["came", "came in"]}).find("verb").findall("She came in first; comes.")
        ['came in']
        """
        return self.pattern(_ANYWHERE, part)

    def pattern(self, form: str, part: Part) -> re.Pattern[str]:
        """Finds a word of the part in some surroundings, which the form tells."""
        if part not in self.words:
            return _NEVER
        if (form, part) not in self._made:
            self._made[form, part] = re.compile(form.format(any_of(self.words[part])))
        return self._made[form, part]

    def may_stand(self, part: Part, known: Set[str]) -> bool:
        """A quick look whether a text of these words (`telling.words_in`) may hold one of the part.

        >>> Parts({"verb": ["came in"]}).may_stand("verb", {"she", "was", "first"})
        False
        """
        if part not in self._telling:
            self._telling[part] = Telling(self.words.get(part, ()))
        return self._telling[part].may_stand_in(known)
