"""May a paper be issued, or given an hour at which it is: a sentence that refuses, or nothing; and
what is said of an issue that stopped."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

SENT, APPROVED, ISSUED = "sent", "approved", "issued"
WAITING = "waiting"
LONDON = ZoneInfo("Europe/London")
# Why an issue stopped, in words that say whom it concerns; what the machine said is in its log.
DISK_FULL = (
    "The disk of this service is full, so nothing was published. Ask the person who runs the "
    "service to make room."
)
NO_FILE = (
    "A file could not be read or written on this service, so nothing was published. Contact the "
    "person who runs the service."
)
DATABASE_AWAY = (
    "The database did not answer, so nothing was published. If this happens again, contact the "
    "person who runs the service."
)
UNFORESEEN = (
    "An unexpected error occurred, so nothing was published. Contact the person who runs the "
    "service: its log has the cause."
)


def why_not_ask(status: str, run_state: str) -> str:
    """Why a paper's issue cannot be asked for now; `run_state` is that of the last issue, or ""."""
    if status == ISSUED:
        return "This report is already published."
    if run_state == WAITING:
        return "This report is already being published."
    return ""


def why_not_before(hour: datetime, now: datetime) -> str:
    """Why a report that is to be public at `hour` cannot be published `now`, or nothing."""
    if now >= hour:
        return ""
    return (
        f"This report is to be public {hour_text(hour)}, and not before. Change or clear the hour "
        "to publish it now."
    )


def hour_text(hour: datetime) -> str:
    """`on 19 January 2016 at 17:00`, by the clock in England."""
    local = hour.astimezone(LONDON)
    return f"on {local.day} {local:%B %Y} at {local:%H:%M}"


def why_not_set_hour(status: str, at: datetime, now: datetime, run_state: str = "") -> str:
    """Why a paper of this status cannot be given the hour `at`, or nothing; `run_state` is that of
    its last issue, or ""."""
    if run_state == WAITING:
        return "This report is being published already, so no hour can be set."
    if status == ISSUED:
        return "This report is already published."
    if status not in (SENT, APPROVED):
        return "Send the report for approval before you set the hour of its publication."
    return "Choose an hour that is still to come." if at <= now else ""


def why_not_clear_hour(is_set: bool) -> str:
    """Why an hour cannot be taken back, or nothing."""
    return "" if is_set else "No hour is set for this report."


def why_not_at_hour(status: str, run_state: str) -> str:
    """Why a paper whose hour has come is not issued by itself, or nothing."""
    if status == APPROVED:
        return "" if run_state != WAITING else "It is already being published."
    labels = {SENT: "it was not approved in time", ISSUED: "it was already published"}
    return (
        f"It was not published at its hour, because {labels.get(status, 'it was being written')}."
    )


def local_moment(day: date, clock: time) -> tuple[datetime | None, str]:
    """The moment at which clocks in England show `clock` on `day`, and why there is none or more
    than one of it: clocks go forward at 1am in March and back at 2am in October (Summer Time Order
    2002)."""
    first = datetime.combine(day, clock, LONDON)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return first, ""
    text = f"{clock:%H:%M}"
    if first.utcoffset() < second.utcoffset():
        return None, f"Clocks go forward that night, so there is no {text}: choose another hour."
    return None, f"Clocks go back that night, so {text} comes twice: choose another hour."
