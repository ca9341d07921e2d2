"""A section's own page offers to add every kind of block where it ends, and a section behind it."""

import re
from html import unescape

import pytest

from reports.editor.outline import arranged
from reports.editor.sections.sections import sections_of
from tests import cast
from tests.editor.pages.sections import lengthened
from tests.page_requests import at, drawn, words

pytestmark = pytest.mark.django_db
LINKS_TO_ADD = re.compile(r'href="([^"]+/add/(\w+)/\?[^"]+)"')


def links_to_add(page, of="draft-adding"):
    """Kind → address of each link in the element of the class `of` of a page that adds a block."""
    part = words(page).partition(of)[2].partition("</p>")[0]
    return {kind: unescape(href) for href, kind in LINKS_TO_ADD.findall(part)}


def added_at(browser, paper, address, **typed):
    """The slug of the block that is added by the form at `address`."""
    known = set(paper.blocks.values_list("slug", flat=True))
    done = browser.post(address, {**drawn(browser.get(address)), **typed})
    assert done.status_code == 302, words(done)
    [new] = set(paper.blocks.values_list("slug", flat=True)) - known
    return new


@pytest.mark.long
@pytest.mark.parametrize("slug", ["work", "body", "introduction"])
def test_each_section_offers_to_add_at_its_end_and_what_is_added_comes_last(browser, longer, slug):
    sections = {section.slug: section for section in sections_of(arranged(longer))}
    links = links_to_add(browser.get(at(longer, "section", slug)))
    assert {"paragraph", "table", "cells", "chart", "headlines", "records"} <= set(links)
    new = added_at(browser, longer, links["paragraph"], text="It comes last.")
    later = {section.slug: section for section in sections_of(arranged(longer))}
    assert [line.slug for line in later[slug].lines] == [
        *(line.slug for line in sections[slug].lines),
        new,
    ]
    assert all(later[other].blocks == sections[other].blocks for other in {*sections} - {slug})


def test_a_page_of_a_long_section_offers_to_add_at_its_own_end(browser, paper):
    first, *_rest = lengthened(paper).pages
    page = browser.get(at(paper, "section", first.slug))
    assert "at the end of this page" in words(page)
    new = added_at(browser, paper, links_to_add(page)["paragraph"], text="It comes here.")
    [section] = [one for one in sections_of(arranged(paper)) if one.slug == "work"]
    slugs = [line.slug for line in section.lines]
    assert slugs[slugs.index(first.lines[-1].slug) + 1] == new


@pytest.mark.long
@pytest.mark.parametrize(
    ("slug", "before"), [("work", "work"), ("body", "loose"), ("introduction", "next")]
)
def test_a_new_section_goes_behind_the_one_that_is_read(browser, longer, slug, before):
    longer.blocks.filter(slug="loose").update(order=0)
    page = words(browser.get(at(longer, "section", slug)))
    link = re.search(r'href="([^"]+)">Add a section<', page.partition('id="contents-h"')[2])
    new = added_at(browser, longer, unescape(link[1]), heading="What is new")
    slugs = [section.slug for section in sections_of(arranged(longer))]
    titles = [section.title for section in sections_of(arranged(longer))]
    expected = "body" if before == "loose" else before
    assert slugs.index(new) == slugs.index(expected) + 1 and "What is new" in titles


@pytest.mark.long
def test_who_only_reads_a_draft_is_offered_nothing_to_add(client, paper):
    client.force_login(cast.approver(paper.council))
    text = words(client.get(at(paper, "section", "work")))
    assert "Managers audited 2 files" in text
    assert (
        not links_to_add(client.get(at(paper, "section", "work"))) and "Add a section" not in text
    )
