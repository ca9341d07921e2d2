"""Every model of the app, for Django; nothing else imports from here."""

from assurance.audits.models import (
    allocations,
    case_audits,
    kinds,
    learning,
    rounds,
    scales,
    totals,
)

__all__ = ["allocations", "case_audits", "kinds", "learning", "rounds", "scales", "totals"]
