"""Improvement actions reckoned again: what was changed after a day is undone, newest change first,
and the action is looked at as it then was."""

from collections import Counter

from tests.reckoning.raw import WHOLE, Answer, Part, named

RATINGS = ("not_started", "on_track", "at_risk", "overdue", "done")


def total(raw, asked):
    """The standing actions that had begun."""
    return _counted(raw, asked, lambda row: True, out_of=False)


def overdue(raw, asked):
    """Those whose day had passed and that were not done."""
    return _counted(
        raw,
        asked,
        lambda row: _due(raw, row, asked.end) < asked.end and _rated(raw, row, asked.end) != "done",
    )


def per_finding(raw, asked):
    """Those that answer a finding that stands, of a review that stands."""
    return _counted(raw, asked, lambda row: _answers(raw, row))


def by_status(raw, asked):
    """Those begun, by what each had come to."""
    return _split(raw, asked, lambda row: _rated(raw, row, asked.end), RATINGS)


def by_plan(raw, asked):
    """Those begun, by their plan."""

    def plan(row):
        priority = raw.by_pk("Priority")[row.priority_id]
        return raw.by_pk("Plan")[priority.plan_id].slug

    return _split(raw, asked, plan, ())


def _begun(raw, asked):
    if asked.cohort is not None:
        return []
    return [row for row in raw.standing("Action", asked.council) if row.starts_on <= asked.end]


def _counted(raw, asked, fits, out_of=True):
    begun = _begun(raw, asked)
    rows = [row for row in begun if fits(row)]
    part = Part(len(rows), len(begun) if out_of else None, named("action", rows))
    return Answer({WHOLE: part}, asked.end, asked.end) if begun else None


def _split(raw, asked, member, always):
    begun = _begun(raw, asked)
    held = Counter(dict.fromkeys(always, 0))
    held.update(member(row) for row in begun)
    members = {
        name: Part(
            number, len(begun), named("action", [row for row in begun if member(row) == name])
        )
        for name, number in held.items()
    }
    return Answer(members, asked.end, asked.end) if begun else None


def _due(raw, row, day):
    """When the action was due as it stood on `day`."""
    due = row.due_on
    for change in reversed(_in_order(raw, "DueChange", row, "moved_on")):
        if change.moved_on > day:
            due = change.from_day
    return due


def _rated(raw, row, day):
    """What the action had come to at the end of `day`."""
    rating, changed = row.status, False
    for change in reversed(_in_order(raw, "StatusChange", row, "changed_on")):
        if change.changed_on > day:
            rating, changed = change.from_status, True
    done_later = rating == "done" and not changed and row.done_on > day
    if (rating == "done" and not done_later) or (row.done_on and row.done_on <= day):
        return "done"
    if _due(raw, row, day) < day:
        return "overdue"
    return "not_known" if done_later else rating


def _in_order(raw, model, row, day):
    rows = raw.of(model, "action_id", row.id)
    return sorted(rows, key=lambda change: (getattr(change, day), change.id))


def _answers(raw, row):
    links = raw.of("Action_findings", "action_id", row.id)
    findings = [raw.by_pk("Finding")[link.finding_id] for link in links]
    return any(
        one.withdrawn_on is None and raw.by_pk("Review")[one.review_id].withdrawn_on is None
        for one in findings
    )


def done_without_evidence(raw, asked):
    """Those done by the end of the day, with nothing that showed it then."""
    if not _begun(raw, asked):
        return None
    done = [row for row in _begun(raw, asked) if _rated(raw, row, asked.end) == "done"]
    bare = [row for row in done if not _shown(raw, row, asked.end)]
    part = Part(len(bare), len(done), named("action", bare))
    return Answer({WHOLE: part}, asked.end, asked.end)


def _shown(raw, row, day):
    things = raw.of("ActionEvidence", "action_id", row.id) + raw.of(
        "Attachment", "action_id", row.id
    )
    return any(
        one.created_on <= day and not (one.withdrawn_on and one.withdrawn_on <= day)
        for one in things
    )


TABLE = {
    "actions.done_without_evidence": done_without_evidence,
    "actions.total": total,
    "actions.by_status": by_status,
    "actions.by_plan": by_plan,
    "actions.overdue": overdue,
    "actions.per_finding": per_finding,
}
