"""What rows about case audits name: teams, grades, rounds and themes, found by their words.

Each finder gives (what was found, None), or (None, the `Fault` that refuses the row). The values of
a row have the audit of the register that it speaks of as `caseaudit`, or None.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from assurance.accounts.models.accounts import Council
from assurance.audits.importing.repeats import FileAudit
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditTheme
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.scales import Grade, GradeScale
from assurance.audits.rules import case_audits, rounds
from assurance.imports.declaration import Fault, Values
from assurance.imports.plan.lookup import Reading, in_portions
from assurance.people.models.second_persons import SecondPersons
from assurance.people.models.teams import Team, TeamSuccession
from assurance.people.succession import Step
from assurance.tables.cells import Choice
from assurance.tables.table import Unreadable

OWN_TEAM = Choice(
    {
        True: ("Own team", "own", "yes", "y", "same team"),
        False: ("Another team", "other team", "other", "no", "n", "different team"),
    }
)


@dataclass(frozen=True)
class AuditIndex:
    """What case audits speak of: teams by their plain name, grades by their plain label or code,
    rounds and themes by their plain words; the policies on second persons; which team follows
    which; and the audits that are repeated, of the register and of the file, by their references.
    """

    teams: dict[str, list[Team]] = field(default_factory=lambda: defaultdict(list))
    grades: dict[str, list[Grade]] = field(default_factory=lambda: defaultdict(list))
    rounds: dict[str, list[AuditRound]] = field(default_factory=lambda: defaultdict(list))
    themes: dict[str, AuditTheme] = field(default_factory=dict)
    policies: SecondPersons = field(default_factory=SecondPersons)
    steps: list[Step] = field(default_factory=list)
    audits: dict[str, CaseAudit] = field(default_factory=dict)
    in_file: dict[str, FileAudit] = field(default_factory=dict)

    def as_in_file(self, earlier: CaseAudit | FileAudit) -> CaseAudit | FileAudit:
        """An audit that is repeated, on the date that the file gives it."""
        row = self.in_file.get(earlier.reference)
        day = row and row.audited_on
        return replace(row, pk=earlier.pk, withdrawn_on=earlier.withdrawn_on) if day else earlier

    def needs_second_person(self, day: date) -> bool:
        """Whether a grade that is moderated on `day` is so by another post than the auditor's."""
        return self.policies.need("audits", day)


def prepare(council: Council, rows: Sequence[Values]) -> AuditIndex:
    """What `council` holds that `rows` speak of."""
    steps = TeamSuccession.objects.of(council).steps()
    current = AuditIndex(policies=SecondPersons.of(council), steps=steps)
    for team in Team.objects.of(council):
        current.teams[_plain(team.name)].append(team)
    for name, grade in _named_grades(Grade.objects.of(council)):
        current.grades[name].append(grade)
    if any(row.get("round") or row.get("kind") for row in rows):
        for audit_round in (
            AuditRound.objects.of(council).select_related("kind").prefetch_related("teams")
        ):
            current.rounds[_plain(str(audit_round))].append(audit_round)
    if any(row.get("themes") for row in rows):
        # One that stands takes the name of one that was withdrawn.
        for theme in AuditTheme.objects.of(council).order_by("withdrawn_on"):
            current.themes[_plain(theme.title)] = theme
        for theme in AuditTheme.objects.of(council).active():
            current.themes[_plain(theme.title)] = theme
    earlier = {row["earlier_audit"] for row in rows if row.get("earlier_audit")}
    for row in rows if earlier else ():
        if (name := row.get("reference")) in earlier:
            current.in_file.setdefault(name, FileAudit(name, row.get("audited_on"), name))
    for some in in_portions(earlier):
        for audit in CaseAudit.objects.of(council).filter(reference__in=some):
            current.audits[audit.reference] = audit
    return current


