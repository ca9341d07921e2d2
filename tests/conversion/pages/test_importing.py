"""An older paper is imported: its file, what was recognised, what is said of it, the draft."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assurance.meetings.models.bodies import Body
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate, Series
from tests.conversion.word.documents import document, para
from tests.make import papers
from tests.page_requests import boxes, errors, words

pytestmark = pytest.mark.django_db
BRING, MAKE = "/reports/import/", "/reports/import/made/"
TEXT = """# Half-yearly update

Scrutiny Panel

3 June 2020

Page 1 of 2

## Background

1. There were 24 audits, see Annex A.

2. Of these:

   a) 12 were good
   d) 12 were not

## Recommendations

3. Members are invited to:

- i. note the report

Annexes:

Annex A – The plan
"""


def given(browser, content=TEXT, name="update.md"):
    """The answer to a file that was chosen."""
    data = content.encode() if isinstance(content, str) else content
    return browser.post(BRING, {"file": SimpleUploadedFile(name, data)})


def said(answer, **more):
    """What the check page's form sends when its button is pressed, some of it changed."""
    form = answer.context["form"]
    dates = {
        name: f"{day.day} {day.month} {day.year}" if (day := form[name].value()) else ""
        for name in ("meeting", "period_start", "period_end", "paper_date")
    }
    dates |= {name: more.pop(name) for name in list(more) if name in dates}
    plain = {name: form[name].value() for name in ("title", "series", "committee", "held")}
    return {**plain, **boxes(**dates), **more}


def test_what_was_recognised_and_what_was_not_is_shown_before_anything_is_kept(browser):
    answer = given(browser)
    page = unescape(words(answer))
    assert "Recognised: 1 heading, 2 paragraphs, 1 recommendation, 1 annex." in page
    assert "Numbered 1 to 3." in page
    assert "Page 1 of 2" in page and "A page number is no part of the report" in page
    assert "<strong>2.</strong> Of these:" in page
    assert '<p class="govuk-body">Annex A</p>' in page
    assert answer.context["form"]["committee"].value() == "Scrutiny Panel"
    assert not Paper.objects.exists() and not Body.committees.exists()


def test_the_draft_is_made_as_it_was_shown(browser, clerk):
    answer = browser.post(MAKE, said(given(browser)))
    paper = Paper.objects.get()
    assert answer.url == f"/reports/half-yearly-update/{paper.slug}/"
    assert (paper.slug, str(paper.meeting.date)) == ("june-2020", "2020-06-03")
    assert (str(paper.period_start), str(paper.period_end)) == ("2019-12-03", "2020-06-02")
    block = Block.objects.get(paper=paper, text__startswith="Of these")
    assert [one["typed"] for one in block.data["items"]] == ["a)", "d)"]
    assert block.data["typed"] == "2."
    assert paper.was_edited_by(clerk)
    draft = unescape(words(browser.get(answer.url)))
    assert "note the report" in draft
    lead = next(one for one in paper.template.spec["parts"] if one.get("lead"))
    assert lead["lead"] == "Members are invited to:"
    assert "is where the report template has no place" not in draft


def test_what_is_said_otherwise_is_kept_otherwise(browser):
    papers.committee()
    more = {
        "title": "Another title",
        "series": "Assurance report",
        "committee": "safeguarding scrutiny COMMITTEE",
        "meeting": "4 6 2020",
        "paper_date": "1 6 2020",
        "period_start": "1 1 2020",
    }
    browser.post(MAKE, said(given(browser), **more))
    paper = Paper.objects.get()
    assert paper.title == "Another title"
    assert paper.series.slug == "assurance-report"
    assert paper.series.committee == papers.committee()
    assert (str(paper.meeting.date), str(paper.paper_date)) == ("2020-06-04", "2020-06-01")
    assert str(paper.period_start) == "2020-01-01"


def test_a_meeting_that_is_emptied_is_none(browser):
    browser.post(MAKE, said(given(browser), meeting=""))
    assert Paper.objects.get().meeting is None


def test_a_second_paper_at_the_same_address_gets_a_number(browser):
    browser.post(MAKE, said(given(browser)))
    browser.post(MAKE, said(given(browser)))
    assert sorted(Paper.objects.values_list("slug", flat=True)) == ["june-2020", "june-2020-2"]
    assert ReportTemplate.objects.count() == 1
    assert Series.objects.count() == 1


def test_a_word_document_comes_in_the_same_way(browser):
    data = document(
        para("Half-yearly update", "Title"), para("Background", "H1"), para("One.", number=1)
    )
    browser.post(MAKE, said(given(browser, data, "update.docx")))
    assert Block.objects.get(text="One.").data["typed"] == "1."


def test_no_file_and_a_bad_file_are_answered_by_a_sentence(browser):
    assert errors(browser.post(BRING, {})) == {"file": ["Choose the file of the report"]}
    for content, name, says in (
        (b"%PDF-1.7", "a.pdf", "a PDF document"),
        (b"PK\x03\x04 cut", "a.docx", "damaged or was cut off"),
    ):
        [sentence] = errors(given(browser, content, name))["file"]
        assert says in sentence
    assert not Paper.objects.exists()


def test_what_is_wrong_is_told_with_what_was_recognised_still_there(browser):
    typed = said(given(browser), title="", committee="…", period_start="1 1 2021")
    answer = browser.post(MAKE, typed)
    assert set(errors(answer)) == {"title", "committee", "period_end"}
    assert "There were 24 audits" in words(answer)
    assert not Paper.objects.exists()


def test_what_was_tampered_with_is_asked_for_again(browser):
    typed = said(given(browser))
    for held in ("", "x", typed["held"][:-3] + "abc"):
        answer = browser.post(MAKE, {**typed, "held": held}, follow=True)
        assert answer.redirect_chain[-1][0] == BRING
        assert "Choose the file again" in words(answer)
    assert f'action="{BRING}"' in words(browser.get(MAKE))
    assert not Paper.objects.exists()


def test_a_paper_that_cannot_be_kept_is_refused_with_everything_still_there(browser):
    answer = given(browser, "# Update\n\n" + "A line of words.\n\n" * 2_100)
    again = browser.post(MAKE, said(answer))
    assert "2,000 are the most" in re.sub(r"\s+", " ", unescape(words(again)))
    assert not Paper.objects.exists() and not ReportTemplate.objects.exists()
