"""What plans and actions are called where one is chosen to be quoted."""

from assurance.figures.labels import MemberNames, NameSource, RecordNames
from assurance.figures.record_lists import list_of
from assurance.improvement import quotable
from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Plan

SUBJECT = "Improvement actions"
PLANS = NameSource(Plan.objects.of, day="from_date")
MEMBERS = {"actions.by_plan": MemberNames((PLANS,))}
RECORDS = {
    "plan": RecordNames(
        "Improvement plan",
        SUBJECT,
        PLANS,
        "title",
        sentences=("The council reports against its plan “{title}”.",),
    ),
    "action": RecordNames(
        "Improvement action",
        SUBJECT,
        NameSource(
            lambda council: Action.objects.of(council).active(),
            "text",
            ("reference",),
            str.lower,
            "due_on",
            "reference",
        ),
        "text",
        {"owner_role": "lead", "status": "progress", "impact": "difference made"},
        ("{owner_role} leads on this action: “{text}” It is due by {due_on}. Progress: {status}.",),
    ),
}
LISTS = {
    "plans": list_of(
        quotable.RECORDS["plan"],
        RECORDS["plan"],
        "Improvement plans",
        "No improvement plan had begun by this date.",
        "title",
    ),
}
