"""Headline figures: values like any other, measured, protected, traced and checked everywhere."""

import json
from datetime import date

import pytest

from reports.checks.reading import ITEM
from reports.documents import formats
from reports.documents.data.tables import printed_tables, table_csv
from reports.documents.diff import compare
from reports.documents.document import (
    HIDDEN,
    Headline,
    Headlines,
    from_json,
    text_of,
    to_json,
)
from reports.documents.html import page
from reports.documents.html.places import places, said_at
from reports.documents.word.file import word_file
from reports.language.block_data import problems, text_in
from reports.papers import typed_numbers
from reports.papers.assembly.pipeline import assemble
from reports.papers.evidence import evidence
from reports.papers.manuscript import BlockText, read
from reports.papers.models.papers import Paper
from reports.publication.indexing.editions import passages_of
from reports.publication.notes.queries import named
from reports.verdicts.paper.reading import reading_of
from tests.documents.forms import W, part, said
from tests.documents.pdf.pdf_structure import faults
from tests.documents.pdf.pdf_tree import Paper as PaperFile
from tests.make import audits, looked_after, papers

pytestmark = pytest.mark.django_db
ROWS = (
    {"label": "", "figure": "[[looked_after.children]]"},
    {"label": "A year before [[date:position]]", "figure": "[[looked_after.children @comparison]]"},
    {"label": "Audits of case files", "figure": "[[audits.done @year]]"},
)


def with_rows(paper: Paper, *rows, **said):
    """The paper with a group of headline figures at the end of its section."""
    data = {"headlines": [*(rows or ROWS)]}
    fields = {"slug": "first", "part": "body", "kind": "headlines", "parent": "work"}
    block = BlockText(**{**fields, "heading": "", "text": "", **said}, data=data)
    return read(paper).with_block(block)


def group(document) -> Headlines:
    """The one group of headline figures of a document."""
    [section] = [one for one in document.sections if one.title == "What was done"]
    [found] = [one for one in section.blocks if isinstance(one, Headlines)]
    return found


def told(headline: Headline) -> tuple[str, str, str]:
    """Its name, its value and what stands beside it."""
    return headline.name, text_of(headline.value), text_of(headline.about)


def test_each_has_its_label_its_value_and_its_day(paper):
    made = assemble(with_rows(paper))
    assert not made.problems
    assert [told(one) for one in group(made.document).items] == [
        ("Children looked after", "188", "1 December 2015"),
        ("A year before 1 December 2015", "210", "1 January 2015"),
        ("Audits of case files", "2", "1 January to 31 December 2015"),
    ]
    # The day is a live one: who reads the text for carried dates sees its name.
    assert [one.about[0].to for one in group(made.document).items] == [
        *("position", "comparison", "year")
    ]


def test_a_share_has_its_base_and_a_withheld_value_says_so(paper):
    day = date(2015, 6, 30)
    parts = {"placement": {"agency_foster": 2, "foster_own": 60, "not_broken_down": 48}}
    looked_after.census(council=paper.council, date=day, total=110, parts=parts)
    figure = "[[looked_after.placement:{} @2015-06-30 | percent]]"
    rows = [
        {"label": one, "figure": figure.format(one)}
        for one in ("agency_foster", "foster_own", "not_broken_down")
    ]
    made = assemble(with_rows(paper, *rows))
    small, *others = (told(one) for one in group(made.document).items)
    assert small == ("agency_foster", "not shown", "30 June 2015, so that no one can be recognised")
    assert {one[1] for one in others} & {"not shown"}
    full = assemble(with_rows(paper, *rows), audience="restricted")
    shown = told(group(full.document).items[1])
    assert shown[1:] == ("55%", "30 June 2015, 60 of 110")
    hidden = group(made.document).items[0].value
    assert [run.kind for run in hidden] == [HIDDEN] and "2%" not in text_of(made.document)


def test_a_sum_and_a_typed_number_with_its_source_can_be_one(paper):
    looked_after.census(
        council=paper.council,
        date=date(2015, 6, 30),
        total=110,
        parts={"placement": {"agency_foster": 30, "foster_own": 60, "not_broken_down": 20}},
    )
    inside = "looked_after.placement:agency_foster + looked_after.placement:foster_own"
    rows = (
        {"label": "", "figure": f"[[sum {inside} @2015-06-30]]"},
        {"label": "Foster carers", "figure": "[[stated 44: fostering register, 1 May 2015]]"},
        {"label": "", "figure": "[[stated 45: fostering register, 1 May 2015]]"},
    )
    made = assemble(with_rows(paper, *rows))
    first, second, _ = (told(one) for one in group(made.document).items)
    assert first[1:] == ("90", "30 June 2015") and first[0]
    assert second == ("Foster carers", "44", "Source: fostering register, 1 May 2015")
    assert made.document.typed[0].counts == "Foster carers"
    assert [one.sentence for one in made.problems] == [
        "A headline figure that is a typed number needs a label: write what it is."
    ]


