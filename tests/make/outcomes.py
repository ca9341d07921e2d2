"""Makers of outcome sets: a valid row with no arguments."""

from datetime import date
from decimal import Decimal

from django.utils.text import slugify

from assurance.outcomes.models import OutcomeSet, SetOutcome
from tests.cast import make_council
from tests.make.people import LONG_AGO

CARE_LEAVERS = (("With a former carer", 12), ("In a home of their own", 30), ("Not known", 8))


def line(title, count, target=None, tolerance=None):
    """One outcome as operations take it."""
    amounts = {"target": target, "tolerance": tolerance}
    plain = {name: None if value is None else Decimal(value) for name, value in amounts.items()}
    return {"title": title, "count": count, **plain}


LINES = [line(*item) for item in CARE_LEAVERS]


def outcome_set(outcomes=CARE_LEAVERS, **said):
    """Where 50 care leavers lived on 31 March 2015."""
    title = said.pop("title", "Where care leavers live")
    usual = {
        "council": said.get("council") or make_council(),
        "created_on": LONG_AGO,
        "title": title,
        "slug": slugify(title),
        "population": "Care leavers aged 19 to 21",
        "to_date": date(2015, 3, 31),
        "base": sum(item[1] for item in outcomes),
        "source": "Leaving care service",
    }
    row = OutcomeSet.objects.create(**{**usual, **said})
    for order, item in enumerate(outcomes, 1):
        values = line(*item)
        slug = slugify(values["title"])
        SetOutcome.objects.create(outcome_set=row, order=order, slug=slug, **values)
    return row
