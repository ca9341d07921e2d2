"""Given the published report alone, each number in it is a counted figure or names its source."""

import re
import subprocess
from collections import Counter
from datetime import date, datetime
from html import unescape

import pytest

from reports.documents.document import (
    FIGURE,
    HIDDEN,
    REFERENCE,
    TYPED,
    Cell,
    Chart,
    Headlines,
    Run,
    Text,
    text_of,
)
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address, figure_address
from reports.papers.rules.sources import why_not_source
from reports.papers.typed_numbers import bare_numbers, must_be_settled
from tests.demonstration.reading import document, each, edition
from tests.documents.forms import W, of_html, of_word, part, said, split
from tests.publication.derived import headlines
from tests.publication.derived.places import names
from tests.publication.derived.reading import issues

pytestmark = pytest.mark.django_db
ISSUED = ("july-2015", "january-2016")
# Which edition a page kept for itself is, and when it was published.
ORIGIN = re.compile(r"Edition \d+, published on \d+ \w+ \d{4}\.")
RESOLVED = (FIGURE, HIDDEN, TYPED, REFERENCE)


def left_over(report):
    """The numbers of paragraphs and cells of written tables that lead to nothing, as typed."""
    for passage in (*each(report.sections, Text), *each(report.sections, Cell)):
        words = "".join(" · " if run.kind in RESOLVED else run.text for run in passage.runs)
        for number in bare_numbers(words):
            if must_be_settled(number):
                yield words[max(0, number.start - 30) : number.end + 20]


@pytest.mark.parametrize("slug", ISSUED)
def test_every_number_of_an_issued_report_is_counted_or_names_its_source(demonstration, slug):
    report = document(slug)
    assert list(left_over(report)) == []
    runs = [run for run in each(report.sections, Run) if run.kind in (FIGURE, HIDDEN, TYPED)]
    rows = {str(row.number): row for row in report.figures}
    assert all(row.places for row in report.typed)
    for run in runs:
        assert (rows[run.to].key == "stated") == (run.kind == TYPED)
    for row in report.typed:
        assert why_not_source(row.source, ()) == ""
        assert row.text in row.counts and not re.search(r"[\[\]]", row.counts)
        assert {row.text} == {run.text for run in runs if run.to == str(row.number)}


def settled(text):
    """The words of each number in a text that a row must answer for, the longest dash as one."""
    return [
        " ".join(text[number.start : number.end].split())
        for number in bare_numbers(text)
        if must_be_settled(number)
    ]


def answered_for(report):
    """How often the report prints each number that leads to a row: in its sentences and cells, at
    the bars of charts, in their findings, and once more in the notes on typed numbers; not in the
    tiles that open it."""
    [opening] = each(report.sections, Headlines)
    runs = Counter(each(report.sections, Run)) - Counter(each(opening.items, Run))
    texts = [run.text for run in runs.elements() if run.kind in RESOLVED]
    texts += [row.text for row in report.typed]
    for chart in each(report.sections, Chart):
        rows = [row.text for row in report.figures if chart.anchor in row.places]
        assert set(settled(chart.finding)) <= {number for text in rows for number in settled(text)}
        cells = [text_of(cell) for row in chart.table.rows for cell in row]
        assert {bar.words for bar in chart.bars} <= set(cells)
        texts += [chart.finding, *(bar.words for bar in chart.bars)]
    return Counter(number for text in texts for number in settled(text))


def printed_forms(slug):
    """Form → the numbers that a stranger finds in its words, passage by passage, besides its tiles
    and whom to contact about a child."""
    files = {file.name: bytes(file.content) for file in edition(slug).files.all()}
    page = files[f"{slug}.html"].decode().partition("</head>")[2]
    blocks = re.sub(r"<svg.*?</svg>|<(?!/?(?:strong|em|a|span|mark|sup)\b)[^>]*>", "\n", page)
    paragraphs = part(files[f"{slug}.docx"], "word/document.xml").iter(f"{W}p")
    asked = ["pdftotext", "-layout", "-", "-"]
    laid_out = subprocess.run(asked, input=files[f"{slug}.pdf"], capture_output=True, check=True)
    words = {
        "page": ORIGIN.sub("", unescape(re.sub(r"<[^>]*>", "", blocks))),
        "word": "\n".join(map(said, paragraphs)),
        "pdf": unnumbered(laid_out.stdout.decode()),
    }
    contact = " ".join(("Worried about a child?", *document(slug).contact))
    return {
        form: Counter(settled(without_rows(without(without_tiles(text, form, slug), contact))))
        for form, text in words.items()
    }


