"""A question that a page of the service answers leads to that page, and no other question does."""

import json
import re
from pathlib import Path

import pytest

from reports.publication.search.site_pages import MOST, PAGES, pages_about
from reports.vocabulary.plain_text import plain
from tests import cast
from tests.page_requests import words
from tests.sweeping import swept

QUESTIONS = json.loads(Path(__file__).with_name("questions.json").read_text("utf-8"))
# Title of a page → questions that it answers, written as people type them.
ASKED = {
    "Next meeting and latest report": (
        "next meeting", "when does the committee meet", "When is the next report due?",
        "when will the next report come out", "next scrutiny meeting", "date of next meeting",
        "when will councillors next discuss this",
    ),
    "Recommendations": (
        "minutes", "minutes of the last meeting", "how did they vote",
        "what did we agree at the last meeting", "what was agreed in January",
    ),
    "Compare two reports": (
        "what changed since the last report", "what has changed", "whats different from last time",
        "compare two reports", "difference between january and july",
        "what changed between july 2016 and january 2017", "comparision",
        "what happened since the last report", "changes since July",
    ),
    "Your notes": ("my notes", "where are the notes that I made"),
    "Published reports": (
        "old reports", "archive", "list of all reports", "removed report", "previous editions",
    ),
    "Corrections to published reports": (
        "what was corrected in the report", "were there any corrections", "mistakes in reports",
        "which figures were wrong", "were any mistakes found in earlier reports",
        "why was the january report corrected", "what was changed after publication and why",
        "what was wrong in the July 2016 report",
    ),
    "Figures": (
        "download the data", "open data", "spreadsheet", "csv", "is there an API",
        "where can I download the figures", "excel file",
        "where can I see the numbers for the last five years",
    ),
    "When each subject was last reported": ("how old is the evidence", "reporting history"),
    "Get an e-mail when a report is published": (
        "how do I get told when a report comes out", "let me know when the next report is out",
        "sign up for email alerts", "how do I subscribe", "subscribtion", "unsubscribe", "rss",
        "newsleter", "email me when there is a new report", "stop the emails",
    ),
    "Ask for another format or language": (
        "large print", "report in Polish", "translation", "easy read", "audio version", "braille",
        "can I get a paper copy in large print",
    ),
    "Accessibility statement": ("acessibility statement", "screen reader", "complaints"),
    "Privacy and cookies": ("cookies", "privacy notice", "what do you do with my data",
        "how do I make a complaint", "complaint about my data",
    ),
    "How this works": (
        "how are the figures counted", "why are some numbers hidden", "can I trust these numbers",
        "how does this website work", "why is this number not shown", "was anything kept secret",
    ),
    "Sign in": ("sign in", "log in", "forgot my password"),
}  # fmt: skip
ROWS = [(question, title) for title, asked in ASKED.items() for question in asked]
# Of the questions that reports answer these lead to a page besides.
BESIDES = ("what will be reported next time", "what happens next")
OF_COUNCIL = frozenset(plain("Eborford City Council").split()) | {"children"}


@swept(ROWS, named=lambda row: row[0])
def test_a_question_leads_to_the_page_that_answers_it(question, title):
    titles = [page.title for page in pages_about(question, OF_COUNCIL)]
    assert title in titles and len(titles) <= MOST


def has_page(row):
    """Whether a page of the service is an answer to a question."""
    return any(answer["kind"] == "page" for answer in row["answers"])


@pytest.mark.long
@swept([row["question"] for row in QUESTIONS if not has_page(row)], named=str)
def test_a_question_that_reports_answer_leads_to_no_page(question):
    assert bool(pages_about(question, OF_COUNCIL)) == (question in BESIDES)


@pytest.mark.django_db
def test_each_page_that_is_offered_is_there_and_has_that_title(client):
    council = cast.make_council()
    for page in PAGES:
        address = page.address(council.slug)
        if page.name == "publication:notes":
            client.force_login(cast.member(council))
        answer = client.get(address, follow=True)
        client.logout()
        assert answer.status_code == 200, address
        if page.name != "publication:council":
            [head] = re.findall(r"<h1[^>]*>([^<]*)</h1>", words(answer))
            assert page.title == head.strip(), address


@pytest.mark.django_db
def test_the_page_of_a_search_offers_it_above_what_reports_say(client):
    council = cast.make_council()
    address = f"/{council.slug}/search/"
    page = words(client.get(address, {"words": "subscribe to emails"}))
    assert f'href="/{council.slug}/follow/">Get an e-mail when a report is published</a>' in page
    assert "No results in reports." in page
    assert "Get an e-mail" not in words(client.get(address, {"words": "foster placements"}))
    typed = {"words": "subscribtion", "as_typed": "on"}
    assert "Get an e-mail" not in words(client.get(address, typed))
