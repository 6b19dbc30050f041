"""Reports held against the record: files of trusted figures, which are right where a report says something else.

Public: `read_record`, which reads such files; `held_against`, which makes the findings of a check say which report
contradicts them; `is_in`, which tells these files from reports.
"""

from __future__ import annotations

from claimcheck.against.blame import held_against
from claimcheck.against.record import Record, is_in, read_record

__all__ = ["Record", "held_against", "is_in", "read_record"]