def unnumbered(text):
    """The words of a PDF without the numbers of pages and, but in tiles, those of the contents and
    of paragraphs where a line opens with one."""
    numbering = re.compile(r"Page \d+ of \d+|\s{3,}\d+$|^\s*\d+\.\s", re.M)
    before, name, rest = text.partition("Headline figures")
    drawn, end, after = rest.partition("Main points")
    drawn = re.sub(r"Page \d+ of \d+", " ", drawn)
    return " ".join(
        " ".join((numbering.sub(" ", before), name, drawn, end, numbering.sub(" ", after))).split()
    )


def without(text, words):
    """A text without the one place that says these words."""
    rest, places = re.subn(r"\s+".join(map(re.escape, words.split())), "\n", text)
    assert places == 1, words
    return rest


def without_tiles(text, form, slug):
    """A form without its tiles, which say what they must, derived from frozen documents."""
    told = issues("eborford")
    [issue] = (one for one in told if one.paper_address.endswith(f"/{slug}/"))
    items = headlines.opening(issue.document)["items"]
    tiles = [[row for _, row in headlines.tile(item, issue, told)] for item in items]
    if form == "word":
        # A table, with neither the unit of a value nor the ends of a line.
        values = ("".join(run["text"] for run in item["value"]) for item in items)
        tiles = [
            [name, value, about, change.lstrip("▲▼ ")]
            for value, (name, _, about, change, _) in zip(values, tiles, strict=True)
        ]
    told_by_tiles = " ".join(words for tile in tiles for words in tile)
    if form != "pdf":
        return without(text, told_by_tiles)
    # Tiles stand side by side there, so that their lines are mixed.
    before, _, rest = text.partition(" Headline figures ")
    drawn, _, after = rest.partition(" Main points ")
    assert Counter(split(drawn)) == Counter(split(told_by_tiles))
    return f"{before}\n{after}"


def without_rows(text):
    """What a form prints besides the table of its counted figures."""
    before, _, rows = text.rpartition("Figures counted from the council’s records")
    return before + rows.partition("Numbers from other sources")[2]


@pytest.mark.parametrize("slug", ISSUED)
def test_print_names_place_date_and_source_of_each_counted_figure(demonstration, slug):
    frozen = edition(slug).document
    counted = [row for row in frozen["figures"] if row["key"] != "stated"]
    called = names(frozen)
    files = {file.name: bytes(file.content) for file in edition(slug).files.all()}
    for _, tables in (of_html(files[f"{slug}.html"].decode()), of_word(files[f"{slug}.docx"])):
        rows = [[" ".join(cell.split()) for cell in row] for row in tables[-1]]
        assert rows[0] == ["Figure", "Where", "What it counts", "Date or period", "Source"]
        for row, printed in zip(counted, rows[1:], strict=True):
            number, where, counts, when, source = printed
            assert number == row["text"] + (f" of {row['base']}" if row["base"] else "")
            assert {place.lower() for place in where.split("; ")} == {
                called[anchor].lower() for anchor in row["places"]
            }
            assert row["counts"][1:] in counts and row["cohort"] in counts
            assert last_day(when) == date.fromisoformat(row["end"])
            assert source.lower() == row["source"].lower()


def last_day(when):
    """The last date that a cell names, as in `1 Jan to 31 Dec 2015`."""
    return datetime.strptime(re.findall(r"\d+ \w+ \d{4}", when)[-1], "%d %b %Y").date()


@pytest.mark.parametrize("slug", ISSUED)
def test_every_number_of_each_printed_form_leads_to_a_row(demonstration, slug):
    answered, forms = answered_for(document(slug)), printed_forms(slug)
    left = {form: numbers - answered for form, numbers in forms.items()}
    assert {form: numbers for form, numbers in left.items() if numbers} == {}
    # Words of a drawing stand apart in each form; all others are read there.
    assert all(4 * numbers.total() > 3 * answered.total() for numbers in forms.values())


def test_no_page_says_that_all_numbers_are_counted_where_some_are_typed(client, demonstration):
    issued = Edition.objects.published().get(paper__slug="january-2016")
    page = client.get(edition_address(issued)).content.decode()
    typed = document("january-2016").typed
    assert "Each figure in this table was counted" in page
    [first] = typed
    assert "1 number in this paper was not counted" in page
    panel = client.get(figure_address(issued, first.number)).content.decode()
    assert f"{first.source}. Not counted from the council’s records." in panel
    assert "Its last positions" not in panel and "through all papers" not in panel
