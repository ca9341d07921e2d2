"""What selects of the pages of reports lack where their rows have no register of their own."""

from assurance.accounts.access import Permission
from assurance.registers.lacks import Lack
from assurance.runtime.periods import today

APPROVER = Lack("account of an approver", Permission.MANAGE_ACCOUNTS, "accounts:add")
COMMITTEE = Lack("committee", Permission.KEEP_DIRECTORY, "editor:committee-add")
MEETING = Lack(
    "coming meeting",
    Permission.KEEP_DIRECTORY,
    "editor:meeting-add",
    suffices=lambda rows: rows.to_come(today()).exists(),
)
REPORT = Lack("report", Permission.COMPOSE_PAPERS, "editor:start")
TEMPLATE = Lack(
    "report template", Permission.KEEP_REPORT_TEMPLATES, "report_templates:report-templates"
)
