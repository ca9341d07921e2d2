"""What somebody enters of a census."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, PLACEMENT

MEASURE = "measure"
# What an entered census may be broken down by, each with its words; each adds to the total.
ENTERED_BREAKDOWNS = {
    PLACEMENT: "placement",
    AGE_BAND: "age band",
    LOCAL_AGE_BAND: "local age band",
}


@dataclass(frozen=True)
class EnteredCensus:
    """What somebody enters of one census.

    `parts` maps a breakdown (`placement`, `age_band`, `local_age_band`) to member → children, with
    `not_broken_down` as a member; a breakdown that is not known is left out. `measures` maps a
    measure beside the groups to children, `unit_costs` a group or measure to (pounds, source).
    """

    total: int
    source: str
    parts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    measures: Mapping[str, int] = field(default_factory=dict)
    unit_costs: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def told(self):
        """Name → value of everything entered, for history."""
        fields = {"total": self.total, "source": self.source}
        fields |= {
            f"{breakdown}: {member}": children
            for breakdown, members in {**self.parts, MEASURE: self.measures}.items()
            for member, children in members.items()
        }
        costs = self.unit_costs.items()
        fields |= {f"unit cost: {group}": pounds for group, (pounds, _) in costs}
        return fields | {f"unit cost source: {group}": source for group, (_, source) in costs}
