"""Anyone finds a paper on a telephone: by words, in the lists, and by an e-mail that they asked
for."""

import pytest
from django.core import mail
from django.core.cache import cache

from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.publication.search.published_papers import edition

TELEPHONE = {"width": 320, "height": 640}


@pytest.fixture
def issued(live_server):
    """A published paper that can be found."""
    cache.clear()
    return edition(title="Half-year report")


def test_anyone_finds_a_paper_and_asks_to_be_told_of_the_next(page, without_script, issued):
    page.set_viewport_size(TELEPHONE)
    page.goto("/")
    page.fill("#find", "case audits")
    page.press("#find", "Enter")
    assert page.inner_text("[role=status]") == "1 paragraph."
    assert page.inner_text("mark >> nth=0") == "audited"
    assert_sound(page)
    page.set_viewport_size(TELEPHONE)
    page.click("main >> text=Paragraph 1")
    assert_at(page, "#para-1")
    page.goto("/netherby/search/?words=" + "x" * 300)
    assert_refused(page)
    # The console tells of the status as well.
    assert "400" in page.complaints.pop()
    assert_sound(page)
    page.goto("/netherby/papers/?subject=dbs")
    assert page.inner_text("[role=status]") == "1 paper."
    assert_sound(page)
    page.click("text=Be told of new papers by e-mail")
    page.click("text=Send me a link to confirm")
    assert_refused(page)
    assert_sound(page)
    page.fill("#id_email", "reader@example.org")
    page.click("text=Send me a link to confirm")
    assert_at(page, "/follow/asked/")
    assert_sound(page)
    [way] = [one for one in mail.outbox[0].body.splitlines() if "/confirm/" in one]
    page.goto(way.partition("localhost:8000")[2])
    assert_sound(page)
    page.click("text=Yes, tell me")
    assert_sound(page)
    without_script.goto(page.url)
    without_script.click("text=Stop everything")
    assert_at(without_script, "/follow/stopped/")
    page.reload()
    assert "This link has ended" in page.inner_text("h1")
