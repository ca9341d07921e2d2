"""The register of a council's rule of approval: who approves which papers, of what, and when."""

from assurance.accounts.access import Permission
from assurance.registers.declaration import Column, Item, Register
from reports.approvals import forms as forms
from reports.approvals.models.approvals import ApprovalRule
from reports.approvals.operations import requirements
from reports.approvals.requirements import in_words
from reports.papers.manuscript import template_in


def of_what(line):
    """What a line asks the approval of, in the words of its template where it has one."""
    value = in_words(line.scope, template_in(line.template) if line.template else None)
    return f"{value[:1].upper()}{value[1:]}"


def of_papers(line):
    """Which papers a line is for."""
    return line.template.title if line.template else "Every template"


APPROVERS = Register(
    namespace="papers",
    folder="approvals",
    permission=Permission.KEEP_APPROVERS,
    name="approver",
    path="committee/approvers/",
    model=ApprovalRule,
    noun="approver",
    plural="approvers",
    form=forms.ApproverForm,
    filters=forms.ApproverFilters,
    add=requirements.add_approval_rule,
    change=requirements.change_approval_rule,
    first="kind",
    related=("council", "template", "approver"),
    columns=(
        Column("Approval", "title", sort="kind", link=True),
        Column("Who approves", "approver", sort="approver__name"),
        Column("Of what", of_what),
        Column("Papers of", of_papers),
        Column("First day", "from_date", sort="from_date"),
        Column("Last day", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Approval", "get_kind_display", "kind"),
        Item("What it is called", "called", "called"),
        Item("Who approves", "approver", "approver"),
        Item("Of what", of_what, "scope"),
        Item("Papers of", of_papers, "template"),
        Item("First day", "from_date", "from_date"),
        Item("Last day", "to_date", "to_date"),
    ),
)
