"""What the page of children in care says of a day, beside a second reckoning from the file."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from django.test import TestCase

from assurance.looked_after.models.definitions import Code
from assurance.looked_after.models.performance import performance_of
from assurance.looked_after.models.positions import held_for, standing_on
from assurance.looked_after.models.trends import definitions_of, ends_of_months, placement_over
from assurance.looked_after.operations import returns
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules.comparison import LEGAL_GROUPS
from tests.cast import make_council
from tests.looked_after import invented
from tests.looked_after.measures import counts
from tests.make import compared, looked_after

MARCH, DECEMBER = date(2017, 3, 31), date(2017, 12, 1)
SEED = 903
DAYS = sorted(
    invented.FIRST + timedelta(days=number)
    for number in Random(SEED).sample(range((invented.LAST - invented.FIRST).days + 1), 20)
)

pytestmark = pytest.mark.django_db


def shown(position):
    """Table → label → children of a `Performance`."""
    return {
        table.slug: {line.label: line.now for line in table.lines} for table in position.breakdowns
    }


class OfTheInventedReturn(TestCase):
    """One reading of the invented return for all that only look at it."""

    @classmethod
    def setUpTestData(cls):
        cls.held = invented.import_files()

    def test_twenty_days_are_reckoned_again_from_the_file(self):
        for day in DAYS:
            children = invented.reckoned(day)
            found = standing_on(make_council(), day)
            assert found.total == len(children), day
            rows = children.values()
            assert found.counts["placement_code"] == Counter(
                f"{one.place}/{one.place_provider}" for one in rows
            )
            assert found.counts["legal_status"] == Counter(one.ls for one in rows)
            header = invented.files().children
            assert found.counts["age"] == Counter(
                str(counting.whole_years(header[one].dob, day)) for one in children
            )
            uasc = sum(
                one in invented.files().uasc
                and counting.is_uasc(True, invented.files().uasc[one], day)
                for one in children
            )
            assert found.counts["uasc"]["yes"] == uasc

    @pytest.mark.long
    def test_every_table_of_parts_adds_to_the_total_on_each_of_them(self):
        for day in DAYS[::5]:
            position = performance_of(make_council(), day, MARCH - timedelta(days=1))
            for table in position.breakdowns:
                if table.has_total and table.is_told:
                    assert sum(line.now for line in table.lines) == position.total.now, table.slug

    def test_movements_between_any_two_days_are_reckoned_again(self):
        first, *days = DAYS
        for day in days[::3]:
            position = performance_of(make_council(), day, first)
            before, after = set(invented.reckoned(first)), set(invented.reckoned(day))
            one = position.movement
            assert (one.at_start, one.gone, one.new, one.at_end) == (
                len(before), len(before - after), len(after - before), len(after),
            )  # fmt: skip
            rows = [row for row in invented.files().episodes if row.ls not in ("V3", "V4")]
            assert one.starts == sum(row.rne == "S" and first < row.decom <= day for row in rows)
            assert one.ends == sum(
                row.dec is not None and row.rec != "X1" and first < row.dec <= day for row in rows
            )

    def test_the_known_answers_stand_on_the_page(self):
        position = performance_of(make_council(), DECEMBER, MARCH)
        tables = shown(position)
        assert position.total.now == 1363
        assert tables["placement"]["Foster care through an independent agency"] == 63
        assert tables["measures"] == {
            "External residential placements": 89, "Unaccompanied asylum-seeking children": 75,
        }  # fmt: skip
        assert tables["legal_status"]["Care orders"] == 141 + 139
        assert tables["age"]["16 and over"] == 79
        assert sum(tables["provider"].values()) == 1363
        one = position.movement
        assert (one.gone, one.new, one.starts, one.ends) == (490, 89, 67, 484)
        assert (one.by_codes, one.gap, one.said_gap) == (1347, 16, "16 children")

    @pytest.mark.long
    def test_a_day_of_a_census_is_told_by_the_census_and_the_year_before_stands_beside(self):
        day = date(2018, 3, 31)
        position = performance_of(make_council(), day, MARCH)
        assert position.now.source == "Counted from the SSDA903 return to 31 March 2018"
        assert (position.total.before, position.total.said_change) == (1764, "−563")
        placement = next(one for one in position.breakdowns if one.slug == "placement")
        by_label = {line.label: line for line in placement.lines}
        assert by_label["Secure children’s home"].said_change == "−27"

    def test_a_day_that_nothing_speaks_of_is_not_answered(self):
        position = performance_of(make_council(), date(2018, 4, 1), date(2018, 3, 31))
        assert (position.now, position.movement, position.breakdowns) == (None, None, ())
        assert position.population == "Children looked after"
        elsewhere = make_council("elsewhere")
        assert performance_of(elsewhere, DECEMBER, MARCH).now is None

    def test_rows_that_are_gone_answer_no_day_and_a_census_still_does(self):
        returns.remove_rows(record=self.held, version=1, by=invented.BY, on=invented.READ_ON)
        assert standing_on(make_council(), DECEMBER) is None
        assert standing_on(make_council(), date(2017, 11, 30)).counted
        assert held_for(make_council()).spans == ()

    def test_a_month_entered_as_counts_stands_among_those_that_were_counted(self):
        looked_after.census(
            {"placement": {"agency_foster": 1, "not_broken_down": 4}},
            date=date(2016, 12, 31),
            total=5,
        )
        looked_after.census(date=date(2016, 11, 30), total=9)
        council = make_council()
        trend = placement_over(council, ends_of_months(MARCH, 5), definitions_of(council))
        assert [month.total for month in trend.months] == [9, 5, None, None, 1764]
        assert trend.months[0].groups is None
        assert trend.labels["not_broken_down"] == "Not broken down"
        assert not trend.is_empty

    def test_the_months_are_one_query_and_say_what_the_censuses_say(self):
        council = make_council()
        definitions, days = definitions_of(council), ends_of_months(DECEMBER, 24)
        with self.assertNumQueries(1):
            trend = placement_over(council, days, definitions)
        assert [month.day for month in trend.months] == days
        assert (days[0], days[-1]) == (date(2015, 12, 31), date(2017, 11, 30))
        told = [month for month in trend.months if month.total is not None]
        assert [month.day for month in told] == [one for one in days if one >= MARCH]
        for month in told:
            assert month.total == counts("children", month.day)[""]
            said = {slug: n for slug, n in counts("placement", month.day).items() if n}
            assert {slug: n for slug, n in month.groups.items() if n} == said
        assert [total for _, total, _ in trend.rows[:3]] == [None, None, None]

    def test_the_return_breaks_the_rules_that_domain_counted(self):
        found = {one["rule"]: one["count"] for one in self.held.validated}
        assert Code.objects.filter(list="LS", code="D1").exists()
        assert found["overlap"] == 72
        assert found["provider_not_expected"] == 1105
        assert found["provider_of_parents"] == 160
        assert found["148"] == 1413
        assert found["silent"] == 552
        assert "144" not in found


def test_what_was_entered_is_shown_as_far_as_it_goes():
    looked_after.census({"placement": {"agency_foster": 21, "not_broken_down": 167}})
    looked_after.census(date=date(2014, 12, 1), total=210)
    position = performance_of(make_council(), date(2015, 12, 1), date(2015, 1, 1))
    placement = next(one for one in position.breakdowns if one.slug == "placement")
    assert [(line.label, line.now, line.before, line.said_change) for line in placement.lines] == [
        ("Foster care through an independent agency", 21, None, "–"),
        ("Not broken down", 167, None, "–"),
    ]
    assert position.total.change == 188 - 210
    untold = {one.slug for one in position.breakdowns if not one.is_told}
    assert {"provider", "age", "legal_status", "location"} <= untold


def test_parts_are_in_the_order_of_their_list_and_what_is_in_none_comes_last():
    counts = {"not_broken_down": 100, "adoption": 10, "agency_foster": 21}
    looked_after.census({"placement": counts}, total=131)
    position = performance_of(make_council(), date(2015, 12, 1), date(2015, 1, 1))
    placement = next(one for one in position.breakdowns if one.slug == "placement")
    assert [line.now for line in placement.lines] == [21, 10, 100]


def test_costs_are_an_estimate_of_the_newest_stated_within_a_year():
    looked_after.census(
        {"placement": {"agency_foster": 21, "not_broken_down": 167}},
        {"external_residential": 14},
        {"agency_foster": 48_000, "external_residential": 166_000, "secure": 9},
    )
    looked_after.census(date=date(2014, 11, 1), unit_costs={"agency_foster": 1})
    position = performance_of(make_council(), date(2015, 12, 1), date(2015, 1, 1))
    assert [(one.label, one.places, one.year) for one in position.costs] == [
        ("Foster care through an independent agency", 21, 1_008_000),
        ("External residential placements", 14, 2_324_000),
    ]
    assert position.costs_on == date(2015, 12, 1)
    looked_after.census({"placement": {"agency_foster": 2}}, date=date(2016, 12, 31), total=2)
    later = performance_of(make_council(), date(2016, 12, 31), date(2016, 1, 1))
    assert (later.costs, later.costs_on) == ((), None)


def test_where_children_are_placed_stands_beside_the_census_of_that_day():
    census = looked_after.census(total=14)
    compared.location(census=census, children=12)
    compared.location(census=census, place="outside", children=2)
    position = performance_of(make_council(), census.date, date(2015, 1, 1))
    table = position.breakdowns[-1]
    assert [line.now for line in table.lines] == [12, 2]
    assert "Placements team" in table.remark


def test_every_legal_status_of_the_list_is_in_one_group():
    every = [code for _, codes in LEGAL_GROUPS.values() for code in codes]
    assert sorted(every) == ["C1", "C2", "D1", "E1", "J1", "J2", "J3", "L1", "L2", "L3", "V2"]
