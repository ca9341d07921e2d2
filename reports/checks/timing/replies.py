"""The statutory time for a reply to an inspection, where the report and the reply stand apart.

Education and Inspections Act 2006, section 137, and SI 2007/462: the written statement of action is
due within 70 working days (`assurance.reviews.rules.replies`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assurance.meetings.clear_days import working_days_between
from assurance.reviews.rules.replies import WORKING_DAYS_TO_REPLY
from reports.checks.reading import PROSE, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import DAY, Mention

_INSPECTED = re.compile(r"\b(?:Ofsted|HMCI|HMI|inspect(?:ion|or)\w*)\b", re.I)
_REPORT = re.compile(
    r"\breports?\b[^.;]{0,60}\b(?:published|received|issued)\b"
    r"|\b(?:published|received|issued)\b[^.;]{0,60}\breports?\b",
    re.I,
)
_PLAN = (
    r"(?:action\s+plan|improvement\s+plan|written\s+statement|statement\s+of\s+(?:proposed\s+)?action|"
    r"reply|response|answer)"
)
_GONE = r"(?:submitted|sent|returned|provided|delivered|replied)"
_REPLY = re.compile(
    rf"\b{_GONE}\b[^.;]{{0,60}}\b{_PLAN}\b|\b{_PLAN}\b[^.;]{{0,60}}\b{_GONE}\b", re.I
)
_TO_COME = re.compile(r"\b(?:will|due|must|should|draft|to\s+be)\b", re.I)
# A reply that is not the first, or whose time was another.
_ANOTHER = re.compile(
    r"\b(?:extension|extended|agreed\s+(?:later|date)|peer|working\s+days?|revised|updated|second|"
    r"further|progress)\b",
    re.I,
)
# How many lines further on a reply that names no inspection is still of the report before it.
_FAR = 8


@dataclass(frozen=True)
class _DatedSentence:
    """A sentence with a day: what the paper says was published, or sent."""

    place: int
    line: Line
    day: Mention
    inspected: bool


@rule("reply-late", Severity.WARNING, "error 18; SI 2007/462")
def replies_late(reading: Reading, _known) -> Iterator[Fault]:
    """A reply to an inspection was sent within 70 working days of its report."""
    reports, replies = _reports_and_replies(reading)
    for reply in replies:
        report = _report_before(reply, reports)
        if report is None:
            continue
        clash = working_days_between(report.day.first, reply.day.first)
        if clash and clash > WORKING_DAYS_TO_REPLY:
            yield _late(report, reply, clash)


def _reports_and_replies(reading):
    """(the reports of inspections, the replies) that the paper tells of, each with its day."""
    reports, replies = [], []
    for place, line in enumerate(reading.lines):
        if line.kind not in PROSE or not line.dates:
            continue
        around = " ".join((reading.title, *line.trail))
        for sentence in line.sentences:
            days = [
                date
                for date in line.dates
                if sentence.holds(date.start) and date.precision == DAY and date.first
            ]
            inspected = bool(_INSPECTED.search(sentence.text))
            is_report = bool(_REPORT.search(sentence.text))
            if not days or _TO_COME.search(sentence.text):
                continue
            if is_report and (inspected or _INSPECTED.search(around)):
                reports.append(_DatedSentence(place, line, days[0], True))
            # A sentence that tells of both has both days.
            if len(days) == 1 + is_report and _is_reply(sentence.text):
                replies.append(_DatedSentence(place, line, days[-1], inspected))
    return reports, replies


def _is_reply(text):
    return bool(_REPLY.search(text)) and not _ANOTHER.search(text)


def _report_before(reply, reports):
    """The report that a reply answers: the last one before it that is near, if one can be told."""
    before = [
        report for report in reports if report.place <= reply.place and report.day != reply.day
    ]
    before = [item for item in before if item.day.first < reply.day.first]
    if not before:
        return None
    near = [item for item in before if reply.place - item.place <= _FAR]
    only = len({report.day.first for report in reports}) == 1
    if only and (near or reply.inspected):
        return before[-1]
    same = [item for item in near if item.line.trail == reply.line.trail]
    return same[-1] if same and reply.inspected else None


def _late(report, reply, clash):
    says = (
        f"{reply.day.words} is {clash} working days after {report.day.words}, the date of the "
        f"report ({report.line.at});  a reply is due within {WORKING_DAYS_TO_REPLY}."
    )
    mend = "Correct the dates, or explain why the limit was passed."
    return fault(reply.line, reply.day, says, mend)
