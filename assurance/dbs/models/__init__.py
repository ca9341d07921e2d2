"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.dbs.models.audits import DbsAudit, DbsAuditCount, DbsAuditDue
from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.models.policies import RecheckPolicy
from assurance.dbs.models.reminders import Reminder, ReminderWording

__all__ = [
    "Breach",
    "DbsApplication",
    "DbsAudit",
    "DbsAuditCount",
    "DbsAuditDue",
    "DbsCheck",
    "RecheckPolicy",
    "Reminder",
    "ReminderWording",
    "UpdateLookup",
]
