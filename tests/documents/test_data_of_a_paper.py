"""The data of a paper: a table a file, numbers as numbers, and the W3C's description of them."""

import json
import re

import pytest

from reports.documents import formats
from reports.documents.data.addresses import whole_address
from reports.documents.data.figures import COLUMNS, NAMES, figure_rows
from reports.documents.data.metadata import csv_metadata
from reports.documents.data.separated_values import BYTE_ORDER_MARK
from reports.documents.data.tables import LONGEST, printed_tables, table_csv, value
from reports.documents.document import Cell, Document, Facts, Run, Section, Table
from reports.papers.addresses import figure_address
from tests.documents import forms
from tests.documents.rich import cells, rich
from tests.make import papers as make
from tests.sweeping import swept

LONG = "table-of-all-that-was-counted-in-the-year"


def of(*tables, **fields):
    """A document that holds these tables."""
    section = Section("s", "Tables", 2, "", tables)
    return Document("Netherby", "Paper", Facts("h", "About"), (section,), **fields)


@pytest.fixture(scope="module")
def described():
    """What is said of the data files of the document that holds everything."""
    files = {one.name: one.content for one in formats.render(rich(), "paper", ["data"])}
    return json.loads(files["csv-metadata.json"]), files


def test_every_described_file_is_there_with_the_heads_that_are_described(described):
    about, files = described
    assert {one["url"] for one in about["tables"]} == {one for one in files if one.endswith(".csv")}
    for one in about["tables"]:
        heads = [column["titles"] for column in one["tableSchema"]["columns"]]
        names = [column["name"] for column in one["tableSchema"]["columns"]]
        assert forms.of_csv(files[one["url"]])[0] == heads
        assert len(set(heads)) == len(heads) and len(set(names)) == len(names)


def test_a_described_column_has_the_type_of_what_stands_in_it(described):
    about, files = described
    types = {"integer": int, "number": float, "string": str, "date": str}
    for one in about["tables"]:
        _head, *rows = forms.of_csv(files[one["url"]])
        for place, column in enumerate(one["tableSchema"]["columns"]):
            blank = column["null"]
            told = [row[place] for row in rows if row[place] not in blank and row[place]]
            assert all(types[column["datatype"]](cell) is not None for cell in told), column
    _, first, second, _headlines = about["tables"]
    kinds = [column["datatype"] for column in first["tableSchema"]["columns"]]
    assert kinds == ["string", "number", "string"]
    assert second["dc:title"] == "Chart 1: Placements on two days"


def test_the_description_names_the_edition_its_notices_and_its_marks(described):
    about, _ = described
    assert about["dc:identifier"] == "/netherby/reports/assurance/january-2016/edition-1/"
    assert about["rdfs:comment"] == ["This edition corrects the first."]
    assert about["tables"][1]["rdfs:comment"] == ["[c] stands for a number that is not shown."]
    assert about["tables"][1]["tableSchema"]["columns"][1]["null"] == ["", "[c]"]
    draft = csv_metadata(of(dated="2016-01-18"), "f.csv", {})
    assert draft["dc:issued"] == "2016-01-18"


def test_every_column_of_the_figures_says_what_it_holds():
    assert [one.name for one in COLUMNS if not one.about] == []
    [row, *_] = figure_rows(rich())
    assert set(row) == set(NAMES)


@pytest.mark.django_db
def test_a_figures_address_is_that_of_its_page():
    edition = make.edition()
    document = rich(address=f"{figure_address(edition, 1).partition('edition-')[0]}")
    assert figure_rows(document)[0]["address"] == figure_address(edition, 1)
    assert figure_rows(rich(address=""))[0]["address"] == ""


ROOT = "https://reports.example.org"


