"""One section of a draft on its page: its contents, its states, and the way back after a change."""

import re
from itertools import pairwise

import pytest

from assurance.runtime.digits import whole
from reports.editor.carry_forward.review import sections_to_confirm
from reports.editor.outline import arranged
from reports.editor.sections.pages import ROWS_OF_A_PAGE, SIGNS_OF_A_ROW
from reports.editor.sections.sections import (
    LEFT_EMPTY,
    blocks_in,
    place_of,
    sections_of,
    states_of,
)
from reports.papers.manuscript import read
from tests.editor.pages.sections import lengthened
from tests.make import asked, drafts, papers
from tests.page_requests import at, drawn, words

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_every_block_that_is_written_stands_in_one_section(longer):
    outline = arranged(longer)
    written = [line.slug for part in outline.parts if not part.generated for line in part.lines]
    sections = sections_of(outline)
    shown = [line.slug for section in sections for line in section.lines]
    assert sorted(shown) == sorted(written) and len(set(shown)) == len(shown)
    titles = [section.title for section in sections if section.lines]
    assert titles == [
        *("Introduction", "Body of the report", "What was done", "What comes"),
        "Recommendations",
    ]
    [work] = [section for section in sections if section.slug == "work"]
    assert work.summary == "2 paragraphs" and work.blocks == {"work", "audits", "children"}


def test_a_subject_heading_is_counted_and_stands_in_its_section(browser, paper):
    papers.block(
        paper=paper,
        slug="staff",
        part="body",
        kind="heading",
        heading="Staff",
        parent=paper.blocks.get(slug="work"),
        text="",
    )
    [work] = [section for section in sections_of(arranged(paper)) if section.slug == "work"]
    assert work.summary == "1 subject heading, 2 paragraphs" and "staff" in work.blocks
    [line] = [line for line in work.lines if line.slug == "staff"]
    assert line.name == "subject heading" and "<h4" in line.shown and not line.holds
    menu = browser.get(at(paper, "block-menu", "staff"))
    assert "heading" in dict(menu.context["beside"])


def test_a_section_is_found_by_its_own_slug_and_by_that_of_a_block_in_it(longer):
    states = states_of(arranged(longer), [])
    named = {name: states[place_of(name, states)].section.slug for name in ("work", "children")}
    assert named == {"work": "work", "children": "work"}
    assert states[place_of("purpose", states)].section.slug == "introduction"
    assert place_of("nowhere", states) is None


def test_the_page_shows_one_section_with_the_contents_of_all(browser, longer):
    page = browser.get(at(longer, "section", "children"))
    text = words(page)
    assert "On 1 December 2015 we looked after" in text and "It stands by itself." not in text
    contents = text.partition('id="contents-h"')[2].partition("</nav>")[0]
    for section in sections_of(arranged(longer)):
        assert section.title in contents
    assert contents.count('aria-current="true"') == 1 and LEFT_EMPTY in contents
    assert "Previous" in text and "Next" in text
    assert browser.get(at(longer, "section", "nowhere")).status_code == 404


@pytest.mark.long
def test_who_works_by_sections_comes_back_to_the_section_after_a_change(browser, paper):
    change = at(paper, "block", "children")
    typed = {**drawn(browser.get(change)), "text": "We looked after them."}
    whole = browser.post(change, typed)
    assert browser.get(whole.url).status_code == 200
    browser.get(at(paper, "section", "children"))
    typed = {**drawn(browser.get(change)), "text": "We look after them."}
    done = browser.post(change, typed)
    assert done.url.endswith("#line-children")
    back = browser.get(done.url)
    assert back.url == at(paper, "section", "children")
    browser.get(f"{at(paper, 'draft')}?whole=1")
    assert browser.get(done.url).status_code == 200
    browser.get(at(paper, "section", "children"))
    assert browser.get(f"{at(paper, 'draft')}?at=nowhere").status_code == 200


def test_copied_text_is_a_state_and_no_error_of_its_line(paper):
    paper.blocks.filter(slug="purpose").update(carried_from="purpose")
    outline = arranged(paper)
    [line] = [line for part in outline.parts for line in part.lines if line.slug == "purpose"]
    assert line.is_copied and line.faults == ()
    [state] = [state for state in states_of(outline, []) if state.section.slug == "introduction"]
    assert state.status == "Copied, not checked"


def test_what_is_asked_of_others_is_the_state_of_its_section_alone(paper):
    one = asked.contribution_request(paper=paper, slug="work", part="body")
    states = {state.section.slug: state for state in states_of(arranged(paper), [one])}
    assert states["work"].status == "Asked" and states["work"].requests == (one,)
    assert all(not state.requests for slug, state in states.items() if slug != "work")


@pytest.mark.long
def test_a_sent_report_shows_its_sections_without_commands(client, clerk, paper):
    paper = drafts.sent_and_approved(paper, clerk)
    client.force_login(clerk)
    text = words(client.get(at(paper, "section", "work")))
    assert "Managers audited 2 files" in text and "Change<" not in text


def test_blocks_of_a_section_are_the_same_from_the_page_and_from_the_blocks_alone(longer):
    manuscript = read(longer)
    for section in sections_of(arranged(longer)):
        assert blocks_in(manuscript, section.slug) == section.blocks, section.slug
    assert blocks_in(manuscript, "nowhere") == frozenset()


