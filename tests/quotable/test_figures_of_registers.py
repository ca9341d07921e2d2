"""The figures that the page of a register offers to a report: each whole of its own."""

import pytest

from reports.papers.manuscript import read
from reports.quotable.quotations import of_lists
from reports.quotable.values import SHOWN
from tests.make import audits, papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def manuscript():
    """A report of a half-year with a round of audits that has a rule and an audit."""
    paper = papers.paper()
    day, own = paper.period_start, {"council": paper.council}
    made = audits.audit_round(start=day, end=day, **own)
    audits.allocation(audit_round=made, **own)
    audits.case_audit(round=made, audited_on=day, **own)
    paper.named_dates.create(name="position", start=paper.period_end, end=paper.period_end)
    return read(paper)


def figures(manuscript, what):
    """The tokens of the figures that are offered with one list."""
    keys = [quotation.key for quotation in of_lists(manuscript, [what])]
    return [key.removeprefix("figure-") for key in keys if key.startswith("figure-")]


def test_every_whole_figure_of_a_register_is_offered(manuscript):
    offered = figures(manuscript, "audit_allocations")
    assert {"audits.posts_that_met_quota", "audits.posts_allocated"} <= {*offered}
    assert len(offered) > SHOWN and not any(":" in token for token in offered)


def test_a_register_offers_no_figure_of_another(manuscript):
    assert not any("teams" in token for token in figures(manuscript, "audit_allocations"))
    keys = [token.partition(":")[0] for token in figures(manuscript, "team_successions")]
    assert keys == ["audits.teams", "audits.teams_by_service"]
