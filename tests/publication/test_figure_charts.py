"""The chart of a published figure: its finding, what it is compared with, and its picture."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from assurance.charts import raster
from assurance.charts.lines import FULL_SIZES
from reports.editions.models.editions import Edition
from reports.publication.figure_charts.chart import figure_chart
from reports.publication.figure_history import strands
from reports.publication.models.figures import PrintedFigure
from tests.charts.drawn import lines, size_of, trees, words
from tests.make import looked_after, matters
from tests.make.published_figures import entry
from tests.make.published_figures import indexed as edition

pytestmark = pytest.mark.django_db
DAYS = ("2014-09-30", "2014-12-31", "2015-06-30", "2015-12-01")
PAGE = "/netherby/figures/dbs.overdue/"


def printed(*values, **more):
    """A report for each value, on the usual days."""
    for day, value in zip(DAYS, values, strict=False):
        one = entry(str(value), day, count=value, when=in_words(day), **more)
        edition(one, period_end=day)


def in_words(day):
    return f"{date.fromisoformat(day):%-d %B %Y}"


def chart(key="dbs.overdue", member=""):
    """The chart of the first strand of a figure."""
    rows = PrintedFigure.objects.public_in("netherby").of_series(key, member)
    council = Edition.objects.first().paper.council
    return figure_chart(council, strands(rows.with_newest())[0])


@pytest.mark.long
def test_its_title_is_made_from_the_first_and_the_last_printed_value():
    printed(41, 24, 28, 30)
    frozen = [
        one for row in Edition.objects.order_by("issued_on") for one in row.document["figures"]
    ]
    texts = [
        (one["end"], one["text"], one["when"]) for one in frozen if one["key"] == "dbs.overdue"
    ]
    (_, first, begins), *_, (_, last, ends) = sorted(texts)
    verb = "fell" if int(last) < int(first) else "rose"
    wanted = f"{frozen[0]['title']} {verb} from {first} to {last} between {begins} and {ends}"
    assert chart().title == wanted
    assert chart().definition.endswith(".") and ";" in chart().source


def test_two_values_have_no_chart_and_no_picture(client):
    printed(41, 24)
    assert chart() is None
    assert "picture.svg" not in client.get(PAGE).content.decode()
    assert client.get(f"{PAGE}picture.svg").status_code == 404
    assert client.get(f"{PAGE}picture.png").status_code == 404


def test_a_corrected_value_has_a_cross_and_a_note():
    printed(41, 24, 28)
    first = Edition.objects.order_by("issued_on", "pk").first()
    one = entry("43", DAYS[0], count=43, when=in_words(DAYS[0]))
    edition(one, of=first.paper, number=2)
    made = chart()
    assert made.notes == (
        f"A cross marks a value that was corrected: 41 on {in_words(DAYS[0])}, now 43.",
    )
    for tree in trees(made.drawing):
        assert sum(one.get("class") == "was" for one in tree.iter("path")) == 1


def test_a_withheld_value_is_a_gap_that_a_note_explains():
    printed(41, 24, 28)
    hidden = entry("not shown", DAYS[3], mark="withheld", count=None, when=in_words(DAYS[3]))
    edition(hidden, period_end=DAYS[3])
    made = chart()
    assert "A value that is not shown is a gap in the line." in made.notes
    assert all("not shown" not in words(tree) for tree in trees(made.drawing))


MEASURED = {"key": "measures.value", "member": "caseload", "title": "Caseload", "unit": ""}


def test_a_measure_has_its_target_and_england_as_dashed_lines():
    own = matters.measure(title="Caseload", slug="caseload", area="Netherby")
    matters.target(measure=own, value=20, from_date=date(2014, 1, 1))
    england = matters.measure(title="Caseload", slug="caseload-england", area="England")
    for day, value in (("2014-12-31", 18), ("2015-06-30", 17), ("2016-06-30", 9)):
        matters.value(measure=england, to_date=date.fromisoformat(day), value=value)
    printed(25, 24, 22, 21, **MEASURED)
    made = chart("measures.value", "caseload")
    for tree in trees(made.drawing):
        text = " ".join(words(tree))
        # England ends at its last value of the time that is drawn.
        assert "Target 20" in text and "England 17" in text and "9" not in words(tree)
        assert len(lines(tree, "lr")) == 1
    assert "England: 18 on 31 December 2014, 17 on 30 June 2015" in made.line.description


def test_a_figure_of_records_is_compared_with_nothing():
    looked_after.census()
    printed(41, 24, 28)
    assert len(chart().line.series) == 1


def test_the_picture_has_its_title_source_and_address_within(client, settings):
    settings.PUBLIC_ADDRESS = "https://candour.example/"
    printed(41, 24, 28, 30)
    answer = client.get(f"{PAGE}picture.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"].startswith("attachment")
    tree = ElementTree.fromstring(answer.content)
    assert tree.find("{http://www.w3.org/2000/svg}title").text == chart().title
    text = " ".join(one.text for one in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert "https://candour.example/netherby/figures/dbs.overdue/" in text
    assert chart().title in text and "Source:" in text and ">30<" in answer.content.decode()
    # It needs no sheet, no script and nothing from anywhere else.
    assert not re.search(r"<script|style=|href=|url\(", answer.content.decode())


@pytest.mark.long
def test_the_picture_is_saved_as_png_too_and_drawn_once(client):
    printed(41, 24, 28, 30)
    raster.png_of.cache_clear()
    first, again = (client.get(f"{PAGE}picture.png") for _ in range(2))
    assert (first["Content-Type"], first.content) == ("image/png", again.content)
    assert first["Content-Disposition"] == 'attachment; filename="dbs.overdue.png"'
    assert raster.png_of.cache_info()[:2] == (1, 1)
    known = client.get(f"{PAGE}picture.png", headers={"if-none-match": first["ETag"]})
    assert (known.status_code, known["Cache-Control"]) == (304, "public, max-age=60")
    drawn = ElementTree.fromstring(client.get(f"{PAGE}picture.svg").content)
    with Image.open(BytesIO(first.content)) as image:
        assert image.size == tuple(2 * int(drawn.get(name)) for name in ("width", "height"))


@pytest.mark.long
def test_the_page_shows_the_chart_under_its_finding_and_leads_to_its_values_and_picture(client):
    printed(41, 24, 28, 30)
    page = client.get(PAGE).content.decode()
    figure = page.partition('<figure class="app-chart">')[2].partition("</figure>")[0]
    assert figure.index(chart().title) < figure.index("<svg") < figure.index("Source:")
    assert 'href="#strand-1-c"' in figure and 'href="picture.svg"' in figure
    assert 'href="picture.png"' in figure
    assert 'id="strand-1-c"' in page


@pytest.mark.long
def test_the_page_gives_the_last_value_its_unit_and_draws_the_whole_width(client):
    printed(41, 24, 28, 30, unit="people")
    page = client.get(PAGE).content.decode()
    assert "<strong>30</strong> <span>people, 1 December 2015" in page
    assert [round(size_of(tree)[0]) for tree in trees(chart().drawing)] == [1040, 640, 288]
    sheet = Path("static/css/site.css").read_text()
    assert all(f".{name} {{ display: block; }}" in sheet for name, _ in FULL_SIZES[:2])
