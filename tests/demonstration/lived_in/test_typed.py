"""The numbers that reports of the demonstration still type, each with the reason why no register
could say it."""

import re

import pytest

from reports.demonstration import load
from reports.papers.models.papers import Paper

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
STATED = re.compile(r"\(?\bstated (\S+?): ([\w-]+)")
ELSEWHERE = (
    "Councils elsewhere: the register keeps the table, and a report lists it, not its cells."
)
TEAMS = "A chart of January 2015: no figure counts the register of teams."
# (report, number, source) → why it is typed.
TYPED = {
    **{
        (slug, "3", "service-structure"): TEAMS
        for slug in ("january-2016", "july-2016", "january-2017")
    },
    **{
        ("september-2017", number, "sif-outcomes"): ELSEWHERE
        for number in ("2", "39", "63", "35", "139")
    },
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


def test_what_is_typed_is_what_the_list_gives_a_reason_for():
    typed = set()
    for paper in Paper.objects.filter(slug__in=load.REPORTS):
        rows = paper.blocks.filter(removed_on=None).values_list("text", "data")
        for number, source in STATED.findall(" ".join(f"{text} {data}" for text, data in rows)):
            typed.add((paper.slug, number, source))
    assert typed == set(TYPED)
    assert all(reason.endswith(".") for reason in TYPED.values())
