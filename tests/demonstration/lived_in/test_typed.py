"""The numbers that reports of the demonstration still type, each with the reason why no register
could say it."""

import re

import pytest

from reports.demonstration import load
from reports.papers.addresses import edition_address, figure_address
from reports.papers.models.papers import Paper
from tests.demonstration.reading import document, edition

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
STATED = re.compile(r"\(?\bstated (\S+?): ([\w-]+)")
# (report, number, source) → why it is typed.
TYPED = {
    ("september-2017", "4", "inspection-report"): (
        "Headings of the inspectors' own: findings are kept by theme, and not by these."
    ),
    ("september-2017", "Each", "dbs-audit-summary"): (
        "Whether a first check was completed on joining is read in files, and kept by no register."
    ),
    ("september-2017", "5", "training-plan"): (
        "Five people of one kind: a register would withhold a number as small."
    ),
}


@pytest.mark.long
def test_what_is_typed_is_what_the_list_gives_a_reason_for():
    typed = set()
    for paper in Paper.objects.filter(slug__in=load.REPORTS):
        rows = paper.blocks.filter(removed_on=None).values_list("text", "data")
        for number, source in STATED.findall(" ".join(f"{text} {data}" for text, data in rows)):
            typed.add((paper.slug, number, source))
    assert typed == set(TYPED)
    assert all(reason.endswith(".") for reason in TYPED.values())


def test_no_page_says_that_all_numbers_are_counted_where_some_are_typed(client):
    issued = edition("september-2017")
    page = client.get(edition_address(issued)).content.decode()
    first, *others = document("september-2017").typed
    assert f"{1 + len(others)} numbers in this report were not counted" in page
    panel = client.get(figure_address(issued, first.number)).content.decode()
    assert f"{first.source}. Not counted from the council’s records." in panel
    assert "Earlier values" not in panel and "in all reports" not in panel
