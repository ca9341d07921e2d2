"""Every form of an edition says the same: its figures, tables and words are read back out of HTML,
Word, PDF, CSV and JSON, and compared."""

import json
import re
from dataclasses import is_dataclass

import pytest

from reports.documents import formats as rendition
from reports.documents.data.tables import ROW, WITHHELD
from reports.documents.document import FIGURE, TYPED, from_json
from reports.documents.front import digest
from tests.demonstration.reading import edition
from tests.documents import forms
from tests.documents.rich import rich


def rendered(document):
    """Name → bytes of every file of a document."""
    return {one.name: one.content for one in rendition.edition_files(document, "january-2016")}


HEADLINES = ["Figure", "Value", "Date and base"]


@pytest.fixture(scope="module")
def files():
    """The files of the document that holds everything; its PDF is made once."""
    return rendered(rich())


def by_ending(files, ending):
    """The one file whose name ends so."""
    [name] = [one for one in files if one.endswith(ending)]
    return files[name]


def plain(cell):
    """A cell as the data files have it: no comma between thousands, no sign of a rise, the minus of
    a keyboard, no formula; a change in words as its number."""
    words = cell.replace("▲ Up ", "").replace("▼ Down ", "-").replace("No change", "0")
    if words.removeprefix("-").replace(",", "").isdigit():
        cell = words
    number = cell.replace(",", "").replace("−", "-").removeprefix("+")
    number = number if number.removeprefix("-").isdigit() else cell
    return f"'{number}" if number.startswith("=") else number


def tables_agree(files):
    """How many tables there are, once each is the same in all five forms."""
    _, of_html = forms.of_html(by_ending(files, ".html").decode())
    _, of_word = forms.of_word(by_ending(files, ".docx"))
    # The headline figures that open a paper are tiles on the page and in the PDF.
    tiles = [table for table in of_word if table[0][: len(HEADLINES)] == HEADLINES]
    assert [table for table in of_word if table not in tiles] == of_html
    # Commitments are no table of the report's own.
    of_html = [table for table in of_html if table[0] != list(digest.COLUMNS)]
    pdf = forms.of_pdf(by_ending(files, ".pdf"))
    told = json.loads(by_ending(files, "-tables.json"))
    stem = next(name for name in files if name.endswith(".pdf")).removesuffix(".pdf")
    told, again = parted(told, by_ending(files, ".html").decode())
    # A printed table can close with a column of changes, which no chart draws.
    assert all(
        row[1:] in [other[1 : len(row)] for other in one["rows"]]
        for one, rows in again
        for row in rows
    )
    told.sort(key=lambda one: one["columns"][: len(HEADLINES)] == HEADLINES)
    for one, table in zip(told, of_html + tiles, strict=True):
        assert [plain(cell) or ROW for cell in table[0]] == one["columns"]
        expected = [[plain(cell) for cell in row] for row in table[1:]]
        assert forms.of_csv(files[f"{stem}-{one['name']}.csv"])[1:] == expected
        assert [[plain(str(cell)) for cell in row] for row in one["rows"]] == expected
        for row in table[1:]:
            # A sentence of a tile ends without a stop.
            assert all(word.rstrip(".") in pdf for cell in row for word in cell.split()), row
    return len(told)


def parted(told, page):
    """(the tables that are printed, [(a printed table, the rows of a chart that are in it too)]):
    the data of such a chart is there, where its page leads."""
    by_anchor = {one["anchor"]: one for one in told}
    leads = re.findall(r'<p class="chart-data" id="([^"]+)">Data: <a href="#([^"]+)">', page)
    again = [(by_anchor[to], by_anchor.pop(chart)["rows"]) for chart, to in leads]
    return list(by_anchor.values()), again


