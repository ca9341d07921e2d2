"""What stands beside a printed figure: targets, England's values and the rates of other areas."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.editions.comparison_values import comparison_values, marks_of
from reports.editions.other_areas import OTHERS, OWN_NOW
from tests.make import compared, looked_after, matters
from tests.make.published_figures import edition, entry
from tests.page_requests import words

pytestmark = pytest.mark.django_db


def measured(**said):
    """The value of a measure as a paper prints it."""
    return entry("10", key="measures.value", member=said.pop("member", "vacancies"), **said)


def test_a_measure_has_its_target_and_england_beside_it():
    measure = matters.measure(slug="vacancies", title="Vacancies")
    matters.target(measure=measure)
    national = matters.measure(slug="vacancies-england", title="Vacancies", area="England")
    matters.value(measure=national, to_date=date(2015, 9, 30), value=17)
    found = dict(comparison_values(measure.council, measured()))
    assert found == {
        "Target, as recorded today": "8 or less",
        "England, as recorded today": "17, 30 September 2015 (Workforce return)",
    }


def test_nothing_stands_beside_what_has_neither_and_few_people_of_england_are_not_told():
    measure = matters.measure(slug="vacancies", title="Vacancies")
    national = matters.measure(
        slug="vacancies-england", title="Vacancies", area="England", of_people=True
    )
    matters.value(measure=national, to_date=date(2015, 9, 30), value=3)
    council = measure.council
    assert comparison_values(council, measured()) == ()
    assert comparison_values(council, measured(member="other")) == ()
    assert comparison_values(council, measured(mark="withheld")) == ()
    assert comparison_values(council, entry("30")) == ()


def test_marks_of_many_measures_are_read_together(django_assert_num_queries):
    entries = []
    for slug in ("vacancies", "sickness", "caseloads"):
        measure = matters.measure(slug=slug, title=slug)
        matters.target(measure=measure)
        national = matters.measure(slug=f"{slug}-england", title=slug, area="England")
        matters.value(measure=national, to_date=date(2015, 9, 30), value=17)
        entries.append(measured(member=slug))
    with django_assert_num_queries(4):
        marks = list(marks_of(measure.council, [entry("30"), *entries]))
    assert marks == ["", *["Target: 8 or less."] * 3]


LOOKED_AFTER = {"key": "looked_after.children", "title": "Children looked after"}


@pytest.fixture
def areas():
    """This council, England and a neighbour as published, and who is usually counted."""
    for code, role, name in (("E1", "own", "Netherby"), ("E2", "neighbour", "Alder")):
        compared.compared_area(area_code=code, role=role, area_name=name)
    compared.published("E1", "Netherby", "52", population=37_600)
    compared.published("E2", "Alder", "70.5")
    compared.published()
    return looked_after.children_looked_after()


def looked_after_entry(cohort, **said):
    """Our number of looked-after children as a paper prints it."""
    return entry("188", count=188, population=cohort.slug, **{**LOOKED_AFTER, **said})


def test_looked_after_children_have_rates_beside_them_with_the_population_and_its_year(areas):
    found = dict(comparison_values(areas.council, looked_after_entry(areas)))
    assert found == {
        OWN_NOW: "50, by the published population of 37,600 children in 2015",
        OTHERS["england"]: "60 on 31 March 2015 (Department for Education)",
        OTHERS["neighbours"]: (
            "70.5 on 31 March 2015, the mean of their rates (Department for Education)"
        ),
    }


def test_rates_beside_a_printed_number_need_no_census(areas):
    with CaptureQueriesContext(connection) as queries:
        assert len(comparison_values(areas.council, looked_after_entry(areas))) == 3
    statements = [query["sql"] for query in queries]
    assert len(statements) == 2
    assert not any("looked_after_census" in text for text in statements)


def test_our_own_rate_has_the_others_beside_it(areas):
    rate = entry("50", count=5000, key="looked_after.rate", member="own")
    assert set(dict(comparison_values(areas.council, rate))) == set(OTHERS.values())
    other = entry("60", count=6000, key="looked_after.rate", member="england")
    assert comparison_values(areas.council, other) == ()


def test_no_rate_stands_beside_a_number_that_is_not_shown_or_of_others(areas):
    hidden = looked_after_entry(areas, mark="withheld")
    for strange in (hidden, looked_after_entry(areas, member="x"),
                    replace(looked_after_entry(areas), population="care-leavers"),
                    replace(looked_after_entry(areas), count=None)):  # fmt: skip
        assert comparison_values(areas.council, strange) == ()


def test_without_published_rates_there_is_nothing_beside():
    cohort = looked_after.children_looked_after()
    assert comparison_values(cohort.council, looked_after_entry(cohort)) == ()


def test_the_public_page_and_the_data_of_a_figure_have_the_rates(areas, client):
    result = edition(looked_after_entry(areas))
    home = f"/netherby/reports/assurance/{result.paper.slug}/edition-1/figures/1/"
    page = words(client.get(home))
    assert "50, by the published population of 37,600 children in 2015" in page
    assert "England per 10,000 children, as recorded today" in page
    data = client.get(f"{home[:-1]}.json").json()
    assert [item["name"] for item in data["compared_with"]] == [OWN_NOW, *OTHERS.values()]
