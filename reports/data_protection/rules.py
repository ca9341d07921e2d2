"""How long each kind of record is kept, and why: the usual periods with their laws, all of which a
council can change; and when an erasure is refused, by which law."""

from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.periods import months_after, say_day
from assurance.runtime.typography import with_full_stop

DAYS, MONTHS, YEARS = "days", "months", "years"
UNITS = [(DAYS, "Days"), (MONTHS, "Months"), (YEARS, "Years")]
LONGEST = {DAYS: 36_500, MONTHS: 1_200, YEARS: 100}

SIGN_IN, ACCESS_LOG, HISTORY = "sign_in", "access_log", "history"
STAFF, CHILD_ROWS, WRITERS = "staff", "child_rows", "writers"
LOOKUPS, AUDITS, SAMPLES = "lookups", "audits", "samples"
EARLY, OUTSIDE, REPORTS, BACKGROUND = "early", "outside", "reports", "background"

MEETING = "date of the meeting, or of publication without one"
STORAGE = "UK GDPR article 5(1)(e): kept no longer than is needed"
LIMITATION = "Limitation Act 1980, sections 2 and 5: claims can be made for six years"


@dataclass(frozen=True)
class Kind:
    """A kind of record that a schedule speaks of: from which date a period runs, the usual period
    and its reason, and the outcome at its end. `is_least` ones are kept open at least so long, and
    nothing of them is removed by itself; of `is_usual` ones the usual period ends them where a
    council has no policy of its own."""

    key: str
    title: str
    starts: str
    length: int
    unit: str
    reason: str
    outcome: str
    is_least: bool = False
    is_usual: bool = False


KINDS = (
    Kind(
        REPORTS, "Published reports", MEETING, 6, YEARS,
        "Local Government Act 1972, section 100C(1): open for six years from the meeting",
        "They stay published until a clerk removes them.", is_least=True,
    ),
    Kind(
        BACKGROUND, "Background papers", MEETING, 4, YEARS,
        "Local Government Act 1972, section 100D(2): open for four years from the meeting",
        "They stay published until a clerk removes them.", is_least=True,
    ),
    Kind(
        STAFF, "People in the DBS register", "end of the last role", 6, YEARS,
        f"{LIMITATION}; the council’s own schedule",
        "The person, their roles, checks, breaches and reminders are removed.",
    ),
    Kind(
        LOOKUPS, "Answers of the Update Service", "date of the later answer, or of withdrawal", 12,
        MONTHS, f"{STORAGE}; one round of DBS audits after a later answer",
        "The answer is removed. The newest, and one at the end of a role, stay with the person.",
    ),
    Kind(
        AUDITS, "Case audits", "date of the audit, the end of its round or its last action", 6,
        YEARS, f"{LIMITATION}; the council’s own schedule",
        "The reference and all free text are removed. Dates, team, grades and themes stay.",
    ),
    Kind(
        SAMPLES, "Cases of random samples", "date of the drawing, or the end of its round", 12,
        MONTHS, f"{STORAGE}; the audits of the sample are done",
        "References of cases without an audit are removed. Those of audits stay with the audits.",
    ),
    Kind(
        CHILD_ROWS, "Children’s rows, by return", "date of import", 12, MONTHS,
        f"{STORAGE}; the counts no longer need them",
        "The rows are removed. The counts stay.",
    ),
    Kind(
        WRITERS, "Names and addresses of contributors", "date the contribution was closed", 2,
        YEARS, STORAGE, "Name and address are removed. The text stays.",
    ),
    Kind(
        EARLY, "Addresses of early readers", "date of publication", 12, MONTHS, STORAGE,
        "The address is removed. The post and the readings stay.",
    ),
    Kind(
        OUTSIDE, "Addresses of outside approvers", "date of the decision", 6, YEARS, LIMITATION,
        "The address is removed. The name and the decision stay.",
    ),
    Kind(
        HISTORY, "Personal values in history", "date of the change", 6, YEARS, LIMITATION,
        "The values are removed. Their fingerprints stay.",
    ),
    Kind(
        ACCESS_LOG, "Access log", "date of the access", 6, YEARS, LIMITATION,
        "The lines are removed.",
    ),
    Kind(
        SIGN_IN, "Sign-in attempts", "date of the attempt", 90, DAYS,
        f"{STORAGE}; UK GDPR article 32: long enough to look into an attack",
        "The attempts and their network addresses are removed.", is_usual=True,
    ),
)  # fmt: skip
BY_KEY = {kind.key: kind for kind in KINDS}

