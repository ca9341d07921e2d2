"""Case-file audits reckoned again: a period holds both its ends, and what came of an audit is read
at the end of the period's last day."""

from collections import Counter

from tests.reckoning.raw import WHOLE, Answer, Part, named


def done(raw, asked):
    """The audits of the period and the totals that lie in it."""
    held = held_of(raw, asked)
    return held and answer_of(asked, {WHOLE: part_of(*held, "done", None)})


def shared(raw, asked):
    """Those shared by the end, of those done."""
    held = held_of(raw, asked)
    if not held or any(total.shared is None for total in held[1]):
        return None
    audits, totals = held
    out_of = part_of(audits, totals, "done", None).count
    return answer_of(asked, {WHOLE: part_of(_shared(audits, asked), totals, "shared", out_of)})


def recorded(raw, asked):
    """Those recorded by the end, of those shared."""
    held = held_of(raw, asked)
    if not held or any(None in (total.shared, total.recorded) for total in held[1]):
        return None
    known = _shared(held[0], asked)
    out_of = part_of(known, held[1], "shared", None).count
    written = [row for row in known if row.recorded_on and row.recorded_on <= asked.end]
    return answer_of(asked, {WHOLE: part_of(written, held[1], "recorded", out_of)})


def by_other_team(raw, asked):
    """Those whose auditor was of another team; a total does not say."""
    held = held_of(raw, asked)
    if not held or held[1]:
        return None
    others = [row for row in held[0] if not row.own_team]
    return answer_of(asked, {WHOLE: part_of(others, [], "done", len(held[0]))})


def by_grade(raw, asked):
    """Those done by the code of the grade that stands."""
    held = held_of(raw, asked)
    if not held:
        return None
    audits, totals = held
    out_of = part_of(audits, totals, "done", None).count
    given = {}
    for row in audits:
        grade = row.moderated_grade_id or row.first_grade_id
        code = raw.by_pk("Grade")[grade].code if grade else "not_graded"
        given.setdefault(code, []).append(row)
    for scale in raw["GradeScale"]:
        over = scale.to_date is not None and scale.to_date < asked.start
        if scale.council_id == asked.council and not over and scale.from_date <= asked.end:
            for grade in raw.of("Grade", "scale_id", scale.id):
                given.setdefault(grade.code, [])
    given.setdefault("not_graded", [])
    members = {code: part_of(rows, [], "done", out_of) for code, rows in given.items()}
    if totals:
        members["not_broken_down"] = part_of([], totals, "done", out_of)
    return answer_of(asked, members)


def moderated(raw, asked):
    """Those with a second grade, of those done; a total does not say."""
    held = held_of(raw, asked)
    if not held or held[1]:
        return None
    second = [row for row in held[0] if row.moderated_grade_id]
    return answer_of(asked, {WHOLE: part_of(second, [], "done", len(held[0]))})


def changed_at_moderation(raw, asked):
    """Those whose second grade is not the first, of those with a second."""
    held = held_of(raw, asked)
    if not held or held[1]:
        return None
    second = [row for row in held[0] if row.moderated_grade_id]
    other = [row for row in second if row.moderated_grade_id != row.first_grade_id]
    return answer_of(asked, {WHOLE: part_of(other, [], "done", len(second))})


def planned(raw, asked):
    """The numbers of the rounds whose last day is in the period; unknown where one has none."""
    rounds = raw.standing("AuditRound", asked.council)
    if asked.cohort is not None or not rounds:
        return None
    if asked.end < min(row.start for row in rounds):
        return None
    ending = [
        row
        for row in rounds
        if row.cancelled_on is None and asked.start <= row.end and row.end <= asked.end
    ]
    if None in [row.planned for row in ending]:
        return None
    part = Part(sum(row.planned for row in ending), None, named("audit round", ending))
    return answer_of(asked, {WHOLE: part})


