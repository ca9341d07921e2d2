"""What opens an edition on its page: headline figures with their marks, main points, and two ways
past them."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.accounts.models.accounts import Council
from reports.documents.document import (
    Headline,
    Headlines,
    Item,
    ItemList,
    Paragraph,
    Run,
    Section,
    Text,
    from_json,
    text_of,
)
from reports.documents.formats import print_html
from reports.documents.headlines import headline_table
from reports.editions.comparison_values import mark_of
from reports.papers.addresses import edition_address, figure_address
from reports.publication.headlines import later_marks
from tests.make import compared, looked_after, matters
from tests.make.published_figures import BEFORE, edition, entry
from tests.page_requests import words

pytestmark = pytest.mark.django_db
POINT = Item("", "headlines-point-1", (Text((Run("More are overdue."),)),))
POINTS = (ItemList("bullet", (POINT,)),)
TEXT = Paragraph("para-1", "1.", (Run("Checks"),), (Text((Run("This is the text."),)),))


def opened(*figures, points=POINTS, **said):
    """An edition whose first figure is its headline."""
    value = (Run(figures[0].text, "figure", "1"),)
    group = Headlines("headlines", (Headline("Overdue", value, (Run("That day"),)),), points)
    sections = (Section("one", "The first section", blocks=(group, TEXT)),)
    return edition(*figures, sections=sections, **said)


def test_an_edition_opens_with_its_tiles_and_main_points_and_its_text_comes_after(client):
    edition(entry("24", BEFORE, count=24), period_end=BEFORE)
    one = opened(entry("30", count=30))
    page = client.get(edition_address(one)).content.decode()
    places = [
        page.index(text)
        for text in (
            '<a href="#main-content"',
            '<a href="#report-text"',
            'id="headlines-h"',
            f'<h3><a href="{figure_address(one, 1)}">Overdue</a></h3>',
            "<strong>30</strong>",
            "Rose from 24 (2015-06-30) to 30",
            "2 comparable values so far. A line needs 3.",
            'id="first-points">Main points',
            "More are overdue.",
            'id="report-text" tabindex="-1"',
            "This is the text.",
        )
    ]
    assert places == sorted(places) and page.count('id="headlines"') == 1
    assert '<h3 id="para-1-h">Checks</h3>' in page and 'href="#para-1-h">Checks</a>' in page
    assert "by today’s records" not in page


def test_without_chosen_figures_nothing_empty_is_shown(client):
    one = edition(entry("30"), sections=(Section("one", "The first section", blocks=(TEXT,)),))
    page = words(client.get(edition_address(one)))
    assert "This is the text." in page
    assert "headlines-h" not in page and "Main points" not in page and "At a glance" not in page
    bare = words(client.get(edition_address(opened(entry("30"), points=()))))
    assert "headlines-h" in bare and "Main points" not in bare


def test_a_tile_has_one_mark_the_rate_before_the_target_before_england(client):
    measure = matters.measure(slug="vacancies", title="Vacancies")
    own = entry("10", key="measures.value", member="vacancies", count=10)
    assert mark_of(measure.council, own) == ""
    national = matters.measure(slug="vacancies-england", title="Vacancies", area="England")
    matters.value(measure=national, to_date=date(2015, 9, 30), value=17)
    assert mark_of(measure.council, own).startswith("England: 17, ")
    assert "(" not in mark_of(measure.council, own)
    matters.target(measure=measure)
    assert mark_of(measure.council, own) == "Target: 8 or less."
    page = words(client.get(edition_address(opened(own))))
    assert "Target: 8 or less." in page and "by today’s records" not in page


def test_children_have_their_rate_with_the_year_of_the_population_and_that_of_england():
    compared.compared_area(area_code="E1", role="own", area_name="Netherby")
    compared.published("E1", "Netherby", "52", population=37_600)
    cohort = looked_after.children_looked_after()
    fields = {"key": "looked_after.children", "count": 188, "population": cohort.slug}
    children = entry("188", **fields)
    rate = "50 per 10,000 children (population of 2015)"
    assert mark_of(cohort.council, children) == f"{rate}."
    compared.published()
    assert mark_of(cohort.council, children) == f"{rate}. England: 60 on 31 March 2015."
    document = from_json(opened(children).document)
    [section] = document.sections
    # The report keeps what it was compared with, and its files print that whatever follows.
    [kept] = section.blocks[0].items
    assert kept.mark == f"{rate}. England: 60 on 31 March 2015."
    assert f'<p class="tile__mark">{kept.mark}</p>' in print_html(document)
    [row] = headline_table(section.blocks[0]).rows
    assert text_of(row[-1]).endswith(f". {kept.mark}")
    assert later_marks(Council.objects.get(), document, section.blocks[0]) == []
    hidden = replace(children, mark="withheld", text="not shown", count=None)
    assert mark_of(cohort.council, hidden) == ""


def test_a_tile_keeps_its_rate_and_a_later_one_is_a_sentence_of_its_own(client):
    compared.compared_area(area_code="E1", role="own", area_name="Netherby")
    compared.published("E1", "Netherby", "52", population=37_600)
    cohort = looked_after.children_looked_after()
    fields = {"key": "looked_after.children", "count": 188, "population": cohort.slug}
    issued = opened(entry("188", **fields))
    rate = "50 per 10,000 children (population of 2015)."
    assert "by today’s records" not in words(client.get(edition_address(issued)))
    compared.published()
    page = words(client.get(edition_address(issued)))
    assert f'<p class="tile__mark">{rate}</p>' in page
    later = f"{rate} England: 60 on 31 March 2015."
    assert f"Since publication, by today’s records: Overdue, {later}</p>" in page