def figures_agree(files, document, compared=()):
    """How many figures print as their data says, once what each prints stands in every form;
    `compared` are the numbers of those that stand in a comparison alone, beside another."""
    rows = json.loads(by_ending(files, "-figures.json"))
    head, *lines = forms.of_csv(by_ending(files, "-figures.csv"))
    assert lines == [["" if row[name] is None else str(row[name]) for name in head] for row in rows]
    page = " ".join(by_ending(files, ".html").decode().split())
    words, _ = forms.of_word(by_ending(files, ".docx"))
    pdf, columns = (forms.of_pdf(by_ending(files, ".pdf"), by_line=one) for one in (True, False))
    prints = printed(document)
    shown = {number for number, _ in prints} | set(compared)
    assert shown == {row["number"] for row in rows if not row["marker"]}
    for text in (change_words(text, page) for _, text in prints):
        pieces = forms.split(text)
        assert text in page
        assert any(words[at : at + len(pieces)] == pieces for at in range(len(words)))
        # Main points and what is asked are next to each other.
        assert text in pdf or text in columns
    return sum((row["number"], row["text"]) in prints for row in rows)


def change_words(text, page):
    """A signed number as a table prints it, in words, unless only a sentence has it."""
    words = f"{'Up' if text[:1] == '+' else 'Down'} {text[1:]}"
    return words if text[:1] in ("+", "−") and words in page else text


def printed(value):
    """The (number, words) of every figure that a document prints and does not withhold."""
    if isinstance(value, tuple):
        return {found for one in value for found in printed(one)}
    if getattr(value, "kind", "") in (FIGURE, TYPED):
        return {(int(value.to), value.text)}
    inner = vars(value).values() if is_dataclass(value) else ()
    return {found for one in inner for found in printed(one)}


def test_every_form_of_a_rich_paper_has_the_same_tables_and_figures(files):
    assert tables_agree(files) == 3
    assert figures_agree(files, rich()) == 6
    assert WITHHELD in by_ending(files, "-table-1.csv").decode()


def test_word_says_what_the_page_says_word_for_word(files):
    page, _ = forms.of_html(by_ending(files, ".html").decode())
    word, _ = forms.of_word(by_ending(files, ".docx"))
    # The table of headline figures has a head in Word, as tiles have none.
    head = forms.split(" ".join(HEADLINES))
    at = next(at for at in range(len(word)) if word[at : at + len(head)] == head)
    del word[at : at + len(head)]
    above = "Netherby Metropolitan Council Public Assurance report This edition corrects the first."
    # A block of facts has its caption for a screen reader only, in Word as the table's title.
    for caption in (["Wards"],):
        places = range(len(page))
        at = [one for one in places if page[one : one + len(caption)] == caption][-1]
        del page[at : at + len(caption)]
    assert word == forms.split(above) + page


def test_a_number_that_is_withheld_stands_in_no_form(files):
    row = json.loads(by_ending(files, "-figures.json"))[3]
    assert (row["value"], row["text"], row["base"], row["marker"]) == (None, "", None, "c")


@pytest.mark.django_db
def test_every_form_of_the_issued_paper_of_january_2016_says_the_same(demonstration):
    issued = edition("january-2016")
    files = {one.name: bytes(one.content) for one in issued.files.all()}
    document = from_json(issued.document)
    assert tables_agree(files) >= 2
    # The rest print in words, as a bound or as a change.
    assert figures_agree(files, document) > len(document.figures) // 2


def test_the_same_document_makes_the_same_files(files):
    formats = (rendition.HTML, rendition.WORD, rendition.DATA)
    again = rendition.render(rich(), "january-2016", formats)
    assert {one.name: one.content for one in again}.items() <= files.items()


def test_the_list_of_files_has_each_with_its_fingerprint(files):
    told = json.loads(files["manifest.json"])
    assert (told["edition"], told["address"]) == (1, "/netherby/reports/assurance/january-2016/")
    rest = {name: content for name, content in files.items() if name != "manifest.json"}
    assert {one["name"]: one["size"] for one in told["files"]} == {
        name: len(content) for name, content in rest.items()
    }
    for one in told["files"]:
        assert one["sha256"] == rendition.RenderedFile("", "", files[one["name"]]).sha256
