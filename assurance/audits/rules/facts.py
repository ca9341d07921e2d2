"""What the figures of audits read of one audit."""

from datetime import date
from typing import NamedTuple


class AuditFacts(NamedTuple):
    """One standing audit: its key, days, team, and the codes and keys of its grades."""

    pk: int
    audited_on: date
    shared_on: date | None
    recorded_on: date | None
    own_team: bool
    team_id: int
    team: str
    first_code: str | None
    moderated_code: str | None
    first_id: int | None
    moderated_id: int | None

    @property
    def final_code(self) -> str:
        """The code of the grade that counts, the moderated one where there is one; else empty."""
        return self.moderated_code or self.first_code or ""

    @property
    def is_moderated(self) -> bool:
        """Whether it has a grade at moderation."""
        return self.moderated_id is not None

    @property
    def is_changed(self) -> bool:
        """Whether its grade at moderation differs from the first one."""
        return self.is_moderated and self.moderated_id != self.first_id

    @property
    def is_by_another_team(self) -> bool:
        """Whether its auditor came from another team."""
        return not self.own_team
