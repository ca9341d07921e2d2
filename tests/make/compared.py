"""Makers of what is stated beside a census and of published figures: a valid row with no
arguments.
"""

from datetime import date
from decimal import Decimal

from assurance.looked_after.models.comparisons import ComparedArea, PublishedFigure
from assurance.looked_after.models.related import PlacementLocation
from assurance.looked_after.models.returns import UascMark
from tests.cast import make_council
from tests.make import looked_after
from tests.make.people import LONG_AGO

ENGLAND = ("E92000001", "England")
MARCH = date(2015, 3, 31)


def location(**said):
    """Twelve children of a census, placed inside the council's boundary."""
    usual = {"place": "inside", "children": 12, "source": "Placements team"}
    census = said.pop("census", None) or looked_after.census()
    return PlacementLocation.objects.create(census=census, **{**usual, **said})


def compared_area(**said):
    """A statistical neighbour, with a code of its own."""
    number = ComparedArea.objects.count() + 1
    usual = {
        "council": said.get("council") or make_council(),
        "created_on": LONG_AGO,
        "role": ComparedArea.NEIGHBOUR,
        "area_code": f"E{number:08}",
        "area_name": f"Neighbour {number}",
        "from_date": LONG_AGO,
        "source": "Interactive tool",
    }
    return ComparedArea.objects.create(**{**usual, **said})


def published(code=ENGLAND[0], name=ENGLAND[1], rate="60", **said):
    """England's published rate of children looked after on 31 March 2015."""
    usual = {
        "council": said.get("council") or make_council(),
        "created_on": LONG_AGO,
        "level": "england" if code == ENGLAND[0] else "authority",
        "area_code": code,
        "area_name": name,
        "measure": "looked_after",
        "date": MARCH,
        "children": 69_540,
        "rate": rate and Decimal(rate),
        "population": 11_590_000,
        "source": "Department for Education",
        "licence": "Open Government Licence v3.0",
    }
    return PublishedFigure.objects.create(**{**usual, **said})


def uasc_mark(**said):
    """That a return's UASC file named a child."""
    child = said.get("child") or looked_after.child()
    held = said.get("held_return") or looked_after.held_return(council=child.council)
    return UascMark.objects.create(held_return=held, child=child, until=said.get("until"))
