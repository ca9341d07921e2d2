"""Actions that audits led to as a file: a row for each, known by its audit and its words."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import agreed_actions as rules
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.people.importing import POSTS
from assurance.people.models.second_persons import SecondPersons
from assurance.people.second_person_rules import TWO_PERSONS

NO_AUDIT = (
    "There is no case audit of this reference",
    "Check the reference, or import the audit first",
)
WITHDRAWN = ("This audit was withdrawn", "Leave the action out, or enter another audit")
LACKS = "An action that is new needs this"


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses an action by the rules of a typed one: days before its audit's, a post that
    there was not then, and one done that a second person has to check."""
    audit = reading.current("audit", values)
    if audit is None or audit.is_withdrawn:
        return
    after, before = reading.after("auditaction", values), reading.current("auditaction", values)
    for name, sentence in rules.faults(after, audit.audited_on):
        if sentence:
            yield Fault(name, sentence, given=("reference",))
    done = after["done_on"]
    if done and not (before and before.done_on) and reading.held.need("actions", done):
        yield Fault("done_on", TWO_PERSONS, rules.HOW_TO_CLOSE)


def prepare(council: Council, rows: Sequence[Values]) -> SecondPersons:
    """The policies of `council` on second persons."""
    return SecondPersons.of(council)


def export_rows(council: Council) -> Iterator[tuple]:
    """Each action that stands of an audit that stands, in the order of the days they are due."""
    rows = AuditAction.objects.of(council).of_standing_audits().select_related("audit", "owner")
    for action in rows.order_by("due_on", "pk").iterator(chunk_size=500):
        yield action.audit, action


def example_action(council: Council) -> dict[str, object]:
    """An action of the first audit, due four weeks after it."""
    audit = CaseAudit.objects.of(council).active().order_by("pk").first()
    return {"due_on": audit.audited_on + timedelta(weeks=4)} if audit else {}


AUDIT = Record(
    CaseAudit,
    by=("reference",),
    name="audit",
    link=True,
    unknown=NO_AUDIT,
    withdrawn=lambda audit: WITHDRAWN,
    rows=lambda council: CaseAudit.objects.of(council),
    columns=(
        Column("reference", "Audit reference", "CA-2015-014", required=True, filled=True,
               also=("audit ref", "audit id", "audit")),
    ),
)  # fmt: skip
ACTION = Record(
    AuditAction,
    by=("audit", "text"),
    told_by=("text",),
    rows=lambda council: AuditAction.objects.of(council).active().select_related("owner"),
    columns=(
        Column("text", "Action agreed", "Agree the date of each step with the family.",
               ("action", "what is to be done"), required=True, filled=True),
        Column("owner", "Owner’s post", "Practice Manager", titles=POSTS, required=True,
               also=("owner", "owner’s role", "lead"),
               needed=(LACKS, "Write the post’s title, not a name")),
        Column("due_on", "Due", "31/08/2015", ("due date", "due on", "deadline"), required=True,
               needed=(LACKS, "Write the due date")),
        Column("done_on", "Done", also=("done on", "date done", "completed on"), past=True),
        Column("evidence", "Evidence", "", ("evidence that it is done",)),
    ),
)  # fmt: skip
AUDIT_ACTIONS = Sheet(
    key="audit-actions",
    title="Actions of audits",
    about="Actions from case audits: who does what by when, as an audit tool lists it. The "
    "audits are imported first.",
    permission=Permission.RECORD_AUDITS,
    records=(AUDIT, ACTION),
    faults=faults,
    prepare=prepare,
    standing=export_rows,
    repeats=True,
    example=example_action,
)
