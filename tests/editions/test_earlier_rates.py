"""A rate that an edition printed tells of its count: a later edition weighs that count as well."""

from datetime import date

import pytest

from assurance.figures.figure import Mark
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.looked_after.models.censuses import Census
from assurance.runtime.periods import When
from reports.editions.models.editions import Provenance
from reports.editions.snapshot import printed_before
from reports.issue import jobs
from tests import cast
from tests.make import compared
from tests.make.drafts import ON, sent_and_approved, written
from tests.make.looked_after import census

pytestmark = pytest.mark.django_db
DAY = date(2015, 12, 1)
TOTAL, CODE = "looked_after.children", "E06000014"


def test_the_count_behind_a_printed_rate_is_weighed_when_records_are_corrected():
    clerk = cast.clerk()
    compared.compared_area(area_code=CODE, role="own", area_name="Netherby")
    compared.published(CODE, "Netherby", "52", children=196, population=37_600)
    paper = written(clerk, with_records=True)
    # The rate alone is printed: no other figure of the report names the count.
    paper.blocks.filter(slug="children").update(
        text="We looked after [[looked_after.rate:own @position]] of every 10,000 children."
    )
    jobs.issue(sent_and_approved(paper, clerk), by=clerk, on=ON)
    [row] = Provenance.objects.filter(key="looked_after.rate")
    assert row.definition["behind"]["key"] == TOTAL
    [told] = [item for item in printed_before(paper, [TOTAL]) if item.identity[0] == TOTAL]
    assert (told.count, told.identity[2:4], [*told.among]) == (188, (DAY, DAY), [188])
    assert told in printed_before(paper)
    Census.objects.filter(date=DAY).delete()
    placements = {"family": 183, "agency_foster": 3, "residential": 5}
    census({"placement": placements}, date=DAY, total=191)
    query = FigureQuery(TOTAL, "", When.at(DAY))
    alone = measure(paper.council, [query], FIGURES).value(query, "")
    beside = measure(paper.council, [query], FIGURES, earlier=printed_before(paper))
    assert alone.count == 191
    assert beside.value(query, "").mark == Mark.WITHHELD
