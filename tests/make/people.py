"""Makers of teams, people, what they do, and populations: a valid row with no arguments."""

from datetime import date

from assurance.people.models.people import Cohort, Engagement, Person
from assurance.people.models.teams import Team
from tests.cast import make_council

LONG_AGO = date(2010, 1, 1)


def team(name="Locality team", **said):
    """The team of that name, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"service": "Child in Need", "from_date": LONG_AGO}
    row, _ = Team.objects.get_or_create(council=council, name=name, defaults={**usual, **said})
    return row


def cohort(slug="childrens-social-care", **said):
    """The usual population of staff, or the one called `slug`, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {
        "kind": Cohort.STAFF,
        "title": "Children's social care staff",
        "definition": "Everybody in post in children's social care.",
        "groups": ["employee", "agency"],
        "from_date": LONG_AGO,
    }
    row, _ = Cohort.objects.get_or_create(council=council, slug=slug, defaults={**usual, **said})
    return row


def person(**said):
    """A person with a reference of their own."""
    number = Person.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "reference": f"P{number:04}",
        "name": f"Post holder {number}",
        "created_on": LONG_AGO,
    }
    return Person.objects.create(**{**usual, **said})


def engagement(**said):
    """A role that needs a check, of a person made for it unless one is given."""
    usual = {
        "group": "employee",
        "service": "Child in Need",
        "role": "Social Worker",
        "starts_on": LONG_AGO,
    }
    said.setdefault("person", None)
    who = said.pop("person") or person()
    usual |= {"council": who.council, "created_on": LONG_AGO}
    return Engagement.objects.create(person=who, **{**usual, **said})
