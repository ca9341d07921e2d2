"""The time before an election, in which a council takes care what it publishes.

Local Government Act 1986 s.4 and the Code of Recommended Practice on Local Authority Publicity
(2011), paragraphs 33 to 35: from the notice of an election until the poll nothing is published that
deals with controversial issues or affects support for a candidate. The notice is given 25 working
days before the poll at the latest (SI 2006/3304, schedule 2, rule 1); the ordinary day of local
elections is the first Thursday in May (Representation of the People Act 1983 s.37) unless an order
moves it.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assurance.meetings.clear_days import working_day_before
from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day

NOTICE_DAYS = 25
MAY, THURSDAY = 5, 3
GENERAL, LOCAL = "the general election", "the ordinary day of local elections"
_FILE = Path(__file__).parents[2] / "fixtures" / "national" / "elections.json"


@dataclass(frozen=True)
class PreElectionPeriod:
    """From the notice of an election, `begins_on`, to the day of its poll, both included; `title`
    names the election within a sentence."""

    title: str
    begins_on: date
    polling_on: date

    def covers(self, day: date) -> bool:
        """Whether `day` is one of its days."""
        return self.begins_on <= day <= self.polling_on


@dataclass(frozen=True)
class CouncilElection:
    """What a council keeps of one polling day; `is_held` is false where it has no election then."""

    title: str
    polling_on: date
    notice_on: date | None = None
    is_held: bool = True


def _read(plain):
    day = date.fromisoformat
    general = tuple(
        PreElectionPeriod(GENERAL, day(row["begins_on"]), day(row["polling_on"]))
        for row in plain["general_elections"]
    )
    moved = plain["moved_local_elections"].items()
    return general, {whole(year): day(on) if on else None for year, on in moved}


GENERAL_ELECTIONS, MOVED = _read(json.loads(_FILE.read_text(encoding="utf-8")))


def local_polling_day(year: int) -> date | None:
    """The ordinary day of local elections in England in `year`; None where it was called off."""
    if year in MOVED:
        return MOVED[year]
    first = date(year, MAY, 1)
    return first.replace(day=1 + (THURSDAY - first.weekday()) % 7)


def last_day_of_notice(polling_on: date) -> date:
    """The last day on which notice of an election may be given."""
    return working_day_before(polling_on, NOTICE_DAYS)


def period_before_poll(
    day: date, elections: Collection[CouncilElection] = ()
) -> PreElectionPeriod | None:
    """The period before an election in which `day` lies, that of the next poll where there are
    several, or None; `elections` are those that the council keeps, of other days or in place of
    what holds everywhere."""
    rows = [row for row in _periods(day, elections) if row.covers(day)]
    return min(rows, key=lambda row: row.polling_on, default=None)


def faults(values) -> Iterator[tuple[str, str]]:
    """Refuses a notice that is given on the day of the poll or after it."""
    if values["notice_on"] and values["notice_on"] >= values["polling_on"]:
        yield "notice_on", "Notice of an election is given before its poll: enter an earlier day"


def warning(period: PreElectionPeriod, day: date) -> str:
    """Why a report that becomes public on `day` of `period` needs a second thought, in
    sentences."""
    return (
        f"{say_day(day)} is in the time before {period.title}, {say_day(period.begins_on)} to "
        f"{say_day(period.polling_on)}. The council must not publish then what is controversial "
        "or could favour a candidate. Ask the monitoring officer, or publish after the poll."
    )


def _periods(day, elections) -> Iterator[PreElectionPeriod]:
    kept = {row.polling_on: row for row in elections}
    yield from (row for row in GENERAL_ELECTIONS if row.polling_on not in kept)
    ordinary = local_polling_day(day.year)
    if ordinary and ordinary not in kept:
        yield PreElectionPeriod(LOCAL, last_day_of_notice(ordinary), ordinary)
    for row in kept.values():
        if row.is_held:
            begins_on = row.notice_on or last_day_of_notice(row.polling_on)
            yield PreElectionPeriod(row.title, begins_on, row.polling_on)