# Why an erasure is refused; each names its law.
IN_WORK = (
    "This person has a role that has not ended. Their record is needed for safer recruitment: UK "
    "GDPR article 17(3)(b) (a legal obligation), with the Children Act 2004, section 11 (duty to "
    "safeguard), and the statutory guidance in force."
)
STILL_KEPT = (
    "The retention schedule keeps this until {day}: UK GDPR article 17(3)(b) and (e). Reason in "
    "the schedule: {reason}"
)
COUNTED = (
    "The {record} still needs these rows until {day}: UK GDPR article 17(3)(b) and (d), with the "
    "Children Act 1989, section 83 (statutory returns). Remove the rows of the whole return first."
)
COUNTED_BY_USUAL = (
    "The {record} still needs these rows. No retention policy for them has been added, and the "
    "proposed one keeps them until {day}: UK GDPR article 17(3)(b) and (d), with the Children Act "
    "1989, section 83 (statutory returns). Remove the rows of the whole return first."
)
CAN_SIGN_IN = (
    "This account can still sign in. Stop the account first: its data are needed for the contract "
    "of work (UK GDPR article 6(1)(b) and (e))."
)
HELD = "A legal hold is in force: UK GDPR article 17(3)(e) (legal claims). Reason: {reason}"
KEEPS = (
    "Legal hold {number} from {day} keeps this: {reason} Until the hold is released, nothing "
    "that it covers can be removed or withdrawn (UK GDPR article 17(3)(e), legal claims)."
)
EDITION_STAYS = (
    "Published: it stays open to the public (Local Government Act 1972, sections 100C and 100D, "
    "with UK GDPR article 17(3)(b)). A clerk can correct or remove the edition."
)
RECORD_STAYS = (
    "Part of a report that was sent, approved or published: it is the record of what was decided "
    "(UK GDPR article 17(3)(b) and (d))."
)
HISTORY_STAYS = (
    "An entry of history: it shows who changed what (UK GDPR articles 5(1)(f), 5(2) and 17(3)(b))."
)
WAITS = "{what} is still open: UK GDPR article 6(1)(e). Close it first."
NO_WORDS = "The reference and the words of this audit have been removed already."
CLOSED = "This account has been erased already."


def why_held(number: int, reason: str, day: date) -> str:
    """The sentence that names a legal hold, with its reason and the law."""
    return KEEPS.format(number=number, day=say_day(day), reason=with_full_stop(reason))


def why_not_erase_held(reason: str) -> str:
    """The sentence that refuses an erasure under a legal hold, with the reason for the hold."""
    return HELD.format(reason=with_full_stop(reason))


def ended_by(day: date, length: int, unit: str) -> date:
    """The last start of a period of `length` units that is over on `day`."""
    if unit == DAYS:
        return day - timedelta(days=length)
    return months_after(day, -length * (12 if unit == YEARS else 1))


def end_of(start: date, length: int, unit: str) -> date:
    """The day on which a period of `length` units from `start` is over."""
    if unit == DAYS:
        return start + timedelta(days=length)
    return months_after(start, length * (12 if unit == YEARS else 1))


def in_words(length: int, unit: str) -> str:
    """`6 years`, `1 month`."""
    return f"{length:,} {unit.removesuffix('s') if length == 1 else unit}"


def why_not_last(length: int | None, unit: str) -> str:
    """Why a period cannot be so long, or nothing."""
    most = LONGEST.get(unit, 0)
    return f"Enter {most:,} {unit} or fewer." if length and length > most else ""


def why_not_kept(day: date, until: date, reason: str) -> str:
    """Why something is not erased on `day` that the schedule keeps until `until`, or nothing."""
    return (
        STILL_KEPT.format(day=say_day(until), reason=with_full_stop(reason)) if until > day else ""
    )
