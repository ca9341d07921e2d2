"""The audit programme of the demonstration: kinds, themes, four rounds with the rule of who audits
how many cases, and a learning meeting.

Two rounds were closed with their results. That of the second half of 2015 is four short of its
number, and a deep dive into supervision is under way.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.records import operations
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.posts import with_posts

SATURDAY = 5
# First day, last day, how many, and which places of the list were not shared.
ROUNDS = (
    (date(2014, 1, 13), date(2014, 12, 19), 84, lambda place: place % 5 in (1, 3)),
    (date(2015, 1, 8), date(2015, 6, 19), 42, lambda place: place % 10 == 7),
    (date(2015, 7, 2), date(2015, 12, 11), 41, lambda place: False),
)
# Those since: all shared, but for the last of each half-year.
LATER_ROUNDS = tuple(
    (first, last, several, lambda place, several=several: place == several - 1)
    for first, last, several in (
        (date(2016, 1, 25), date(2016, 6, 17), 43),
        (date(2016, 7, 4), date(2016, 12, 9), 40),
        (date(2017, 1, 9), date(2017, 6, 16), 46),
        (date(2017, 7, 3), date(2017, 12, 8), 44),
        (date(2018, 1, 8), date(2018, 6, 15), 48),
        (date(2018, 7, 2), date(2018, 12, 7), 45),
        (date(2019, 1, 7), date(2019, 6, 14), 52),
        (date(2019, 7, 1), date(2019, 12, 6), 54),
    )
)
TEAMS = ("North locality team", "East locality team", "West locality team")
# Empty is an audit that was not graded.
GRADES = (
    *("good", "good", "requires_improvement", "good", "outstanding", "good", "good"),
    *("requires_improvement", "good", "inadequate", "good", "requires_improvement", ""),
)
METHODS = ("desk", "desk", "live", "desk", "moderated", "live", "desk")
# Before this day no post moderated, and no views of people were recorded.
MODERATOR, MODERATED_SINCE = "Group Manager, Quality Assurance", date(2016, 9, 5)
VIEWS = ("child_view", "family_view", "worker_view")


def case_audits(wording: Mapping, rounds: Sequence = ROUNDS) -> tuple[dict, ...]:
    """The fields of every audit of some rounds, oldest first; `team` is a team's name, grades are
    codes or empty, `area` the place of the area for development in its list."""
    made = []
    for first, last, several, is_not_shared in rounds:
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
    moderated = _moderated(grade, place) if method == "moderated" else ""
    is_named = bool(moderated) and day >= MODERATED_SINCE
    return {
        "reference": f"CF-{day.year}-{place + 1:03d}",
        "audited_on": day,
        "team": TEAMS[place * 2 % 3],
        "method": method,
        "auditor_role": wording["auditors"][place * 3 % 5],
        "own_team": place % 4 != 3,
        "first_grade": grade,
        "moderated_grade": moderated,
        "moderator_role": MODERATOR if is_named else "",
        "moderated_on": _working_day(day + timedelta(1)) if is_named else None,
        "shared_on": shared_on,
        "recorded_on": _working_day(shared_on + timedelta(1 + place % 4)) if written_up else None,
        "area": place * 5 % 6,
        **_texts(place, wording),
        **(_views(place, wording) if method == "live" and day >= MODERATED_SINCE else {}),
    }


def _texts(place, wording):
    """What an audit found: no two within 35 of one subject, or within 143, have the same words."""
    topic, turn = wording["topics"][place * 5 % 6], place // 6
    return {
        "strengths": _pair(wording["strengths"], wording["more_strengths"], place),
        "areas_for_development": _pair(topic["areas"], wording["more_areas"], turn),
        "actions": _pair(topic["actions"], wording["by"], turn),
    }


def _views(place, wording):
    """Views of the child, the family and the worker in a live audit."""
    return {name: wording[f"{name}s"][place % len(wording[f"{name}s"])] for name in VIEWS}


def _pair(first, second, turn):
    # The lengths of the lists have no divisor in common, so every pair comes before one returns.
    return f"{first[turn % len(first)]} {second[turn % len(second)]}"


def _moderated(grade, place):
    if grade == "good" and place % 2:
        return "requires_improvement"
    return grade


def _working_day(day):
    """The day, or the Monday after where it falls on a week-end."""
    return day + timedelta(max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)


NOT_YET = {
    **dict.fromkeys(("closed_on", "cancelled_on")),
    **{"result": "", "cancelled_because": "", "teams": ()},
}


class Programme:
    """What is recorded of it: `themes` by their area's place, `rounds` by their first days."""

    def __init__(self, founded: FoundedCouncil):
        self.said = texts.read("audit-programme")
        self.posts = founded.posts
        self.own = {"council": founded.council, "by": founded.accounts["officer"]}
        self.kinds, self.themes, self.rounds = {}, {}, {}

    def steps(self, founded_on):
        """(day, what is done on it) of everything recorded, given a day."""
        meeting = date.fromisoformat(self.said["meeting"]["circulated_on"])
        yield founded_on, self.plan
        for item in (*self.said["closings"], *self.said["beginnings"]):
            day = date.fromisoformat(item.get("closed_on") or item["begun_on"])
            yield day, partial(self.go_on, _days(item))
        yield meeting, self.meet

    def plan(self, on):
        """Kinds, themes and rounds."""
        for item in self.said["kinds"]:
            made = operations.create(model=AuditKind, **self.own, on=on, **_days(item))
            self.kinds[made.title] = made
        first = date.fromisoformat(self.said["themes_from_date"])
        for item in self.said["themes"]:
            values = {"title": item["title"], "from_date": first, "to_date": None}
            self.themes[item["area"]] = operations.create(
                model=AuditTheme, **self.own, on=on, **values
            )
        for item in self.said["rounds"]:
            values = {**NOT_YET, **self._fields(item), "kind": self.kinds[item["kind"]]}
            made = operations.create(model=AuditRound, **self.own, on=on, **values)
            self.rounds[made.start] = made
        for item in self.said["allocations"]:
            values = {"posts": [], **self._fields(item)}
            round_ = self.rounds[values.pop("start")]
            operations.create(
                model=AuditAllocation, **self.own, on=on, audit_round=round_, **values
            )

    def _fields(self, item):
        return with_posts(self.posts, _days(item))

    def go_on(self, value, on):
        """The beginning or the close of the round that starts on a day."""
        item = next(entry for entry in self.said["rounds"] if entry["start"] == str(value["start"]))
        values = {**NOT_YET, **self._fields(item), "kind": self.kinds[item["kind"]], **value}
        round_ = self.rounds[value["start"]]
        self.rounds[value["start"]] = operations.change(
            record=round_, version=round_.version, by=self.own["by"], on=on, **values
        )

    def meet(self, on):
        """The learning meeting, which reviewed the round whose audits it looked at."""
        value = _days(self.said["meeting"])
        values = {**value, "rounds": [self.rounds[value["reviewed_from"]]], "team": None}
        operations.create(model=LearningMeeting, **self.own, on=on, **values)

    def of(self, audit):
        """The round and the themes of an audit, as `case_audits` gives it."""
        day, rows = audit["audited_on"], AuditRound.objects.of(self.own["council"]).active()
        routine = rows.filter(kind__category="routine").select_related("kind")
        theme = self.themes.get(audit["area"])
        return {
            "round": next(item for item in routine if item.start <= day <= item.end),
            "themes": [theme] if theme else [],
        }


def _days(value):
    """The fields of a record with the days among them as dates."""
    days = ("start", "end", "reviewed_from", "reviewed_to")
    result = texts.dated(value)
    return result | {name: date.fromisoformat(value[name]) for name in days if name in value}
