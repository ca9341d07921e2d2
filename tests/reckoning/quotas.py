"""Allocation rules reckoned again: the posts that a round asks for audits, and those that did what
was asked in each stretch of its months."""

from datetime import date

from tests.reckoning.audits import answer_of
from tests.reckoning.months import add_months
from tests.reckoning.raw import WHOLE, Part, named


def posts_allocated(raw, asked):
    """The posts of every line of the rounds that end in the period."""
    lines = _lines(raw, asked)
    if lines is None:
        return None
    posts = [(line, post) for line in lines for post in _posts(raw, asked, line)]
    part = Part(len(posts), None, _named(line for line, _ in posts))
    return answer_of(asked, {WHOLE: part})


def posts_that_met_quota(raw, asked):
    """Those whose every stretch has as many audits as the line asks."""
    lines = _lines(raw, asked)
    if lines is None:
        return None
    posts = [(line, post) for line in lines for post in _posts(raw, asked, line)]
    met = [(line, post) for line, post in posts if _has_met(raw, asked, line, post)]
    return answer_of(asked, {WHOLE: Part(len(met), len(posts), _named(line for line, _ in met))})


def _named(lines):
    return named("audit allocation", lines)


def _lines(raw, asked):
    rounds = _rounds(raw, asked)
    known = [
        line
        for line in raw.standing("AuditAllocation", asked.council)
        if line.audit_round_id in rounds
    ]
    if asked.cohort is not None or not known:
        return None
    if asked.end < min(rounds[line.audit_round_id].start for line in known):
        return None
    return [line for line in known if asked.start <= rounds[line.audit_round_id].end <= asked.end]


def _rounds(raw, asked):
    every = raw.standing("AuditRound", asked.council)
    return {row.id: row for row in every if row.cancelled_on is None}


def _posts(raw, asked, line):
    """("post", key) of each post named, else ("team", key) of each team of the round."""
    posts = raw.of("AuditAllocation_posts", "auditallocation_id", line.id)
    if posts:
        return [("post", row.post_id) for row in posts]
    round_ = raw.by_pk("AuditRound")[line.audit_round_id]
    teams = raw.of("AuditRound_teams", "auditround_id", round_.id)
    if teams:
        return [("team", row.team_id) for row in teams]
    return [
        ("team", team.id)
        for team in raw["Team"]
        if team.council_id == asked.council
        and (not round_.service or team.service == round_.service)
        and team.from_date <= round_.end
        and not (team.to_date and team.to_date < round_.start)
    ]


def _has_met(raw, asked, line, post):
    round_ = raw.by_pk("AuditRound")[line.audit_round_id]
    audits = [
        audit
        for audit in raw.standing("CaseAudit", asked.council)
        if audit.round_id == round_.id
        and audit.audited_on <= asked.end
        and _is_of(raw, audit, line, post)
    ]
    for first, last in _stretches(round_, line.every_months):
        inside = [audit for audit in audits if first <= audit.audited_on <= last]
        own = sum(audit.own_team for audit in inside)
        if own < line.own_team or len(inside) - own < line.other_team:
            return False
    return True


def _is_of(raw, audit, line, post):
    kind, key = post
    if kind == "post":
        return audit.auditor_id == key
    team = audit.team_id if audit.own_team else audit.auditor_team_id
    return audit.auditor_id == line.post_id and team == key


def _stretches(round_, every):
    """(first, last day) of each stretch; the last ends with the round."""
    if not every:
        return [(round_.start, round_.end)]
    starts = [add_months(round_.start, place * every) for place in range(60)]
    starts = [day for day in starts if day <= round_.end]
    ends = [date.fromordinal(day.toordinal() - 1) for day in starts[1:]]
    return list(zip(starts, [*ends, round_.end], strict=True))


TABLE = {
    "audits.posts_allocated": posts_allocated,
    "audits.posts_that_met_quota": posts_that_met_quota,
}
