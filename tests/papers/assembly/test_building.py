"""Whatever a draft holds, every word of it is printed or named, and no page fails."""

import itertools
from datetime import date

import pytest

from assurance.people.models.posts import Post
from assurance.runtime.processes.budget import Budget
from reports.documents.document import Notes, Paragraph, text_of
from reports.documents.html import page
from reports.editions.snapshot import assembled, draft, freeze
from reports.editor.outline import arranged
from reports.editor.preview import preview
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from reports.papers.models.templates import Abbreviation, ReportTemplate
from reports.verdicts.paper.blockers import stops
from tests.make import papers as make

pytestmark = pytest.mark.django_db


def with_blocks(paper, *blocks):
    """What is assembled with these blocks, each (slug, part, kind, parent, text, data), put in."""
    manuscript = read(paper)
    for slug, part, kind, parent, text, data in blocks:
        block = BlockText(slug, part, kind, parent, f"The {slug}", text, data)
        manuscript = manuscript.with_block(block)
    made = assemble(manuscript)
    # What can be assembled can be read on the page too.
    assert page.sections(made.document)
    assert page.contents(made.document)
    return made


def sentences(made):
    """What stops issue."""
    return [one.sentence for one in made.problems]


def said(made):
    """Every word of the sections."""
    return text_of(made.document.sections)


def spec_of(paper, change):
    """Changes the data of the paper's template as somebody at the database would."""
    template = ReportTemplate.objects.get(pk=paper.template_id)
    change(template.spec)
    template.save()
    paper.refresh_from_db()


def part(spec, slug):
    """The data of a part."""
    return next(one for one in spec["parts"] if one["slug"] == slug)


@pytest.mark.long
def test_a_template_that_was_broken_since_stops_issue_and_not_the_page(paper):
    spec_of(paper, lambda spec: spec.update(parts=[]))
    made = assemble(read(paper))
    assert "“York 2016" in sentences(made)[0]
    assert "cannot be read. Fix it: A template needs a list" in sentences(made)[0]
    assert "Managers audited 2 files." in said(made)
    assert arranged(paper).parts
    assert draft(paper)
    manuscript = read(paper)
    made = assembled(manuscript)
    content, _digest = freeze(manuscript, made)
    assert content["public"]
    assert stops(manuscript, made)


@pytest.mark.parametrize("label", ["{} {}", "{x} {}", "{"])
def test_a_label_that_cannot_be_filled_in_breaks_no_page(paper, label):
    spec_of(paper, lambda spec: spec["numbering"].update(label=label))
    assert "cannot be read" in sentences(assemble(read(paper)))[0]


def test_blocks_of_a_part_that_the_template_lost_are_printed_last_and_named(paper):
    spec_of(paper, lambda spec: spec["parts"].remove(part(spec, "body")))
    made = assemble(read(paper))
    lost = [one.partition("” is where")[0] for one in sentences(made) if "no place" in one]
    assert lost == [
        "“What was done",
        "“Managers audited [[audits.done @year]] files.",
        "“On 1 December 2015 we looked after [[looked_after.children]]",
    ]
    assert sentences(made)[0].endswith("(part “body”): remove it and write it in another part.")
    last = made.document.sections[-1]
    assert (last.anchor, last.title) == ("without-part", "Without a part")
    assert "Managers audited 2 files." in text_of(last)


def test_a_block_in_a_generated_part_or_a_paragraph_is_named_and_printed(paper):
    for place, parent in (("contacts", ""), ("body", "audits")):
        made = with_blocks(paper, ("lost", place, "paragraph", parent, "Call us.", {}))
        assert "Call us." in said(made)
        assert f"has no place for it (part “{place}”)" in sentences(made)[0], place


def test_blocks_that_stand_in_one_another_are_printed_once(paper):
    made = with_blocks(
        paper,
        ("first", "body", "section", "second", "", {}),
        ("second", "body", "section", "first", "", {}),
        ("inside", "body", "paragraph", "first", "Inside both.", {}),
    )
    assert said(made).count("Inside both.") == 1
    assert len(sentences(made)) == 3


def test_a_paragraph_and_a_note_may_stand_at_the_top_of_a_part_without_a_title(paper):
    made = with_blocks(paper, ("top", "body", "paragraph", "", "Top.[[note: A note.]]", {}))
    kinds = [type(one) for one in made.document.sections]
    assert kinds[2:4] == [Paragraph, Notes]
    assert made.document.sections[3].items[0].content[0].runs[0].text == "A note."
    assert not made.problems


def test_a_block_with_the_name_of_its_part_does_not_take_its_address(paper):
    made = with_blocks(paper, ("risks", "risks", "paragraph", "", "No known risks.", {}))
    section = next(one for one in made.document.sections if one.title == "Risk management")
    assert (section.anchor, section.blocks[0].anchor) == ("part-risks", "para-4")


def test_sections_within_sections_never_skip_a_heading(paper):
    deep = [
        (f"deep-{n}", "body", "section", f"deep-{n - 1}" if n > 1 else "work", "", {})
        for n in range(1, 6)
    ]
    made = with_blocks(paper, *deep, ("end", "body", "paragraph", "deep-5", "Deep.", {}))
    section, levels = made.document.sections[1], []
    while section:
        levels.append(section.level)
        section = next((one for one in section.blocks if hasattr(one, "level")), None)
    assert levels == [2, 3, 4, 4, 4, 4]
    assert "Deep." in said(made)


