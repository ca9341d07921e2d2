"""The example row of the template of case audits, made of a council's own teams and grades."""

from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.audits.importing.lookups import name_of
from assurance.audits.models.scales import Grade
from assurance.audits.rules.case_audits import in_force
from assurance.people.models.teams import Team
from assurance.runtime.periods import today

USUAL_DAY, USUAL_GRADE = date(2015, 7, 16), "Good"


def example_audit(council: Council) -> dict[str, object]:
    """An audit of the council's first team on a date that it exists, by another team's auditor
    where there is one; nothing of a council without teams."""
    teams, now = list(Team.objects.of(council)), today()
    day = USUAL_DAY if any(in_force(team, USUAL_DAY) for team in teams) else now
    team, *others = [team for team in teams if in_force(team, day)] or [None]
    if team is None:
        return {}
    auditors = (name_of(council)[other.pk] for other in others if other.name != team.name)
    auditor_team = next(auditors, "")
    dated = ("audited_on", "shared_on", "recorded_on") if day != USUAL_DAY else ()
    return {
        "team": team.name,
        "service": team.service,
        "auditor_team": auditor_team,
        "own_team": "Another team" if auditor_team else "Own team",
        "first_grade": _grade(council, day),
        # Another person moderates it, on its page.
        "moderated_grade": "",
        **dict.fromkeys(dated, day),
    }


def _grade(council, day):
    labels = [grade.label for grade in Grade.objects.of(council) if in_force(grade.scale, day)]
    return USUAL_GRADE if USUAL_GRADE in labels else next(iter(labels), "")
