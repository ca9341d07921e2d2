"""Makers of improvement plans and actions: a valid row with no arguments."""

from datetime import date

from assurance.improvement.models.actions import Action, DueChange, StatusChange
from assurance.improvement.models.follow_up import ActionEvidence, ActionNote, ImpactChange
from assurance.improvement.models.plans import Plan, Priority
from tests.cast import make_council, make_user
from tests.make.people import with_posts


def plan(**said):
    """A plan from 17 May 2017."""
    number = Plan.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "slug": f"plan-{number}",
        "title": f"Plan {number}",
        "from_date": date(2017, 5, 17),
    }
    return Plan.objects.create(**{**usual, **said})


def priority(of=None, **said):
    """A priority of a plan, of a new one where none is given, next in order."""
    of = of or plan(**({"council": said.pop("council")} if "council" in said else {}))
    order = of.priorities.count() + 1
    return Priority.objects.create(
        **{"plan": of, "order": order, "title": f"Priority {order}", **said}
    )


def action(findings=(), **said):
    """An action on track from 17 May 2017, due on 31 December 2017, that answers `findings`; its
    owner and checker are posts or their titles."""
    number = Action.objects.count() + 1
    council = said.get("council") or make_council()
    usual = {
        "council": council,
        "reference": f"A{number}",
        "text": "Give each plan its dates.",
        "owner": "Head of Service",
        "starts_on": date(2017, 5, 17),
        "due_on": date(2017, 12, 31),
        "status": "on_track",
        "created_on": date(2017, 5, 17),
    }
    if "priority" not in said:
        held = Priority.objects.of(council).first()
        usual["priority"] = held or priority(council=council)
    if said.get("status") == "done":
        usual |= {"done_on": date(2017, 9, 1), "checker": "Director"}
        usual |= {"evidence": "Forty plans were read."}
    row = Action.objects.create(**with_posts({**usual, **said}, "owner", "checker"))
    row.findings.set(findings)
    return row


def moved(of, moved_on, from_day, to_day, reason="The supplier was late."):
    """A move of an action's due date, as its history holds it."""
    return DueChange.objects.create(
        action=of, moved_on=moved_on, from_day=from_day, to_day=to_day, reason=reason
    )


def marked_done(by=None, **said):
    """An action that its owner marked as done on 1 September 2017; it waits for its check."""
    council = said.get("council") or make_council()
    told = {"finished_on": date(2017, 8, 31), "marked_done_on": date(2017, 9, 1)}
    told |= {"evidence": "Audit of 40 plans, 31 August 2017"}
    told["marked_done_by"] = by or make_user("officer", council=council)
    return action(**{**told, **said})


def rated(of, changed_on, before, after):
    """A changed rating of an action, as its history holds it."""
    return StatusChange.objects.create(
        action=of, changed_on=changed_on, from_status=before, to_status=after
    )


def note(of=None, **said):
    """A note on an action, on a new one where none is given."""
    of = of or action(**({"council": said.pop("council")} if "council" in said else {}))
    usual = {
        "council": of.council,
        "action": of,
        "noted_on": date(2017, 7, 3),
        "post": "Service Manager",
        "text": "Twenty plans were read.",
        "created_on": date(2017, 7, 3),
    }
    return ActionNote.objects.create(**with_posts({**usual, **said}, "post"))


def evidence(of=None, **said):
    """A figure linked to an action, to a new one where none is given."""
    of = of or action(**({"council": said.pop("council")} if "council" in said else {}))
    usual = {
        "council": of.council,
        "action": of,
        "figure": "" if said.get("audit") else "actions.total",
        "shows": "More plans have dates",
        "created_on": date(2017, 7, 3),
    }
    return ActionEvidence.objects.create(**{**usual, **said})


def impact_change(of, **said):
    """An impact that was rated as improving on 3 July 2017."""
    usual = {"changed_on": date(2017, 7, 3), "from_impact": "early", "to_impact": "improving"}
    return ImpactChange.objects.create(action=of, **{**usual, **said})
