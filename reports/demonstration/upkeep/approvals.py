"""Who clears a part of each report, and a report that is approved and waits for its hour: asked of
an approver from outside, open to early readers, before a poll.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial

from django.conf import settings

from assurance.records.history import ByLink
from assurance.runtime.periods import on_day, start_of_real_day
from reports.approvals.models.guests import APPROVED, EarlyReader, EarlyReading, OutsideApprover
from reports.approvals.operations import approvals, guests, requirements
from reports.conversion.operations import paper_import
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.editions import drafts, issue
from reports.issue.operations import jobs
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of the rule and of the report that waits."""
    value = texts.read("approvals")
    for key, do in (
        ("rule", _add_rule),
        ("draft", _draft),
        ("sent", _send),
        ("outside", _ask_outside),
        ("approved", _approve),
        ("outside_approved", _approve_from_outside),
        ("early_readers", _name_reader),
        ("readings", _note_reading),
        ("hour", _set_hour),
    ):
        for entry in map(texts.dated, value[key]):
            on = date.fromisoformat(entry.pop("on"))
            yield on, partial(_within_the_day, do, founded, entry)


def _within_the_day(do, founded, entry, on):
    with on_day(on):
        do(founded, entry, on)


def _add_rule(founded, entry, on):
    family = ReportTemplate.objects.of(founded.council).get(slug=entry["template"])
    line = {"template": family, "called": "", "to_date": None, "from_date": on}
    requirements.add_approval_rule(
        council=founded.council,
        kind=entry["kind"],
        scope=entry["scope"],
        approver=founded.accounts[entry["account"]],
        by=founded.accounts["administrator"],
        on=on,
        **line,
    )


def _draft(founded, entry, on):
    by = founded.accounts["clerk"]
    plain = entry["paper"]
    paper = paper_import.import_paper(council=founded.council, plain=plain, by=by, on=on)
    drafts.answer(founded, paper, on)


def _send(founded, entry, on):
    issue.send(founded, _paper(founded), on)


def _ask_outside(founded, entry, on):
    by = founded.accounts["clerk"]
    row = guests.ask_outside(paper=_paper(founded), **entry, by=by, on=on)
    guests.seal_link(row=row, by=by, on=on)


def _approve(founded, entry, on):
    paper, by = _paper(founded), founded.accounts[entry["account"]]
    approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=on)


def _approve_from_outside(founded, entry, on):
    row = OutsideApprover.objects.get(paper=_paper(founded))
    values = {"decision": APPROVED, "seen": row.paper.frozen_digest, "remarks": entry["remarks"]}
    guests.decide_outside(row=row, **values, by=ByLink(f"link of {row.history_name}"), on=on)


def _name_reader(founded, entry, on):
    by, account = founded.accounts["clerk"], entry.pop("account", None)
    reader = founded.accounts[account] if account else None
    first = date.fromisoformat(entry.pop("first"))
    values = {"paper": _paper(founded), "from_on": first, "reader": reader, **entry}
    row = guests.name_reader(**values, by=by, on=on)
    if not reader:
        guests.seal_link(row=row, first=first, by=by, on=on)


def _note_reading(founded, entry, on):
    by = founded.accounts[entry["account"]]
    row = EarlyReader.objects.get(paper=_paper(founded), reader=by)
    at = _by_the_clock(datetime.fromisoformat(entry["at"]).replace(tzinfo=UTC))
    guests.note_reading(row=row, form=EarlyReading.PAGE, at=at, by=by, on=on)


def _by_the_clock(at):
    """A moment of the demonstration by the real clock, which pages count from its own day."""
    if not settings.CANDOUR_TODAY:
        return at
    return at + (start_of_real_day().date() - date.fromisoformat(settings.CANDOUR_TODAY))


def _set_hour(founded, entry, on):
    now, at = (datetime.fromisoformat(entry[name]).replace(tzinfo=UTC) for name in ("now", "at"))
    values = {"at": at, "now": now, "poll_reason": entry["reason"]}
    jobs.set_hour(paper=_paper(founded), **values, by=founded.accounts["clerk"], on=on)


def _paper(founded):
    slug = texts.read("approvals")["draft"][0]["paper"]["slug"]
    return Paper.objects.of(founded.council).get(slug=slug)
