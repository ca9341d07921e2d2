"""Closing a round: a page that asks for its result and for no more than that needs."""

from datetime import date

import pytest

from assurance.audits.models.rounds import AuditRound
from tests.audits.entries import boxes
from tests.make.audits import audit_round
from tests.page_requests import errors, words

pytestmark = pytest.mark.django_db
BEGAN, CLOSED = date(2015, 1, 5), date(2015, 6, 1)


def address(row):
    """The page that closes a round."""
    return f"/audits/programme/rounds/{row.pk}/close/"


def test_a_round_is_closed_with_its_result_alone(signed_in):
    row = audit_round(begun_on=BEGAN)
    record = f"/audits/programme/rounds/{row.pk}/"
    assert f'href="{address(row)}">Close it with its result</a>' in signed_in.get(record).text
    form = signed_in.get(address(row)).context["form"]
    assert list(form.fields) == ["begun_on", "closed_on", "result", "version"]
    typed = boxes({"begun_on": BEGAN, "closed_on": CLOSED, "result": "Plans.", "version": 1})
    page = words(signed_in.post(address(row), typed, follow=True))
    assert "Audit round closed." in page and "Plans." in page
    row.refresh_from_db()
    assert (row.closed_on, row.result, row.version) == (CLOSED, "Plans.", 2)
    assert signed_in.get(address(row)).status_code == 404


def test_nothing_filled_in_closes_nothing(signed_in):
    row = audit_round(begun_on=BEGAN)
    found = errors(signed_in.post(address(row), {"version": 1}))
    assert found["result"] == ["Enter the result of the round"]
    assert set(found) == {"begun_on", "closed_on", "result"}
    early = boxes({"begun_on": BEGAN, "closed_on": date(2015, 1, 4), "result": "Plans."})
    answer = signed_in.post(address(row), {**early, "version": 1})
    assert "cannot close before" in errors(answer)["closed_on"][0]
    assert not AuditRound.objects.exclude(closed_on=None).exists()


def test_who_saves_second_is_told_so(signed_in):
    row = audit_round(begun_on=BEGAN)
    typed = boxes({"begun_on": BEGAN, "closed_on": CLOSED, "result": "Plans.", "version": 0})
    assert signed_in.post(address(row), typed).status_code == 409
