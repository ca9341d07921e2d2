"""Every model of the app, for Django; nothing else imports from here."""

from assurance.audits.models import (
    agreed_actions,
    allocations,
    case_audits,
    kinds,
    learning,
    rounds,
    samples,
    scales,
    totals,
)

__all__ = [
    "agreed_actions", "allocations", "case_audits", "kinds", "learning", "rounds", "samples",
    "scales", "totals",
]  # fmt: skip
