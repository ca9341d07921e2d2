"""The figures of case-file audits by team: what the page of shown audits counts, to be quoted."""

from collections import Counter

from assurance.audits.figures.case_audits import (
    DONE,
    NOT_BROKEN_DOWN,
    NOT_GRADED,
    audit_figure,
    found_in,
    labels_of,
    reading_of,
    tally_of,
)
from assurance.audits.figures.teams import slug_of
from assurance.figures.figure import WHOLE, Tally
from assurance.people import succession
from assurance.people.models.teams import TeamSuccession


def by_team(query):
    """The audits done, by the team whose case it was; those known only as totals."""
    result = found_in(query)
    if not result:
        return None
    teams, names = _of_teams(result[0], query)
    members = {team: tally_of(own, []) for team, own in teams.items()}
    return _split_by_team(query, result, members, {WHOLE: tally_of(*result)}, names)


def by_team_and_grade(query):
    """The audits of each team, by final grade, out of those done in the team; those known only as
    totals are out of all that were done."""
    result = found_in(query)
    if not result:
        return None
    teams, names = _of_teams(result[0], query)
    grades = labels_of(query, {row.final_code for row in result[0]} - {""})
    grades = {**grades, NOT_GRADED: "Not graded"}
    members, bases, labels = {}, {WHOLE: tally_of(*result)}, {}
    for team, own in teams.items():
        for code, text in grades.items():
            name = f"{team}__{code}"
            graded = [row for row in own if (row.final_code or NOT_GRADED) == code]
            members[name] = tally_of(graded, [])
            bases[name], labels[name] = Tally(len(own)), f"{names[team]}: {text}"
    return _split_by_team(query, result, members, bases, labels)


def _of_teams(audits, query):
    """The audits of each team, by the team's name in a token, and that name → what the team is
    called, with the team that it follows or is followed by within the period."""
    teams = {row.team_id: row.team for row in audits}
    slugs = {key: slug_of(name) for key, name in teams.items()}
    alone = Counter(slugs.values())
    # Two teams of one name, in two services, are told apart by their keys; so is a team whose name
    # has no letter that a token takes. A name that needs no key holds no underscore.
    called = {
        key: slug if slug and alone[slug] == 1 else f"{slug or 'team'}_{key}"
        for key, slug in sorted(slugs.items(), key=lambda item: teams[item[0]])
    }
    index = {name: [] for name in sorted(called.values())}
    for row in audits:
        index[called[row.team_id]].append(row)
    steps = steps_of(query)
    days = (query.when.start, query.when.end) if steps else ()
    names = {
        key: succession.label(key, teams[key], steps, *days) if steps else teams[key]
        for key in called
    }
    return index, {called[key]: names[key] for key in called}


def steps_of(query):
    """A `Step` for each team of the council that follows another."""
    rows = TeamSuccession.objects.of(query.council)
    return query.once_for_all("team successions", lambda span: rows.steps())


def _split_by_team(query, result, members, bases, labels):
    if result[1]:
        members[NOT_BROKEN_DOWN] = tally_of([], result[1])
        labels = {**labels, NOT_BROKEN_DOWN: "Not broken down by team"}
    return reading_of(query, result, members, bases, labels) if members else None


BY_TEAM = audit_figure(
    key="audits.by_team",
    title="Case-file audits by team",
    counts="audits done in the period, by the team whose case it was",
    out_of="case-file audits done in the period",
    rule="A member is named by its team’s name. A team without an audit in the period is "
    "left out. A team that follows another keeps its own number; its label names the "
    "other and the date.",
    reckon=by_team,
    whole=DONE.key,
    base=DONE.key,
    has_members=True,
)
BY_TEAM_AND_GRADE = audit_figure(
    key="audits.by_team_and_grade",
    title="Case-file audits by team and grade",
    counts="audits done in the period, by team and final grade",
    out_of="audits done in the period in that team",
    rule="A member is named by its team and its grade, such as north__good; the moderated grade "
    "counts where there is one. Asked of several periods it shows grades over time.",
    reckon=by_team_and_grade,
    whole=DONE.key,
    base=BY_TEAM.key,
    has_members=True,
)

FIGURES = (BY_TEAM, BY_TEAM_AND_GRADE)
