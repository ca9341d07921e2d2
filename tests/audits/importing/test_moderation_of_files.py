"""What a file says of the moderation of grades: it fits together, and a second person's is left to
the page of the audit."""

from datetime import date, timedelta

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from tests.audits.importing.test_cases_of_files import row, told
from tests.dbs.importing.reading import asked, refused
from tests.kinds.rows import against
from tests.make.audits import case_audit, grade, grade_scale
from tests.make.people import post, second_persons, team

DAY, ONE = date(2015, 7, 6), timedelta(days=1)
database = pytest.mark.django_db
MODERATED = {"first_grade": "Good", "moderated_grade": "Good", "moderated_on": DAY}


@database
@pytest.mark.parametrize(
    ("said", "column", "words"),
    [
        ({"moderator": "Lead"}, None, ""),
        ({"moderator": None}, "moderator", "Select the post that moderated the grade"),
        ({"moderator": "Lead", "moderated_on": None}, "moderated_on", "Enter the date on which"),
        (
            {"moderator": "Lead", "moderated_on": DAY - ONE},
            "moderated_on",
            "the audit, 6 July 2015",
        ),
        ({"moderator": "Lead", "moderated_grade": None}, "moderated_grade", "it was moderated"),
        ({"moderator": "Practice Manager"}, "moderator", "other than the auditor’s"),
        ({"moderator": None, "moderated_on": None}, None, ""),
    ],
)
def test_a_moderation_in_a_file_fits_together_and_is_another_posts(said, column, words):
    team("North")
    grade_scale()
    said = MODERATED | said
    if said["moderator"]:
        said["moderator"] = post(said["moderator"])
    found = told(**said)
    assert [name for name, _, _ in found] == ([column] if column else [])
    assert not column or words in found[0][1]


@database
def test_a_file_of_a_small_council_is_held_to_its_policy_of_the_day_of_moderation():
    team("North")
    grade_scale()
    said = MODERATED | {"moderator": post("Practice Manager")}
    second_persons(from_date=DAY + ONE, audits=False, reason="There is one manager.")
    assert [column for column, _, _ in told(**said)] == ["moderator"]
    assert told(**said | {"moderated_on": DAY + ONE}) == []
    second_persons(from_date=DAY + 3 * ONE)
    assert told(**said | {"moderated_on": DAY + 2 * ONE}) == []
    assert [one for one, _, _ in told(**said | {"moderated_on": DAY + 3 * ONE})] == ["moderator"]


@database
def test_a_file_cannot_show_another_person_who_moderated_a_grade():
    team("North")
    grade_scale()
    said = MODERATED | {"moderator": post("Lead")}
    reading = against(CASE_AUDITS, row(**said))
    [wanted] = asked(CASE_AUDITS, row(**said))
    assert wanted.values["first_grade"] == grade("good")
    assert [wanted.values[name] for name in ("moderated_grade", "moderator", "moderated_on")] == [
        None
    ] * 3
    [sentence] = CASE_AUDITS.warnings([(2, row(**said)), (3, row(first_grade="Good"))], reading)
    assert sentence.startswith("1 row gives a grade at moderation")
    two = list(CASE_AUDITS.warnings([(2, row(**said)), (3, row(**said))], reading))
    assert two[0].startswith("2 rows give")
    second_persons(from_date=DAY, audits=False, reason="Before this service")
    [wanted] = asked(CASE_AUDITS, row(**said))
    assert (wanted.values["moderated_grade"], wanted.values["moderator"].title) == (
        grade("good"),
        "Lead",
    )
    assert list(CASE_AUDITS.warnings([(2, row(**said))], against(CASE_AUDITS, row(**said)))) == []


@database
def test_a_moderation_that_the_register_has_comes_back_unchanged():
    held = {"first_grade": grade("good"), "moderated_grade": grade("good"), "moderated_on": DAY}
    case_audit(reference="CA-1", audited_on=DAY, team=team("North"), moderator=post("Lead"), **held)
    said = MODERATED | {"moderator": post("Lead")}
    [wanted] = asked(CASE_AUDITS, row(**said))
    assert wanted.values["moderated_grade"] == grade("good")
    reading = against(CASE_AUDITS, row(**said))
    assert list(CASE_AUDITS.warnings([(2, row(**said))], reading)) == []


@database
def test_a_file_cannot_make_who_moderated_an_audit_its_auditor():
    north, lead = team("North"), post("Lead")
    graded = {"moderated_grade": grade("good"), "moderator": lead, "moderated_on": DAY}
    case_audit(reference="CA-1", audited_on=DAY, team=north, **graded)
    assert refused(CASE_AUDITS, row(auditor=lead)) == ["moderator"]
    assert refused(CASE_AUDITS, row()) == []
