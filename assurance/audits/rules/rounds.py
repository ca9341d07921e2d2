"""Rules of the audit programme: what may be said of a round, when the next is due, what has
slipped.

A round is planned, under way while its period runs, then done with its result, or cancelled with a
reason; one begun and not closed is awaiting its result once its period is over, its report is due
or all of its audits are done (features 12, 13 and 18).
"""

from dataclasses import dataclass
from datetime import date

from assurance.runtime.periods import months_after, say_day

PLANNED, UNDER_WAY, AWAITING = "planned", "under_way", "awaiting"
DONE, CANCELLED = "done", "cancelled"
STATES = {
    PLANNED: "Planned",
    UNDER_WAY: "Under way",
    AWAITING: "Awaiting its result",
    DONE: "Done",
    CANCELLED: "Cancelled",
}


def next_due(start: date, interval: int | None) -> date | None:
    """The day on which the round after one that starts on `start` is due to start, or None where
    it does not come again; `interval` in calendar months."""
    return months_after(start, interval) if interval else None


def say_interval(interval: int | None) -> str:
    """How often, in words."""
    if not interval:
        return "Once"
    return "Every month" if interval == 1 else f"Every {interval} months"


def say_stretch(every_months: int | None) -> str:
    """How often a line of an allocation rule asks for its cases, within a sentence."""
    if not every_months:
        return "once in the round"
    return "in every month" if every_months == 1 else f"in every {every_months} months"


def result_due(round_):
    """The day on which a round's result is due: that of its report, else its last day."""
    return round_.report_due_on or round_.end


def unreported_on(round_, day):
    """Whether a standing round was past the day on which its result was due at the end of `day`,
    and neither closed with it nor cancelled by then."""
    over = [item for item in (round_.closed_on, round_.cancelled_on) if item and item <= day]
    return round_.withdrawn_on is None and result_due(round_) < day and not over


def is_over(round_, done, day):
    """True where only its result is left of a round on `day`: its period or the time for its report
    has passed, or as many audits are `done` as were planned."""
    last = min(round_.end, round_.report_due_on or round_.end)
    return last < day or (round_.planned is not None and done >= round_.planned)


def state_of(round_, day):
    """A round's state on `day`, today: one of `STATES`. `done_so_far` is how many of its audits
    stand."""
    if round_.cancelled_on:
        return CANCELLED
    if round_.closed_on:
        return DONE
    if not (round_.begun_on or round_.done_so_far):
        return PLANNED
    return AWAITING if is_over(round_, round_.done_so_far, day) else UNDER_WAY


def audits_done(round_):
    """The recorded audits of a round; None for one closed without any, whose audits were not
    recorded one by one."""
    return round_.done_so_far or (None if round_.closed_on else 0)


def awaits_on(round_, audited, day):
    """Whether a standing round awaited its result at the end of `day`: begun and over by then, and
    neither closed nor cancelled. `audited` are the days of its standing audits, the first of which
    begins it where nobody said when it began."""
    begun = min([item for item in (round_.begun_on, *audited) if item], default=None)
    ended = min([item for item in (round_.closed_on, round_.cancelled_on) if item], default=None)
    if begun is None or day < begun or (ended is not None and ended <= day):
        return False
    return is_over(round_, sum(item <= day for item in audited), day)


def faults_of_round(value):
    """(field, sentence) of everything in a round that does not fit together; `said` maps the
    round's fields to values, the empty ones None or an empty text."""
    matches = [*_faults_of_days(value), *_faults_of_ending(value)]
    return [(field, sentence) for field, sentence in matches if sentence]


def _faults_of_days(value):
    start, end, begun = value["start"], value["end"], value["begun_on"]
    yield "end", _before(end, start, "The period must end on or after its start date")
    yield (
        "begun_on",
        _before(
            begun,
            start,
            f"The round’s period starts on {start and say_day(start)}: it cannot have begun "
            "before; check both dates",
        ),
    )
    yield (
        "report_due_on",
        _before(
            value["report_due_on"],
            start,
            f"The round starts on {start and say_day(start)}: its report cannot be due before",
        ),
    )


def _faults_of_ending(value):
    closed, cancelled, begun = value["closed_on"], value["cancelled_on"], value["begun_on"]
    result, because = value["result"].strip(), value["cancelled_because"].strip()
    if closed and cancelled:
        yield "cancelled_on", "A round is either closed with its result or cancelled: clear one"
    if closed and not result:
        yield "result", "Enter the result: a round cannot be closed without one"
    if result and not closed:
        yield "closed_on", "Enter the date on which the round was closed with this result"
    if closed and not begun:
        yield "begun_on", "Enter the date on which the round began: it is closed"
    yield (
        "closed_on",
        _before(
            closed, begun, f"The round began on {begun and say_day(begun)}: it cannot close before"
        ),
    )
    if cancelled and not because:
        yield "cancelled_because", "Explain why the round is cancelled"
    if because and not cancelled:
        yield "cancelled_on", "Enter the date on which the round was cancelled"


