"""Case audits as a file: what an audit tool exports, a row for each audit."""

from collections.abc import Iterator

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.audits.importing.examples import example_audit
from assurance.audits.importing.lookups import (
    OWN_TEAM,
    auditor_of,
    grade_of,
    name_of,
    prepare,
    round_of,
    round_of_kind,
    team_of,
    themes_of,
)
from assurance.audits.importing.repeats import (
    as_asked,
    earlier_of,
    refused_repeats,
    why_not_repeat,
)
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import case_audits, moderation, rounds
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.people.importing import POSTS
from assurance.people.succession import why_not_auditor_team
from assurance.tables.cells import Text

OTHER_METHODS = {
    "desk": ("desk", "desktop", "paper"),
    "live": ("live", "live audit", "with worker"),
    "moderated": ("moderated", "moderation", "for moderation"),
    "external": ("external", "external auditor"),
}
# What stays in the register where a row is silent about it.
CURRENT_FIELDS = (
    "audited_on",
    "team",
    "first_grade",
    "moderated_grade",
    "shared_on",
    "recorded_on",
)
# Columns that find something and are no fields of an audit.
NO_FIELDS = ("reference", "service", "kind")
# What a row says in words of other records → what finds it.
FINDERS = {
    "team": team_of,
    "first_grade": grade_of("first_grade"),
    "moderated_grade": grade_of("moderated_grade"),
    "auditor_team": auditor_of,
    "round": round_of,
    "themes": themes_of,
    "earlier_audit": earlier_of,
}
ANOTHERS = "The register has the auditor’s other team"


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a team, grade, round or theme that nobody knows, and the rules of a typed
    audit."""
    record = reading.current("caseaudit", values)
    if record is not None and record.is_withdrawn:
        return
    value, unknown = reading.of_row(values, _read_fields)
    yield from unknown
    if unknown:
        return
    for name, sentence in case_audits.faults(
        **{name: _value_after(name, value, record) for name in CURRENT_FIELDS}
    ):
        yield Fault(name, sentence)
    yield from _why_not_together(value, record, reading)
    after = (_value_after(name, value, record) for name in ("earlier_audit", "audited_on"))
    yield from why_not_repeat(values["reference"], *after, record, reading)
    yield from _why_not_moderated(value, record, reading)
    if record is None:
        for name in ("team", "auditor"):
            if not value.get(name):
                yield Fault(name, "This is missing", "Enter it: every case audit has one")


MODERATED = ("moderated_grade", "moderator", "moderated_on")
MODERATION_FIELDS = ("audited_on", "auditor", "moderated_grade", "moderator", "moderated_on")


def export_rows(council: Council) -> Iterator[tuple]:
    """Each audit that stands, in the order of their days."""
    names = name_of(council)
    audits = (
        CaseAudit.objects.of(council)
        .active()
        .select_related(
            *("team", "first_grade", "moderated_grade", "auditor_team", "round__kind"),
            *("auditor", "moderator", "earlier_audit"),
        )
        .prefetch_related("themes")
    )
    for audit in audits.order_by("audited_on", "reference").iterator(chunk_size=500):
        grades = {name: getattr(audit, name) for name in ("first_grade", "moderated_grade")}
        yield (
            audit,
            {name: grade and grade.label for name, grade in grades.items()},
            {
                "team": audit.team.name,
                "service": audit.team.service,
                "auditor_team": audit.auditor_team and names[audit.auditor_team_id],
                "round": audit.round and str(audit.round),
                "kind": audit.round and audit.round.kind.title,
                "earlier_audit": audit.earlier_audit and audit.earlier_audit.reference,
                "themes": "; ".join(sorted(theme.title for theme in audit.themes.all())),
            },
        )


def _read_fields(values, reading):
    """(the row's fields as the register has them, the faults of what could not be found)."""
    fields = {name: value for name, value in values.items() if name not in NO_FIELDS}
    matches, known = [], {**values, "caseaudit": reading.current("caseaudit", values)}
    for name, find in FINDERS.items():
        if values.get(name):
            fields[name], fault = find(known, reading)
            known[name] = fields[name]
            matches += [fault] if fault else []
    if values.get("kind"):
        fields["round"], fault = round_of_kind(known, reading)
        matches += [fault] if fault else []
    if isinstance(fields.get("auditor_team"), bool):
        # The column says whose team it was in words, and names none.
        fields["own_team"] = fields.get("own_team", fields["auditor_team"])
        fields["auditor_team"] = None
    elif fields.get("auditor_team") and fields.get("own_team") is None:
        fields["own_team"] = fields["auditor_team"] == fields.get("team")
    if fields.get("own_team") and fields.get("auditor_team") == fields.get("team"):
        fields["auditor_team"] = None
    return fields, matches


def _without_moderation(fields, values, reading):
    """The fields without a moderation that a file cannot show to be another person's."""
    if _is_another_moderation(fields, values, reading):
        return fields | dict.fromkeys(MODERATED)
    return fields


def _is_another_moderation(fields, values, reading):
    """Whether a row moderates a grade otherwise than the register has it, where the policy of that
    day (of the audit where the row gives none) asks for a second person."""
    current = reading.current("caseaudit", values)
    other = any(
        fields.get(name) not in (None, "", getattr(current, name, None)) for name in MODERATED
    )
    day = fields.get("moderated_on") or values["audited_on"]
    return other and reading.held.needs_second_person(day)


def warnings(rows, reading: Reading) -> Iterator[str]:
    """How many grades at moderation are left out."""
    number = sum(
        _is_another_moderation(reading.of_row(values, _read_fields)[0], values, reading)
        for _, values in rows
        # Most files moderate few rows: to read a row again takes longer than this.
        if any(values.get(name) for name in MODERATED)
    )
    if number:
        whose = "1 row gives" if number == 1 else f"{number:,} rows give"
        yield (
            f"{whose} a grade at moderation, which the council’s policy asks a second person for. "
            "Only the first grade is imported: moderate the audits on their pages."
        )


def _why_not_together(value, current, reading):
    values = {
        name: _value_after(name, value, current)
        for name in ("own_team", "team", "auditor_team", "audited_on", "round")
    }
    own, team = values["own_team"], values["team"]
    if sentence := case_audits.why_not_auditor_team(own, team, values["auditor_team"]):
        if value.get("auditor_team"):
            yield Fault("auditor_team", sentence)
        else:
            yield Fault("own_team", ANOTHERS, "Change it on the audit’s own page.")
    whose = (own, team, values["auditor_team"], values["audited_on"])
    if sentence := why_not_auditor_team(*whose, reading.held.steps):
        yield Fault("auditor_team", sentence)
    is_new = values["round"] != getattr(current, "round", None)
    if sentence := rounds.why_not_link(values["round"], values["audited_on"], team, is_new):
        yield Fault("round", sentence)
    before = {theme.pk for theme in current.themes.all()} if current else ()
    themes = value.get("themes") or (current.themes.all() if current else ())
    if sentence := case_audits.why_not_themes(values["audited_on"], themes, before):
        yield Fault("themes", sentence)


def _why_not_moderated(value, current, reading):
    values = {name: _value_after(name, value, current) for name in MODERATION_FIELDS}
    for name, sentence in moderation.faults(**values):
        yield Fault(name, sentence)
    if day := values["moderated_on"]:
        posts = (values["auditor"], values["moderator"])
        needs_second = reading.held.needs_second_person(day)
        if sentence := moderation.why_not_moderator(*posts, needs_second=needs_second):
            yield Fault("moderator", sentence)


def _value_after(name, value, current):
    if value.get(name) not in (None, ""):
        return value[name]
    return getattr(current, name, None)


CASE_AUDIT = Record(
    CaseAudit,
    by=("reference",), dated="audited_on",
    withdrawn=lambda audit: (case_audits.why_not_refer(audit),),
    rows=lambda council: CaseAudit.objects.of(council)
    .select_related(
        *("team", "auditor_team", "first_grade__scale", "moderated_grade__scale", "round__kind"),
        *("auditor", "moderator", "earlier_audit"),
    )
    .prefetch_related("themes", "round__teams"),
    fields=lambda values, reading, fields: as_asked(
        _without_moderation(reading.of_row(values, _read_fields)[0], values, reading)
    ),
    columns=(
        Column("reference", "Reference", "CA-2015-014", required=True, filled=True,
               also=("audit reference", "audit ref", "audit id", "ref", "id")),
        Column("audited_on", "Date of the audit", "16/07/2015", required=True, filled=True,
               past=True, also=("audit date", "audited on", "date audited", "date", "done on")),
        Column("team", "Team", "North locality team", ("team name",), read=Text(120),
               required=True,
               condition="in each row"),
        Column("service", "Service", "Child in Need", ("department",), read=Text(120)),
        Column("method", "How it was done", "Desk audit", ("method", "audit type"),
               words=OTHER_METHODS),
        Column("auditor", "Auditor’s post", "Practice Manager", titles=POSTS,
               also=("auditor role", "role of auditor", "audited by (role)", "auditor’s role",
                     "audited by"),
               condition="in each row"),
        Column("own_team", "Own or another team", "Another team", ("own team",), read=OWN_TEAM),
        Column("auditor_team", "Auditor’s team", "South locality team", read=Text(260),
               also=("auditor team", "team of the auditor", "auditing team")),
        Column("round", "Audit round", also=("round", "programme round"), read=Text(300)),
        Column("kind", "Kind of audit", also=("audit kind", "type of audit"), read=Text(120)),
        Column("earlier_audit", "Audit that it repeats", also=("repeats audit", "re-audit of"),
               read=Text(40)),
        Column("themes", "Themes", also=("recurring themes", "theme", "themes found"),
               read=Text(2000, lines=True)),
        Column("first_grade", "First grade", "Good", read=Text(80),
               also=("grade", "initial grade", "judgement", "overall judgement", "overall grade",
                     "rating"),
               condition="with a grade at moderation"),
        Column("moderated_grade", "Grade at moderation", "Good", ("moderated grade", "final grade"),
               read=Text(80)),
        Column("moderator", "Moderator’s post", titles=POSTS, also=("moderated by",),
               condition="with the date of moderation"),
        Column("moderated_on", "Moderated", past=True, also=("moderated on", "date moderated"),
               condition="with the moderator’s post"),
        Column("shared_on", "Shared", "23/07/2015", past=True,
               also=("shared on", "date shared", "shared with worker on"),
               condition="with the date it was recorded"),
        Column("recorded_on", "Recorded", "24/07/2015", past=True,
               also=("recorded on", "date recorded", "recorded on file")),
        Column("strengths", "Strengths", "Visits were on time.", ("what went well",)),
        Column("areas_for_development", "Areas for development", "The plan lacked dates.",
               ("areas for improvement", "areas to improve", "what could be better")),
        Column("actions", "Actions agreed", "Set a date.", ("actions",)),
        Column("child_view", "The child’s views", "My worker listens.",
               ("child’s view", "what the child said")),
        Column("family_view", "The family’s views", "We know the plan.",
               ("family’s view", "what the family said")),
        Column("worker_view", "The worker’s views", "The plan was clear.",
               ("worker’s view", "what the worker said")),
    ),
)  # fmt: skip
CASE_AUDITS = Sheet(
    key="case-audits",
    title="Case audits",
    about="Case-file audits with their grades, and when they were shared and recorded, as "
    "an audit tool exports them. A child is named only by the audit’s own reference. "
    "The teams, rounds and grade scale that it names are added first. "
    "A re-audit may be in one file with the audit that it repeats. "
    "A grade at moderation is imported where the policy on second persons lets one "
    "person moderate on that date.",
    permission=Permission.RECORD_AUDITS,
    records=(CASE_AUDIT,),
    faults=faults,
    prepare=prepare,
    across=refused_repeats,
    warnings=warnings,
    standing=export_rows,
    example=example_audit,
)
