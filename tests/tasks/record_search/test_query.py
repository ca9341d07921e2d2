"""Which records a question finds, in which order, and how a typing error is forgiven."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.tasks.record_search import query
from reports.tasks.record_search.query import search_records
from reports.tasks.record_search.results import KINDS, SHOWN, record_groups, record_lines
from reports.tasks.record_search.terms import search_words
from tests import cast
from tests.make import audits, findings, improvements, papers, people
from tests.sweeping import swept

pytestmark = pytest.mark.django_db


def found(text, user=None, **how):
    """Kind → the names of the records that `text` finds for `user`, an officer."""
    user = user or cast.officer()
    matches = search_records(text, user, **how)
    return {
        kind.name: [line.name for line in record_lines(kind, keys, user)]
        for kind, keys in matches.keys.items()
    }


@swept(
    [
        ("audits", ["audit"]),
        ("children", ["child"]),
        ("policies", ["polic"]),
        ("the review of Ofsted", ["review", "ofst"]),
        ("will", ["will"]),
        ("CF-2019-12", ["CF", "2019", "12"]),
        ("José", ["José"]),
        ("Sam Sam", ["Sam"]),
        ("", []),
        ("– !", []),
    ]
)
def test_words_are_looked_for_without_their_endings_and_without_common_words(text, words):
    typed = search_words(text)
    assert len(typed) == len(words)
    assert all(word.startswith(start) for word, start in zip(typed, words, strict=True))


@pytest.mark.long
def test_a_person_is_found_by_any_part_of_the_name_and_by_the_reference():
    person = people.person(name="Ada Lovelace", reference="Q-771")
    for text in ("Ada Lovelace", "lovelace", "LOVELACE ada", "Q-771", "person Lovelace"):
        assert found(text).get("dbs-person") == [str(person)], text
    assert "dbs-person" not in found("Ada Byron")


@pytest.mark.long
def test_records_that_have_the_words_in_their_name_come_first():
    named = improvements.action(reference="A1", text="Look at supervision")
    other = improvements.plan(title="A plan of supervision")
    kinds = list(found("supervision"))
    assert kinds.index("improvement-plan") < kinds.index("improvement-action")
    assert found("supervision")["improvement-plan"] == [str(other)]
    assert found("A1")["improvement-action"] == [str(named)]


@pytest.mark.long
def test_the_name_of_a_kind_narrows_to_it_and_is_not_looked_for_in_it():
    audit = audits.case_audit(reference="X-17")
    improvements.action(reference="X-18")
    assert found("audit X-17")["audits-caseaudit"] == [str(audit)]
    assert "improvement-action" not in found("case audit X")


@pytest.mark.long
def test_the_kind_that_a_question_names_by_several_words_comes_first_and_a_month_is_of_any_year():
    audits.case_audit(audited_on=date(2015, 9, 2), strengths="What a meeting was for: learning")
    late = audits.learning_meeting(held_on=date(2015, 9, 7))
    audits.learning_meeting(held_on=date(2015, 3, 9))
    result = found("learning meeting September")
    assert next(iter(result)) == "audits-meeting" and result["audits-meeting"] == [str(late)]


@pytest.mark.long
def test_what_another_council_has_is_never_found():
    elsewhere = cast.make_council("elsewhere")
    people.person(name="Ada Lovelace", council=elsewhere)
    findings.review(title="Lovelace review", council=elsewhere)
    papers.paper(title="Lovelace report", council=elsewhere)
    assert found("Lovelace", cast.make_user(*cast.ROLES)) == {}
    assert set(found("Lovelace", cast.make_user(*cast.ROLES, council=elsewhere))) == {
        *("dbs-person", "reviews-review", "papers-paper")
    }


def test_a_withdrawn_record_is_found_and_marked():
    user = cast.officer()
    gone = {"withdrawn_on": date(2016, 1, 18), "withdrawn_by": user, "withdrawn_because": "Twice."}
    dbs_person = people.person(name="Ada Lovelace")
    other = people.person(name="Ada Byron", reference="Q-2", **gone)
    [(kind, keys)] = search_records("Ada", user).keys.items()
    marks = {line.name: line.is_withdrawn for line in record_lines(kind, keys, user)}
    assert marks == {str(dbs_person): False, str(other): True}


@pytest.mark.long
def test_a_typing_error_is_forgiven_and_named():
    people.person(name="Ada Lovelace")
    people.person(name="José Byron", reference="Q-2")
    user = cast.officer()
    for typed, meant in (("Lovelcae", "Lovelace"), ("lovelase", "Lovelace"), ("Jose", "José")):
        matches = search_records(typed, user)
        assert matches.near == {typed.lower(): meant}
        assert matches.count == 1
        assert search_records(typed, user, as_typed=True).count == 0


@pytest.mark.long
def test_no_word_of_what_may_not_be_opened_takes_the_place_of_another():
    people.person(name="Ada Lovelace")
    for user in (cast.clerk(), cast.member(), cast.officer(subject="surveys")):
        matches = search_records("Lovelcae", user)
        assert (matches.count, dict(matches.near)) == (0, {})


def test_a_reference_finds_its_record_and_none_that_has_its_letters_within_words():
    wanted = improvements.action(reference="INS-4", text="Write an audit tool.")
    people.person(name="Ada Hainsworth", reference="P4516")
    for text in ("INS-4", "ins 4", "action INS-4"):
        assert found(text) == {"improvement-action": [str(wanted)]}, text
    assert list(found("insw")) == ["dbs-person"]


@pytest.mark.long
def test_a_question_finds_what_has_its_words_or_others_of_the_same_meaning():
    plan = improvements.plan(title="Looked-after children: a plan")
    assert found("what is there about LAC")["improvement-plan"] == [str(plan)]
    assert found("what is there about LAC", as_typed=True) == {}


@pytest.mark.long
def test_a_question_that_names_a_kind_and_its_labels_finds_its_records():
    person = people.person(name="Ada Lovelace")
    review = findings.review(title="Fostering", started_on=date(2015, 11, 9))
    assert found("what is Lovelace's DBS reference")["dbs-person"] == [str(person)]
    for text in ("which reviews were there in 2015", "reviews of November 2015"):
        assert found(text).get("reviews-review") == [str(review)], text
    assert "reviews-review" not in found("reviews of December 2015")


@pytest.mark.long
def test_what_has_most_of_the_words_is_found_where_nothing_has_all():
    user = cast.officer()
    wanted = improvements.plan(title="An academy")
    for number in range(6):
        improvements.action(reference=f"A{number}", text="Support every social worker.")
    matches = search_records("academy for social workers", user)
    assert matches.is_partial
    assert {kind.name: len(keys) for kind, keys in matches.keys.items()} == {"improvement-plan": 1}
    assert found("academy for social workers") == {"improvement-plan": [str(wanted)]}
    # What no record has, such as the name of a person, is never left out.
    assert not search_records("academy for Byron", user).count


def test_nothing_near_is_no_correction():
    people.person(name="Ada Lovelace")
    matches = search_records("zzyzx", cast.officer())
    assert (matches.count, dict(matches.near)) == (0, {})


def test_a_word_of_the_field_is_no_typing_error_of_another():
    people.person(name="Ada Reach")
    matches = search_records("breach", cast.officer())
    assert (matches.count, dict(matches.near)) == (0, {})


@pytest.mark.long
def test_so_many_records_are_found_and_no_more(monkeypatch):
    monkeypatch.setattr(query, "MOST", 2)
    user = cast.officer()
    for number in range(2):
        people.person(name=f"Ada {number}", reference=f"Q{number}")
    assert not search_records("Ada", user).is_cut
    people.person(name="Ada 3", reference="Q3")
    matches = search_records("Ada", user)
    assert (matches.count, matches.is_cut) == (2, True)


@pytest.mark.long
def test_all_kinds_are_asked_in_one_query_and_a_typing_error_costs_two_more():
    user = cast.make_user(*cast.ROLES)
    people.person(name="Ada Lovelace")
    search_records("Lovelace", user)
    with CaptureQueriesContext(connection) as asked:
        assert search_records("Lovelace", user).count == 1
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        assert search_records("Lovelcae", user).count == 1
    assert len(asked) == 3


def test_a_page_asks_once_for_each_kind_that_it_shows():
    user = cast.make_user(*cast.ROLES)
    for number in range(SHOWN + 1):
        people.person(name=f"Ada {number}", reference=f"Q{number}")
        improvements.action(reference=f"Ada {number}")
    matches = search_records("Ada", user)
    with CaptureQueriesContext(connection) as asked:
        groups = list(record_groups(matches, user))
    assert len(asked) == len(groups) <= KINDS
    assert {len(group.lines) for group in groups if group.count > SHOWN} == {SHOWN}