def test_the_files_of_an_edition_name_whole_addresses_where_its_site_is_known(settings):
    def files():
        return {one.name: one.content for one in formats.render(rich(), "paper", ["data"])}

    bare = files()
    settings.PUBLIC_ADDRESS = f"{ROOT}/"
    whole = files()
    assert bare.keys() == whole.keys() and bare != whole
    for name, content in whole.items():
        text = content.decode()
        # Nothing else is another, and no path of the site is left without its host.
        assert text.replace(ROOT, "") == bare[name].decode(), name
        assert not re.search(r'(^|[,"])/netherby/', text, re.MULTILINE), name
    rows = forms.of_csv(whole[next(name for name in whole if name.endswith("-figures.csv"))])
    column = rows[0].index("address")
    assert {row[column].startswith(f"{ROOT}/netherby/reports/") for row in rows[1:]} == {True}
    assert whole_address("/a/", f"{ROOT}/") == f"{ROOT}/a/"
    for other in ("", "https://elsewhere.example/a/", "a/"):
        assert whole_address(other, ROOT) == other


@swept(
    [
        *(("1,204", 1204), ("1204", 1204), ("−5", -5), ("-1,000.5", -1000.5), ("2.50", 2.5)),
        *(("+5", 5), ("+1,204.5", 1204.5), ("+", "+"), ("−+5", "−+5")),
        *(("▲ Up 5", 5), ("Down 1,204.5", -1204.5), ("no change", 0), ("Up £5", "Up £5")),
        *(("64%", "64%"), ("£48k", "£48k"), ("1,20", "1,20"), ("[c]", "[c]"), ("", "")),
    ]
)
def test_a_cell_holds_a_number_where_it_prints_one(words, held):
    assert value(Cell((Run(words),), numeric=True)) == held
    assert value(Cell((Run(words),))) == words


def test_heads_that_are_empty_or_alike_are_told_apart():
    table = Table("t", "", "List", cells("", "Due", "Due", ""), (cells("a", "1", "2", "-3"),))
    [printed] = printed_tables(of(table))
    assert printed.heads == ("Row", "Due", "Due (3)", "Column 4")
    assert table_csv(printed) == f"{BYTE_ORDER_MARK}Row,Due,Due (3),Column 4\r\na,1,2,-3\r\n"


def test_a_table_without_columns_is_no_file_and_a_long_name_is_cut():
    tables = [Table(LONG, "", "List", cells("a")), Table(f"{LONG}-x", "", "List", cells("a"))]
    names = [one.name for one in printed_tables(of(Table("t", "", "Nothing"), *tables))]
    assert len(set(names)) == 2
    assert all(len(name) <= LONGEST and LONG.startswith(name[:10]) for name in names)


def test_the_files_of_a_draft_say_so_in_their_names():
    named = [one.name for one in formats.render(of(edition=2), "paper", ["data"])]
    assert named == [
        "paper-edition-2-DRAFT-figures.csv",
        "paper-edition-2-DRAFT-figures.json",
        "paper-edition-2-DRAFT-tables.json",
        "csv-metadata-DRAFT.json",
    ]
    assert formats.manifest(of(edition=2), ()).name == "manifest-DRAFT.json"


def test_a_table_carries_the_keys_of_its_figures_where_they_stand():
    files = {one.name: one.content for one in formats.render(rich(), "paper", ["data"])}
    entries = {one.number: one for one in rich().figures}
    tables = {one.anchor: one for one in printed_tables(rich())}
    met = 0
    [name] = [name for name in files if name.endswith("-tables.json")]
    for row in json.loads(files[name]):
        stands = [(one["row"], one["column"]) for one in row["figures"]]
        assert stands == sorted(stands)
        for one in row["figures"]:
            entry = entries[one["number"]]
            assert (one["key"], one["member"]) == (entry.key, entry.member)
            assert (one["start"], one["end"]) == (entry.start, entry.end)
            assert tables[row["anchor"]].rows[one["row"] - 1][one["column"] - 1] != ""
            assert "value" not in one
            met += 1
    table = Table(
        "t",
        "Table 1",
        "Figures",
        columns=cells("Area", "Number"),
        rows=((Cell((Run("North"),)), Cell((Run("31", "figure", "7"),), True)),),
    )
    assert printed_tables(of(table))[0].figures == ((1, 2, 7),)
    assert met or not any(one.figures for one in tables.values())
