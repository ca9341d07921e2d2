"""One table of every population's DBS position goes into a report from the audits' pages."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from assurance.figures.registry import FIGURES, WHOLE_COLUMN, part_key
from reports.papers.assembly.tables import quote
from reports.papers.models.blocks import Block
from reports.quotable.rows import RowCatalogue
from tests import cast
from tests.make import dbs, drafts, people
from tests.page_requests import at

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
        assert re.search(rf"{row} 250 200 30 0 20", words), words[:4000]
    assert block.data["grid"]["columns"][0]["member"] == WHOLE_COLUMN
    builder = browser.get(at(paper, "editor:block", block.slug)).context["form"]
    assert (
        not builder.is_bound and f"In scope | {DAY.isoformat()}:whole" in builder.initial["columns"]
    )


def test_the_whole_of_a_column_is_that_of_the_figure_of_its_row():
    column = {"label": "All", "member": WHOLE_COLUMN, "when": "position"}
    for figure in FIGURES.values():
        assert WHOLE_COLUMN not in (figure.members or ()), figure.key
        if figure.whole:
            token = quote({"label": "", "quote": f"{figure.key} of=staff"}, column)
            assert (token.key, token.member, token.cohort) == (figure.whole, "", "staff")
    assert part_key("dbs.needing_check", WHOLE_COLUMN) == f"dbs.needing_check:{WHOLE_COLUMN}"


def test_figures_of_one_whole_offer_it_as_a_column_before_their_parts():
    catalogue = RowCatalogue(None)
    title = FIGURES["dbs.needing_check"].title
    parts = catalogue.shared_parts(["dbs.by_status of=one", "dbs.by_status of=two"])
    assert next(iter(parts.items())) == (WHOLE_COLUMN, title) and "overdue" in parts
    both = catalogue.shared_parts(["dbs.by_status", "dbs.by_group"])
    assert list(both) == [WHOLE_COLUMN, "not_broken_down"]
    apart = [figure.key for figure in FIGURES.values() if figure.whole == "looked_after.children"]
    assert WHOLE_COLUMN not in catalogue.shared_parts(["dbs.by_status", apart[0]])
    assert catalogue.shared_parts(["dbs.needing_check"]) == {}


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
