"""What the lists behind the position page's counts are called, key by key."""

import re
from collections.abc import Mapping
from datetime import date

from assurance.dbs.rules import populations
from assurance.dbs.rules.positions import FOLLOW_UP_LABELS, PART_LABELS
from assurance.dbs.rules.statuses import NO_MATCH_WARNING, ON_ABSENCE, Status

KIND_LABELS = {
    "compliant": "In date, due soon or current",
    "overdue": "Overdue",
    "without": "Without a check",
    "other": "Not current or not known",
}
SHORT = {
    **PART_LABELS,
    Status.UNKNOWN: "Not known",
    Status.NOT_CURRENT: "No longer current",
    Status.UPDATE_CURRENT: "Current by Update Service",
    Status.OVERDUE_IN_PROGRESS: "Overdue, in progress",
    Status.OVERDUE: "Overdue, nothing applied for",
}
LEFT_OUT = {
    populations.ENDED: "Every role has ended",
    populations.NEEDS_NONE: "No role that still runs needs a check",
    "not_started": "Not started yet",
    "excluded": "Set aside, with approval",
    populations.ABSENT: ON_ABSENCE,
}
WARNINGS = {
    populations.NO_MATCH_FOUND: NO_MATCH_WARNING,
    populations.UNASSESSED: "At work with neither a certificate nor a risk assessment",
    populations.TOO_LOW: "No certificate has the level or workforce that the role needs",
}
LISTS = {
    "scope": "In scope",
    "status": "Status",
    "kind": "Position",
    "audit": "At the audit",
    "followup": "Overdue at the audit",
    "due": "Re-check due",
    "out": "Left out",
    "warning": "To look into",
    "before": "In scope at the audit before",
    "left": "Left since the audit before",
    "joined": "Joined since the audit before",
    "moved": "Counted in another group since",
    "moved_in": "Came into the group since",
    "moved_out": "Left the group for another since",
    "from": "Changed since the audit before",
    "went": "No longer so since the audit before",
    "came": "Newly so since the audit before",
    "still": "Then and now",
}


def words_of(key: str, labels: Mapping[str, str]) -> str:
    """What the list of a key is called on a page of its own."""
    first, *rest = key.split(".")
    names = {**SHORT, **KIND_LABELS, **LEFT_OUT, **WARNINGS, **FOLLOW_UP_LABELS, **labels}
    entries = [names.get(item) or _month(item) for item in rest if item]
    opening = LISTS.get(first, "")
    return ": ".join(filter(None, [opening, ", ".join(entries)]))


def _month(text):
    if re.fullmatch(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])", text):
        return f"{date.fromisoformat(f'{text}-01'):%B %Y}"
    return {"later": "later", "undated": "no date"}.get(text, "")
