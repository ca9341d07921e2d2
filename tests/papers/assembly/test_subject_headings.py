"""A heading above some paragraphs of a section: it heads what follows it in every form of the paper
and takes nobody's number."""

from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.conversion.operations.paper_import import import_paper
from reports.documents import digest, formats
from reports.documents.document import Section, text_of
from reports.documents.html import page
from reports.documents.html.places import places
from reports.documents.word.file import word_file
from reports.editions.paper_file import exported
from reports.editions.snapshot import assembled, freeze
from reports.editor.carry_forward.operations import start_next
from reports.language.structure import problems, under_headings
from reports.papers.assembly.pipeline import assemble
from reports.papers.looks import waiting
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.operations import papers
from reports.publication.indexing.editions import passages_of
from tests.documents.forms import W, part
from tests.documents.pdf.pdf_structure import faults
from tests.documents.pdf.pdf_tree import Paper as PaperFile
from tests.documents.word.test_word_of_a_paper import styled
from tests.make import drafts

pytestmark = pytest.mark.django_db


def written(slug, kind="paragraph", heading="", parent="work", **said) -> BlockText:
    """A block of the body, with a text of its own where it is a paragraph."""
    text = f"The text of {slug}." if kind == "paragraph" else ""
    said = {"part": "body", "text": text, **said}
    return BlockText(slug=slug, kind=kind, heading=heading, parent=parent, data={}, **said)


def with_blocks(paper, *blocks) -> Manuscript:
    """The paper with `blocks` at the end of its own."""
    manuscript = read(paper)
    for block in blocks:
        manuscript = manuscript.with_block(block)
    return manuscript


def with_subjects(paper) -> Manuscript:
    """The paper whose section has two subjects, of which the first has two paragraphs."""
    return with_blocks(
        paper,
        *(written("staff", "heading", "Staff on [[date:position]]"), written("a"), written("b")),
        *(written("carers", "heading", "Carers"), written("c")),
        written("deeper", "section", "Deeper"),
        *(written("visits", "heading", "Visits", "deeper"), written("d", parent="deeper")),
    )


def headed(blocks, level=2):
    """[level, title, what stands under it] of each section in `blocks`, paragraphs by number."""
    return [
        [one.level, one.title, headed(one.blocks)]
        if isinstance(one, Section)
        else getattr(one, "number", type(one).__name__)
        for one in blocks
    ]


def test_it_heads_what_follows_it_one_level_down_and_takes_no_number(paper):
    made = assemble(with_subjects(paper))
    assert not made.problems
    [section] = [one for one in made.document.sections if one.title == "What was done"]
    first, second, *rest = headed(section.blocks)
    numbers = [int(one.rstrip(".")) for one in (first, second)]
    counted = [f"{numbers[0] + place}." for place in range(6)]
    assert second == counted[1]
    level = section.level + 1
    assert rest == [
        [level, "Staff on 1 December 2015", counted[2:4]],
        [level, "Carers", counted[4:5]],
        [level, "Deeper", [[level + 1, "Visits", counted[5:6]]]],
    ]
    plain = [one for one in with_subjects(paper).blocks if one.kind != "heading"]
    without = with_blocks(paper, *plain).numbering
    assert {one.slug: without.of(one.slug).label for one in plain} == {
        one.slug: with_subjects(paper).numbering.of(one.slug).label for one in plain
    }


def test_no_level_is_skipped_however_deep_it_stands(paper):
    rows = [written("s1", "section", "S1"), *(written("h1", "heading", "H1", "s1"),)]
    for deep in (2, 3, 4):
        rows.append(written(f"s{deep}", "section", f"S{deep}", f"s{deep - 1}"))
        rows.append(written(f"h{deep}", "heading", f"H{deep}", f"s{deep}"))
        rows.append(written(f"p{deep}", parent=f"s{deep}"))
    document = assemble(with_blocks(paper, *rows)).document

    def levels(blocks, above):
        for one in blocks:
            if isinstance(one, Section):
                assert one.level <= above + 1, one.title
                assert not one.title.startswith("H") or one.level == above + 1
                levels(one.blocks, one.level)

    levels(document.sections, 1)


def test_what_ends_a_subject(paper):
    kinds = [
        "paragraph",
        "heading",
        "paragraph",
        "table",
        "heading",
        "annex",
        "paragraph",
        "section",
        "list",
    ]
    rows = [written(str(place), kind) for place, kind in enumerate(kinds)]
    under = {row.slug: [one.slug for one in below] for row, below in under_headings(rows)}
    assert under == {"0": [], "1": ["2", "3"], "4": [], "5": [], "6": [], "7": [], "8": []}


def test_the_page_has_a_real_heading_and_the_contents_lead_to_it(paper):
    document = assemble(with_subjects(paper)).document
    drawn = page.sections(document)
    assert '<h3 id="heading-staff-h">Staff on 1 December 2015</h3>' in drawn
    assert '<h4 id="heading-visits-h">Visits</h4>' in drawn
    # Two levels stand in the contents, and Visits is of a third.
    listed = page.contents(document)
    assert 'href="#heading-staff"' in listed and "Visits" not in listed


