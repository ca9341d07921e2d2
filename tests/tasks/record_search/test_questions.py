"""Natural questions of officers have the record that answers among the first three results.

The questions and their answers were written from the demonstration's records, before the search
that is asked.
"""

import json
from pathlib import Path

import pytest

from assurance.accounts.models.accounts import User
from reports.demonstration.load import LAST_DAY
from reports.tasks.record_search.query import search_records
from reports.tasks.record_search.results import record_groups

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
QUESTIONS = json.loads(Path(__file__).with_name("questions.json").read_text("utf-8"))
ENOUGH, FIRST = 0.95, 3


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
