"""Given the published report alone, each number in it is a counted figure or names its source."""

import re
import subprocess
from collections import Counter
from datetime import date
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
from reports.language.rules.sources import why_not_source
from reports.papers.typed_numbers import bare_numbers, must_be_settled
from tests.demonstration.reading import document, each, edition
from tests.documents.forms import W, part, said, split
from tests.publication.derived import headlines
from tests.publication.derived.frozen import say
from tests.publication.derived.reading import issues

pytestmark = pytest.mark.django_db
ISSUED = ("july-2015", "january-2016")
# Which edition a page kept for itself is, and when it was published.
ORIGIN = re.compile(r"Edition \d+, published on \d+ \w+ \d{4}")
# The contents of a PDF, up to the first heading, whose pages stand in lines of their own.
CONTENTS = re.compile(r"^Contents\n.*?^Introduction$.*?^Introduction$", re.M | re.S)
# A change is printed in words, and is a signed number in the document.
FALL = re.compile(r"▼\s?Down (?=[\d£])")
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
    the bars of charts and in their findings, and as the count of rows; not in the tiles that open
    it."""
    [opening] = each(report.sections, Headlines)
    runs = Counter(each(report.sections, Run)) - Counter(each(opening.items, Run))
    texts = [run.text for run in runs.elements() if run.kind in RESOLVED]
    for chart in each(report.sections, Chart):
        rows = [row.text for row in report.figures if chart.anchor in row.places]
        assert set(settled(chart.finding)) <= {number for text in rows for number in settled(text)}
        cells = [text_of(cell) for row in chart.table.rows for cell in row]
        assert {bar.words for bar in chart.bars} <= set(cells)
        texts += [chart.finding, *(bar.words for bar in chart.bars)]
    # Above the commitments stands how many of them are in each state, and on the first page too.
    states = Counter(one.state for one in report.front.commitments)
    texts += 2 * [str(many) for many in states.values()]
    # The first page has how many numbers were counted, entered, published and typed.
    broad = {"partly entered": "entered"}
    origins = Counter(
        "typed" if row.key == "stated" else broad.get(row.origin, row.origin)
        for row in report.figures
    )
    texts += [str(many) for many in origins.values()]
    return Counter(number for text in texts for number in settled(text))


def printed_forms(slug):
    """Form → the numbers that a stranger finds in its words, passage by passage, besides its tiles
    and whom to contact about a child."""
    files = {file.name: bytes(file.content) for file in edition(slug).files.all()}
    page = files[f"{slug}.html"].decode().partition("</head>")[2]
    blocks = re.sub(r"<svg.*?</svg>|<(?!/?(?:strong|em|a|span|mark|sup)\b)[^>]*>", "\n", page)
    paragraphs = part(files[f"{slug}.docx"], "word/document.xml").iter(f"{W}p")
    # Column by column: line by line, the words of one column would be broken by another's.
    asked = ["pdftotext", "-", "-"]
    drawn = subprocess.run(asked, input=files[f"{slug}.pdf"], capture_output=True, check=True)
    words = {
        "page": ORIGIN.sub("", unescape(re.sub(r"<[^>]*>", "", blocks))),
        "word": "\n".join(map(said, paragraphs)),
        "pdf": unnumbered(ORIGIN.sub("", without_carriers(drawn.stdout.decode(), slug))),
    }
    contact = " ".join(("Worried about a child?", *document(slug).contact))
    marks = Counter(re.findall(r'aria-label="Source note (\d+)"', page))
    found = {
        form: Counter(settled(without_notes(without(without_tiles(text, form, slug), contact, 2))))
        for form, text in ((form, FALL.sub("−", text)) for form, text in words.items())
    }
    # Where tiles stand among other columns, their numbers alone can be taken away.
    found["pdf"] -= Counter(number for tile in tiles_of("pdf", slug) for number in settled(tile))
    # A mark of a note is a number too.
    return {form: numbers - marks for form, numbers in found.items()}


def without_carriers(text, slug):
    """The words of a PDF without the lines that it opens with, too small to see, from which each
    page takes the words at its top and at its foot; they lie on each other, letters mixed."""
    issued = edition(slug)
    origin = f"Edition {issued.number}, published on {say(issued.issued_on)}"
    carriers = f"{document(slug).running.replace(' · ', '')}{origin}"
    drawn, _, rest = text.partition("\n\n")
    assert Counter("".join(drawn.split())) == Counter("".join(carriers.split()))
    return rest


def unnumbered(text):
    """The words of a PDF without the numbers of pages, those of the contents too, and of paragraphs
    where a line holds nothing else."""
    text = CONTENTS.sub(lambda lines: re.sub(r"^\d+$", " ", lines[0], flags=re.M), text)
    return " ".join(re.sub(r"Page \d+ of \d+|^\d+\.$", " ", text, flags=re.M).split())


def without(text, words, times=1):
    """A text without the places that say these words, so many."""
    rest, places = re.subn(r"\s+".join(map(re.escape, words.split())), "\n", text)
    assert places == times, words
    return rest


def tiles_of(form, slug):
    """The words of each tile of a form, derived from frozen documents."""
    told = issues("eborford")
    [issue] = (one for one in told if one.paper_address.endswith(f"/{slug}/"))
    items = headlines.opening(issue.document)["items"]
    tiles = [[row for _, row in headlines.tile(item, issue, told)] for item in items]
    marks = [item.get("mark", "") for item in items]
    if form == "word":
        # A table, with neither the unit of a value nor the ends of a line.
        values = ("".join(run["text"] for run in item["value"]) for item in items)
        units = (item.get("unit", "") for item in items)
        bases = (f", {unit}" if unit.startswith("of ") else "" for unit in units)
        tiles = [
            [name, value, f"{about}{base}", f"{change.lstrip('▲▼ ').rstrip('.')}.", mark]
            for value, base, mark, (name, _, about, change, *_) in zip(
                values, bases, marks, tiles, strict=True
            )
        ]
    return [" ".join(filter(None, tile)) for tile in tiles]


def without_tiles(text, form, slug):
    """A form without its tiles, which say what they must."""
    tiles = " ".join(tiles_of(form, slug))
    if form != "pdf":
        return without(text, tiles)
    # Columns stand side by side there, and words broken after a hyphen are read without it.
    drawn, derived = (Counter(split(words.replace("-", ""))) for words in (text, tiles))
    assert not derived - drawn
    return text


def without_notes(text):
    """What a form prints before its notes on sources, without the lines that lead there."""
    before = text.rpartition("Sources and notes")[0]
    return re.sub(r"Sources?:\s+notes?\s+[\d,\s]+(?:and\s+\d+)?\.", " ", before)


@pytest.mark.parametrize("slug", ISSUED)
def test_print_names_place_date_and_source_of_each_counted_figure(demonstration, slug):
    frozen = edition(slug).document
    counted = [row for row in frozen["figures"] if row["key"] != "stated"]
    files = {file.name: bytes(file.content) for file in edition(slug).files.all()}
    items = re.findall(r'<li id="source-\d+">(.*?)</li>', files[f"{slug}.html"].decode(), re.S)
    printed = [unescape(re.sub(r"<[^>]*>", "", item)) for item in items]
    written = map(said, part(files[f"{slug}.docx"], "word/document.xml").iter(f"{W}p"))
    for form in (printed, [item for item in written if re.match(r"\d+\.\s", item)]):
        for row in counted:
            # The note of a difference is that of its two values.
            if row["member"].startswith("difference-"):
                continue
            [note] = [one for one in form if is_note_on(row, one)]
            assert f"{date.fromisoformat(row['end']):%-d %b %Y}" in note.replace("\u00a0", " ")
            assert row["source"][1:] in note


def is_note_on(row, note):
    """Whether a note is on the definition of the figure `row`."""
    family = row["title"].partition(": ")[0]
    about = (family, row["counts"][1:], row["cohort"], row["rule"][1:])
    return all(words in note for words in about)


@pytest.mark.parametrize("slug", ISSUED)
def test_every_number_of_each_printed_form_leads_to_a_row(demonstration, slug):
    answered, forms = answered_for(document(slug)), printed_forms(slug)
    left = {form: numbers - answered for form, numbers in forms.items()}
    assert {form: numbers for form, numbers in left.items() if numbers} == {}
    # Words of a drawing stand apart in each form; all others are read there.
    assert all(4 * numbers.total() > 3 * answered.total() for numbers in forms.values())
