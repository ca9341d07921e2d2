"""Teams reckoned again, one by one from their dates."""

import re

from tests.reckoning.raw import WHOLE, Answer, Part, named


def every(raw, asked):
    """The teams of every service."""
    return _answer(raw, asked, lambda team: WHOLE)


def by_service(raw, asked):
    """The teams of each service that has ever had one."""
    return _answer(raw, asked, lambda team: "-".join(re.findall("[a-z]+", team.service.lower())))


def _answer(raw, asked, name_of):
    begun = [
        team
        for team in raw["Team"]
        if team.council_id == asked.council and team.from_date <= asked.end
    ]
    if asked.cohort is not None or not begun:
        return None
    parts = {}
    for name in map(name_of, begun):
        own = [team for team in begun if name_of(team) == name]
        there = [team for team in own if not (team.to_date and team.to_date < asked.end)]
        parts[name] = Part(len(there), None, named("team", there))
    return Answer(parts, asked.end, asked.end)


TABLE = {"audits.teams": every, "audits.teams_by_service": by_service}
