"""The list of answers has a word for each answer that is recorded."""

from datetime import date

import pytest

from assurance.surveys.quotable import COUNTED
from reports.papers.assembly import records
from tests.make import surveys

pytestmark = pytest.mark.django_db


def test_a_counted_answer_is_no_empty_cell_of_the_list():
    answer = surveys.answer(n_yes=63, n_answered=91)
    council = answer.wave.survey.council
    rows = records.listed(
        council, {"what": "answers", "columns": ["wording", "said"]}, date(2030, 1, 1)
    ).rows
    assert [COUNTED in " ".join(map(str, row)) for row in rows] == [True]
