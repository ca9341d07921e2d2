"""Words typed and not saved are kept for who typed them, shown again, and forgotten in time."""

from datetime import timedelta

from django.core.management import call_command

from assurance.runtime.periods import this_moment
from reports.editor import autosave
from reports.editor.models import AutosavedText
from tests import cast
from tests.make import papers
from tests.page_requests import at, words

TYPED = {"block": "audits", "version": "1", "heading": "", "text": "Typed and not saved."}


def keep(browser, paper, kind="paragraph", **said):
    """The answer to what the editor sends while somebody writes."""
    return browser.post(at(paper, "keep-words", kind), {**TYPED, **said})


def test_what_was_typed_is_shown_beside_what_is_saved_and_taken_up_or_thrown_away(browser, paper):
    assert keep(browser, paper).status_code == 200
    keep(browser, paper, text="Typed later.\r\n\r\nAnd more.")
    assert AutosavedText.objects.get().words["text"].startswith("Typed later.")
    page = browser.get(at(paper, "block", "audits"))
    assert "You have words here that were not saved, from" in words(page)
    assert [row["label"] for row in page.context["unsaved_rows"]] == ["Text"]
    assert page.context["form"]["text"].value().startswith("Managers audited")
    taken = browser.get(at(paper, "block", "audits", take="up"))
    assert taken.context["form"]["text"].value() == "Typed later.\r\n\r\nAnd more."
    assert "that were not saved" not in words(taken).split("data-browser-kept")[0]
    said = {"text": "Typed later.", "version": taken.context["form"]["version"].value()}
    browser.post(at(paper, "block", "audits", take="up"), said)
    assert paper.blocks.get(slug="audits").text == "Typed later."
    assert not AutosavedText.objects.exists()
    keep(browser, paper, text="Thrown away.")
    answer = browser.post(at(paper, "block", "audits"), {"throw": "away"}, follow=True)
    assert "that were not saved, from <" not in words(answer).replace("from <span", "")
    assert not AutosavedText.objects.exists()
    assert paper.blocks.get(slug="audits").text == "Typed later."


def test_words_taken_up_over_a_change_by_another_show_both_when_saved(browser, paper):
    keep(browser, paper)
    paper.blocks.filter(slug="audits").update(text="Theirs.", version=2)
    page = browser.get(at(paper, "block", "audits"))
    assert "Another person has changed it since you typed this" in words(page)
    taken = browser.get(at(paper, "block", "audits", take="up"))
    said = {"text": "Mine.", "version": taken.context["form"]["version"].value()}
    answer = browser.post(at(paper, "block", "audits"), said)
    assert answer.status_code == 409
    assert "<del>" in words(answer)
    assert AutosavedText.objects.exists()


def test_a_new_block_has_a_place_of_its_own_for_what_is_typed(browser, paper):
    hidden = {"block": "", "part": "body", "parent": "work", "after": "audits"}
    keep(browser, paper, **hidden)
    address = at(paper, "add-block", "paragraph", after="audits")
    assert "that were not saved, from" in words(browser.get(address)).split("data-browser-kept")[0]
    for elsewhere in ("children", "purpose"):
        page = words(browser.get(at(paper, "add-block", "paragraph", after=elsewhere)))
        assert "Typed and not saved" not in page
    browser.post(address, {"text": "Saved."})
    assert not AutosavedText.objects.exists()


def test_the_same_page_sent_twice_adds_one_block(browser, paper):
    address = at(paper, "add-block", "paragraph", after="audits")
    first = browser.post(address, {"text": "Once."})
    second = browser.post(address, {"text": "Once."})
    assert first.headers["Location"] == second.headers["Location"]
    assert paper.blocks.filter(text="Once.").count() == 1
    browser.post(at(paper, "add-block", "paragraph", part="body"), {"text": "Once."})
    assert paper.blocks.filter(text="Once.").count() == 2


def test_nobody_sees_what_another_typed(client, browser, paper):
    keep(browser, paper)
    other = cast.make_user("clerk")
    client.force_login(other)
    assert "Typed and not saved" not in words(client.get(at(paper, "block", "audits")))
    assert not AutosavedText.objects.visible_to(other).exists()


def test_a_table_keeps_its_boxes_and_their_marks(browser, paper):
    hidden = {"block": "", "part": "body", "caption": "C", "rows": "A | B", "columns": "x"}
    keep(browser, paper, "table", **hidden, total_row="on")
    taken = browser.get(at(paper, "add-block", "table", part="body", take="up"))
    form = taken.context["form"]
    assert (form["caption"].value(), form["rows"].value()) == ("C", "A | B")
    assert form["total_row"].value() == "on"


def test_a_version_that_is_none_counts_as_no_version_or_the_last_there_can_be(browser, paper):
    for version in ("", "x", "-1", "٣", "9" * 30):
        assert keep(browser, paper, version=version).status_code == 200
        assert AutosavedText.objects.get().seen in (0, 2**31 - 1)


def test_more_than_any_form_takes_is_not_kept_and_a_null_character_is_left_out(browser, paper):
    assert keep(browser, paper, text="x" * (autosave.LONGEST + 1)).status_code == 413
    assert keep(browser, paper, block="x" * 300).status_code == 413
    assert keep(browser, paper, block="a\0b").status_code == 413
    assert keep(browser, paper, "sonnet").status_code == 404
    assert keep(browser, paper, text="a\0b").status_code == 200
    assert AutosavedText.objects.get().words["text"] == "ab"


def test_words_are_forgotten_with_their_block_and_after_thirty_days(browser, paper, clerk):
    keep(browser, paper)
    browser.post(at(paper, "remove-block", "audits"), {"version": 1})
    assert not AutosavedText.objects.exists()
    other = papers.paper(council=paper.council)
    now = this_moment()
    for days in (29, 31):
        autosave.save_text(other, clerk, f"{days}", seen=1, words={}, at=now)
        AutosavedText.objects.filter(place=f"{days}").update(at=now - timedelta(days=days))
    call_command("send_notices")
    assert [one.place for one in AutosavedText.objects.all()] == ["29"]
    assert str(AutosavedText.objects.get()).endswith(": 29")
    assert AutosavedText.objects.get().council == paper.council