def team_of(values: Values, reading: Reading):
    """The team whose work was audited, by its name and, where several have it, its service."""
    teams = reading.held.teams.get(_plain(values["team"]), [])
    if teams and values.get("service"):
        own = [team for team in teams if _plain(team.service) == _plain(values["service"])]
        if not own:
            right = f"{_one_of((team.service for team in teams), '')}, or leave it empty"
            return None, Fault("service", "This service has no team of this name", right)
        teams = own
    then = [team for team in teams if case_audits.in_force(team, values["audited_on"])] or teams
    if len(then) == 1:
        return then[0], None
    if teams:
        wrong, right = "Several services have a team of this name", "Enter the service as well"
        return None, Fault("team", wrong, right)
    return None, _no_team("team", reading)


def auditor_of(values: Values, reading: Reading):
    """The team that the auditor belongs to, by its name, or its name with its service in brackets;
    True or False where only its being the own team is said."""
    text = values["auditor_team"]
    try:
        return OWN_TEAM(text), None
    except Unreadable:
        teams = reading.held.teams.get(_plain(text), []) or [
            item
            for some in reading.held.teams.values()
            for item in some
            if _plain(_in_full(item)) == _plain(text)
        ]
    then = [team for team in teams if case_audits.in_force(team, values["audited_on"])] or teams
    current = getattr(values["caseaudit"], "auditor_team", None)
    if current in then or len(then) == 1:
        return (current if current in then else then[0]), None
    if teams:
        right = f"Write its service in brackets: {_in_full(teams[0])}"
        return None, Fault("auditor_team", "Several services have a team of this name", right)
    return None, _no_team("auditor_team", reading)


def name_of(council: Council) -> dict[int, str]:
    """Key → what `auditor_of` finds each team by: its name, with its service where another service
    has one of that name or it reads as words for the own team."""
    teams = list(Team.objects.of(council))
    names = [_plain(team.name) for team in teams]
    return {
        team.pk: _in_full(team)
        if names.count(_plain(team.name)) > 1 or _says_whose(team.name)
        else team.name
        for team in teams
    }


def grade_of(name: str) -> Callable:
    """The finder of the grade in the column `name`: one of a scale in force on the audit's day."""

    def find(values, reading):
        return _grade(name, values, reading)

    return find


def round_of(values: Values, reading: Reading):
    """The round of the programme: what it is called on pages, such as “Routine, July 2015”."""
    row = reading.held.rounds.get(_plain(values["round"]), [])
    current = getattr(values["caseaudit"], "round", None)
    if current in row:
        return current, None
    team, day = values.get("team"), values["audited_on"]
    team = team if isinstance(team, Team) else None
    open_to = [item for item in row if not rounds.why_not_link(item, day, team, is_new=True)]
    if len(open_to) == 1 or len(row) == 1:
        # One alone that does not fit is refused by the rules, in their words.
        return (open_to or row)[0], None
    if open_to:
        right = "Choose the round on the audit’s own page."
        return None, Fault("round", "Several rounds are called so", right)
    known = (some[0] for some in reading.held.rounds.values() if not some[0].is_withdrawn)
    right = _one_of((str(item) for item in known), "Ask for the round to be added first")
    return None, Fault(
        "round", "There is no such round of the audit programme", right, missing=AuditRound
    )


def round_of_kind(values: Values, reading: Reading):
    """The round of the kind of audit that a row names: that of its round column, else the only one
    on the programme for its day and team."""
    named, audit_round = _plain(values["kind"]), values.get("round")
    if isinstance(audit_round, AuditRound):
        if named in _names_of_kind(audit_round.kind):
            return audit_round, None
        right = f"Write {audit_round.kind.title}, or another round"
        return None, Fault("kind", "The round of this row is of another kind", right)
    every = {item.pk: item for some in reading.held.rounds.values() for item in some}
    fitting = [item for item in every.values() if named in _names_of_kind(item.kind)]
    current = getattr(values["caseaudit"], "round", None)
    if current in fitting:
        return current, None
    day, team = values["audited_on"], values.get("team")
    team = team if isinstance(team, Team) else None
    open_to = [item for item in fitting if not rounds.why_not_link(item, day, team, is_new=True)]
    in_time = [item for item in open_to if item.start <= day <= item.end] or open_to
    if len(in_time) == 1:
        return in_time[0], None
    if in_time:
        wrong, right = (
            "Several rounds of this kind include this date",
            "Write the round in its column",
        )
        return None, Fault("kind", wrong, right)
    known = {item.kind.title for item in every.values() if not item.is_withdrawn}
    right = _one_of(known, "Ask for a round of it to be added first")
    return None, Fault(
        "kind", "No round of this kind includes this date and this team", right, missing=AuditRound
    )


