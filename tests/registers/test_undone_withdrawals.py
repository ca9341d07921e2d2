"""A withdrawal that was a mistake: whoever made it undoes it within a day, for every kind of record
that a register keeps, until a report was frozen without the record."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from assurance.accounts.access import may
from assurance.audits.views.case_audits import AUDITS
from assurance.dbs.models.checks import UpdateLookup
from assurance.records import history_chain, operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.withdrawals.undo import undone_until, withdrawn_at
from assurance.registers import pages
from assurance.registers.record_page import undo
from assurance.runtime.keyed_digests import keyed_digest
from reports.editions.models.editions import Provenance
from tests.cast import ROLES, make_council, make_user
from tests.make import audits, dbs, findings, papers
from tests.registers.test_every_record import refused
from tests.registers.test_every_register import WITHDRAWN
from tests.registers.test_every_register import made as made_for
from tests.sources import templates

pytestmark = pytest.mark.django_db
ON = date(2019, 3, 4)
every = pytest.mark.parametrize("register", WITHDRAWN)


def made(register):
    """A record of the register that its rules have nothing against."""
    record = made_for(register)
    if isinstance(record, UpdateLookup):
        dbs.dbs_check(person=record.person, issued_on=date(2014, 1, 1))
    return record


def withdrawn(record, by, because="Entered twice"):
    """The record as it is once somebody has withdrawn it."""
    doing = {"version": record.version, "because": because, "by": by, "on": ON}
    return operations.withdraw(record=record, **doing)


def undoing(record, by, after=timedelta(hours=1)):
    """What undoing the withdrawal takes, so long after it."""
    at = withdrawn_at(record) + after
    return {"record": record, "version": record.version, "at": at, "by": by, "on": ON}


def values(record):
    """Every value of the record but its version, and its rows of many."""
    fields = {one.attname: getattr(record, one.attname) for one in record._meta.concrete_fields}
    several = record._meta.many_to_many
    fields |= {one.name: sorted(getattr(record, one.name).values_list("pk")) for one in several}
    return {name: value for name, value in fields.items() if name != "version"}


@pytest.mark.sampled(3)
@every
def test_undoing_puts_a_record_back_as_it_was_with_one_row_of_history(register):
    record, by = made(register), make_user(*ROLES, council=make_council())
    before, version = values(register.model.objects.get(pk=record.pk)), record.version
    gone = withdrawn(record, by)
    entries = HistoryEntry.objects.count()
    back = operations.undo_withdrawal(**undoing(gone, by, timedelta(days=1)))
    kept = register.model.objects.get(pk=record.pk)
    assert (values(kept), kept.version, back) == (before, version + 2, kept)
    assert not kept.is_withdrawn and kept in register.model.objects.active()
    assert HistoryEntry.objects.count() == entries + 1
    entry = HistoryEntry.objects.latest("seq")
    assert entry.what.endswith(".undo_withdrawal") and entry.about == kept.history_name
    assert entry.changes["withdrawn_on"] == {"from": ON.isoformat(), "to": None}
    assert history_chain.damage(make_council().slug) is None
    again = {"version": kept.version, "at": entry.at, "by": by, "on": ON}
    sentence = "This record is not withdrawn."
    assert refused(operations.undo_withdrawal, record=kept, **again) == ("", sentence)
    # What was undone can be withdrawn again, and that be undone.
    operations.undo_withdrawal(**undoing(withdrawn(kept, by), by))


@every
def test_another_person_a_day_later_and_a_newer_version_are_refused(register):
    council = make_council()
    by, other = (make_user(*ROLES, council=council, name=name) for name in ("First", "Second"))
    gone = withdrawn(made(register), by)
    just_late = undoing(gone, by, timedelta(days=1, seconds=1))
    _, sentence = refused(operations.undo_withdrawal, **just_late)
    assert sentence.startswith("The withdrawal could be undone until ")
    _, sentence = refused(operations.undo_withdrawal, **undoing(gone, other))
    assert sentence.startswith("Only the person who withdrew this record can undo that.")
    with pytest.raises(EditConflict):
        operations.undo_withdrawal(**{**undoing(gone, by), "version": gone.version - 1})
    assert register.model.objects.get(pk=gone.pk).is_withdrawn


@pytest.mark.sampled(6)
@every
def test_the_page_offers_it_to_who_withdrew_the_record_and_to_nobody_else(
    register, client, monkeypatch
):
    council = make_council()
    by, other = (make_user(*ROLES, council=council, name=name) for name in ("First", "Second"))
    assert may(other, register.permission)
    gone = withdrawn(made(register), by, because="Entered twice.")
    page, press = (register.address(name, gone.pk) for name in ("record", "undo"))
    sent = {"version": gone.version}
    client.force_login(other)
    shown = client.get(page).text
    assert press not in shown
    assert "Entered twice." in shown and "Entered twice.." not in shown
    assert "Only the person who withdrew" in client.post(press, sent, follow=True).text
    client.force_login(by)
    assert f'action="{press}"' in client.get(page).text
    for wrong in ("", "x", gone.version + 1):
        client.post(press, {"version": wrong}, follow=True)
        assert register.model.objects.get(pk=gone.pk).is_withdrawn
    late = withdrawn_at(gone) + timedelta(days=1, minutes=1)
    with monkeypatch.context() as clock:
        clock.setattr(undo, "this_moment", lambda: late)
        assert press not in client.get(page).text
        assert "could be undone until" in client.post(press, sent, follow=True).text
    answer = client.post(press, sent, follow=True).text
    assert pages.UNDONE in answer and "Withdrawal undone" in answer and press not in answer
    assert not register.model.objects.get(pk=gone.pk).is_withdrawn


def test_a_reason_that_a_person_wrote_is_followed_by_no_second_full_stop():
    written = re.compile(r"(?:because|reason)\w*(?<!_display) }}\.")
    assert [path for path in templates() if written.search(path.read_text(encoding="utf-8"))] == []


def test_the_warning_names_both_ends_of_the_time_to_undo_it(client):
    client.force_login(make_user(*ROLES, council=make_council()))
    page = client.get(AUDITS.address("withdraw", made(AUDITS).pk)).text
    assert "for 24 hours, or until a report is published that would be different with it," in page


def test_nothing_is_put_back_beside_what_has_its_place_or_within_what_was_withdrawn():
    by = make_user(*ROLES, council=make_council())
    kind = audits.audit_kind()
    gone = withdrawn(kind, by)
    audits.audit_kind(title=kind.title.upper())
    assert "title" in refused(operations.undo_withdrawal, **undoing(gone, by))[0]
    within = findings.finding()
    gone = withdrawn(within, by)
    withdrawn(within.review, by)
    assert refused(operations.undo_withdrawal, **undoing(gone, by))[1]


@pytest.mark.parametrize(
    ("clock", "until"),
    [
        (datetime(2016, 1, 5, 14, 5, tzinfo=UTC), "2016-01-06T14:05:00+00:00"),
        (datetime(2016, 3, 26, 14, 5, tzinfo=UTC), "2016-03-27T14:05:00+01:00"),
        (datetime(2016, 10, 29, 13, 5, tzinfo=UTC), "2016-10-30T14:05:00+00:00"),
    ],
)
def test_a_day_later_is_the_same_time_by_the_clock(clock, until):
    assert undone_until(clock).isoformat() == until


def edition(council, frozen_at, count, rows):
    """An edition frozen at a moment, that printed how many audits were done in 2015."""
    made_one = papers.edition(council=council, frozen_at=frozen_at, published_at=None)
    when = {"start": date(2015, 1, 1), "end": date(2015, 12, 31)}
    digest = keyed_digest("\n".join(sorted(rows)))
    more = {"source": "Case audits", "definition": {}, "rows": len(rows), "rows_digest": digest}
    Provenance.objects.create(
        edition=made_one, number=1, key="audits.done", count=count, **when, **more
    )
    return made_one


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("hours", "counts_it", "stops"),
    [(-1, True, False), (-1, False, False), (1, True, False), (1, False, True)],
)
def test_a_report_frozen_since_without_the_record_stops_it(client, hours, counts_it, stops):
    council = make_council()
    by = make_user(*ROLES, council=council)
    record = audits.case_audit(council=council, audited_on=date(2015, 5, 5))
    rows = [f"case audit {record.pk}"] if counts_it else []
    gone = withdrawn(record, by)
    at = withdrawn_at(gone) + timedelta(hours=hours)
    made_one = edition(council, at, len(rows), rows)
    client.force_login(by)
    page, press = (AUDITS.address(name, gone.pk) for name in ("record", "undo"))
    offered = client.get(page).text
    entries = HistoryEntry.objects.count()
    assert (f'action="{press}"' in offered) != stops
    assert (f"“{made_one}”" in offered and "was made without this record" in offered) == stops
    client.post(press, {"version": gone.version})
    record.refresh_from_db()
    assert record.is_withdrawn == stops
    assert HistoryEntry.objects.count() == entries + (not stops)


@pytest.mark.parametrize(("what", "stops"), [("reviews", True), ("surveys", False)])
def test_a_report_frozen_since_that_lists_such_records_stops_it(what, stops):
    days = {"started_on": date(2015, 3, 2), "ended_on": date(2015, 3, 9)}
    review = findings.review(council=make_council(), **days)
    by = make_user(*ROLES, council=review.council)
    paper = papers.issued_paper(council=review.council)
    listing = {"caption": "", "records": {"what": what}}
    papers.block(paper=paper, slug="list", kind="records", data=listing)
    gone = withdrawn(review, by)
    papers.edition(paper=paper, frozen_at=withdrawn_at(gone))
    if stops:
        _, sentence = refused(operations.undo_withdrawal, **undoing(gone, by))
        assert "list of records" in sentence
    else:
        assert not operations.undo_withdrawal(**undoing(gone, by)).is_withdrawn


def test_the_page_names_the_demonstrations_day_beside_the_withdrawals(settings, client):
    settings.CANDOUR_TODAY = "2019-03-04"
    by = make_user(*ROLES, council=make_council())
    gone = withdrawn(audits.case_audit(), by)
    client.force_login(by)
    page = client.get(AUDITS.address("record", gone.pk)).text
    assert "on 5 March 2019. After that" in page
    address = client.get("/accounts/").text
    assert "4 Mar 2019" in address and f"{datetime.now(UTC):%b %Y}" not in address
