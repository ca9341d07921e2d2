"""The register of breaches."""

from assurance.accounts.access import Permission
from assurance.dbs.forms.reminders import BreachFilters, BreachForm
from assurance.dbs.models.breaches import Breach
from assurance.registers.declaration import Column, Item, Register

BREACHES = Register(
    namespace="dbs",
    name="breach",
    path="breaches/",
    model=Breach,
    permission=Permission.RECORD_DBS,
    noun="breach",
    plural="breaches",
    form=BreachForm,
    filters=BreachFilters,
    first="-found_on",
    related=("council", "withdrawn_by", "person"),
    columns=(
        Column("Found", "found_on", sort="found_on", link=True),
        Column("Whom", "whom"),
        Column("Group", "get_group_display", sort="group"),
        Column("State", "state"),
        Column("Meeting told", "told_on", sort="told_on"),
        Column("Put right", "remedied_on", sort="remedied_on"),
        Column("Closed", "closed_on", sort="closed_on"),
        Column("Policy", "policy", file_only=True),
        Column("Cause", "cause", free_text=True, file_only=True),
        Column("Remedy", "remedy", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Whom", "whom"),
        Item("Group", "get_group_display", "group"),
        Item("Policy broken", "policy", "policy"),
        Item("Found on", "found_on", "found_on"),
        Item("Cause", "cause", "cause"),
        Item("Meeting told", "told_meeting", "told_meeting"),
        Item("Told on", "told_on", "told_on"),
        Item("Remedy", "remedy", "remedy"),
        Item("Put right on", "remedied_on", "remedied_on"),
        Item("Closed on", "closed_on", "closed_on"),
        Item("Closed by", "closed_by_role", "closed_by_role"),
        Item("State", "state"),
    ),
)
