"""A total that was left empty is the sum of its parts, a part what the others leave: proposed at
its field, saved once somebody has looked at it."""

from datetime import date
from itertools import product

import pytest
from django import forms

from assurance.dbs.models.audits import DbsAudit
from assurance.looked_after.models.censuses import Census
from assurance.registers.forms import RecordForm
from assurance.registers.short_forms.proposed_totals import Sum
from tests import cast
from tests.make import dbs, looked_after, people
from tests.page_requests import boxes, browser_of, errors

SUM = "The parts below add up to {}, which has been filled in here. Check it, then save again"

pytestmark = pytest.mark.django_db
PARTS = ("one", "two", "rest")
TYPED = ("", "0", "3", "x")


class Counts(RecordForm):
    """A total and three parts of it."""

    total = forms.IntegerField(error_messages={"required": "Enter the total"})
    one = forms.IntegerField(required=False)
    two = forms.IntegerField(required=False)
    rest = forms.IntegerField(required=False)

    def sums(self):
        """The one sum of it."""
        return [Sum("total", PARTS, "rest")]


def sent(**typed):
    """The form as it comes back."""
    form = Counts(forms.Form(typed).data, council=cast.make_council())
    form.is_valid()
    return form


def expected(typed):
    """(field, number) of what is proposed for typed words, worked out case by case; or None."""
    total, *parts = (int(word) if word.isdecimal() else word for word in typed)
    if "x" in parts or not [part for part in parts if part != ""]:
        return None
    whole = sum(part for part in parts if part != "")
    if total == "":
        return "total", whole
    if total == "x" or whole >= total:
        return None
    empty = [name for name, part in zip(PARTS, parts, strict=True) if part == ""]
    if len(empty) == 1:
        return empty[0], total - whole
    return ("rest", total - whole) if "rest" in empty else None


@pytest.mark.long
def test_what_is_proposed_is_as_worked_out_case_by_case():
    for typed in product(("", "x", "3", "9"), *[TYPED] * 3):
        form = sent(**dict(zip(("total", *PARTS), typed, strict=True)))
        target = expected(typed)
        proposed = [name for name in form.fields if "then save again" in str(form[name].errors)]
        assert proposed == ([target[0]] if target else []), typed
        if target:
            assert form[target[0]].value() == str(target[1]), typed


def test_what_is_proposed_is_saved_when_it_is_sent_again():
    form = sent(one="4", two="5")
    assert dict(form.errors) == {"total": [SUM.format(9)]}
    again = sent(**{name: form.data[name] for name in form.data})
    assert again.is_valid() and again.values_to_save()["total"] == 9
    whole = sent(**{**form.data, "rest": "0"})
    assert whole.is_valid() and whole.values_to_save() == {
        "total": 9,
        "one": 4,
        "two": 5,
        "rest": 0,
    }


def test_a_total_without_any_part_is_asked_for_as_ever():
    assert dict(sent(source="x").errors) == {"total": ["Enter the total"]}
    assert sent(total="4").is_valid()


def test_a_census_reckons_its_total_and_keeps_nothing_until_it_is_sent_again():
    population = looked_after.children_looked_after()
    client = browser_of(cast.officer())
    days = boxes(date="1 12 2015")
    typed = {"cohort": population.pk, "source": "Monthly report", "total": "", **days}
    form = client.get("/looked-after/add/").context["form"]
    names = [name for name in form.fields if name.startswith("placement_")]
    typed |= {names[0]: "120", names[-1]: "61"}
    answer = client.post("/looked-after/add/", typed)
    assert errors(answer) == {"total": [SUM.format(181)]}
    assert 'value="181"' in answer.content.decode() and not Census.objects.exists()
    assert client.post("/looked-after/add/", typed | {"total": "181"}).status_code == 302
    assert Census.objects.get().total == 181


def test_a_census_puts_what_is_left_where_it_is_not_broken_down():
    population = looked_after.children_looked_after()
    client = browser_of(cast.officer())
    form = client.get("/looked-after/add/").context["form"]
    first = next(name for name in form.fields if name.startswith("placement_"))
    typed = {"cohort": population.pk, "source": "Report", "total": "188", first: "150"}
    answer = client.post("/looked-after/add/", typed | boxes(date="1 12 2015"))
    assert list(errors(answer)) == ["placement_not_broken_down"]
    shown = answer.context["form"]
    assert shown["placement_not_broken_down"].value() == "38"


def test_a_dbs_audit_reckons_those_who_need_a_check():
    client, cohort = browser_of(cast.officer()), people.cohort(usual=True)
    dbs.policy()
    days = boxes(audit_date="5 1 2016", position_date="5 1 2016")
    typed = {"cohort": cohort.pk, "source": "Paper", "needing": "", **days}
    parts = {"audit_in_date": "460", "audit_due_or_overdue": "31"}
    parts |= {"position_in_date": "460", "position_due_or_overdue": "31"}
    answer = client.post("/dbs/audits/add/", typed | parts)
    assert errors(answer) == {"needing": [SUM.format(491)]}
    answer = client.post("/dbs/audits/add/", {**typed, **parts, "needing": "491"})
    assert answer.status_code == 302, errors(answer)
    assert DbsAudit.objects.get().needing == 491
    assert DbsAudit.objects.get().audit_date == date(2016, 1, 5)
