"""What follows audits reckoned again: sharing waited for, moderation, re-audits, actions."""

from tests.reckoning.audits import answer_of, held_of, part_of
from tests.reckoning.raw import WHOLE, Answer, Part, named


def awaiting_sharing(raw, asked):
    """Those done by the day and not shared by the end of it."""
    waiting = _unshared(raw, asked)
    if waiting is None:
        return None
    part = Part(len(waiting), None, named("case audit", waiting))
    return Answer({WHOLE: part}, asked.end, asked.end)


def awaiting_sharing_by_half_year(raw, asked):
    """The same by the half-year that each was done in: this one, the one before, earlier."""
    waiting = _unshared(raw, asked)
    if waiting is None:
        return None
    now = _half(asked.end)
    ages = [(now - _half(row.audited_on), row) for row in waiting]
    members = {}
    for name, fits in (
        ("this_half_year", lambda age: age == 0),
        ("half_year_before", lambda age: age == 1),
        ("earlier", lambda age: age > 1),
    ):
        own = [row for age, row in ages if fits(age)]
        members[name] = Part(len(own), len(waiting), named("case audit", own))
    return Answer(members, asked.end, asked.end)


def _half(day):
    """The number of the half-year of a day: from April 2016 that is 2 × 2016, from October one
    more."""
    return 2 * day.year + (0 if 4 <= day.month < 10 else 1 if day.month >= 10 else -1)


def _unshared(raw, asked):
    audits = raw.standing("CaseAudit", asked.council)
    if asked.cohort is not None or not [row for row in audits if row.audited_on <= asked.end]:
        return None
    done = [row for row in audits if row.audited_on <= asked.end]
    return [row for row in done if not (row.shared_on and row.shared_on <= asked.end)]


def by_moderation(raw, asked):
    """Those with a second grade by how its place in the scale compares with the first's."""
    held = held_of(raw, asked)
    if not held or held[1]:
        return None
    grades, parts = raw.by_pk("Grade"), {"kept": [], "raised": [], "lowered": []}
    second = [row for row in held[0] if row.moderated_grade_id]
    for row in second:
        step = grades[row.moderated_grade_id].order - grades[row.first_grade_id].order
        parts["raised" if step < 0 else "lowered" if step > 0 else "kept"].append(row)
    members = {name: part_of(rows, [], "done", len(second)) for name, rows in parts.items()}
    return answer_of(asked, members)


def re_audited(raw, asked):
    """Those that repeat an audit which stands, of those done."""
    held = held_of(raw, asked)
    if not held or held[1]:
        return None
    again = _repeats(raw, held[0])
    return answer_of(asked, {WHOLE: part_of(again, [], "done", len(held[0]))})


def re_audited_by_outcome(raw, asked):
    """Those by the grade that counts, held against that of the audit repeated."""
    held = held_of(raw, asked)
    if not held or held[1]:
        return None
    again = _repeats(raw, held[0])
    parts = {"better": [], "same": [], "worse": [], "not_compared": []}
    for row in again:
        now, before = _grade(raw, row), _grade(raw, raw.by_pk("CaseAudit")[row.earlier_audit_id])
        if not now or not before or now.scale_id != before.scale_id:
            parts["not_compared"].append(row)
        else:
            parts[{-1: "better", 0: "same", 1: "worse"}[_sign(now.order - before.order)]].append(
                row
            )
    members = {name: part_of(rows, [], "done", len(again)) for name, rows in parts.items()}
    return answer_of(asked, members)


def _sign(number):
    return (number > 0) - (number < 0)


def _grade(raw, row):
    key = row.moderated_grade_id or row.first_grade_id
    return raw.by_pk("Grade")[key] if key else None


def _repeats(raw, audits):
    every = raw.by_pk("CaseAudit")
    again = [row for row in audits if row.earlier_audit_id]
    return [row for row in again if every[row.earlier_audit_id].withdrawn_on is None]


def actions_open(raw, asked):
    """The actions of audits done by the day, themselves done after it or never."""
    rows = _open(raw, asked)
    if rows is None:
        return None
    part = Part(len(rows), None, named("action of an audit", rows))
    return Answer({WHOLE: part}, asked.end, asked.end)


def actions_overdue(raw, asked):
    """Of those, the ones due before the day."""
    rows = _open(raw, asked)
    if rows is None:
        return None
    late = [row for row in rows if row.due_on < asked.end]
    part = Part(len(late), len(rows), named("action of an audit", late))
    return Answer({WHOLE: part}, asked.end, asked.end)


def actions_done(raw, asked):
    """The actions done in the period."""
    rows = _agreed(raw, asked)
    if rows is None:
        return None
    done = [row for row in rows if row.done_on and asked.start <= row.done_on <= asked.end]
    return answer_of(asked, {WHOLE: Part(len(done), None, named("action of an audit", done))})


def _agreed(raw, asked):
    if _unshared(raw, asked) is None:
        return None
    every = raw.by_pk("CaseAudit")
    rows = raw.standing("AuditAction", asked.council)
    return [row for row in rows if every[row.audit_id].withdrawn_on is None]


def _open(raw, asked):
    rows, every = _agreed(raw, asked), raw.by_pk("CaseAudit")
    if rows is None:
        return None
    begun = [row for row in rows if every[row.audit_id].audited_on <= asked.end]
    return [row for row in begun if row.done_on is None or asked.end < row.done_on]


TABLE = {
    "audits.actions_done": actions_done,
    "audits.actions_open": actions_open,
    "audits.actions_overdue": actions_overdue,
    "audits.awaiting_sharing": awaiting_sharing,
    "audits.awaiting_sharing_by_half_year": awaiting_sharing_by_half_year,
    "audits.by_moderation": by_moderation,
    "audits.re_audited": re_audited,
    "audits.re_audited_by_outcome": re_audited_by_outcome,
}
