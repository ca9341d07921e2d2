"""What officers do with improvement plans, their priorities and their actions."""

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.follow_up import ImpactChange
from assurance.improvement.models.plans import Plan, Priority
from assurance.improvement.rules import actions
from assurance.improvement.rules.board import is_shown
from assurance.records import history, operations
from assurance.records.personal import Personal
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import Refused, refuse_if

BOUND_TOGETHER = (
    *("starts_on", "due_on", "next_report_on", "owner_role"),
    *("status", "done_on", "evidence", "checked_by_role"),
)
WITHDRAWN = "This record was withdrawn and cannot be changed."
MOVE_IT = "Move the due date on its own page: it needs a reason."
OTHERS = "Choose one of your own council."
# What history holds of actions added together: their references, and apart their words.
SEVERAL = {"actions": Personal.NONE, "words": Personal.MAY}


@transaction.atomic
def record_plan(*, council, title, from_date, by, on, to_date=None, slug="") -> Plan:
    """Adds a plan, its slug made of its title where none is given; refuses a title already used,
    an end before the start."""
    plan = Plan(council=council)
    fields = {"title": title, "slug": slug or slugify(title)[:60]}
    fields |= {"from_date": from_date, "to_date": to_date}
    _refuse_plan(plan, fields)
    changes = operations.add(plan, fields, on=on)
    history.record("plans.record", about=plan, by=by, on=on, changes=changes)
    return plan


@transaction.atomic
def change_plan(*, record, by, on, **fields) -> Plan:
    """Changes the title or dates of the plan `record`, whose slug stays; refuses as `record_plan`
    does."""
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=record.pk)
    _refuse_plan(plan, fields)
    changes = operations.change(plan, fields)
    history.record("plans.change", about=plan, by=by, on=on, changes=changes)
    return plan


@transaction.atomic
def record_priority(*, council, plan, title, by, on, order=None) -> Priority:
    """Adds a priority to `plan`, after those it has where no place is given; refuses a place that
    is taken."""
    plan = Plan.objects.of(council).select_for_update(of=("self",)).get(pk=plan.pk)
    priority = Priority(plan=plan)
    last = plan.priorities.aggregate(last=Max("order"))["last"]
    fields = {"title": title, "order": order or (last or 0) + 1}
    _refuse_priority(priority, fields)
    changes = operations.add(priority, fields, on=on)
    history.record("priorities.record", about=priority, by=by, on=on, changes=changes)
    return priority


@transaction.atomic
def change_priority(*, record, by, on, **fields) -> Priority:
    """Changes the title or place of the priority `record`; refuses a place that is taken."""
    priority = Priority.objects.select_for_update(of=("self",)).get(pk=record.pk)
    _refuse_priority(priority, fields)
    changes = operations.change(priority, fields)
    history.record("priorities.change", about=priority, by=by, on=on, changes=changes)
    return priority


