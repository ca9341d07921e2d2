"""The audit programme of the demonstration: kinds, themes, four rounds with the rule of who audits
how many cases, and a learning meeting.

Two rounds were closed with their results. That of the second half of 2015 is four short of its
number, and a deep dive into supervision is awaiting its result.
"""

from datetime import date
from functools import partial

from assurance.audits.operations import learning, programme
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
        for one in (*self.said["closings"], *self.said["beginnings"]):
            day = date.fromisoformat(one.get("closed_on") or one["begun_on"])
            yield day, partial(self.go_on, _days(one))
        yield meeting, self.meet

    def plan(self, on):
        """Kinds, themes and rounds."""
        for one in self.said["kinds"]:
            made = programme.record_kind(**self.own, on=on, **_days(one))
            self.kinds[made.title] = made
        first = date.fromisoformat(self.said["themes_from_date"])
        for one in self.said["themes"]:
            told = {"title": one["title"], "from_date": first, "to_date": None}
            self.themes[one["area"]] = programme.record_theme(**self.own, on=on, **told)
        for one in self.said["rounds"]:
            told = {**NOT_YET, **_days(one), "kind": self.kinds[one["kind"]]}
            made = programme.record_round(**self.own, on=on, **told)
            self.rounds[made.start] = made
        for one in self.said["allocations"]:
            told = _days(one)
            round_ = self.rounds[told.pop("start")]
            programme.record_allocation(**self.own, on=on, audit_round=round_, **told)

    def go_on(self, said, on):
        """The beginning or the close of the round that starts on a day."""
        one = next(one for one in self.said["rounds"] if one["start"] == str(said["start"]))
        told = {**NOT_YET, **_days(one), "kind": self.kinds[one["kind"]], **said}
        round_ = self.rounds[said["start"]]
        self.rounds[said["start"]] = programme.change_round(
            record=round_, seen=round_.version, by=self.own["by"], on=on, **told
        )

    def meet(self, on):
        """The learning meeting, which reviewed the round whose audits it looked at."""
        said = _days(self.said["meeting"])
        told = {**said, "rounds": [self.rounds[said["reviewed_from"]]], "team": None}
        learning.record_meeting(**self.own, on=on, **told)

    def of(self, audit):
        """The round and the themes of an audit, as `case_audits` gives it."""
        routine = [one for one in self.rounds.values() if one.kind.category == "routine"]
        day = audit["audited_on"]
        theme = self.themes.get(audit["area"])
        return {
            "round": next(one for one in routine if one.start <= day <= one.end),
            "themes": [theme] if theme else [],
        }


def _days(said):
    """The fields of a record with the days among them as dates."""
    days = ("start", "end", "reviewed_from", "reviewed_to")
    found = texts.dated(said)
    return found | {name: date.fromisoformat(said[name]) for name in days if name in said}
