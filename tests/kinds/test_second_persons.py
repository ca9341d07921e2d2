"""The shipped files of actions and audits where a second person checks and moderates: what a file
alone cannot show is refused or left out, and said."""

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.run.lifecycle import unpacked
from assurance.improvement.rules.completion import TWO_PERSONS
from assurance.people.models.second_persons import SecondPersonPolicy
from tests.kinds.files import checked, counts, good, imported, told, what_they_speak_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_policy():
    """What the files speak of, in a council without a policy: every step needs two persons."""
    what_they_speak_of()
    SecondPersonPolicy.objects.all().delete()


def test_an_action_that_a_file_says_is_done_is_refused_and_the_others_come_in():
    checked_findings = checked(good("findings"))
    imported(checked_findings)
    run = checked(good("actions"))
    assert counts(run) == (3, 0, 0, 1)
    [(row, column, wrong, right)] = told(run)
    assert (row, column) == (4, "Progress")
    assert wrong == f"{TWO_PERSONS}." and "another person checks it" in right


def test_grades_at_moderation_are_left_out_and_their_audits_come_in():
    run = checked(good("case-audits"))
    assert counts(run) == (24, 0, 0, 0)
    [sentence] = unpacked(run.found)["units"][0]["warnings"]
    assert sentence.startswith("4 rows give a grade at moderation")
    imported(run)
    assert CaseAudit.objects.filter(moderated_grade=None).count() == 24
    assert counts(checked(good("case-audits"))) == (0, 0, 24, 0)