@pytest.mark.long
def test_the_pdf_has_its_tag_and_its_bookmark(paper):
    document = assemble(with_subjects(paper)).document
    data = formats.pdf(document, "paper")
    assert faults(data, tables=formats.print_html(document).count("<table")) == []
    file = PaperFile(data)
    shown = [len(file.tagged(tag)) for tag in ("H3", "H4")]
    # Of the third level: two subjects, and the section within their section.
    assert shown == [3, 1]
    assert {"Staff on 1 December 2015", "Carers", "Visits"} <= set(bookmarks(file))


@pytest.mark.long
def test_a_paragraph_of_its_own_heading_is_a_subject_in_print_too(paper):
    heading = "Visits by [[date:position]]"
    document = assemble(with_blocks(paper, written("own", heading=heading))).document
    [paragraph] = [
        block
        for section in document.sections
        for block in section.blocks
        if getattr(block, "heading_anchor", "")
    ]
    shown = text_of(paragraph.heading)
    assert shown == "Visits by 1 December 2015"
    assert f'href="#{paragraph.heading_anchor}">{shown}</a>' in page.contents(document)
    data = formats.pdf(document, "paper")
    assert faults(data, tables=formats.print_html(document).count("<table")) == []
    assert shown in set(bookmarks(PaperFile(data)))


def bookmarks(file):
    """The titles of the bookmarks of a PDF, those within others too."""
    waiting = [file.catalog.Outlines.First]
    while waiting:
        row = waiting.pop()
        yield str(row.Title)
        waiting += [row[name] for name in ("/First", "/Next") if name in row]


def test_word_has_a_heading_of_its_level_for_each(paper):
    document = assemble(with_subjects(paper)).document
    file = word_file(document, formats.moment(document))
    body = part(file, "word/document.xml")
    assert styled(body, "Heading2") == ["Staff on 1 December 2015", "Carers", "Deeper"]
    assert styled(body, "Heading3") == ["Visits"]
    styles = part(file, "word/styles.xml").iter(f"{W}style")
    named = {one.get(f"{W}styleId") for one in styles}
    assert {f"Heading{level}" for level in range(1, 6)} <= named


def test_search_and_open_data_have_it_as_a_passage(paper):
    document = assemble(with_subjects(paper)).document
    found = {one.heading: one for one in passages_of(document, places(document))}
    assert (found["Carers"].anchor, found["Carers"].label) == ("heading-carers", "“Carers”")


def test_an_answer_under_a_subject_heading_is_still_approved_by_itself(paper):
    usual = {"part": "implications", "parent": ""}
    manuscript = with_blocks(
        paper,
        written("about-law", "heading", "What the law asks", **usual),
        written("law", heading="Legal", **usual),
        written("money", heading="Financial", **usual),
    )
    content, _ = freeze(manuscript, assembled(manuscript))
    legal = text_of(digest.limited(content, "implications/Legal").sections)
    assert "The text of law." in legal and "The text of money." not in legal


@pytest.mark.long
def test_the_next_report_and_a_file_of_it_have_it_again(paper, clerk):
    after = paper.blocks.get(slug="audits")
    block = {"slug": "staff", "part": "body", "kind": "heading", "parent": after.parent}
    block |= {"heading": "Staff on [[date:position]]", "text": "", "data": {}}
    papers.add_block(paper=paper, after=after, block=block, by=clerk, on=drafts.ON)
    plain = exported(paper)
    assert [one["kind"] for one in plain["blocks"]].count("heading") == 1
    again = import_paper(
        council=paper.council, plain={**plain, "slug": "again"}, by=clerk, on=drafts.ON
    )
    assert {**exported(again), "slug": plain["slug"]} == plain
    details = {"title": "July", "slug": "july-2016", "period_start": date(2016, 1, 1)}
    details |= {"period_end": date(2016, 6, 30), "paper_date": date(2016, 7, 20)}
    later = {**drafts.NAMES, "position": When.at(date(2016, 6, 1))}
    following = start_next(
        before=paper, details=details, names=later, by=clerk, on=date(2016, 7, 20)
    )
    [block] = [one for one in read(following).blocks if one.kind == "heading"]
    assert block.carried and read(following).dated_words(block.heading) == "Staff on 1 June 2016"
    assert set(waiting(read(following))) >= {"staff"}


def test_nothing_stands_in_one_and_nothing_cites_one(paper):
    blocks = [
        {"slug": "staff", "kind": "heading", "part": "body", "heading": "Staff"},
        {"slug": "in", "kind": "paragraph", "part": "body", "parent": "staff", "text": "Words."},
    ]
    assert "neither a section nor an annex" in str(problems(blocks, ()))
    blocks = [blocks[0], {**blocks[1], "parent": "", "text": "See [[section:staff]]."}]
    [wrong] = problems(blocks, (), read(paper).template)
    assert "it is a subject heading: cite the paragraph that it is in" in wrong.sentence
