"""What colleagues ask of one another while a report is written: who writes a part, a record that it
waits for, a section by link, words not saved yet, a small number released; and how each is told.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial

from assurance.accounts import operations as accounts
from assurance.improvement import operations as improvements
from assurance.improvement.models.actions import Action
from assurance.records.history import ByLink
from assurance.runtime.periods import on_day
from reports.approvals.operations import releases
from reports.checks import operations as checks
from reports.checks.models import DisabledCheck
from reports.contributions.operations import requests
from reports.contributions.sections import asked_for
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.editions.snapshot import assembled
from reports.editor import autosave
from reports.editor.operations.record_requests import request_records
from reports.papers.evidence import evidence
from reports.papers.manuscript import read
from reports.papers.models.contributions import ContributionDraft
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate
from reports.papers.operations import templates
from reports.report_templates.rules import with_writer
from reports.verdicts.registry import rule_called


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of everything asked."""
    value = texts.read("colleagues")
    for key, do in (
        ("checks_off", _turn_off),
        ("checks_on", _turn_on),
        ("part_writers", _name_writer),
        ("notices", _choose_notices),
        ("impacts", _rate_impact),
        ("records", _request_records),
        ("contributions", _contribute),
        ("releases", _release),
        ("autosaved", _autosave),
    ):
        for entry in map(texts.dated, value[key]):
            on = date.fromisoformat(entry.pop("on"))
            yield on, partial(_within_the_day, do, founded, entry)


def _within_the_day(do, founded, entry, on):
    # A draft is looked at as of today.
    with on_day(on):
        do(founded, entry, on)


def _turn_off(founded, entry, on):
    by = founded.accounts["clerk"]
    values = {"rule": rule_called(entry["rule"]), "reason": entry["reason"]}
    checks.turn_off(council=founded.council, **values, by=by, on=on)


def _turn_on(founded, entry, on):
    off = DisabledCheck.objects.of(founded.council).active().get(rule=entry["rule"])
    checks.turn_on(off=off, by=founded.accounts["clerk"], on=on)


def _name_writer(founded, entry, on):
    row = ReportTemplate.objects.of(founded.council).get(slug=entry["template"])
    account, place = founded.accounts[entry["account"]], entry["place"]
    writer = {"name": account.name, "question": entry["question"], "days": entry["days"]}
    templates.change_report_template(
        template=row,
        version=row.version,
        spec=with_writer(row.spec, place, writer),
        writers={place: {"account": account, "email": ""}},
        by=founded.accounts["clerk"],
        on=on,
    )


def _choose_notices(founded, entry, on):
    user = founded.accounts[entry["account"]]
    accounts.choose_email(user=user, email_every=entry["every"], by=user, on=on)


def _rate_impact(founded, entry, on):
    action = Action.objects.of(founded.council).get(reference=entry["action"])
    values = {"impact": entry["impact"], "impact_reason": entry["reason"]}
    by = founded.accounts["officer"]
    improvements.change_action(record=action, version=action.version, **values, by=by, on=on)


def _request_records(founded, entry, on):
    paper = _paper(founded)
    rows = [row for row in evidence(read(paper)) if row.is_lacking]
    by = founded.accounts["clerk"]
    request_records(paper=paper, rows=rows, due_on=entry["due_on"], by=by, on=on)


def _contribute(founded, entry, on):
    """A section asked of somebody without an account, and handed in by their link."""
    paper, by = _paper(founded), founded.accounts["clerk"]
    wanted = asked_for(read(paper), entry["section"])
    values = {name: entry[name] for name in ("name", "email", "due_on", "note")}
    row = requests.ask_for_section(paper=paper, wanted=wanted, **values, by=by, on=on)
    row, _link = requests.make_link(section=row, by=by, on=on)
    values = {"words": entry["words"], "how": ContributionDraft.BY_LINK}
    by = ByLink(f"link of {row.history_name}")
    requests.hand_in(section=row, version=row.version, **values, by=by, on=on)


def _release(founded, entry, on):
    paper, by = _paper(founded), founded.accounts["approver"]
    values = [item.exact for item in assembled(read(paper)).traced]
    value = next(item for item in values if item.identity[:2] == tuple(entry["figure"]))
    releases.release_number(paper=paper, value=value, reason=entry["reason"], by=by, on=on)


def _autosave(founded, entry, on):
    paper, writer = _paper(founded), founded.accounts[entry["account"]]
    block = paper.blocks.standing_at(entry["block"])
    at = datetime.fromisoformat(entry["at"]).replace(tzinfo=UTC)
    place, words = autosave.block_place(block.slug), {"text": entry["words"]}
    autosave.save_text(paper, writer, place, seen=block.version, words=words, at=at)


def _paper(founded):
    slug = texts.read("desk")["draft"][0]["paper"]["slug"]
    return Paper.objects.of(founded.council).get(slug=slug)
