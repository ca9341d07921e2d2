"""The audit programme of the demonstration: kinds, themes, four rounds with the rule of who audits
how many cases, and a learning meeting.

Two rounds were closed with their results. That of the second half of 2015 is four short of its
number, and a deep dive into supervision is awaiting its result.
"""

from datetime import date
from functools import partial

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.kinds import AuditKind, AuditTheme
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.records import operations
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil

NOT_YET = {
    **dict.fromkeys(("closed_on", "cancelled_on")),
    **{"result": "", "cancelled_because": "", "teams": ()},
}


class Programme:
    """What is recorded of the programme: `themes` by the place of the area that shows each in the
    list of areas, `rounds` by their first days."""

    def __init__(self, founded: FoundedCouncil):
        self.said = texts.read("audit-programme")
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
            values = {**NOT_YET, **_days(item), "kind": self.kinds[item["kind"]]}
            made = operations.create(model=AuditRound, **self.own, on=on, **values)
            self.rounds[made.start] = made
        for item in self.said["allocations"]:
            values = _days(item)
            round_ = self.rounds[values.pop("start")]
            operations.create(
                model=AuditAllocation, **self.own, on=on, audit_round=round_, **values
            )

    def go_on(self, value, on):
        """The beginning or the close of the round that starts on a day."""
        item = next(entry for entry in self.said["rounds"] if entry["start"] == str(value["start"]))
        values = {**NOT_YET, **_days(item), "kind": self.kinds[item["kind"]], **value}
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
        routine = [value for value in self.rounds.values() if value.kind.category == "routine"]
        day = audit["audited_on"]
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