def test_its_figures_are_traced_read_from_records_and_found_where_they_stand(paper):
    manuscript = with_rows(paper)
    made = assemble(manuscript)
    place = group(made.document).anchor
    by_place = {one.title for one in made.document.figures if place in one.places}
    assert by_place == {"Children looked after", "Case-file audits done"}
    assert len([one for one in made.document.figures if place in one.places]) == 3
    known = places(made.document)
    assert said_at(known, place) == "headline figures" == named(made.document, place)
    assert any("first" in one.blocks for one in evidence(manuscript))
    assert all(one in text_in(manuscript.block("first").data) for one in ROWS[2].values())


@pytest.mark.parametrize(
    ("figure", "says"),
    [
        ("[[looked_after.nothing]]", "names no figure"),
        ("[[looked_after.children @2099-01-01]]", "is recorded for"),
        ("[[looked_after.children @nowhere]]", "this report has not set"),
    ],
)
def test_a_retired_figure_or_one_without_a_value_stops_the_report(paper, figure, says):
    made = assemble(with_rows(paper, *ROWS[1:], {"label": "Gone", "figure": figure}))
    [problem] = made.problems
    assert problem.place == group(made.document).anchor
    assert says in problem.sentence


def test_a_figure_that_a_total_leaves_unknown_says_why(paper):
    audits.audit_total(start=date(2014, 7, 1), end=date(2014, 8, 31))
    row = {"label": "Gone", "figure": "[[audits.by_other_team @2014-07-01..2014-08-31]]"}
    [problem] = assemble(with_rows(paper, *ROWS[:1], *ROWS[2:], row)).problems
    assert "A total of audits does not show this for its audits" in problem.sentence


def test_its_shape_in_a_file_is_looked_at(paper):
    def sentences(*rows):
        found = problems("headlines", {"headlines": [*rows]}, ("position",), "here")
        return " ".join(one.sentence for one in found)

    assert sentences(*ROWS) == ""
    assert "3 to 6, and here are 2" in sentences(*ROWS[:2])
    assert "3 to 6, and here are 7" in sentences(*ROWS, *ROWS, ROWS[0])
    for figure in (
        *("[[compare a.b @one @two]]", "[[date:position]]", "188", "[[looked_after.children"),
        *("[[looked_after.children | words]]", "[[audits.done]] and more", 7, "[[para:audits]]"),
    ):
        assert "is no headline figure" in sentences(*ROWS[:2], {"label": "", "figure": figure})
    lacking = problems("headlines", {}, (), "here")
    assert "lack headlines" in " ".join(one.sentence for one in lacking)


@pytest.mark.long
def test_the_page_lists_them_and_print_and_data_have_a_table(paper):
    document = assemble(with_rows(paper)).document
    screen = page.Medium(screen=True, figure=lambda number: f"/figures/{number}/")
    drawn = page.sections(document, screen)
    assert drawn.count('<dl id="headlines-first" class="headlines">') == 1
    listed = drawn.partition("<dl")[2].partition("</dl>")[0]
    assert listed.count("<div><dt>") == listed.count('<a class="figure"') == 3
    printed = page.sections(document)
    assert "<dl" not in printed and "Headline figures</caption>" in printed
    [table] = [one for one in printed_tables(document) if one.anchor == "headlines-first"]
    assert table_csv(table).splitlines()[:2] == [
        *("Figure,Value,Date and base", "Children looked after,188,1 December 2015")
    ]
    data = formats.pdf(document, "paper")
    assert faults(data, tables=formats.print_html(document).count("<table")) == []
    # In print they open the paper as tiles, and are no table of the text.
    opening, _, text = formats.print_html(document).partition('id="contents"')
    assert opening.count('class="tile"') == 3 and 'id="headlines-first"' not in text
    assert ("#headlines-first" in text) == ('id="headlines-first"' in opening)
    shown = [element.tag for element in PaperFile(data).tagged("H3")]
    assert shown.count("H3") >= 3