def _before(later, earlier, sentence):
    return sentence if later and earlier and later < earlier else None


def why_not_plan(kind, start):
    """The sentence that refuses a round of `kind` that starts on `start`, or None."""
    if kind and start and start < kind.from_date:
        return f"“{kind.title}” is planned from {say_day(kind.from_date)}: choose another kind"
    if kind and start and kind.to_date and kind.to_date < start:
        return f"“{kind.title}” ended on {say_day(kind.to_date)}: choose another kind"
    return None


def why_not_teams(service, teams):
    """The sentence that refuses teams of another service than the round's, or None; an empty
    service is every service."""
    others = [team.name for team in teams if service and team.service != service]
    if others:
        return f"{others[0]} does not belong to {service}: choose teams of the round’s service"
    return None


def why_not_leave_out(round_said, audits):
    """The sentence that refuses a round whose days, service or teams leave out audits that are
    linked to it, or None. `round_said` maps the round's fields to values, `audits` are rows."""
    for audit in audits:
        if sentence := _outside(round_said, audit.audited_on, audit.team):
            return f"{audit} is linked to this round. {sentence}"
    return None


def why_not_link(round_, audited_on, team, is_new):
    """The sentence that refuses to link an audit of `team` done on `audited_on` to a round, or
    None; `is_new` where it was not linked to it before."""
    if round_ is None or audited_on is None or team is None:
        return None
    if is_new and round_.withdrawn_on:
        return "This round was withdrawn: choose another, or none"
    if is_new and round_.cancelled_on:
        return "This round was cancelled: choose another, or none"
    fields = {name: getattr(round_, name) for name in ("start", "closed_on", "service")}
    return _outside({**fields, "teams": list(round_.teams.all())}, audited_on, team)


def _outside(value, audited_on, team):
    if audited_on < value["start"]:
        return (
            f"The round starts on {say_day(value['start'])} and the audit was done on "
            f"{say_day(audited_on)}: check both dates"
        )
    if value["closed_on"] and value["closed_on"] < audited_on:
        return (
            f"The round was closed on {say_day(value['closed_on'])} and the audit was done on "
            f"{say_day(audited_on)}: check both dates"
        )
    if value["service"] and team.service != value["service"]:
        return f"The round is of {value['service']} and {team.name} is not: choose another round"
    if value["teams"] and team not in value["teams"]:
        return f"The round is not of {team.name}: choose another round, or add the team to it"
    return None


@dataclass(frozen=True)
class Slip:
    """Why a round is late, and by how many days."""

    words: str
    days: int


def slips(round_, done: int, is_last: bool, day: date) -> list[Slip]:
    """Everything in which a standing round has slipped on `day`: past its end short of its number,
    its report past due, the next round past due where none came after it (`is_last`).

    A day that something is due on is still in time.
    """
    result, is_open = [], not (round_.closed_on or round_.cancelled_on)
    if is_open and round_.end < day and (round_.planned is None or done < round_.planned):
        result.append(Slip(_short(round_, done), (day - round_.end).days))
    if is_open and round_.report_due_on and round_.report_due_on < day:
        result.append(Slip("Result due to be reported", (day - round_.report_due_on).days))
    due = round_.next_due_on
    if is_last and not round_.cancelled_on and due and due < day and _goes_on(round_.kind, due):
        result.append(Slip("Next round due", (day - due).days))
    return result


def _short(round_, done):
    if round_.planned is None:
        return "Past its period and not closed"
    return f"{round_.planned - done} short of {round_.planned}"


def _goes_on(kind, due):
    return kind.to_date is None or due <= kind.to_date


def why_not_call(noun, clash):
    """The sentence that refuses a title that another standing row of the kind has, or None."""
    if clash:
        return f"There is an {noun} of this title already: change that one, or use another title"
    return None


def why_not_end(from_date, to_date):
    """The sentence that refuses a last day before the first, or None."""
    if from_date and to_date and to_date < from_date:
        return f"It is in use from {say_day(from_date)}: it cannot end before that date"
    return None


def why_not_move(from_date, to_date, days):
    """The sentence that refuses days of use that leave out one of `days`, those of the audits that
    have the theme, or None."""
    if not days:
        return None
    first, last = min(days), max(days)
    if first < from_date or (to_date and to_date < last):
        return (
            f"Audits done from {say_day(first)} to {say_day(last)} have this theme: its days must "
            "include theirs"
        )
    return None


def why_not_lose(number, noun):
    """The sentence that refuses to withdraw what `number` standing rows of `noun` name, or None."""
    if not number:
        return None
    name, them = ("names", "it") if number == 1 else ("name", "them")
    several = "" if number == 1 else "s"
    return f"{number:,} {noun}{several} {name} this: change {them} first, or give this an end date"


def why_not_allocate_twice(title):
    """The sentence that refuses a post of which the line `title` speaks already."""
    return f"The rule has a line for {title} already: change that one"
