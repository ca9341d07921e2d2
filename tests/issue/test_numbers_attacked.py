"""An attacker reads every public file of two editions: measures, sentences, lists, tables, charts
and typed tables. No protected number is left with fewer than three values, and no form of an
edition prints what another one hides."""

import json
import re
import zipfile
from io import BytesIO
from itertools import chain, product
from xml.etree import ElementTree

import pikepdf
import pytest

from reports.documents.document import Chart, from_json
from reports.documents.formats import DATA, FORMATS
from reports.documents.sources import quoted_details
from tests.charts.drawn import bars, trees
from tests.documents.forms import of_csv, of_html, of_pdf, of_word
from tests.issue.worlds import DAYS, ONE, PLACED, issued, started

pytestmark = pytest.mark.django_db
PROPERTIES = ("descr", "title")
MOMENTS = re.compile(r"\d{4}-\d\d-\d\dT[\d:+]+Z?|D:\d+|\d+\.\d+")
TEXTS = ("/ActualText", "/Alt", "/E", "/TU", "/Contents")


def public_files(*forms):
    """(the public files of two editions by name, their documents), of `forms` each."""
    editions = list(map(issued, started(ONE), forms))
    found = {file.name: bytes(file.content) for item in editions for file in item.files.all()}
    return found, [from_json(item.document) for item in editions]


def rows_of(files, ending):
    """Every row of the JSON files of that ending, the first edition's first."""
    names = [name for name in sorted(files) if name.endswith(ending)]
    return [row for name in names for row in json.loads(files[name])]


def test_two_editions_give_no_protected_number_away():
    files, _ = public_files([DATA], [DATA])
    figures = rows_of(files, "-figures.json")
    assert {row["marker"] for row in figures} == {"", "c"}
    printed = {
        (row["key"], row["member"], row["end"]): row["value"] for row in figures if row["value"]
    }
    for day in map(str, DAYS):
        shown = [printed.get(("measures.people", slug, day)) for slug in ("all", *"abc")]
        assert len(values_of(shown, 3)) > 2
        whole = printed.get(("looked_after.children", "", day))
        parts = [printed.get(("looked_after.placement", slug, day)) for slug in PLACED]
        assert len(values_of([whole, *parts], 1)) > 2
    assert "dbs.overdue_followup" not in {key for key, _, _ in printed}
    tables = rows_of(files, "-tables.json")
    typed = [row["rows"] for row in tables if "Typed" in row["title"]]
    first, second = [row["rows"] for row in tables if "Corrected" in row["title"]]
    assert [row[-1] for row in first] == [10, 17, 27]
    # What the first edition printed of the second row is known to readers of the second.
    typed.append([second[0], first[1], second[2]])
    for cells in typed:
        *parts, whole = [None if cell[-1] == "[c]" else cell[-1] for cell in cells]
        assert len(values_of([whole, *parts], 1)) > 2


def values_of(shown, place):
    """Every value that the part at `place` can have beside what is `shown`: a whole, then parts."""
    whole, *parts = shown
    most = 30 if whole is None else whole
    return {
        world[place - 1]
        for world in product(range(most + 1), repeat=len(parts))
        if whole in (None, sum(world))
        and all(one in (None, part) for one, part in zip(parts, world, strict=True))
    }


def test_every_form_hides_what_the_data_hide():
    files, (_, document) = public_files([DATA], FORMATS)
    page, word = of_html(files["paper-1.html"].decode()), of_word(files["paper-1.docx"])
    tables = json.loads(files["paper-1-tables.json"])
    cells = [cell for table in tables for row in table["rows"] for cell in row]
    assert cells.count("[c]") > 30
    on_page, in_word = ([table[1:] for table in read[1]] for read in (page, word))
    laid_out = of_pdf(files["paper-1.pdf"])
    for table in tables:
        body = [[str(cell) for cell in row] for row in table["rows"]]
        assert of_csv(files[f"paper-1-{table['name']}.csv"])[1:] == body
        if table["title"] == quoted_details.CAPTION:
            # Print and Word have the details of one place in one row.
            texts = [" ".join(map(" ".join, chain(*read))) for read in (on_page, in_word)]
            texts.append(laid_out)
            assert all(f"{row[0]} ({row[1]}" in text for row in body for text in texts)
            continue
        assert body in on_page and body in in_word, table["title"]
        assert all(" ".join(row) in laid_out for row in body)
    texts = [*unseen_in_word(files["paper-1.docx"]), *unseen_in_pdf(files["paper-1.pdf"])]
    assert sum("As in the table." in text for text in texts) == 2
    unseen = set(re.findall(r"\d+", MOMENTS.sub("", " ".join(texts))))
    # A PDF names the standard that it follows.
    read = " ".join((*page[0], *(row["text"] for row in rows_of(files, "-figures.json"))))
    assert unseen - {"14289"} <= set(re.findall(r"\d+", read))
    [shown] = [block.bars for section in document.sections for block in charts(section)]
    assert {bar.words for bar in shown if bar.share is None} == {"[c]"}
    drawn = [bar for bar in shown if bar.share is not None]
    drawings = trees(files["paper-1.html"].decode())
    # One for wide pages and one for narrow ones, below the line of the figure that opens it.
    assert [len(bars(drawing)) for drawing in drawings] == [0, *[len(drawn)] * 2]


def unseen_in_word(data):
    """Every text of a Word file that is read and not seen: of its drawings and its properties."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = {
            name: ElementTree.fromstring(file.read(name))
            for name in file.namelist()
            if name.endswith(".xml")
        }
    for name, root in parts.items():
        if name.startswith("docProps/"):
            yield " ".join(root.itertext())
        for element in root.iter():
            yield from (element.attrib[one] for one in PROPERTIES if one in element.attrib)


def unseen_in_pdf(data):
    """Every text of a PDF that is read and not seen: of its tags, its properties and metadata."""
    with pikepdf.open(BytesIO(data)) as pdf:
        rows = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        texts = [row[key] for row in rows for key in TEXTS if key in row]
        texts = [str(text) for text in texts if isinstance(text, pikepdf.String)]
        metadata = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        return [*texts, *map(str, pdf.docinfo.values()), *metadata.itertext()]


def charts(block):
    """Every chart in a section."""
    if isinstance(block, Chart):
        yield block
    for inner in getattr(block, "blocks", ()):
        yield from charts(inner)
