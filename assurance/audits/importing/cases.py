"""Case audits as a file: what an audit tool exports, a row for each audit."""

from collections.abc import Iterator

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.audits.importing.lookups import (
    OWN_TEAM,
    auditor_of,
    grade_of,
    name_of,
    prepare,
    round_of,
    team_of,
    themes_of,
)
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import case_audits, rounds
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.tables.cells import Choice, Day, Text

OTHER_METHODS = {
    "desk": ("desk", "desktop", "paper"),
    "live": ("live", "live audit", "with worker"),
    "moderated": ("moderation",),
    "external": ("external", "external auditor"),
}
METHOD = Choice({value: (label, *OTHER_METHODS[value]) for value, label in CaseAudit.METHODS})
# What stays in the register where a row is silent about it.
CURRENT_FIELDS = (
    "audited_on",
    "team",
    "first_grade",
    "moderated_grade",
    "shared_on",
    "recorded_on",
)
# What a row says in words of other records → what finds it.
FINDERS = {
    "team": team_of,
    "first_grade": grade_of("first_grade"),
    "moderated_grade": grade_of("moderated_grade"),
    "auditor_team": auditor_of,
    "round": round_of,
    "themes": themes_of,
}
ANOTHERS = "The register holds the auditor's other team"


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a team, grade, round or theme that nobody knows, and the rules of a typed
    audit."""
    record = reading.held.audits.get(values["reference"])
    if record is not None and record.is_withdrawn:
        yield Fault("reference", case_audits.why_not_refer(record))
        return
    value, unknown = _read_fields(values, reading)
    yield from unknown
    if unknown:
        return
    for name, sentence in case_audits.faults(
        **{name: _value_after(name, value, record) for name in CURRENT_FIELDS}
    ):
        yield Fault(name, sentence)
    yield from _why_not_together(value, record)
    if record is None:
        for name in ("team", "auditor_role"):
            if not value.get(name):
                yield Fault(name, "This is missing", "Enter it: every case audit has one")


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The audit of a row, by its reference."""
    value, _ = _read_fields(values, reading)
    identity = {"reference": values["reference"]}
    yield TargetRow(CaseAudit, identity, {k: v for k, v in value.items() if k != "reference"})


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each audit that stands, in the order of their days."""
    names = name_of(council)
    audits = (
        CaseAudit.objects.of(council)
        .active()
        .select_related("team", "first_grade", "moderated_grade", "auditor_team", "round__kind")
        .prefetch_related("themes")
    )
    for audit in audits.order_by("audited_on", "reference").iterator(chunk_size=500):
        values = {column.name: getattr(audit, column.name, None) for column in CASE_AUDITS.columns}
        values |= {"team": audit.team.name, "service": audit.team.service}
        for name in ("first_grade", "moderated_grade"):
            values[name] = values[name] and values[name].label
        values["auditor_team"] = audit.auditor_team and names[audit.auditor_team_id]
        values["round"] = audit.round and str(audit.round)
        values["themes"] = "; ".join(sorted(theme.title for theme in audit.themes.all()))
        yield values


def _read_fields(values, reading):
    """(the row's fields as the register has them, the faults of what could not be found)."""
    fields = {name: value for name, value in values.items() if name != "service"}
    matches = []
    for name, find in FINDERS.items():
        if values.get(name):
            fields[name], fault = find({**values, **fields, name: values[name]}, reading)
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


def _why_not_together(value, current):
    values = {
        name: _value_after(name, value, current)
        for name in ("own_team", "team", "auditor_team", "audited_on", "round")
    }
    own, team = values["own_team"], values["team"]
    if sentence := case_audits.why_not_auditor_team(own, team, values["auditor_team"]):
        if value.get("auditor_team"):
            yield Fault("auditor_team", sentence)
        else:
            yield Fault("own_team", ANOTHERS, "Change it on the audit's own page.")
    is_new = values["round"] != getattr(current, "round", None)
    if sentence := rounds.why_not_link(values["round"], values["audited_on"], team, is_new):
        yield Fault("round", sentence)
    before = {theme.pk for theme in current.themes.all()} if current else ()
    themes = value.get("themes") or (current.themes.all() if current else ())
    if sentence := case_audits.why_not_themes(values["audited_on"], themes, before):
        yield Fault("themes", sentence)


def _value_after(name, value, current):
    if value.get(name) not in (None, ""):
        return value[name]
    return getattr(current, name, None)


CASE_AUDITS = Sheet(
    key="case-audits",
    title="Case audits",
    about="Case-file audits with their grades, and when they were shared and recorded, as an audit "
    "tool exports them. A child stands in it only by the audit's own reference.",
    permission=Permission.RECORD_AUDITS,
    columns=(
        Column(
            "reference",
            "Reference",
            Text(40),
            "CA-2015-014",
            also=("audit reference", "audit ref", "audit id", "ref", "id"),
            required=True,
            filled=True,
        ),
        Column(
            "audited_on",
            "Date of the audit",
            Day(),
            "06/07/2015",
            also=("audit date", "audited on", "date audited", "date"),
            required=True,
            filled=True,
        ),
        Column(
            "team", "Team", Text(120), "North locality team", also=("team name",), required=True
        ),
        Column("service", "Service", Text(120), "Child in Need", also=("department",)),
        Column("method", "How it was done", METHOD, "Desk audit", also=("method", "audit type")),
        Column(
            "auditor_role",
            "Auditor's role",
            Text(120),
            "Practice Manager",
            also=("auditor role", "role of auditor", "audited by (role)"),
        ),
        Column("own_team", "Own or another team", OWN_TEAM, "Another team", also=("own team",)),
        Column(
            "auditor_team",
            "Auditor's team",
            Text(260),
            "South locality team",
            also=("auditor team", "team of the auditor", "auditing team"),
        ),
        Column("round", "Audit round", Text(300), also=("round", "programme round")),
        Column(
            "themes",
            "Themes",
            Text(2000, lines=True),
            also=("recurring themes", "theme", "themes found"),
        ),
        Column("first_grade", "First grade", Text(80), "Good", also=("grade", "initial grade")),
        Column(
            "moderated_grade",
            "Grade at moderation",
            Text(80),
            "Good",
            also=("moderated grade", "final grade"),
        ),
        Column("shared_on", "Shared", Day(), "13/07/2015", also=("shared on", "date shared")),
        Column(
            "recorded_on", "Recorded", Day(), "14/07/2015", also=("recorded on", "date recorded")
        ),
        Column(
            "strengths",
            "Strengths",
            Text(5000, lines=True),
            "Visits were on time.",
            also=("what went well",),
        ),
        Column(
            "areas_for_development",
            "Areas for development",
            Text(5000, lines=True),
            "The plan lacked dates.",
            also=("areas for improvement", "areas to improve", "what could be better"),
        ),
        Column(
            "actions", "Actions agreed", Text(5000, lines=True), "Set a date.", also=("actions",)
        ),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    standing=export_rows,
)
