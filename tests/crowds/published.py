"""Rates published of a council itself, England, its region and its neighbours, on and about the
days that they are asked of; some withheld, replaced by a mark, withdrawn or of another measure."""

from datetime import date
from decimal import Decimal
from itertools import cycle, product

from assurance.looked_after.models.comparisons import ComparedArea, PublishedFigure
from tests.crowds.days import CENSUS, HALF_YEAR, LONG_AGO, ONE, POSITION, withdrawn
from tests.make.compared import compared_area, published

OWN, REGION, ENGLAND = "E06000014", "E12000003", "E92000001"
NEIGHBOURS = ("E08000032", "E08000033", "E08000034")
DAYS = (date(2013, 3, 31), date(2014, 3, 31), date(2015, 3, 31), CENSUS, CENSUS + ONE)
RATES = (Decimal("60"), Decimal("52.35"), Decimal("0.05"), None, Decimal("75.5"))
POPULATIONS = (37_600, None, 40_000, 0)


def build(council, by):
    """Areas that hold on all days, from a day on and up to a day, and what is published of them."""
    roles = {OWN: ComparedArea.OWN, REGION: ComparedArea.IN_REGION}
    for number, code in enumerate((OWN, REGION, *NEIGHBOURS)):
        compared_area(
            council=council,
            area_code=code,
            area_name=f"Area {number}",
            role=roles.get(code, ComparedArea.NEIGHBOUR),
            from_date=HALF_YEAR if code == NEIGHBOURS[1] else LONG_AGO,
            to_date=CENSUS if code == NEIGHBOURS[2] else None,
        )
    rates, populations, marks = cycle(RATES), cycle(POPULATIONS), cycle(("", "none", "", "c"))
    for day, code in product(DAYS, (ENGLAND, OWN, REGION, *NEIGHBOURS, "E09000001")):
        said = {"date": day, "population": next(populations), "mark": next(marks)}
        published(code, f"Area {code}", council=council, rate=None, **said)
        PublishedFigure.objects.filter(council=council, area_code=code, date=day).update(
            rate=next(rates)
        )
    published(OWN, "Area 0", council=council, measure="starting", date=POSITION)
    published(OWN, "Area 0", "99", council=council, date=POSITION, **withdrawn(by))
