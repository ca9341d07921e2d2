"""Words of a report that may name a child: asked about before they are saved, wherever they are
typed, and confirmed for these words alone."""

import logging

import pytest

from reports.editor.models import Remark
from tests.make.surveys import RELIABLE
from tests.page_requests import at, drawn, errors

pytestmark = pytest.mark.django_db
ODD = "Her mother Susan agreed to the move."
OTHER = "His brother Darren moved as well."
ASKED = "may name a child"


def ticked(answer, field):
    """What confirms the words of a field on the page that asks about them."""
    tick = answer.context["form"][f"{field}_is_right"]
    assert f'name="{tick.html_name}"' in answer.content.decode()
    return {tick.html_name: tick.field.widget.attrs["value"]}


@pytest.mark.long
def test_a_paragraph_is_asked_about_and_saved_once_it_is_confirmed(browser, paper, caplog):
    address, block = at(paper, "block", "audits"), paper.blocks.get(slug="audits")
    typed = {**drawn(browser.get(address)), "text": f"{block.text} {ODD}"}
    with caplog.at_level(logging.DEBUG):
        answer = browser.post(address, typed)
    assert ASKED in errors(answer)["text"][0] and "Susan" not in caplog.text
    assert ODD in answer.content.decode()
    block.refresh_from_db()
    assert ODD not in block.text
    assert browser.post(address, {**typed, **ticked(answer, "text")}).status_code == 302
    block.refresh_from_db()
    assert block.text.endswith(ODD)
    # What was confirmed is not asked about again with every later change; what is new is.
    typed = {**drawn(browser.get(address)), "text": f"{block.text} All was well."}
    assert browser.post(address, typed).status_code == 302
    typed = {**drawn(browser.get(address)), "text": f"{block.text} {OTHER}"}
    assert ASKED in errors(browser.post(address, typed))["text"][0]


def test_a_live_figure_is_no_name(browser, paper):
    address = at(paper, "block", "audits")
    typed = {**drawn(browser.get(address)), "text": "We did [[audits.done]] audits. All was well."}
    assert browser.post(address, typed).status_code == 302


def test_a_paragraph_in_its_place_and_a_new_one_are_asked_about_too(browser, paper):
    address = f"{at(paper, 'block', 'audits')}?here=1"
    typed = {**drawn(browser.get(address)), "text": ODD}
    answer = browser.post(address, typed)
    assert ticked(answer, "text") and "data-in-place" in answer.content.decode()
    new = at(paper, "add-block", "paragraph", after="audits")
    answer = browser.post(new, {**drawn(browser.get(new)), "text": ODD})
    assert ticked(answer, "text") and not paper.blocks.filter(text=ODD).exists()


def test_a_comment_and_its_answer_are_asked_about(browser, paper):
    address = at(paper, "remark", "audits")
    answer = browser.post(address, {"words": ODD})
    tick = ticked(answer, "words")
    assert not Remark.objects.exists()
    assert browser.post(address, {"words": ODD, **tick}).status_code == 302
    [remark] = Remark.objects.all()
    reply = browser.post(at(paper, "answer-remark", remark.pk), {"words": OTHER})
    assert ticked(reply, "words") and not remark.replies.exists()


def test_words_of_nobody_are_saved_as_they_are(browser, paper):
    assert browser.post(at(paper, "remark", "audits"), {"words": RELIABLE}).status_code == 302