def _names_of_kind(kind):
    return {_plain(kind.title), _plain(kind.category), _plain(kind.get_category_display())}


def themes_of(values: Values, reading: Reading):
    """The themes of a cell, parted by semicolons or lines."""
    terms = [value.strip() for value in values["themes"].replace("\n", ";").split(";")]
    index = {item: reading.held.themes.get(_plain(item)) for item in terms if item}
    if None not in index.values():
        return list(dict.fromkeys(index.values())), None
    known = (theme.title for theme in reading.held.themes.values() if not theme.is_withdrawn)
    right = _one_of(known, "Ask for the theme to be added first")
    return None, Fault("themes", "It names a theme that is not kept", right, missing=AuditTheme)


def _named_grades(grades: Iterable[Grade]) -> Iterator[tuple[str, Grade]]:
    """(name, grade) of all that a cell may call a grade: its label, its code, and the initials of
    several words (“RI”), where no other grade of its scale has them."""
    initials = {grade: "".join(word[0] for word in _plain(grade.label).split()) for grade in grades}
    times = Counter((grade.scale_id, letters) for grade, letters in initials.items())
    for grade, letters in initials.items():
        is_own = len(letters) > 1 and times[grade.scale_id, letters] == 1
        for name in {_plain(grade.label), _plain(grade.code), *([letters] if is_own else [])}:
            yield name, grade


def _grade(name, values, reading):
    grades = reading.held.grades.get(_plain(values[name]), [])
    then = [grade for grade in grades if case_audits.in_force(grade.scale, values["audited_on"])]
    if first := _first_of(values, reading, name):
        then = [item for item in then if item.scale_id == first.scale_id] or then
    current = getattr(values["caseaudit"], name, None)
    if current in then:
        # Two scales in force may have a grade of one name: what stands is not another.
        return current, None
    if then or grades:
        # One that no scale of the day has is refused by the rules, in their words.
        return (then or grades)[0], None
    known = [
        item.label
        for some in reading.held.grades.values()
        for item in some
        if case_audits.in_force(item.scale, values["audited_on"])
    ]
    right = _one_of(known, "Ask for a grade scale to be added")
    # A word that no scale in force has is to be corrected; the scale itself is not missing.
    missing = None if known else GradeScale
    return None, Fault(
        name, "This is not a grade of a scale in force on that date", right, missing=missing
    )


def _first_of(values, reading, name):
    if name == "first_grade":
        return None
    if isinstance(values.get("first_grade"), Grade):
        return values["first_grade"]
    return getattr(values["caseaudit"], "first_grade", None)


def _no_team(column, reading):
    known = (item.name for some in reading.held.teams.values() for item in some)
    right = _one_of(known, "Ask for the team to be added first")
    return Fault(column, "There is no team of this name", right, missing=Team)


def _says_whose(name):
    try:
        return OWN_TEAM(name) is not None
    except Unreadable:
        return False


def _in_full(team):
    return f"{team.name} ({team.service})"


def _one_of(names: Iterable[str], otherwise: str, most=12) -> str:
    names = sorted(set(names))
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"Enter one of: {', '.join(names[:most])}{more}" if names else otherwise


# A file has the same few names in each of its rows.
@lru_cache(maxsize=4096, typed=True)
def _plain(text):
    return " ".join(str(text).casefold().replace("-", " ").replace("_", " ").split())
