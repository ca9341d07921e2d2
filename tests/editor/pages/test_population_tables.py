"""One table of every population's DBS position goes into a report from the audits' pages."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from reports.papers.models.blocks import Block
from tests import cast
from tests.make import dbs, drafts, people

pytestmark = pytest.mark.django_db
DAY = date(2015, 12, 31)
PARTS = {"IN_DATE": 200, "DUE_SOON": 30, "OVERDUE": 20}


@pytest.fixture
def user(db):
    return cast.make_user(*cast.ROLES, council=cast.make_council())


@pytest.fixture
def browser(user):
    client = Client()
    client.force_login(user)
    return client


def audit(slug, title, **said):
    """An audit of a population as counts on the day."""
    cohort = people.cohort(slug, title=title, groups=[said.pop("group", "volunteer")])
    usual = {"audit_date": DAY, "position_date": DAY, "needing": 250, "at_audit": PARTS}
    usual |= {"at_position": None, "follow_up": None, "due": None}
    return dbs.dbs_audit(cohort=cohort, **{**usual, **said})


def form_of(browser, paper):
    """The address and the form that puts DBS audits into a section of the report."""
    path = reverse("editor:quote-register", args=("dbs_audits",))
    address = f"{path}?report={paper.pk}&section=work"
    return address, browser.get(address).context["form"]


def test_one_press_puts_every_population_in_one_table(browser, user):
    audit("volunteers", "Volunteers")
    audit("visitors", "Independent visitors", group="independent_visitor")
    paper = drafts.written(cast.clerk(), paper_date=date(2016, 1, 8))
    address, form = form_of(browser, paper)
    quotation = form.quotations["table-dbs_audits"]
    assert "A table “DBS position by population”, 31 December 2015: 2 rows" in quotation.label
    where = form["where"].initial
    answer = browser.post(address, {"how": "table-dbs_audits", "where": where})
    assert answer.status_code == 302, answer.context["form"].errors
    block = Block.objects.get(kind="table", slug="dbs-position-by-population")
    rows = block.data["grid"]["rows"]
    assert [row["quote"] for row in rows] == [
        "dbs.by_status of=visitors",
        "dbs.by_status of=volunteers",
    ]
    page = re.sub(r"<[^>]+>", " ", browser.get(answer["Location"]).content.decode())
    words = " ".join(page.split())
    for row in ("Independent visitors", "Volunteers"):
        assert re.search(rf"{row} 200 30 0 20", words), words[:4000]


def test_a_single_population_or_audits_of_other_days_make_no_table(browser, user):
    audit("volunteers", "Volunteers")
    paper = drafts.written(cast.clerk(), paper_date=date(2016, 1, 8))
    assert "table-dbs_audits" not in form_of(browser, paper)[1].quotations


def test_an_audit_after_the_report_s_date_is_in_no_table(browser, user):
    later = {"audit_date": date(2016, 6, 1), "position_date": date(2016, 6, 1)}
    audit("volunteers", "Volunteers", **later)
    audit("visitors", "Independent visitors", group="independent_visitor", **later)
    paper = drafts.written(cast.clerk(), paper_date=date(2016, 1, 8))
    assert "table-dbs_audits" not in form_of(browser, paper)[1].quotations
