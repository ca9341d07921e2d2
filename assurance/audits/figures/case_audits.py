"""The figures of case-file audits: a flow over a period, what came of it read at the period's end.

Audits recorded one by one and totals entered with a source are counted together. What a total does
not say is not guessed: a figure that would need it is not returned, nor is any for a period that
holds only some of a total's days. Nor is anything returned for a period that ends
before the council's first record of an audit; after it, a period without one is nought.
"""

from functools import partial
from itertools import chain

from assurance.audits.figures.programme import FIGURES as PROGRAMME
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.scales import GradeScale
from assurance.audits.models.totals import AuditTotal
from assurance.audits.rules.case_audits import overlaps, recorded_by, shared_by, total_within
from assurance.figures.comparison import ENTERED
from assurance.figures.figure import WHOLE, Figure, Reading, Tally, Timing, Unit
from assurance.figures.rules.units import Origin

ONE_BY_ONE = "case audits recorded here"
CITATION = "The council’s case-file audit programme"
NOT_GRADED, NOT_BROKEN_DOWN = "not_graded", "not_broken_down"
TOTALS_ARE_SILENT = (
    "A total of audits does not show this for its audits: where one is entered for "
    "dates in this period, record its audits one by one, or choose a period without "
    "a total."
)


def done(query):
    """The audits done within the period."""
    result = found_in(query)
    return result and reading_of(query, result, {WHOLE: all_of(result)})


def shared(query):
    """Of those done, the audits shared with the worker by the period's end."""
    result = found_in(query)
    if not result or not _has_part(result, "shared"):
        return None
    members = {WHOLE: _shared_of(query, result)}
    return reading_of(query, result, members, {WHOLE: all_of(result)})


def recorded(asked):
    """Of those shared, the audits whose discussion was recorded by the period's end."""
    result = found_in(asked)
    if not result or not _has_part(result, "shared") or not _has_part(result, "recorded"):
        return None
    audits, totals = result
    own = [row for row in audits if recorded_by(row, asked.when.end)]
    members = {WHOLE: tally_of(own, totals, "recorded")}
    return reading_of(asked, result, members, {WHOLE: _shared_of(asked, result)})


def _shared_of(query, result):
    audits, totals = result
    return tally_of([row for row in audits if shared_by(row, query.when.end)], totals, "shared")


def one_by_one(narrow, base, query):
    """The audits done of which `narrow` holds, of those of which `base` does; a total says of
    neither."""
    result = found_in(query)
    if not result or result[1]:
        return None
    rest = [row for row in result[0] if base(row)]
    members = {WHOLE: tally_of([row for row in rest if narrow(row)], [])}
    return reading_of(query, result, members, {WHOLE: tally_of(rest, [])})


def by_grade(query):
    """The audits done, by final grade: every grade of the scales in force within the period, and
    any other that was given; those without a grade; those known only as totals."""
    result = found_in(query)
    if not result:
        return None
    audits, totals = result
    values = {}
    for row in audits:
        values.setdefault(row.final_code, []).append(row)
    labels = labels_of(query, values)
    members = {code: tally_of(values.get(code, []), []) for code in labels}
    members[NOT_GRADED] = tally_of(values.get("", []), [])
    if totals:
        members[NOT_BROKEN_DOWN] = tally_of([], totals)
    labels |= {NOT_GRADED: "Not graded", NOT_BROKEN_DOWN: "Not broken down by grade"}
    return reading_of(query, result, members, {WHOLE: all_of(result)}, labels)


def found_in(query):
    """The audits done (a list of `AuditFacts`) and the totals (a list) of the period, or None where
    nothing is held for it; a population of people has no audits."""
    return query.once("audits", lambda: _found_in(query))


def _found_in(query):
    if query.cohort is not None:
        return None
    when = query.when
    items = CaseAudit.objects.of(query.council), AuditTotal.objects.of(query.council)
    audits = query.once_for_all("audits", lambda span: items[0].done_in(span).facts())
    totals = query.once_for_all("audit totals", lambda span: list(items[1].touching(span)))
    audits = [row for row in audits if when.start <= row.audited_on <= when.end]
    totals = [total for total in totals if total.start <= when.end and when.start <= total.end]
    if not all(total_within(total, when) for total in totals):
        return None
    if not totals and not audits:
        first = query.once_for_all("first audit", lambda span: _first_day(items))
        if not first or when.end < first:
            return None
    return audits, totals


def _first_day(items):
    return min((day for day in (rows.first_day() for rows in items) if day), default=None)


def _has_part(result, part):
    return all(getattr(total, part) is not None for total in result[1])