@transaction.atomic
def record_action(*, council, by, on, **fields) -> Action:
    """Adds an action: `priority`, `reference`, `text`, `owner_role`, `starts_on`, `due_on`, and
    maybe `support_roles`, `measure`, `next_report_on`, `status`, `impact`, `done_on`, `evidence`,
    `checked_by_role` and `findings`, those that it answers.

    Refuses a reference already used, dates out of order, one that is done without its day, its
    evidence or a second role, findings and priorities of another council.
    """
    action = Action(council=council)
    _refuse_action(action, fields)
    changes = operations.add(action, fields, on=on)
    history.record("actions.record", about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def record_actions(*, council, plan, rows, by, on) -> list[Action]:
    """Adds many actions to `plan` at once: `rows` of dicts as `record_action` takes, their
    priorities of that plan. One row of history tells of all, under the plan.

    Refuses as `record_action` does, naming the row; all are kept or none.
    """
    made = []
    for place, value in enumerate(rows, 1):
        action = Action(council=council)
        refuse_if(_not_of(plan, value["priority"], place))
        try:
            _refuse_action(action, value)
        except Refused as refused:
            raise Refused(f"Row {place}: {refused.sentence}") from refused
        operations.add(action, value, on=on)
        made.append(action)
    values = {"actions": [item.reference for item in made], "words": [item.text for item in made]}
    changes = history.changes({}, values, SEVERAL)
    history.record("plans.record_actions", about=plan, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def change_action(*, record, seen, by, on, impact_reason="", **fields) -> Action:
    """Changes the fields `said` of the action `record`, and keeps changed ratings of progress and
    impact with their day, that of impact with `impact_reason`; refuses as `record_action` does, a
    better rating without evidence (of impact: one attached or linked, else a reason), another due
    date (see `move_due`) and a withdrawn action. Raises `EditConflict` where somebody saved
    first."""
    action = lock(record, seen)
    refuse_if(WITHDRAWN if action.is_withdrawn else None)
    refuse_if(MOVE_IT if fields.get("due_on", action.due_on) != action.due_on else None, "due_on")
    before, impact = action.status, action.impact
    _refuse_action(action, fields)
    better = fields.get("impact", impact), is_shown(action), impact_reason
    refuse_if(actions.why_not_impact(impact, *better), "impact_reason")
    changes = operations.change(action, fields)
    if action.status != before:
        StatusChange.objects.create(
            action=action, changed_on=on, from_status=before, to_status=action.status
        )
    if action.impact != impact:
        values = {"from_impact": impact, "to_impact": action.impact, "reason": impact_reason}
        ImpactChange.objects.create(action=action, changed_on=on, **values)
        why = {"impact_reason": impact_reason} if impact_reason else {}
        changes = (*changes, *history.changes({}, why, {"impact_reason": Personal.MAY}))
    history.record("actions.change", about=action, by=by, on=on, changes=changes)
    return action


@transaction.atomic
def move_due(*, record, seen, to_day, reason, by, on) -> Action:
    """Moves the due date of the action `record` to `to_day` and keeps the move with its reason;
    refuses the same day, one before the start, a move without a reason or of an action that is
    done or withdrawn. Raises `EditConflict` where somebody saved first."""
    action = lock(record, seen)
    refuse_if(WITHDRAWN if action.is_withdrawn else None)
    field, sentence = actions.why_not_move(action, to_day, reason) or ("", None)
    refuse_if(sentence, field)
    from_day = action.due_on
    DueChange.objects.create(
        action=action, moved_on=on, from_day=from_day, to_day=to_day, reason=reason
    )
    changes = operations.change(action, {"due_on": to_day})
    why = history.changes({}, {"reason": reason}, DueChange.personal)
    history.record("actions.move_due", about=action, by=by, on=on, changes=(*changes, *why))
    return action


@transaction.atomic
def withdraw_action(*, record, seen, because, by, on) -> Action:
    """Withdraws the action `record`, which then answers no finding; refuses one withdrawn already,
    or without a reason."""
    action = lock(record, seen)
    refuse_if(why_not_withdraw(action, because), "because")
    changes = operations.withdraw(action, because=because, by=by, on=on)
    history.record("actions.withdraw", about=action, by=by, on=on, changes=changes)
    return action


def _not_of(plan, priority, place):
    if priority.plan_id == plan.pk:
        return None
    return f"Row {place}: “{priority.title}” is a priority of another plan"


def _refuse_plan(plan, value):
    def current_value(name):
        return value[name] if name in value else getattr(plan, name)

    others = Plan.objects.of(plan.council).exclude(pk=plan.pk)
    is_used = others.filter(slug=current_value("slug")).exists()
    refuse_if(actions.why_not_name_plan(current_value("slug"), is_used), "title")
    refuse_if(
        actions.why_not_end_plan(current_value("from_date"), current_value("to_date")), "to_date"
    )


def _refuse_priority(priority, value):
    order = value.get("order", priority.order)
    others = Priority.objects.filter(plan=priority.plan).exclude(pk=priority.pk)
    refuse_if(actions.why_not_order(order, others.filter(order=order).exists()), "order")


def _refuse_action(action, value):
    def current_value(name):
        return value[name] if name in value else getattr(action, name)

    others = Action.objects.of(action.council).exclude(pk=action.pk)
    clash = others.filter(reference=current_value("reference")).first()
    refuse_if(actions.why_not_refer(clash), "reference")
    own = action.council_id
    theirs = "priority" in value and value["priority"].plan.council_id != own
    refuse_if(OTHERS if theirs else None, "priority")
    theirs = any(item.council_id != own for item in value.get("findings", ()))
    refuse_if(OTHERS if theirs else None, "findings")
    before = action.status if action.pk else ""
    for field, sentence in actions.faults(
        {name: current_value(name) for name in BOUND_TOGETHER}, before
    ):
        refuse_if(sentence, field)