def test_its_main_points_are_sentences_like_those_of_a_paragraph(paper):
    written = "* We looked after [[looked_after.children]] children.\n* It rained 7 times."
    manuscript = with_rows(paper, text=written)
    made = assemble(manuscript)
    found = group(made.document)
    assert text_of(found.main_points) == "We looked after 188 children. It rained 7 times."
    # A typed number in one stops the report as in every paragraph, and each is read by the checks.
    [problem] = made.problems
    assert problem.place == found.anchor and "7" in problem.sentence
    lines = [line for line in reading_of(manuscript, made.document).lines if line.block == "first"]
    assert [line.text for line in lines][3:] == [
        *("We looked after 188 children.", "It rained 7 times.")
    ]
    [live] = lines[3].live
    assert live.entry.key == "looked_after.children"
    # They are found where they stand, searched for, compared and drawn after the tiles.
    known = places(made.document)
    points = [anchor for anchor in known if anchor.startswith(f"{found.anchor}-")]
    assert len(points) == 2 and known[points[0]].words == "main points, point 1"
    passages = " ".join(one.words for one in passages_of(made.document, known))
    assert "It rained 7 times." in passages
    before = assemble(with_rows(paper)).document
    assert "It rained 7 times." in [one.after for one in compare(before, made.document).lines]
    assert page.main_points(found).count("<li") == 2
    body = part(word_file(made.document, formats.moment(made.document)), "word/document.xml")
    words = [said(one) for one in body.iter(f"{W}p")]
    assert words.index("Main points") < words.index("Contents")
    assert sum("It rained 7 times." in one for one in words) == 1


def test_the_date_of_a_position_is_that_of_its_record(paper):
    """One asked for on a later day says when it was counted."""
    looked_after.census(council=paper.council, date=date(2015, 6, 30), total=201)
    rows = ({"label": "", "figure": "[[looked_after.children @2015-06-30]]"}, *ROWS[1:])
    [first, *_] = group(assemble(with_rows(paper, *rows)).document).items
    assert told(first) == ("Children looked after", "201", "30 June 2015")
    assert first.about[0].to == ""


def test_it_is_kept_in_an_edition_compared_and_found(paper):
    later = [*ROWS[:2], {"label": "", "figure": "[[audits.done]]"}]
    before, after = (assemble(with_rows(paper, *rows)).document for rows in (ROWS, later))
    assert from_json(json.loads(json.dumps(to_json(before)))) == before
    [change] = compare(before, after).lines
    assert change.where == "What was done" and change.before.startswith("Audits of case files: [")
    assert change.after == (
        "Case-file audits done: [Case-file audits done], 1 July to 31 December 2015"
    )
    passages = {one.anchor: one for one in passages_of(before, places(before))}
    assert "Children looked after: 188, 1 December 2015." in passages["headlines-first"].words


def test_an_edition_of_before_reads_as_it_did():
    """What a document of no headlines keeps does not know of them."""
    kept = json.dumps(to_json(papers.document()))
    assert "headline" not in kept.lower() and from_json(json.loads(kept)) == papers.document()


def test_a_bare_number_in_a_label_is_found_and_settled_in_its_place(paper):
    rows = ({**ROWS[0], "label": "Children, of whom 12 boys"}, *ROWS[1:])
    block = with_rows(paper, *rows).block("first")
    [(text, path, number)] = list(typed_numbers.bare_in(block))
    assert (path, text[number.start : number.end]) == ("label-0", "12")
    done = typed_numbers.with_text(block, path, "Children")
    assert [row["label"] for row in done.data["headlines"]] == [
        "Children",
        *(r["label"] for r in ROWS[1:]),
    ]
    moved = typed_numbers.with_text(block, "headline-2", "[[audits.done]]")
    assert moved.data["headlines"][2] == {**ROWS[2], "figure": "[[audits.done]]"}


def test_the_checks_read_each_as_an_item_with_its_figure_and_its_date(paper):
    manuscript = with_rows(paper)
    reading = reading_of(manuscript, assemble(manuscript).document)
    lines = [line for line in reading.lines if line.block == "first"]
    assert [line.text for line in lines][1:] == [
        "A year before 1 December 2015: 210, 1 January 2015",
        "Audits of case files: 2, 1 January to 31 December 2015",
    ]
    for line in lines:
        [live] = line.live
        assert line.kind == ITEM and line.text[live.start : live.end] == live.entry.text
        assert [item.name for item in line.named] and line.trail == ("What was done",)
