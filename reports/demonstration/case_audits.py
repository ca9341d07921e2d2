"""The case-file audits of the demonstration: 84 of 2014, 83 of 2015. Of those of 2015 all but four
were shared with the worker by the end of the half-year in which they were done, and each shared one
recorded on the child's record. Days follow from an audit's place in the list.
"""

from collections.abc import Mapping
from datetime import date, timedelta

SATURDAY = 5
# First day, last day, how many, and which places of the list were not shared.
ROUNDS = (
    (date(2014, 1, 13), date(2014, 12, 19), 84, lambda place: place % 5 in (1, 3)),
    (date(2015, 1, 8), date(2015, 6, 19), 42, lambda place: place % 10 == 7),
    (date(2015, 7, 2), date(2015, 12, 11), 41, lambda place: False),
)
TEAMS = ("North locality team", "East locality team", "West locality team")
# Empty is an audit that was not graded.
GRADES = (
    *("good", "good", "requires_improvement", "good", "outstanding", "good", "good"),
    *("requires_improvement", "good", "inadequate", "good", "requires_improvement", ""),
)
METHODS = ("desk", "desk", "live", "desk", "moderated", "live", "desk")


def case_audits(wording: Mapping) -> tuple[dict, ...]:
    """The fields of every audit, oldest first; `team` is a team's name, grades are codes or
    empty, `area` the place of the area for development in its list."""
    made = []
    for first, last, several, is_not_shared in ROUNDS:
        for turn in range(several):
            day = _working_day(first + (last - first) * turn // several)
            made.append(_audit(len(made), day, is_not_shared(turn), wording))
    return tuple(made)


def _audit(place, day, is_not_shared, wording):
    method = METHODS[place % len(METHODS)]
    grade = GRADES[place % len(GRADES)]
    shared_on = None if is_not_shared else _working_day(day + timedelta(2 + place % 6))
    # Before 2015 what was shared was not always written up.
    written_up = shared_on and (day.year > 2014 or place % 3)
    return {
        "reference": f"CF-{day.year}-{place + 1:03d}",
        "audited_on": day,
        "team": TEAMS[place * 2 % 3],
        "method": method,
        "auditor_role": wording["auditors"][place * 3 % 5],
        "own_team": place % 4 != 3,
        "first_grade": grade,
        "moderated_grade": _moderated(grade, place) if method == "moderated" else "",
        "shared_on": shared_on,
        "recorded_on": _working_day(shared_on + timedelta(1 + place % 4)) if written_up else None,
        "strengths": wording["strengths"][place % 6],
        "area": place * 5 % 6,
        "areas_for_development": wording["areas"][place * 5 % 6],
        "actions": wording["actions"][place * 5 % 6],
    }


def _moderated(grade, place):
    if grade == "good" and place % 2:
        return "requires_improvement"
    return grade


def _working_day(day):
    """The day, or the Monday after where it falls on a week-end."""
    return day + timedelta(max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)
