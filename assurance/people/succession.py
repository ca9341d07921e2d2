"""Which team followed which: the teams that a team had become by a day, or had been. Plain values.

A `Step` says that the team `after` follows the team `before` from a day. A team that was split is
followed by several, one that several were merged into follows several; one alone on both sides is
a team under a new name or in another service.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from assurance.runtime.periods import say_day

OWN = "A team does not follow itself: choose another team"


class Step(NamedTuple):
    """One team follows another from a day: keys and names of both, and the day."""

    before: int
    after: int
    on: date
    before_name: str = ""
    after_name: str = ""


def followed_by(team: int, steps: Iterable[Step], day: date = date.max) -> set[int]:
    """The teams that `team` had become by the end of `day`, those between left in."""
    return _reach(team, [(step.before, step.after) for step in steps if step.on <= day])


def follows(team: int, steps: Iterable[Step], day: date = date.min) -> set[int]:
    """The teams that `team` follows by a step after `day`, or after any; those between left in."""
    return _reach(team, [(step.after, step.before) for step in steps if step.on > day])


def is_same(team: int, other: int, steps: Collection[Step], day: date) -> bool:
    """Whether `other` is another name of `team` on `day`: it had become that by then, or became it
    later."""
    return team in followed_by(other, steps, day) or team in follows(other, steps, day)


def current(team: int, steps: Collection[Step], day: date) -> int:
    """The one team that `team` had become by the end of `day`; itself where it is still there or
    was split, since nobody knows then which of them it became."""
    while True:
        after = {step.after for step in steps if step.before == team and step.on <= day}
        if len(after) != 1:
            return team
        [team] = after


def why_not_auditor_team(own_team, team, auditor_team, day, steps: Collection[Step]):
    """The sentence that refuses another team of an auditor on `day` which is the audited one under
    an earlier or later name, or None."""
    if own_team or own_team is None or not team or not auditor_team or day is None:
        return None
    if auditor_team == team or is_there(auditor_team, day):
        return None
    if not is_same(team.pk, auditor_team.pk, steps, day):
        return None
    return (
        f"{auditor_team} and {team} are one team under two names on {say_day(day)}: "
        "choose the auditor’s team of that date"
    )


def is_there(team, day: date) -> bool:
    """Whether a team is there on `day`."""
    return team.from_date <= day and (team.to_date is None or day <= team.to_date)


def why_not_follow(team, before, day, steps: Collection[Step]):
    """(field, sentence) of what refuses that `team` follows `before` from `day`, or None; `steps`
    are those of other records."""
    if before is None or day is None:
        return None
    if before == team:
        return "before", OWN
    if team.pk == before.pk or team.pk in follows(before.pk, steps):
        return "before", f"{before} follows {team}: a team cannot come before itself"
    if not is_there(team, day):
        return "from_date", f"{team} is not there on {say_day(day)}: enter one of its own days"
    if before.from_date >= day:
        return "from_date", (f"{before} began on {say_day(before.from_date)}: enter a later date")
    return None


def label(team: int, name: str, steps: Iterable[Step], start: date, end: date) -> str:
    """The `name` of a team with the steps to or from it within a period, as print has them: “North
    (follows East from 5 September 2016)”."""
    steps = sorted(step for step in steps if start < step.on <= end and team in step[:2])
    parts = [
        f"follows {step.before_name} from {say_day(step.on)}"
        if step.after == team
        else f"followed by {step.after_name} from {say_day(step.on)}"
        for step in steps
    ]
    return f"{name} ({'; '.join(parts)})" if parts else name


def sentences(steps: Iterable[Step], start: date, end: date) -> list[str]:
    """A sentence for each step within a period, in the order of days."""
    within = [step for step in steps if start < step.on <= end]
    return [
        f"{step.after_name} follows {step.before_name} from {say_day(step.on)}: earlier "
        f"audits are those of {step.before_name}."
        for step in sorted(within, key=lambda step: (step.on, step.after_name, step.before_name))
    ]


def _reach(team, pairs):
    result, ahead = set(), [team]
    while ahead:
        here = ahead.pop()
        for first, then in pairs:
            if first == here and then not in result:
                result.add(then)
                ahead.append(then)
    return result