@pytest.mark.long
def test_copied_text_stands_in_the_sections_that_the_contents_name(browser, longer):
    longer.blocks.update(carried_from="before")
    sections = {section.slug: section for section in sections_of(arranged(longer))}
    rows = sections_to_confirm(longer)
    assert [row.slug for row in rows] == [slug for slug in sections if sections[slug].blocks]
    for row in rows:
        assert row.title == sections[row.slug].title
        assert {item.block.slug for item in row.blocks} == sections[row.slug].blocks
    page = browser.get(at(longer, "section", "work"))
    assert at(longer, "carried-section", "work") in words(page)


@pytest.mark.long
def test_a_long_section_goes_over_pages_without_losing_or_parting_anything(paper):
    section = lengthened(paper)
    assert len(section.pages) > 2 and section.pages[0].slug == "work"
    assert [line for page in section.pages for line in page.lines] == list(section.lines)
    for page in section.pages:
        is_last = page is section.pages[-1]
        assert is_last or page.lines[-1].kind != "heading", "it stands with what follows it"
        assert all(section.page_with(line.slug) is page for line in page.lines)
        signs = sum(len(line.words) for line in page.lines)
        assert signs < ROWS_OF_A_PAGE * SIGNS_OF_A_ROW
    for earlier, page in pairwise(section.pages):
        assert page.slug == page.lines[0].slug
        assert page.after == earlier.lines[-1].slug
        assert page.title.startswith("paragraph ") and " to paragraph " in page.title
    assert section.page_with("nowhere") is section.pages[0]


@pytest.mark.long
def test_whether_a_section_is_completed_is_asked_on_its_last_page(browser, paper):
    pages = lengthened(paper).pages
    for page in pages:
        asked = "Have you completed this section?" in words(
            browser.get(at(paper, "section", page.slug))
        )
        assert asked is (page is pages[-1])


@pytest.mark.long
def test_a_section_within_one_goes_to_the_next_page_whole(browser, paper):
    work = paper.blocks.get(slug="work")
    text = "It says what was done, and says it at length. " * 30
    papers.block(paper=paper, slug="before", part="body", parent=work, text=text * 3)
    own = {"part": "body", "kind": "section", "heading": "In it"}
    within = papers.block(paper=paper, slug="in", parent=work, **own)
    for name in ("one", "two", "three"):
        papers.block(paper=paper, slug=f"in-{name}", part="body", parent=within, text=text)
    [section] = [one for one in sections_of(arranged(paper)) if one.slug == "work"]
    [earlier, page] = section.pages
    assert [line.slug for line in page.lines] == ["in", "in-one", "in-two", "in-three"]
    assert "before" in [line.slug for line in earlier.lines]
    shown = browser.get(at(paper, "section", page.slug)).text
    levels = [whole(level) for level in re.findall("<h([1-6])", shown)]
    assert all(after <= level + 1 for level, after in pairwise(levels)), levels


def test_a_short_section_is_one_page(paper):
    for section in sections_of(arranged(paper)):
        [page] = section.pages
        assert (page.slug, page.lines, page.after) == (section.slug, section.lines, "")


def test_the_page_of_a_block_of_a_long_section_leads_to_those_beside_it(browser, paper):
    first, second, *_rest = lengthened(paper).pages
    page = browser.get(at(paper, "section", second.lines[-1].slug))
    text = words(page)
    assert second.lines[-1].shown in text and first.lines[-1].shown not in text
    assert f"This page shows {second.title}." in text
    assert page.context["before"][1] == first and page.context["after"][1].after
    assert f'data-after="{second.after}"' in text
    assert text.count('aria-current="page"') == 2, "in the contents, beside the text and folded"


@pytest.mark.long
def test_no_page_of_a_draft_shows_the_code_of_what_has_no_value(browser, paper):
    gone = "[[looked_after.children @missing]]"
    grid = {
        "columns": [{"label": "Then", "when": "missing"}],
        "rows": [{"label": "Children", "quote": "looked_after.children"}],
    }
    own = {"part": "body", "parent": paper.blocks.get(slug="work")}
    data = {"caption": "How many", "grid": grid}
    papers.block(paper=paper, slug="grid", kind="table", text="", data=data, **own)
    data = {**data, "finding": f"There were {gone}."}
    papers.block(paper=paper, slug="drawn", kind="chart", text="", data=data, **own)
    papers.block(paper=paper, slug="said", text=f"There were {gone}.", **own)
    shown = [("section", "grid"), ("draft",), ("block-beside", "drawn"), ("block-menu", "drawn")]
    for page in (*(at(paper, *name) for name in shown), at(paper, "preview")):
        text = words(browser.get(page))
        assert "[[" not in text, text[max(0, text.find("[[") - 200) :][:400]
    assert words(browser.get(at(paper, "section", "grid"))).count("no value") >= 4


@pytest.mark.long
def test_every_citation_of_a_section_leads_to_where_it_stands(browser, longer):
    cites = "See [[para:children]], [[section:work]], [[para:loose]] and [[section:next]]."
    papers.block(paper=longer, slug="citing", part="body", text=cites)
    followed = 0
    for section in sections_of(arranged(longer)):
        page = browser.get(at(longer, "section", section.slug)).content.decode()
        body = page.partition('<ol class="draft-lines"')[2].partition("</ol>\n<")[0]
        for address, anchor in re.findall(r'href="([^"#]*)#([\w-]+)"', body):
            target = browser.get(address).content.decode() if address else page
            assert f'id="{anchor}"' in target, (section.slug, address, anchor)
            followed += bool(address)
    assert followed >= 3
