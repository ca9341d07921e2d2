"""Natural questions have the record, list or task that answers among the first three results.

The questions and their answers were written from the demonstration's records, before the search
that is asked.
"""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from assurance.accounts.models.accounts import User
from reports.demonstration.load import LAST_DAY
from reports.tasks.record_search.query import search_records
from reports.tasks.record_search.results import record_groups
from tests.page_requests import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
QUESTIONS = json.loads(Path(__file__).with_name("questions.json").read_text("utf-8"))
OF_ROLES = json.loads(Path(__file__).with_name("questions_of_roles.json").read_text("utf-8"))
ENOUGH, FIRST = 0.95, 3
RESULT = re.compile(r"<li[^>]*>(.*?)</li>", re.S)
ENOUGH_OF_ROLES = 0.97


def printed(line):
    """All that a result prints, with straight apostrophes."""
    facts = " ".join(text for _, text in line.facts)
    return f"{line.name} {line.text} {facts}".replace("’", "'")


def test_officers_find_the_record_that_answers(whole_demonstration, settings):
    settings.CANDOUR_TODAY = str(LAST_DAY)
    user, missed = User.objects.get(email="officer@eborford.example"), []
    for question in QUESTIONS:
        groups = record_groups(search_records(question["question"], user), user)
        first = [printed(line) for group in groups for line in group.lines][:FIRST]
        wanted = [answer["words"].replace("’", "'") for answer in question["answers"]]
        if not any(words in text for words in wanted for text in first):
            missed.append(question["question"])
    assert len(missed) <= len(QUESTIONS) * (1 - ENOUGH), missed


def first_of_page(user, text):
    """All that the first results of the page print."""
    page = browser_of(user).post(reverse("record-search"), {"words": text}).content.decode()
    found = re.sub(r"<nav.*?</nav>", "", page.partition("<main")[2], flags=re.S)
    items = RESULT.findall(found.partition('class="app-results"')[2])
    return [" ".join(unescape(strip_tags(item)).split()) for item in items[:FIRST]]


def test_each_role_finds_what_answers(whole_demonstration, settings):
    settings.CANDOUR_TODAY = str(LAST_DAY)
    missed = []
    for question in OF_ROLES:
        user = User.objects.get(email=f"{question['who']}@eborford.example")
        first = [text.replace("’", "'") for text in first_of_page(user, question["question"])]
        if not any(answer in text for answer in question["answers"] for text in first):
            missed.append((question["who"], question["question"]))
    assert len(missed) <= len(OF_ROLES) * (1 - ENOUGH_OF_ROLES), missed
