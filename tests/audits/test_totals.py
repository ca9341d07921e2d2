"""The pages of totals of audits that are not recorded one by one."""

import pytest

from assurance.audits.models.totals import AuditTotal
from tests.audits.entries import typed_total
from tests.make.audits import audit_total
from tests.refusals import each_refused

pytestmark = pytest.mark.django_db


def test_a_total_is_added_changed_and_withdrawn(signed_in):
    signed_in.post("/audits/totals/add/", typed_total())
    total = AuditTotal.objects.get()
    assert (total.slug, total.done, total.shared) == ("open-cases-april-2019", 67, None)
    page = signed_in.get(f"/audits/totals/{total.pk}/").content.decode()
    assert "30 April 2019" in page
    changed = typed_total(version=1, shared="60", recorded="0")
    signed_in.post(f"/audits/totals/{total.pk}/change/", changed)
    signed_in.post(f"/audits/totals/{total.pk}/withdraw/", {"version": 2, "because": "Superseded"})
    total.refresh_from_db()
    assert (total.shared, total.recorded, total.is_withdrawn) == (60, 0, True)


WRONG = [
    ({"title": ""}, "title", "Enter a title"),
    ({"title": "Round 1"}, "title", "A total with this title is kept already"),
    ({"title": "???"}, "title", "needs letters or numbers"),
    ({"done": "many"}, "done", "must be a whole number"),
    ({"done": "-1"}, "done", "must be 0 or more"),
    ({"shared": "68"}, "shared", "Only 67 audits were done"),
    ({"recorded": "1"}, "recorded", "Enter how many were shared"),
    ({"shared": "5", "recorded": "6"}, "recorded", "Only 5 were shared"),
    ({"start_year": "2020"}, "end", "on or after its start date"),
    ({"source": ""}, "source", "Enter the source"),
    ({"shared": "some", "recorded": "6"}, "shared", "must be a whole number"),
]


def test_a_wrong_total_gets_its_sentence(signed_in):
    audit_total()
    each_refused(signed_in, "/audits/totals/add/", typed_total, WRONG, AuditTotal)