def rounds_awaiting_result(raw, asked):
    """The rounds that had begun, by a word or by their first audit, whose period or time to report
    had passed or whose audits were all done, and that were neither closed nor cancelled."""
    rounds = raw.standing("AuditRound", asked.council)
    day = asked.end
    if asked.cohort is not None or not rounds or day < min(row.start for row in rounds):
        return None
    done = Counter(
        row.round_id
        for row in raw.standing("CaseAudit", asked.council)
        if row.round_id and row.audited_on <= day
    )
    waiting = []
    for row in rounds:
        has_begun = done[row.id] or (row.begun_on and row.begun_on <= day)
        past = row.end < day or (row.report_due_on and row.report_due_on < day)
        if not past and (row.planned is None or done[row.id] < row.planned):
            continue
        closed = row.closed_on and row.closed_on <= day
        if has_begun and not closed and not (row.cancelled_on and row.cancelled_on <= day):
            waiting.append(row)
    part = Part(len(waiting), None, named("audit round", waiting))
    return Answer({WHOLE: part}, day, day)


def held_of(raw, asked):
    """(audits, totals) of the period; None where nothing is known of it."""
    if asked.cohort is not None:
        return None
    audits = raw.standing("CaseAudit", asked.council)
    totals = raw.standing("AuditTotal", asked.council)
    days = [row.audited_on for row in audits] + [row.start for row in totals]
    inside = [row for row in totals if asked.start <= row.start and row.end <= asked.end]
    # How much of a total lies in a part of its period nobody knows.
    cut = [row for row in totals if row.start <= asked.end and asked.start <= row.end]
    if not days or asked.end < min(days) or len(cut) > len(inside):
        return None
    return [row for row in audits if asked.start <= row.audited_on <= asked.end], inside


def _shared(audits, asked):
    return [row for row in audits if row.shared_on and row.shared_on <= asked.end]


def part_of(audits, totals, said, out_of):
    """A member made of audits and of what totals say."""
    number = len(audits) + sum(getattr(total, said) for total in totals)
    return Part(number, out_of, named("case audit", audits) | named("audit total", totals))


def answer_of(asked, members):
    """The members, of the period."""
    return Answer(members, asked.start, asked.end)


def by_team(raw, asked):
    """Those done, by the name of the team as a token has it."""
    held = held_of(raw, asked)
    if not held or not (held[0] or held[1]):
        return None
    audits, totals = held
    out_of = part_of(audits, totals, "done", None).count
    members = {
        name: part_of(rows, [], "done", out_of) for name, rows in _teams(raw, audits).items()
    }
    return answer_of(asked, members | _not_broken_down(totals, out_of))


def by_team_and_grade(raw, asked):
    """Those of each team by every grade that any team was or could be given."""
    held, graded = held_of(raw, asked), by_grade(raw, asked)
    if not held or not (held[0] or held[1]):
        return None
    audits, totals = held
    members = {}
    for name, rows in _teams(raw, audits).items():
        for code in set(graded.members) - {"not_broken_down"}:
            own = [row for row in rows if _code(raw, row) == code]
            members[f"{name}__{code}"] = part_of(own, [], "done", len(rows))
    out_of = part_of(audits, totals, "done", None).count
    return answer_of(asked, members | _not_broken_down(totals, out_of))


def _code(raw, row):
    grade = row.moderated_grade_id or row.first_grade_id
    return raw.by_pk("Grade")[grade].code if grade else "not_graded"


def _teams(raw, audits):
    found = {}
    for row in audits:
        name = raw.by_pk("Team")[row.team_id].name.lower().replace(" ", "-")
        found.setdefault(name, []).append(row)
    return found


def _not_broken_down(totals, out_of):
    return {"not_broken_down": part_of([], totals, "done", out_of)} if totals else {}


TABLE = {
    "audits.by_team": by_team,
    "audits.by_team_and_grade": by_team_and_grade,
    "audits.done": done,
    "audits.shared": shared,
    "audits.recorded": recorded,
    "audits.by_grade": by_grade,
    "audits.by_other_team": by_other_team,
    "audits.moderated": moderated,
    "audits.changed_at_moderation": changed_at_moderation,
    "audits.planned": planned,
    "audits.rounds_awaiting_result": rounds_awaiting_result,
}