def test_an_annex_is_listed_and_stands_last_with_its_notes(paper):
    made = with_blocks(
        paper,
        ("plan", "annexes", "annex", "", "A plan.[[note: As agreed.]]", {}),
        ("inner", "annexes", "annex", "plan", "", {}),
        ("words", "annexes", "paragraph", "inner", "Inner words.", {}),
        ("before", "annexes", "paragraph", "", "These are the annexes.", {}),
    )
    listed = next(one for one in made.document.sections if one.title == "Annexes")
    assert text_of(listed) == "Annexes The before These are the annexes. Annex A1: The inner"
    last = made.document.sections[-1]
    assert (last.title, last.blocks[-1].items[0].label) == ("Annex A: The plan", "1.")
    assert "Annex A1: The inner" in text_of(last)
    assert not made.problems


def test_an_empty_annex_and_an_annex_within_a_section_are_told(paper):
    made = with_blocks(
        paper,
        ("empty", "annexes", "annex", "", "", {}),
        ("odd", "body", "annex", "work", "Odd words.", {}),
    )
    assert "Annex A: The odd" in said(made)
    assert sentences(made) == ["Annex B: The empty is cited in the list and empty."]


def test_words_that_break_the_rules_of_text_are_named_at_their_paragraph(paper):
    made = with_blocks(paper, ("audits", "body", "paragraph", "work", "12. Typed", {}))
    assert "begins with a typed number" in sentences(made)[0]
    assert made.problems[0].place == "para-2"


def test_lists_keep_their_labels_and_their_addresses(paper):
    text = "Two things:\n\ni. first\n\n   and more\n  * inner\n\nii. second"
    made = with_blocks(paper, ("audits", "body", "paragraph", "work", text, {}))
    assert "i. first and more inner ii. second" in said(made)
    assert 'id="para-2-ii"' in page.sections(made.document)


def test_a_recommendation_in_another_part_is_printed_as_a_paragraph(paper):
    made = with_blocks(paper, ("odd", "body", "recommendation", "", "agree", {}))
    assert "The odd agree" in said(made)


def test_a_paper_without_recommendations_reasons_or_optional_parts(paper):
    spec_of(paper, lambda spec: part(spec, "recommendations").update(reason="none"))
    made = assemble(read(paper))
    assert "Reason" not in said(made)


def test_an_empty_paper_tells_what_it_lacks_and_can_be_read():
    paper = make.paper(meeting=None, parts={})
    made = with_blocks(paper)
    assert any("“Introduction” is a mandatory part" in one for one in sentences(made))
    assert made.document.author == "Netherby Metropolitan Council"
    assert [row.name for row in made.document.head.rows] == ["Committee", "Period covered"]
    assert arranged(paper).parts[0].last == ""


def test_a_post_that_is_not_in_the_directory_is_named_and_one_with_a_title_alone_printed(paper):
    Post.objects.filter(slug="author").update(to_date=date(2016, 1, 17))
    made = assemble(read(paper))
    [problem] = made.problems
    assert problem.sentence == (
        "Author: the directory of posts has no “author” on 18 January 2016."
    )
    assert problem.place == "part-contacts"
    Post.objects.update(telephone="", email="", department="", to_date=None)
    assert "Author Author Chief officer" in said(assemble(read(paper)))


def test_abbreviations_that_the_paper_uses_are_listed(paper):
    for short in ("DBS", "CQC"):
        Abbreviation.objects.create(council=paper.council, short=short, long=f"Long {short}")
    assert "Long DBS" not in said(assemble(read(paper)))
    made = with_blocks(paper, ("more", "body", "paragraph", "work", "The DBS.", {}))
    assert "DBS Long DBS" in said(made)
    assert "CQC" not in said(made)


def test_a_draft_is_arranged_by_part_with_numbers_excerpts_and_faults(paper):
    paper.blocks.filter(slug="audits").update(text=f"{'Word ' * 60}[[x.y]]")
    found = arranged(paper)
    body = next(one for one in found.parts if one.part.slug == "body")
    assert [(line.slug, line.label, line.depth) for line in body.lines] == [
        ("work", "", 0),
        ("audits", "2.", 1),
        ("children", "3.", 1),
    ]
    assert body.lines[0].last == "children"
    assert body.lines[1].words.endswith("Word …")
    assert len(body.lines[1].words) <= 142
    assert "names no figure" in body.lines[1].faults[0]
    assert (body.last, body.generated) == ("children", False)
    assert {one.part.slug: one.addable for one in found.parts}["contacts"] == ()


def test_a_new_block_is_previewed_before_it_is_saved(paper):
    block = BlockText("new", "body", "paragraph", "work", "", "New [[x.y]].", {})
    made = preview(read(paper), block)
    assert made.shown.number == "4."
    assert "names no figure" in made.problems[0].sentence
    nowhere = BlockText("new", "gone", "paragraph", "", "", "New.", {})
    made = preview(read(paper), nowhere)
    assert text_of(made.shown) == "New."
    assert "has no place" in made.problems[0].sentence


def test_a_preview_that_takes_too_long_says_so(paper):
    ticks = itertools.count()
    block = BlockText("new", "body", "paragraph", "work", "", "The board met met.", {})
    made = preview(read(paper), block, Budget(0, *[lambda: next(ticks)] * 2))
    assert [one.rule.key for one in made.found] == ["checks-unfinished"]
    assert "more than 0 seconds" in made.found[0].fault.says
    assert made.shown is not None
