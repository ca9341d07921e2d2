"""Actions as a file: what a plan lists, a row for each action, known by its reference.

Every rule of a typed action holds: a due date that moves needs its reason and is kept as a move, a
rating that changes is kept with its day, and one that gets better needs evidence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Sheet, TargetRow, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.follow_up import ImpactChange
from assurance.improvement.models.plans import Priority
from assurance.improvement.rules import actions as rules
from assurance.improvement.rules import completion
from assurance.people.importing import POSTS
from assurance.people.models.second_persons import SecondPersons
from assurance.reviews.models.findings import Finding, Review
from assurance.runtime.digits import whole
from assurance.tables.cells import Text
from assurance.tables.clean import plain

OTHER_STATUSES = {
    "not_started": ("Not started", "not begun"),
    "on_track": ("green", "in progress"),
    "at_risk": ("amber",),
    "overdue": ("Overdue", "red", "late"),
    "done": ("Done", "blue", "complete", "completed", "closed"),
}
LACKS = "A new action needs this"
WEIGHED = (
    *("starts_on", "due_on", "next_report_on", "owner"),
    *("status", "done_on", "evidence", "checker"),
)
WAITS = "This action was marked as done and waits for its check"
MOVE_IT = "The due date is not the one on the register"
_FINDING = re.compile(r"(?:(?P<review>.+?)[:,]\s*)?(?P<kind>[^\d:]+?)\s*(?:no\.?|number)?\s*(\d+)")
LONGEST_NAME = 300
_KINDS = {
    name: kind
    for kind, text in Finding.KINDS
    for name in (plain(kind), plain(text), f"{plain(text)}s")
}


@dataclass
class PlanIndex:
    """Priorities by (plan's plain title or slug, their plain title or number), with an empty plan
    where one fits alone; reviews by plain title or slug; findings by (review, kind, number)."""

    priorities: dict[tuple, list[Priority]] = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    findings: dict[tuple, Finding] = field(default_factory=dict)
    policies: SecondPersons = field(default_factory=SecondPersons)


def prepare(council: Council, rows: Sequence[Values]) -> PlanIndex:
    """The priorities of `council`, and the reviews and findings that `rows` speak of."""
    current = PlanIndex(policies=SecondPersons.of(council))
    for priority in Priority.objects.of(council):
        for plan in ("", plain(priority.plan.title), plain(priority.plan.slug)):
            for name in {plain(priority.title), str(priority.order)}:
                current.priorities.setdefault((plan, name), []).append(priority)
    for review in Review.objects.of(council).active().order_by("-pk"):
        current.reviews |= {plain(review.slug): review, plain(review.title): review}
    if any(row.get("findings") for row in rows):
        for finding in Finding.objects.of(council).listed():
            current.findings[finding.review_id, finding.kind, finding.number] = finding
    return current


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a priority or finding that nobody knows, and the rules of a typed
    action."""
    before = reading.current("action", values)
    if before is not None and before.is_withdrawn:
        return
    if values.get("priority"):
        yield from _why_not_priority(values, reading.held)
    wrong = dict.fromkeys(_why_not_finding(text, values, reading.held) for text in _parts(values))
    yield from filter(None, wrong)
    after = reading.after("action", values)
    blank = {name: "" if name in ("status", "evidence") else None for name in WEIGHED}
    current = {name: after[name] or blank[name] for name in WEIGHED}
    current["status"] = current["status"] or "not_started"
    needs_second = _needs_second(current, reading)
    status = before.status if before else ""
    for name, sentence in rules.faults(current, status, needs_second=needs_second):
        yield Fault(name, sentence)
    for fault in completion.faults_of_file(current, before) if needs_second else ():
        yield Fault(*fault)
    if before and before.marked_done_on and current["status"] != before.status:
        yield Fault("status", WAITS, "Check it on its page, or send it back there, first.")
    if _moves(values, before) and not values.get("moved_because"):
        right = "Leave the register’s date, or explain in “Why the due date moved” why it moved."
        yield Fault("due_on", MOVE_IT, right)
    elif _moves(values, before) and (sentence := rules.why_not_movable(before)):
        yield Fault("due_on", sentence)


def _needs_second(fields, reading):
    return reading.held.policies.need("actions", fields["done_on"] or reading.on)


def action_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of an action, with the priority and the findings that its words name."""
    before, fields = reading.current("action", values), dict(fields)
    # Our own lists show an action as overdue once its day has passed, whatever was recorded.
    display = before is not None and rules.display_status(before, reading.on)
    if display == rules.OVERDUE == fields["status"]:
        fields["status"] = None
    priorities = _priorities(values, reading.held)
    if len(priorities) == 1:
        [fields["priority"]] = priorities
    matches = [_finding(text, values, reading.held) for text in _parts(values)]
    return {**fields, "findings": list(dict.fromkeys(matches))}


def resolve_changes(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """What became of the due date of an action and of its two ratings."""
    before, fields = reading.current("action", values), reading.fields("action", values)
    action = TargetRow(Action, {"reference": values["reference"]})
    if _moves(values, before):
        moved = {"action": action, "moved_on": reading.on, "to_day": values["due_on"]}
        details = {"from_day": before.due_on, "reason": values["moved_because"]}
        yield TargetRow(DueChange, moved, details, beside=True)
    for name, model in (("status", StatusChange), ("impact", ImpactChange)):
        if before and fields[name] not in (None, getattr(before, name)):
            rated = {"action": action, "changed_on": reading.on, f"to_{name}": fields[name]}
            details = {f"from_{name}": getattr(before, name)}
            if name == "status" and values.get("rated_because"):
                details["reason"] = values["rated_because"]
            yield TargetRow(model, rated, details, new_only=True, beside=True)


def export_rows(council: Council) -> Iterator[tuple]:
    """Each action that stands, with the findings that it answers."""
    current, reviews = prepare(council, []), Review.objects.of(council).names()
    actions = (
        Action.objects.of(council).active().select_related("priority__plan", "owner", "checker")
    )
    response = Prefetch("findings", Finding.objects.listed())
    rows = actions.prefetch_related(response, "supporters").order_by("reference")
    for action in rows.iterator(500):
        plan, priority = _name_of(action.priority, current)
        items = sorted(f"{reviews[of.review_id]}: {of}" for of in action.findings.all())
        yield action, {"plan": plan, "priority": priority, "findings": "; ".join(items)}


def example_action(council: Council) -> dict[str, object]:
    """An action of the first priority, which answers no finding."""
    priority = Priority.objects.of(council).order_by("pk").first()
    names = _name_of(priority, prepare(council, [])) if priority else ()
    return {"review": "", "findings": "", **dict(zip(("plan", "priority"), names, strict=False))}


def _name_of(priority, current):
    """What finds a priority again: its plan's title or slug, and its title or number."""
    plan = priority.plan
    order = str(priority.order)
    names = [(of, item) for of in (plan.title, plan.slug) for item in (priority.title, order)]
    matches = (
        (of, item)
        for of, item in names
        if _priorities({"plan": of, "priority": item}, current) == [priority]
    )
    return next(matches, (plan.slug, order))


def _moves(values, before):
    return before is not None and values.get("due_on") not in (None, before.due_on)


def _priorities(values, current):
    named = values.get("priority") or ""
    plan = plain(values.get("plan") or "")
    row = current.priorities.get((plan, named.strip().lstrip("0")), [])
    return list(dict.fromkeys(current.priorities.get((plan, plain(named)), row)))


def _why_not_priority(values, current):
    result = _priorities(values, current)
    if not result:
        known = sorted({str(item) for several in current.priorities.values() for item in several})
        right = (
            f"Write one of {_listed(known)}." if known else "Add the plan and its priority first."
        )
        wrong = "There is no such priority in this plan"
        yield Fault("priority", wrong, right, missing=Priority)
    elif len(result) > 1:
        yield Fault("plan", "Several plans have such a priority", "Write the plan’s title.")


def _parts(values):
    parts = (" ".join(part.split()) for part in re.split(r"[;\n]", values.get("findings") or ""))
    return [part for part in parts if part]


def _match_finding(text):
    """The parts of a finding's name, or None; no title with a kind and a number is longer."""
    return _FINDING.fullmatch(text) if len(text) <= LONGEST_NAME else None


def _finding(text, values, current):
    details = _match_finding(text)
    kind = details and _KINDS.get(plain(details["kind"]))
    review = _review(details, values, current) if kind else None
    return current.findings.get((review.pk, kind, whole(details[3][:9]))) if review else None


def _review(details, values, current):
    named = details["review"] or values.get("review")
    if named:
        return current.reviews.get(plain(named))
    # Where one review alone has findings, they need not say whose they are.
    of = {review for review, _, _ in current.findings}
    return next((review for review in current.reviews.values() if {review.pk} == of), None)


def _why_not_finding(text, values, current):
    if _finding(text, values, current) is not None:
        return None
    if not _match_finding(text):
        wrong = "This is not how a finding is named"
        return Fault("findings", wrong, "Write its kind and number: Recommendation 3.")
    wrong = "A finding that this names is not listed"
    right = "Check its kind and number, name its review in “Review”, and import the findings first."
    return Fault("findings", wrong, right, missing=Finding)


def _listed(names, most=12):
    text = ", ".join(f"“{name}”" for name in names[:most])
    return text + (f" and {len(names) - most} more" if len(names) > most else "")


ACTION = Record(
    Action,
    by=("reference",),
    withdrawn=lambda action: (rules.why_not_refer(action),),
    fields=action_fields,
    columns=(
        Column("reference", "Reference", "1.3", ("ref", "action ref"), required=True, filled=True),
        Column("plan", "Plan", "Children’s plan 2017", ("plan title",), read=Text(160)),
        Column("priority", "Priority", "Care leavers", ("priority number",), read=Text(200),
               needed=(LACKS, "Write the priority’s title or its number in the plan.")),
        Column("text", "Action", "Give every plan the date by which each step is to be done.",
               ("what is to be done", "text"), required=True,
               needed=(LACKS, "Describe the action.")),
        Column("owner", "Owner’s post", "Head of Service",
               ("owner", "lead", "owner’s role", "owner_role"), titles=POSTS,
               needed=(LACKS, "Write the post’s title, not a name.")),
        Column("supporters", "Supporting posts", titles=POSTS, several=True,
               also=("support", "supporting roles", "support_roles")),
        Column("measure", "Measure", also=("measure of success",)),
        Column("starts_on", "Starts", "17/05/2017", ("start date", "start", "starts on"),
               needed=(LACKS, "Write the start date.")),
        Column("due_on", "Due", "31/12/2017", ("due date", "deadline", "due on"),
               needed=(LACKS, "Write the due date.")),
        Column("moved_because", "Why the due date moved", also=("reason",), read=Text(200),
               condition="where the due date moves"),
        Column("next_report_on", "Next report", also=("next report on",)),
        Column("status", "Progress", "On track", ("status", "brag", "rag"), words=OTHER_STATUSES),
        Column("impact", "Impact", "Early signs", ("difference made",)),
        Column("done_on", "Done", also=("date done", "done on", "completed on"), past=True,
               condition="where it is done"),
        Column("checker", "Post that checked it", titles=POSTS,
               also=("checked by", "role that checked it", "checked_by_role"),
               condition="where it is done"),
        Column("rated_because", "Why progress is rated otherwise", read=Text(200)),
        Column("evidence", "Evidence", also=("what shows it",),
               condition="where it is done or rated better"),
        Column("review", "Review", "Inspection of children’s services, 2016", read=Text(160)),
        Column("findings", "Findings answered", "Recommendation 3; Area for development 2",
               ("findings", "answers"), read=Text(5000, lines=True)),
    ),
)  # fmt: skip
ACTIONS = Sheet(
    key="actions",
    title="Actions of improvement plans",
    about="The actions of a plan, as a plan’s table or a tracker lists them. The plan and "
    "its priorities are entered first, and so are the findings that they answer. One "
    "that is done is imported where the policy on second persons lets one person "
    "check it on that date.",
    permission=Permission.RECORD_ACTIONS,
    records=(ACTION,),
    wanted=resolve_changes,
    faults=faults,
    prepare=prepare,
    standing=export_rows,
    repeats=True,
    example=example_action,
)
