"""A number typed in copied text becomes a live figure by a press at its sentence."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import assert_sound
from tests.editor.carry_forward.test_next_paper import following, records_of_2016
from tests.make import drafts, papers

TYPED = "We looked after 190 children on 1 June 2016."


@pytest.mark.long
def test_a_typed_number_is_made_live_at_its_sentence(page, sign_in, prepared):
    records_of_2016(prepared.council)
    report = following(drafts.written(prepared, with_records=False), prepared)
    own = {"slug": "typed", "part": "body", "parent": report.blocks.get(slug="work")}
    papers.block(paper=report, text=TYPED, carried_from="typed", **own)
    sign_in(page, prepared)
    page.goto(f"/reports/assurance/{report.slug}/carried/work/")
    press = page.locator("#offers-typed button")
    expect(press).to_contain_text("Make 190 live: ")
    assert_sound(page)
    press.click()
    page.wait_for_selector("text=The number is now a live figure")
    assert report.blocks.get(slug="typed").text == TYPED.replace("190", "[[looked_after.children]]")
    expect(page.locator("#offers-typed button")).to_have_count(0)
