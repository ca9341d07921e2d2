"""Evidence on the page of a report: what is missing first, and who may record it in few names."""

from datetime import date

import pytest

from assurance.accounts.access import Permission
from reports.tasks.job.job import job_of
from reports.verdicts.paper.remedies import recorders
from tests import cast
from tests.make import drafts, looked_after
from tests.make.drafts import ON
from tests.page_requests import at, browser_of, words

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_much_evidence_that_is_there_is_folded_away_and_all_of_it_is_still_counted(clerk):
    paper = drafts.written(clerk)
    few = job_of(clerk, paper, ON)
    assert few.folded == () and few.shown == few.evidence
    days = [date(2014, month, 1) for month in range(1, 8)]
    block = paper.blocks.get(slug="purpose")
    for place, day in enumerate(days):
        looked_after.census(council=clerk.council, date=day)
        paper.named_dates.create(name=f"count_{place}", start=day, end=day, label=f"Count {place}")
        block.text += f" [[looked_after.children @count_{place}]]"
    block.save()
    paper.named_dates.create(name="later", start=ON, end=ON, label="Last count")
    block.text += " [[looked_after.children @later]]"
    block.save()
    job = job_of(clerk, paper, ON)
    assert len(job.folded) == job.recorded >= len(days)
    assert {*job.shown} | {*job.folded} == {*job.evidence} and not {*job.shown} & {*job.folded}
    assert [row.is_done for row in job.shown] == [False] * len(job.shown) != []
    page = words(browser_of(clerk).get(at(paper, "report-job")))
    assert f"Already recorded: {len(job.folded)}" in page


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Ann",), "Ann"),
        (("Ann", "Bea"), "Ann or Bea"),
        (("Ann", "Bea", "Cyd"), "Ann, Bea or Cyd"),
        (("Ann", "Bea", "Cyd", "Dee"), "Ann, Bea or 2 others"),
        (("Ann", "Bea", "Cyd", "Dee", "Eve", "Fay"), "Ann, Bea or 4 others"),
    ],
)
def test_of_many_who_may_record_something_a_few_are_named(names, said):
    council = cast.make_council()
    for name in names:
        cast.make_user("officer", name=name, council=council, subject="dbs")
    assert recorders(council, Permission.RECORD_DBS) == said


@pytest.mark.parametrize(
    ("permission", "said"),
    [
        (Permission.RECORD_DBS, "an officer for DBS checks (no account has this access now)"),
        (
            Permission.MANAGE_POLICIES,
            "an account that may keep policies and definitions (no account has this access now)",
        ),
    ],
)
def test_where_no_one_may_record_something_its_access_is_named(permission, said):
    assert recorders(cast.make_council(), permission) == said
