"""Findings entered many at once are those entered one by one, and totals stated meet those
listed."""

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from assurance.records import operations as generic
from assurance.records.history import HistoryEntry
from assurance.reviews import operations
from assurance.reviews.models.findings import Finding, Framework
from tests.cases import written_cases
from tests.cast import LONG_AGO, make_council, officer
from tests.make.findings import finding, framework, review, theme
from tests.make.papers import ISSUED_ON
from tests.page_requests import errors
from tests.refusals import at
from tests.reviews.entries import typed_finding
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
# A quotation is added by itself: it needs the role of whoever said it.
KINDS = [kind for kind, _ in Finding.KINDS if kind != "quotation"]
ROWS = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from(KINDS),
        st.sampled_from(("Plans lack dates.", "Visits are late.")),
        st.sampled_from(("", "p. 4")),
    ),
    max_size=6,
)


def kept(of):
    """What is held of the findings of a review, whichever review it is."""
    names = ("kind", "number", "text", "place", "theme__slug", "created_on", "version")
    return list(of.findings.order_by("kind", "number").values_list(*names))


@pytest.mark.long
@written_cases()
@given(ROWS, ROWS)
def test_many_at_once_are_kept_as_one_by_one_after_whatever_stood_before(before, rows):
    with transaction.atomic():
        said = {"council": make_council(), "by": officer(), "on": ISSUED_ON}
        one, many = review(), review()
        under = {of: theme(of) for of in (one, many)}
        for of in (one, many):
            for themed, kind, text, _ in before:
                finding(review=of, theme=under[of] if themed else None, kind=kind, text=text)
        for themed, kind, text, place in rows:
            told = {"theme": under[one] if themed else None, "kind": kind, "text": text}
            generic.create(model=Finding, review=one, place=place, **told, **said)
        together = [(under[many] if themed else None, *rest) for themed, *rest in rows]
        entries = HistoryEntry.objects.count()
        operations.record_findings(review=many, rows=together, **said)
        assert kept(one)[: len(kept(many))] == kept(many)
        assert len(kept(one)) == len(kept(many)) == len(before) + len(rows)
        assert HistoryEntry.objects.count() == entries + 1
        assert one.listed_totals() == many.listed_totals()
        transaction.set_rollback(True)


def test_the_number_of_a_withdrawn_finding_is_never_given_again(signed_in):
    of = review()
    gone = finding(review=of)
    signed_in.post(f"/reviews/findings/{gone.pk}/withdraw/", {"version": 1, "because": "Twice"})
    address = f"/reviews/{of.pk}/findings/add/"
    answer = signed_in.post(address, typed_finding(number="1"))
    [sentence] = errors(answer)["number"]
    assert sentence.startswith("Number 1 belonged to a finding withdrawn on ")
    assert answer.context["form"]["text"].value() == "Plans lack dates."
    assert signed_in.post(address, typed_finding()).status_code == 302
    assert [one.number for one in Finding.objects.active()] == [2]


def test_a_wrong_theme_gets_its_sentence_at_its_field(signed_in):
    Framework.objects.create(
        slug="older", title="Older", kind="inspection", grades=["Adequate"], from_date=LONG_AGO
    )
    of = review(framework=framework())
    for said, field, sentence in [
        *at(
            "title",
            ("", "Enter the theme"),
            ("x" * 201, "“Theme” must have 200 characters or fewer"),
            ("?", "“Theme” needs letters or numbers"),
            ("子供", "The title needs letters or numbers: it names the theme of this review"),
        ),
        ({"title": "Care", "grade": "Splendid"}, "grade", "Select the grade from the list"),
        (
            {"title": "Care", "grade": "Adequate"},
            "grade",
            "“Single inspection framework (SIF)” has no such grade: it has ",
        ),
    ]:
        with NamedCase(brief((said, field, sentence))):
            answer = signed_in.post(f"/reviews/{of.pk}/themes/add/", said)
            [found] = errors(answer)[field]
            assert found.startswith(sentence)
            assert f'href="#id_{field}' in answer.content.decode()
            assert not of.themes.exists()
