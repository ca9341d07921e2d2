"""Makers of teams, people, what they do, and populations: a valid row with no arguments."""

from datetime import date

from django.utils.text import slugify

from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.people import Cohort, Engagement, Person
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import STEPS, SecondPersonPolicy
from assurance.people.models.teams import Team, TeamSuccession
from tests.cast import make_council, make_user

LONG_AGO = date(2010, 1, 1)


def team(name="Locality team", **said):
    """The team of that name, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"service": "Child in Need", "from_date": LONG_AGO}
    row, _ = Team.objects.get_or_create(council=council, name=name, defaults={**usual, **said})
    return row


def succession(**said):
    """A team that follows another from 5 September 2016."""
    council = said.get("council") or make_council()
    usual = {"council": council, "created_on": LONG_AGO, "from_date": date(2016, 9, 5)}
    if "team" not in said:
        said["team"] = team("North team", council=council)
    if "before" not in said:
        said["before"] = team("East team", council=council)
    return TeamSuccession.objects.create(**{**usual, **said})


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
    said = with_posts({**usual, **said}, "set_aside_approver")
    return Engagement.objects.create(person=who, **said)


def post(title="Head of Service", **said):
    """The post of that title in the council's directory, made where it is not there yet."""
    council = said.pop("council", None) or make_council()
    usual = {"slug": slugify(title)[:60], "from_date": LONG_AGO}
    row, _ = Post.objects.get_or_create(council=council, title=title, defaults={**usual, **said})
    return row


def posts(*titles, council=None):
    """The posts of those titles, made where they are not there yet."""
    return [post(title, council=council or make_council()) for title in titles]


def with_posts(said, *names):
    """What is `said` of a row, with posts of its council for the titles under `names`."""
    council = said.get("council")
    titles = {name: said[name] for name in names if isinstance(said.get(name), str)}
    return {**said, **{name: post(title, council=council) for name, title in titles.items()}}


def holder(**said):
    """An account that holds a post of its own since long ago."""
    council = said.pop("council", None) or make_council()
    of = said.pop("post", None) or post(f"Post {PostHolder.objects.count() + 1}", council=council)
    account = said.pop("account", None) or make_user("officer", council=council)
    usual = {"from_date": LONG_AGO}
    return PostHolder.objects.create(council=council, post=of, account=account, **usual | said)


def absence(**said):
    """A week away from a post."""
    of = said.pop("holder", None) or holder(council=said.pop("council", None))
    usual = {"from_date": date(2016, 1, 18), "to_date": date(2016, 1, 24)}
    return Absence.objects.create(council=of.council, holder=of, **{**usual, **said})


def second_persons(**said):
    """The council's policy on second persons, from long ago."""
    council = said.pop("council", None) or make_council()
    usual = {"from_date": LONG_AGO}
    return SecondPersonPolicy.objects.create(council=council, **{**usual, **said})


def alone(council=None):
    """A policy by which one person takes every step alone, made where the council has none."""
    council = council or make_council()
    fields = {**dict.fromkeys(STEPS, False), "reason": "One officer.", "from_date": LONG_AGO}
    rows = SecondPersonPolicy.objects.filter(council=council)
    return rows.first() or SecondPersonPolicy.objects.create(council=council, **fields)