def reading_of(query, result, members, bases=None, labels=None):
    """The `Reading` of `members`, with the totals among its sources."""
    entered = [f"{total.title} ({total.source})" for total in result[1]]
    own = [ONE_BY_ONE] if result[0] or not entered else []
    origins = [Origin.of_total(is_total) for is_total, rows in enumerate(result) if rows]
    return Reading(
        members=members,
        when=query.when,
        source="; ".join([*own, *(f"{ENTERED}{item}" for item in entered)]),
        bases=bases or {},
        labels=labels or {},
        origin=Origin.of_parts(origins),
    )


def all_of(result):
    """The tally of all that were done, which most figures of audits are out of."""
    return tally_of(*result)


def tally_of(audits, totals, part="done"):
    """How many audits there are, one by one and in the `part` of each total."""
    name = CaseAudit._meta.verbose_name
    return Tally(
        len(audits) + sum(getattr(total, part) for total in totals),
        lambda: chain(
            (f"{name} {row.pk}" for row in audits), (total.history_name for total in totals)
        ),
    )


def labels_of(query, value):
    """Code → label of the grades to show, best first, in the words of the newest scale."""
    known = query.once_for_all("grades", lambda span: _grades_of(query.council))
    in_force = {grade.code for grade in known if overlaps(grade.scale, query.when)}
    labels = {}
    for grade in known:
        if grade.code in in_force or grade.code in value:
            labels.setdefault(grade.code, grade.label)
    return labels


def _grades_of(council):
    scales = GradeScale.objects.of(council).prefetch_related("grades")
    return [grade for scale in scales for grade in scale.grades.all()]


audit_figure = partial(
    Figure, unit=Unit.AUDITS, timing=Timing.IN, source=ONE_BY_ONE, citation=CITATION
)
DONE = audit_figure(
    key="audits.done",
    title="Case-file audits done",
    counts="case-file audits done in the period, withdrawn ones left out",
    rule="An audit belongs to the period of its date; both ends of the period count.",
    reckon=done,
)
SHARED = audit_figure(
    key="audits.shared",
    title="Case-file audits shared with the worker",
    counts="audits done in the period that had been shared with the worker by its end",
    out_of="case-file audits done in the period",
    rule="An audit counts as shared if it was shared by the end of the period.",
    reckon=shared,
    base=DONE.key,
)
RECORDED = audit_figure(
    key="audits.recorded",
    title="Shared audits whose discussion was recorded",
    counts="audits done and shared by the period’s end whose discussion was on the child’s "
    "record by then",
    out_of="audits done in the period and shared with the worker by its end",
    rule="The base is the audits that were shared, not all that were done.",
    reckon=recorded,
    base=SHARED.key,
)
BY_GRADE = audit_figure(
    key="audits.by_grade",
    title="Case-file audits by grade",
    counts="audits done in the period, by final grade",
    out_of="case-file audits done in the period",
    rule="The moderated grade counts where there is one. Grades of one code are one member, "
    "whichever scale they belong to.",
    reckon=by_grade,
    whole=DONE.key,
    base=DONE.key,
    has_members=True,
)
BY_OTHER_TEAM = audit_figure(
    key="audits.by_other_team",
    title="Case-file audits by an auditor of another team",
    counts="audits done in the period whose auditor belonged to another team",
    out_of="case-file audits done in the period",
    rule="The auditor’s team is the one recorded with the audit, not one they joined later.",
    reckon=partial(one_by_one, lambda row: row.is_by_another_team, lambda row: True),
    base=DONE.key,
    gap=TOTALS_ARE_SILENT,
)
MODERATED = audit_figure(
    key="audits.moderated",
    title="Case-file audits moderated",
    counts="audits done in the period whose grade was moderated",
    out_of="case-file audits done in the period",
    rule="An audit with a grade at moderation counts, whether the grade was changed or confirmed.",
    reckon=partial(one_by_one, lambda row: row.is_moderated, lambda row: True),
    base=DONE.key,
    gap=TOTALS_ARE_SILENT,
)
CHANGED = audit_figure(
    key="audits.changed_at_moderation",
    title="Audit grades changed at moderation",
    counts="audits done in the period whose grade at moderation differs from the first",
    out_of="audits done in the period whose grade was moderated",
    rule="Both grades are kept. The base is the audits moderated, not all that were done.",
    reckon=partial(one_by_one, lambda row: row.is_changed, lambda row: row.is_moderated),
    base=MODERATED.key,
    gap=TOTALS_ARE_SILENT,
)

FIGURES = (DONE, SHARED, RECORDED, BY_GRADE, BY_OTHER_TEAM, MODERATED, CHANGED, *PROGRAMME)
