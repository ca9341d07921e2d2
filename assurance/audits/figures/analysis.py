"""The figures of case-file audits by team: what the page of shown audits counts, to be quoted."""

from collections import Counter

from django.utils.text import slugify

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
from assurance.audits.models.case_audits import CaseAudit
from assurance.figures.figure import WHOLE, Tally


def by_team(query):
    """The audits done, by the team whose case it was; those known only as totals."""
    result = found_in(query)
    if not result:
        return None
    rows, names = _of_teams(result[0])
    members = {team: Tally(len(own), _named(own)) for team, own in _group_rows(rows, 1).items()}
    return _split_by_team(query, result, members, {WHOLE: tally_of(*result)}, names)


def by_team_and_grade(query):
    """The audits of each team, by final grade, out of those done in the team; those known only as
    totals are out of all that were done."""
    result = found_in(query)
    if not result:
        return None
    rows, names = _of_teams(result[0])
    teams, grades = _group_rows(rows, 1), labels_of(query, {code: 1 for *_, code in rows if code})
    grades = {**grades, NOT_GRADED: "Not graded"}
    members, bases, labels = {}, {WHOLE: tally_of(*result)}, {}
    for team, own in teams.items():
        for code, text in grades.items():
            name = f"{team}__{code}"
            graded = [row for row in own if (row[2] or NOT_GRADED) == code]
            members[name] = Tally(len(graded), _named(graded))
            bases[name], labels[name] = Tally(len(own)), f"{names[team]}: {text}"
    return _split_by_team(query, result, members, bases, labels)


def _of_teams(audits):
    """(key, team's name in a token, code of the final grade) of each audit, and name → team."""
    rows = list(audits.with_final_code().values_list("pk", "team_id", "team__name", "final_code"))
    teams = {key: name for _, key, name, _ in rows}
    slugs = {key: slugify(name).replace("_", "-") for key, name in teams.items()}
    alone = Counter(slugs.values())
    # Two teams of one name, in two services, are told apart by their keys; so is a team whose name
    # has no letter that a token takes. A name that needs no key holds no underscore.
    called = {
        key: slug if slug and alone[slug] == 1 else f"{slug or 'team'}_{key}"
        for key, slug in sorted(slugs.items(), key=lambda item: teams[item[0]])
    }
    entries = [(pk, called[key], code) for pk, key, _, code in rows]
    return entries, {called[key]: teams[key] for key in called}


def _group_rows(rows, place):
    index = {}
    for row in sorted(rows, key=lambda item: item[place]):
        index.setdefault(row[place], []).append(row)
    return index


def _split_by_team(query, result, members, bases, labels):
    if result[1]:
        members[NOT_BROKEN_DOWN] = tally_of(result[0].none(), result[1])
        labels = {**labels, NOT_BROKEN_DOWN: "Not broken down by team"}
    return reading_of(query, result, members, bases, labels) if members else None


def _named(rows):
    name = CaseAudit._meta.verbose_name
    return lambda: sorted(f"{name} {pk}" for pk, *_ in rows)


BY_TEAM = audit_figure(
    key="audits.by_team",
    title="Case-file audits by team",
    counts="audits done in the period, by the team whose case it was",
    out_of="case-file audits done in the period",
    rule="A member is named by its team's name. A team without an audit in the period is left out.",
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
