"""The time before an election, in which a council takes care what it publishes.

Local Government Act 1986 s.4 and the Code of Recommended Practice on Local Authority Publicity
(2011), paragraphs 33 to 35: from the notice of an election until the poll nothing is published that
deals with controversial issues or affects support for a candidate. The notice is given 25 working
days before the poll at the latest (SI 2006/3304, schedule 2, rule 1); the ordinary day of local
elections is the first Thursday in May (Representation of the People Act 1983 s.37) unless an order
moves it.

Before a referendum nothing is published that deals with its question: for 28 days that end with the
poll of one that is held under an Act in the whole country (Political Parties, Elections and
Referendums Act 2000 s.125), and from 28 days before the poll of one of the council (SI 2012/323,
regulation 5). Of a neighbourhood plan the time begins with its information statement (SI 2012/2031,
regulation 5), which a council enters as its first day.
"""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from assurance.meetings.clear_days import working_day_before
from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day

NOTICE_DAYS = 25
MAY, THURSDAY = 5, 3
GENERAL, LOCAL = "the general election", "the ordinary date of local elections"
ELECTION, LOCAL_REFERENDUM, NATIONAL_REFERENDUM = "election", "local", "national"
KINDS = (
    (ELECTION, "An election"),
    (LOCAL_REFERENDUM, "A referendum of the council, or of a part of its area"),
    (NATIONAL_REFERENDUM, "A referendum of the whole country"),
)
# How long before the day of its poll the time of a referendum begins.
REFERENDUM_TIMES = {
    LOCAL_REFERENDUM: timedelta(days=28),
    NATIONAL_REFERENDUM: timedelta(days=27),
}
_BY_ELECTION = re.compile(r"(?:the )?by-election(?:,| in| for| of)? +(?:the )?(.+)", re.IGNORECASE)
_FILE = Path(__file__).parents[2] / "fixtures" / "national" / "elections.json"


@dataclass(frozen=True)
class PreElectionPeriod:
    """From the notice of an election, or the first day of a referendum's time, `begins_on`, to the
    day of the poll, both included; `title` names it within a sentence."""

    title: str
    begins_on: date
    polling_on: date
    kind: str = ELECTION

    @property
    def named(self) -> str:
        """Its poll within a sentence: “the by-election in Minster ward” of “By-election, Minster
        ward”; another title of the council's own in quotation marks."""
        if match := _BY_ELECTION.match(self.title):
            return f"the by-election in {match[1]}"
        return self.title if self.title.startswith("the ") else f"“{self.title}”"

    @property
    def is_referendum(self) -> bool:
        """Whether it asks a question, and elects nobody."""
        return self.kind != ELECTION

    def covers(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.begins_on <= day <= self.polling_on


@dataclass(frozen=True)
class CouncilElection:
    """What a council keeps of one polling day; `is_held` is false where it has no such poll then,
    `notice_on` is the first day of its time where that is not the usual one."""

    title: str
    polling_on: date
    notice_on: date | None = None
    is_held: bool = True
    kind: str = ELECTION

    @property
    def begins_on(self) -> date:
        """The first day of the time before its poll."""
        return self.notice_on or usual_first_day(self.kind, self.polling_on)


def _read(plain):
    day = date.fromisoformat
    general = tuple(
        PreElectionPeriod(GENERAL, day(row["begins_on"]), day(row["polling_on"]))
        for row in plain["general_elections"]
    )
    referendums = tuple(
        PreElectionPeriod(
            row["title"], usual_first_day(NATIONAL_REFERENDUM, on), on, NATIONAL_REFERENDUM
        )
        for row in plain["referendums"]
        for on in [day(row["polling_on"])]
    )
    moved = plain["moved_local_elections"].items()
    return (*general, *referendums), {whole(year): day(on) if on else None for year, on in moved}


def usual_first_day(kind: str, polling_on: date) -> date:
    """The first day of the time before a poll of this kind, where nothing else is entered."""
    if kind in REFERENDUM_TIMES:
        return polling_on - REFERENDUM_TIMES[kind]
    return last_day_of_notice(polling_on)


def last_day_of_notice(polling_on: date) -> date:
    """The last day on which notice of an election may be given."""
    return working_day_before(polling_on, NOTICE_DAYS)


NATIONAL_POLLS, MOVED = _read(json.loads(_FILE.read_text(encoding="utf-8")))


def local_polling_day(year: int) -> date | None:
    """The ordinary day of local elections in England in `year`; None where it was called off."""
    if year in MOVED:
        return MOVED[year]
    first = date(year, MAY, 1)
    return first.replace(day=1 + (THURSDAY - first.weekday()) % 7)


def periods_before_polls(
    day: date, elections: Collection[CouncilElection] = ()
) -> list[PreElectionPeriod]:
    """The periods in which `day` lies: before the next election, and before the next referendum;
    `elections` are those that the council keeps, of other days or in place of what holds
    everywhere."""
    rows = sorted(
        (row for row in _periods(day, elections) if row.covers(day)), key=lambda row: row.polling_on
    )
    next_ones = (
        next((row for row in rows if row.is_referendum == kind), None) for kind in (False, True)
    )
    return [row for row in next_ones if row]


def faults(values) -> Iterator[tuple[str, str]]:
    """Refuses a time before a poll that begins on its day or after it."""
    first, polling_on = values["notice_on"], values["polling_on"]
    if first and polling_on and first >= polling_on:
        if values["kind"] == ELECTION:
            sentence = "Notice of an election is given before its poll: enter an earlier day"
        else:
            sentence = "The time before a referendum begins before its poll: enter an earlier day"
        yield "notice_on", sentence


def warning(period: PreElectionPeriod, day: date) -> str:
    """Why a report that becomes public on `day` of `period` needs a second thought, in
    sentences."""
    what = "controversial or could favour a candidate"
    if period.is_referendum:
        what = "about its question, or argues for or against an answer"
    return (
        f"{say_day(day)} is in the time before {period.named}, {say_day(period.begins_on)} to "
        f"{say_day(period.polling_on)}. The council must not publish then what is {what}. Ask the "
        "monitoring officer, or publish after the poll."
    )


def _periods(day, elections) -> Iterator[PreElectionPeriod]:
    stored = {(row.polling_on, row.kind): row for row in elections}
    yield from (row for row in NATIONAL_POLLS if (row.polling_on, row.kind) not in stored)
    ordinary = local_polling_day(day.year)
    if ordinary and (ordinary, ELECTION) not in stored:
        yield PreElectionPeriod(LOCAL, last_day_of_notice(ordinary), ordinary)
    for row in stored.values():
        if row.is_held:
            yield PreElectionPeriod(row.title, row.begins_on, row.polling_on, row.kind)
