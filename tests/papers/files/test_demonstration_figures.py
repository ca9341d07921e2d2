"""The shape, citations and figures of each demonstration paper: January 2016 above all."""

from dataclasses import replace

import pytest

from assurance.reviews.outcome_figures import BY_OUTCOME, COMPARED
from reports.language import text
from reports.language.tokens import Compare, Quote, StatedNumber
from tests.papers.paper_files import block_of, read, tokens

STRATEGY_AGENCIES = "agencies-that-shaped-the-strategy-for-looked-after-children"


@pytest.fixture
def january():
    return read("january-2016")


def test_january_2016_quotes_every_figure_that_its_records_hold(january):
    found = tokens(january)
    quoted = {(one.key, one.member, one.when, one.form) for one in found if isinstance(one, Quote)}
    compared = {
        (one.key, one.member, one.earlier, one.later) for one in found if isinstance(one, Compare)
    }
    assert quoted == {
        ("audits.done", "", "audits_2014", "number"),
        ("audits.done", "", "audits_2015", "number"),
        ("audits.shared", "", "audits_2015", "bound 90"),
        ("audits.recorded", "", "audits_2015", "percent"),
        ("dbs.needing_check", "", "dbs_position", "number"),
        ("dbs.overdue", "", "dbs_position", "number"),
        ("dbs.overdue_followup", "rechecked", "dbs_position", "number"),
        ("dbs.overdue_followup", "in_progress", "dbs_position", "number"),
        ("dbs.due_in_month", "", "renewals", "number"),
        ("dbs.without_check", "", "dbs_position", "none"),
        ("looked_after.children", "", "position", "number"),
        ("looked_after.children", "", "comparison", "number"),
        ("looked_after.placement", "placed_for_adoption", "position", "number"),
        ("looked_after.unit_cost", "agency_foster", "position", "money k"),
        ("looked_after.unit_cost", "external_residential", "position", "money k"),
        ("looked_after.local_age_band", "16_to_18", "position", "number"),
        ("looked_after.local_age_band", "14_to_15", "position", "number"),
        ("looked_after.local_age_band", "under_14", "position", "number"),
        ("documents.by_kind", "storyboard", "position", "number"),
        ("events.reached", "workshop-for-councillors", "position", "number"),
        ("audits.teams_by_service", "child-in-need-service", "2015-01-31", "number"),
        ("measures.value", STRATEGY_AGENCIES, "2015-12-11", "number"),
        ("measures.value", "local-authorities-that-use-wayfinder", "2015-10-30", "number"),
        # The headline figures that open it.
        ("audits.shared", "", "audits_2015", "percent"),
        ("looked_after.external_residential", "", "position", "number"),
        ("looked_after.placement", "agency_foster", "position", "number"),
    }
    assert compared == {
        ("looked_after.children", "", "comparison", "position"),
        ("looked_after.placement", "agency_foster", "comparison", "position"),
        ("looked_after.external_residential", "", "comparison", "position"),
    }


def test_january_2016_states_no_number(january):
    assert not any(isinstance(token, StatedNumber) for token in tokens(january))


def test_the_shares_of_the_national_table_are_of_the_counts_beside_them():
    rows = block_of(read("september-2017"), "table-national")["data"]["cells"]["rows"]
    told = [[text.quotes(cell)[0] for cell in row[1:]] for row in rows]
    (*counts, (whole, share)) = told

    assert [(count.key, count.form) for count, _share in counts] == [(BY_OUTCOME, "number")] * 4
    assert [share for _count, share in counts] == [
        replace(count, form="percent", raw=share.raw) for count, share in counts
    ]
    assert (whole.key, share.operands) == (COMPARED, (replace(whole, raw=share.raw),) * 2)
