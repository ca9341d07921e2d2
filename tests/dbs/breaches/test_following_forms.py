"""What the forms of positions, breaches and reminders offer, begin with and refuse."""

from datetime import date

import pytest

from assurance.dbs.forms.reminders import BreachForm, PositionForm
from assurance.dbs.models.reminders import Reminder
from assurance.people.models.people import Cohort
from tests.cast import make_council
from tests.dbs.entries import typed
from tests.make import dbs, people

TODAY = date(2016, 1, 18)
SAID = {"group": "employee", "people": "1", "policy": "Every 36 months", "cause": "Forgotten"}
SAID |= {"found_on": date(2016, 1, 6)}


@pytest.fixture
def populations(db):
    """Two of staff, the second of them the usual one; one of children; one of another council."""
    first = people.cohort("carers", title="Carers", groups=["foster_carer"])
    usual = people.cohort("staff", title="Staff", usual=True)
    people.cohort("children", title="Children", kind=Cohort.CHILDREN, groups=[])
    people.cohort("theirs", title="Theirs", council=make_council("otherby"), usual=True)
    return first, usual


def asked_of(client, address):
    """The filter form of a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.context["filter_form"]


def test_the_usual_population_of_staff_is_offered_first_and_read_where_another_cannot_be(
    signed_in, populations
):
    first, usual = populations
    for address in ("/dbs/position/", "/dbs/reminders/"):
        field = asked_of(signed_in, address).fields["cohort"]
        assert list(field.queryset) == [usual, first] and field.initial == usual, address
    for chosen, found in (("carers", "Carers"), ("children", "Staff")):
        pk = Cohort.objects.get(slug=chosen).pk
        form = asked_of(signed_in, f"/dbs/reminders/?cohort={pk}")
        assert form.population().title == found


def test_those_overdue_are_offered_and_then_a_year_of_months_from_todays(
    signed_in, populations, settings
):
    for today, *months in (
        ("2016-02-29", "February 2016", "March 2016", "January 2017"),
        ("2016-12-31", "December 2016", "January 2017", "November 2017"),
    ):
        settings.CANDOUR_TODAY = today
        form = asked_of(signed_in, "/dbs/reminders/")
        choices = form.fields["due"].choices
        assert choices[0] == ("kind.overdue", "Overdue: 0") and len(choices) == 13
        said = [choices[place][1] for place in (1, 2, 12)]
        assert said == [f"Due in {month}: 0" for month in months]
        assert form["due"].value() == choices[1][0] == f"due.{today[:7]}", "no one is due"


def test_those_of_another_population_or_council_are_not_to_be_reminded(signed_in, populations):
    carers, _ = populations
    dbs.policy()
    carer = people.engagement(group="foster_carer").person
    theirs = people.engagement(person=people.person(council=make_council("otherby"))).person
    for person in (carer, theirs):
        dbs.dbs_check(person=person, issued_on=date(2013, 1, 23))
    assert signed_in.get("/dbs/reminders/").context["lines"] == []
    [line] = signed_in.get(f"/dbs/reminders/?cohort={carers.pk}").context["lines"]
    assert line["stood"].person == carer
    answer = signed_in.post(
        f"/dbs/reminders/?cohort={carers.pk}",
        {"person": [theirs.pk, "many", ""], "letter": "yes"},
        follow=True,
    )
    assert "Choose at least one person to remind." in answer.content.decode()
    assert not Reminder.objects.exists()


@pytest.mark.django_db
def test_each_field_of_a_breach_says_one_thing_that_is_wrong():
    council = make_council()
    for said, field, words in (
        # The future is refused once, although the meeting then has no day either.
        (
            {"told_meeting": "Management team", "told_on": date(2100, 1, 1)},
            "told_on",
            "The date the meeting was informed",
        ),
        ({"told_meeting": "x" * 161, "told_on": TODAY}, "told_meeting", ""),
        ({"policy": ""}, "policy", "Enter the policy that was broken"),
        ({"policy": "x" * 201}, "policy", ""),
        (
            {"people": "100001"},
            "people",
            "“How many people” must be a whole number from 1 to 100,000",
        ),
        ({"people": "1.5"}, "people", "“How many people” must be a whole number from 1 to 100,000"),
        ({"group": "nobody"}, "group", ""),
        ({"people": "0"}, "people", "“How many people” must be a whole number from 1 to 100,000"),
        ({"cause": ""}, "cause", "Describe the cause"),
        ({"group": ""}, "group", "Select the group"),
        ({"found_on": date(2100, 1, 1)}, "found_on", "The date it was found must be today or"),
    ):
        [(where, [told])] = BreachForm(typed(**{**SAID, **said}), council=council).errors.items()
        assert where == field and told.startswith(words), said
    for number in ("1", "100000"):
        assert BreachForm(typed(**{**SAID, "people": number}), council=council).is_valid()


@pytest.mark.django_db
def test_a_position_is_of_the_day_of_its_audit_or_later(on_the_day):
    for audit_date, position_date, refused in (
        (TODAY, None, False),
        (date(2016, 1, 19), None, True),
        (date(2016, 1, 5), date(2016, 1, 5), False),
        (date(2016, 1, 5), date(2016, 1, 4), True),
    ):
        said = {
            "audit_date": audit_date,
            **({"position_date": position_date} if position_date else {}),
        }
        form = PositionForm(typed(**said), council=make_council())
        assert list(form.errors) == (["position_date"] if refused else []), said
