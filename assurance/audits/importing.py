"""Case audits as a file: what an audit tool exports, a row for each audit."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assurance.access import Permission
from assurance.accounts.models import Council
from assurance.audits import rules
from assurance.audits.models import CaseAudit, Grade
from assurance.imports.declaration import Column, Fault, Reading, Sheet, Values, Wanted
from assurance.people.models import Team
from assurance.sheets.cells import Choice, Day, Text

OTHER_METHODS = {
    "desk": ("desk", "desktop", "paper"),
    "live": ("live", "live audit", "with worker"),
    "moderated": ("moderation",),
    "external": ("external", "external auditor"),
}
METHOD = Choice({value: (label, *OTHER_METHODS[value]) for value, label in CaseAudit.METHODS})
OWN_TEAM = Choice(
    {
        True: ("Own team", "own", "yes", "y", "same team"),
        False: ("Another team", "other team", "other", "no", "n", "different team"),
    }
)
# What stays in the register where a row is silent about it.
KEPT = ("audited_on", "team", "first_grade", "moderated_grade", "shared_on", "recorded_on")
AT_ONCE = 500


@dataclass(frozen=True)
class Held:
    """What case audits speak of: teams by their plain name, grades by their plain label or code,
    and reference → the audit that has it, withdrawn ones too."""

    teams: dict[str, list[Team]] = field(default_factory=lambda: defaultdict(list))
    grades: dict[str, list[Grade]] = field(default_factory=lambda: defaultdict(list))
    audits: dict[str, CaseAudit] = field(default_factory=dict)


def prepare(council: Council, rows: Sequence[Values]) -> Held:
    """What `council` holds that `rows` speak of."""
    held = Held()
    for team in Team.objects.of(council):
        held.teams[_plain(team.name)].append(team)
    for grade in Grade.objects.of(council):
        for name in {_plain(grade.label), _plain(grade.code)}:
            held.grades[name].append(grade)
    references = sorted({row["reference"] for row in rows if row.get("reference")})
    audits = CaseAudit.objects.of(council).select_related(
        "team", "first_grade__scale", "moderated_grade__scale"
    )
    for start in range(0, len(references), AT_ONCE):
        for audit in audits.filter(reference__in=references[start : start + AT_ONCE]):
            held.audits[audit.reference] = audit
    return held


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a team or grade that nobody knows, and the rules of a typed audit."""
    held = reading.held.audits.get(values["reference"])
    if held is not None and held.is_withdrawn:
        yield Fault("reference", rules.why_not_refer(held))
        return
    said, unknown = _said(values, reading)
    yield from unknown
    if unknown:
        return
    stands = {name: said.get(name) or getattr(held, name, None) for name in KEPT}
    for name, sentence in rules.faults(**stands):
        yield Fault(name, sentence)
    if held is None:
        for name in ("team", "auditor_role"):
            if not said.get(name):
                yield Fault(name, "This is missing", "Enter it: every case audit has one")


def wanted(values: Values, reading: Reading) -> Iterator[Wanted]:
    """The audit of a row, by its reference."""
    said, _ = _said(values, reading)
    identity = {"reference": values["reference"]}
    yield Wanted(CaseAudit, identity, {k: v for k, v in said.items() if k != "reference"})


def standing(council: Council) -> Iterator[Values]:
    """A row for each audit that stands, in the order of their days."""
    audits = (
        CaseAudit.objects.of(council)
        .standing()
        .select_related("team", "first_grade", "moderated_grade")
    )
    for audit in audits.order_by("audited_on", "reference").iterator(chunk_size=500):
        told = {one.name: getattr(audit, one.name, None) for one in CASE_AUDITS.columns}
        told |= {"team": audit.team.name, "service": audit.team.service}
        for name in ("first_grade", "moderated_grade"):
            told[name] = told[name] and told[name].label
        yield told


def _said(values, reading):
    """(the row's fields as the register has them, the faults of what could not be found)."""
    said = {name: value for name, value in values.items() if name != "service"}
    found = []
    if values.get("team"):
        said["team"], fault = _team(values, reading)
        found += [fault] if fault else []
    for name in ("first_grade", "moderated_grade"):
        if values.get(name):
            said[name], fault = _grade(name, values, reading)
            found += [fault] if fault else []
    return said, found


def _team(values, reading):
    teams = reading.held.teams.get(_plain(values["team"]), [])
    if values.get("service"):
        teams = [one for one in teams if _plain(one.service) == _plain(values["service"])] or teams
    then = [one for one in teams if rules.in_force(one, values["audited_on"])] or teams
    if len(then) == 1:
        return then[0], None
    if teams:
        wrong, right = "Several services have a team of this name", "Enter the service as well"
    else:
        known = sorted({one.name for some in reading.held.teams.values() for one in some})
        wrong = "There is no team of this name"
        right = f"Enter one of: {_listed(known)}" if known else "Ask for the team to be added first"
    return None, Fault("team", wrong, right)


def _grade(name, values, reading):
    grades = reading.held.grades.get(_plain(values[name]), [])
    then = [one for one in grades if rules.in_force(one.scale, values["audited_on"])]
    if first := _first_of(values, reading, name):
        then = [one for one in then if one.scale_id == first.scale_id] or then
    stands = getattr(reading.held.audits.get(values["reference"]), name, None)
    if stands in then:
        # Two scales in force may have a grade of one name: what stands is not another.
        return stands, None
    if then or grades:
        # One that no scale of the day has is refused by the rules, in their words.
        return (then or grades)[0], None
    known = sorted(
        {
            one.label
            for some in reading.held.grades.values()
            for one in some
            if rules.in_force(one.scale, values["audited_on"])
        }
    )
    right = f"Enter one of: {_listed(known)}" if known else "Ask for a grade scale to be added"
    return None, Fault(name, "This is not a grade of a scale in force on that day", right)


def _first_of(values, reading, name):
    if name == "first_grade":
        return None
    if values.get("first_grade"):
        return _grade("first_grade", values, reading)[0]
    return getattr(reading.held.audits.get(values["reference"]), "first_grade", None)


def _listed(names, most=12):
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def _plain(text):
    return " ".join(str(text).casefold().replace("-", " ").replace("_", " ").split())


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
        Column("own_team", "Auditor's team", OWN_TEAM, "Another team", also=("own team",)),
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
    wanted=wanted,
    faults=faults,
    prepare=prepare,
    standing=standing,
)
