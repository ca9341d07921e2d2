"""What is refused of other matters, whatever their kind, and what stays out of the chain."""

from datetime import timedelta

import pytest

from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.named_record import ChildRecord
from assurance.records.record import OTHERS
from tests.cast import make_council
from tests.governance.entries import DAY, refused
from tests.make import findings, matters

pytestmark = pytest.mark.django_db
ONE = timedelta(days=1)


@pytest.mark.parametrize("kind", ["development", "forum", "scale"])
def test_a_title_names_a_matter_once_until_it_is_withdrawn(kind, add, withdraw, change):
    first = add(kind, **({"to_date": DAY} if kind == "scale" else {}))
    more = {"from_date": DAY + ONE} if kind == "scale" else {}
    field, sentence = refused(add, kind, **more)
    assert field == "title" and "with this title is kept already" in sentence
    assert refused(add, kind, **{**more, "title": "???"})[0] == "title"
    assert change(first, title="Another title").slug == first.slug
    assert refused(add, kind, **more)[0] == "title"
    withdraw(first)
    assert add(kind).slug == first.slug


@pytest.mark.parametrize("kind", ["meeting", "rating", "value"])
def test_there_is_one_of_a_day_until_it_is_withdrawn(kind, add, withdraw):
    first = add(kind)
    parent = {first.parent_field: first.parent}
    field, sentence = refused(add, kind, **parent)
    assert field == first.once[-1] and sentence.endswith("is kept already: change that one")
    withdraw(first)
    assert add(kind, **parent).pk != first.pk
    assert add(kind).parent != first.parent


@pytest.mark.parametrize("kind", ["milestone", "meeting"])
def test_nothing_is_added_to_or_changed_within_what_was_withdrawn(kind, add, change, withdraw):
    record = add(kind)
    withdraw(record.parent)
    sentence = ChildRecord.parent_withdrawn.format(parent=record.parent)
    assert refused(add, kind, **{record.parent_field: record.parent}) == ("", sentence)
    assert refused(change, record) == ("", sentence)


def test_rows_of_another_council_are_refused(add, change):
    elsewhere = make_council("elsewhere")
    theirs = findings.finding(council=elsewhere, review=findings.review(council=elsewhere))
    record = add("statement")
    assert refused(change, record, later_finding=theirs) == ("later_finding", OTHERS)
    assert refused(change, record, findings=[theirs]) == ("findings", OTHERS)
    document = matters.document(council=elsewhere)
    assert refused(change, record, documents=[document]) == ("documents", OTHERS)
    own = findings.finding()
    assert change(record, findings=[own], later_finding=own).later_finding == own


def test_words_about_people_stay_out_of_the_chain_of_history(add):
    add("risk", cause="Somebody left", title="Too few")
    entry = HistoryEntry.objects.get()
    assert "digest" in entry.changes["cause"] and "digest" not in entry.changes["title"]
    assert HistoryDetail.objects.get(field="cause").after == "Somebody left"
