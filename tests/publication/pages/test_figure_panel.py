"""The page of a figure, which its panel shows too: last positions, target, England, and where it
stands; nothing of what is not held."""

from datetime import date

import pytest

from reports.documents.document import Paragraph, Run, Section, Text
from tests import cast
from tests.make import matters, papers
from tests.make.published_figures import BEFORE, edition, entry, indexed
from tests.page_requests import words

pytestmark = pytest.mark.django_db


def panel(client, of, number=1):
    """The panel of a figure, as one line."""
    slug = of.paper.slug
    page = words(client.get(f"/netherby/reports/assurance/{slug}/edition-1/figures/{number}/"))
    start = page.index('<div id="figure-panel">')
    return page[start : page.index("</main>", start)]


def test_the_last_positions_stand_in_a_table_each_with_its_paper(client):
    then = edition(entry("24", BEFORE, when="30 June 2015"), period_end=BEFORE)
    now = edition(entry("30"), entry("25", "2015-01-01", when="1 January 2015"))
    told = panel(client, now)
    assert "Earlier values" in told
    assert f"/netherby/reports/assurance/{then.paper.slug}/edition-1/figures/1/" in told
    assert "Report of June 2015" in told
    assert "This report" in told
    assert told.index("30 June 2015") < told.index("1 January 2015")
    assert told.count("Counted the same way") == 2


def test_a_figure_without_a_past_has_no_table_and_one_counted_otherwise_says_so(client):
    told = panel(client, edition(entry("30")))
    assert "Earlier values" not in told
    assert "Target" not in told
    assert "England" not in told
    edition(entry("24", BEFORE, rule="By the month."), period_end=BEFORE)
    told = panel(client, edition(entry("30")))
    assert "Not comparable: what is counted, or its rule, is defined differently" in told


def test_target_and_england_are_told_beside_a_measure_unless_it_is_withheld(client):
    measure = matters.measure(slug="vacancies", title="Vacancies")
    matters.target(measure=measure)
    national = matters.measure(slug="vacancies-england", title="Vacancies", area="England")
    matters.value(measure=national, to_date=date(2015, 9, 30), value=17)
    told = panel(client, edition(entry("10", key="measures.value", member="vacancies")))
    assert "8 or less" in told
    assert "17, 30 September 2015 (Workforce return)" in told
    hidden = entry("not shown", key="measures.value", member="vacancies", mark="withheld")
    told = panel(client, edition(hidden))
    assert "This number is not shown" in told
    assert "Target" not in told


def test_the_definition_and_the_sources_begin_with_a_capital(client):
    told = panel(client, edition(entry("30", counts="people late", source="the register")))
    assert ">People late</dd>" in told and ">The register</dd>" in told


def test_a_measure_is_defined_in_the_words_of_its_own_record(client):
    described = "Posts that are empty. The value before it is of 31 December 2015"
    own = {"key": "measures.share", "counts": "the number", "out_of": "the number out of"}
    of = edition(entry("10", base="40", base_count=40, description=described, **own))
    for page in (panel(client, of), words(client.get("/netherby/figures/measures.share/"))):
        assert described in page
        assert "The number<" not in page and "The number out of" not in page
    assert ">40</dd>" in panel(client, of)


def test_every_figure_in_the_words_leads_to_its_panel_and_the_paper_holds_one(client):
    run = Run("30", "figure", "1")
    section = Section("work", "Work", 2, "", (Paragraph("para-1", "1.", (), (Text((run,)),)),))
    of = edition(entry("30", places=("para-1",)), sections=(section,))
    page = words(client.get(f"/netherby/reports/assurance/{of.paper.slug}/"))
    assert page.count("data-figure-panel-body") == 1
    assert '<a class="figure" href="' in page
    assert '#para-1">paragraph 1</a>' in panel(client, of)


@pytest.fixture
def reading(client):
    """A member's browser and an edition of one paragraph and one figure."""
    client.force_login(cast.member())
    return client, indexed(entry("30"), says="It was done.")


def test_beside_each_paragraph_a_note_is_written_and_exported_and_none_by_another_council(reading):
    client, of = reading
    address = f"/netherby/reports/assurance/{of.paper.slug}/"
    note = f"/notes/netherby/assurance/{of.paper.slug}/edition-1"
    page = words(client.get(address))
    assert f'href="{note}/para-1/"' in page
    form = words(client.get(f"{note}/para-1/"))
    assert "Note on paragraph 1" in form
    assert "It was done." in form
    client.post(f"{note}/para-1/", {"words": "By whom?"})
    page = words(client.get(address))
    assert page.index("It was done.") < page.index("By whom?", page.index("It was done."))
    own = page.partition('<div class="paper-own__notes">')[2].partition("</section>")[0]
    assert 'href="#para-1"' in own and "By whom?</span>" in own
    text = client.get("/notes/export/").content.decode()
    assert "Paragraph 1," in text
    assert "> 1. It was done." in text
    assert "By whom?" in text
    client.force_login(cast.member(cast.make_council("elsewhere")))
    page = words(client.get(address))
    assert "Add a note" not in page
    assert client.get(f"{note}/para-1/").status_code == 404


@pytest.mark.long
def test_what_an_earlier_edition_says_first_is_its_own(client):
    then = edition(entry("24", BEFORE), period_end=BEFORE)
    first = edition(entry("30"))
    edition(entry("31"), of=first.paper, number=2)
    address = f"/netherby/reports/assurance/{first.paper.slug}/"
    earlier = words(client.get(f"{address}edition-1/"))
    assert "<strong>30</strong>" in earlier
    assert "<strong>31</strong>" in words(client.get(address))
    papers.remove_edition(edition=then)
    assert "Changes since last time" not in words(client.get(address))
