"""Files about staff and audits, whole: read, checked, imported, undone."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from assurance.accounts.access import Subject
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.importing.register import DBS_REGISTER
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.imports import checks, operations
from assurance.imports.file_templates import standing_of
from assurance.imports.kinds import KINDS
from assurance.imports.run.lifecycle import tables_of, unpacked
from assurance.people.models.people import Engagement, Person
from assurance.tables.reader import read
from tests import cast
from tests.imports.registers import everything, without_keys
from tests.make import dbs, people
from tests.make.audits import grade_scale
from tests.make.people import team

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parents[3] / "fixtures" / "imports"
ON = date(2016, 1, 18)
# The posts that the fixture of case audits names.
AUDITORS = ("Independent Reviewing Officer", "Practice Manager", "Group Manager")


def given(name):
    """A file of the fixtures, or (name, text) of one typed here, checked."""
    name, content = (name, (FILES / name).read_bytes()) if isinstance(name, str) else name
    council = cast.make_council()
    tables = read(name, content if isinstance(content, bytes) else content.encode())
    officer = cast.officer(council)
    return checks.check(council=council, tables=tables, kinds=KINDS, by=officer, on=ON)


def imported(name):
    """The same, imported."""
    run = given(name)
    return operations.import_files(run=run, kinds=KINDS, by=cast.officer(), on=ON)


def counts(run):
    """Added, changed, same, refused."""
    return run.added, run.changed, run.same, run.refused


def refusals(run):
    """Row → the headings that refuse it."""
    columns = {}
    for one in unpacked(run.found)["units"][0]["refusals"]:
        columns.setdefault(one["row"], []).append(one["column"])
    return columns


def kind_of(run):
    """The kind that a run's one file was taken for."""
    return unpacked(run.found)["units"][0]["kind"]


@pytest.mark.long
def test_a_register_of_sixty_people_comes_in_once_and_undoing_it_leaves_nothing():
    cast.make_council()
    before = everything()
    run = imported("dbs-register.csv")
    assert counts(run) == (60, 0, 0, 0)
    assert Person.objects.count() == Engagement.objects.count() == 60
    assert DbsCheck.objects.count() == 58
    first = Person.objects.get(reference="H2000")
    assert (first.name, first.checks.get().certificate_number) == ("Alder Ashdown", "000000001001")
    assert Counter(Engagement.objects.values_list("group", flat=True))["foster_carer"] > 5
    assert Engagement.objects.get(person__reference="H2029").ends_on == date(2015, 11, 30)
    held = everything()
    assert counts(given("dbs-register.csv")) == (0, 0, 60, 0)
    assert everything() == held
    operations.undo(run=run, by=cast.officer(), on=ON)
    assert everything() == before


def test_each_spoiled_row_is_refused_at_its_column_and_the_rest_can_come_in():
    run = given("dbs-register-spoiled.csv")
    assert kind_of(run) == "dbs-register"
    assert refusals(run) == {
        2: ["Certificate number"],
        3: ["Certificate number"],
        4: ["Certificate issued on"],
        5: ["Certificate issued on"],
        6: ["Name"],
        7: ["Group"],
        8: ["Role ended on"],
        9: ["Certificate issued on"],
        10: ["Certificate number"],
        11: ["Certificate number"],
    }
    assert counts(run) == (2, 0, 0, 10)
    operations.import_files(run=run, kinds=KINDS, by=cast.officer(), on=ON)
    assert Person.objects.filter(name__startswith="<b>Bold</b> =cmd").count() == 1


@pytest.mark.long
def test_the_order_of_rows_and_columns_leaves_the_same_register():
    lines = (FILES / "dbs-register.csv").read_text("utf-8-sig").splitlines()
    run = imported("dbs-register.csv")
    first = without_keys(everything())
    operations.undo(run=run, by=cast.officer(), on=ON)
    turned = [",".join(reversed(line.split(","))) for line in (lines[0], *reversed(lines[1:]))]
    assert counts(imported(("turned.csv", "\n".join(turned)))) == (60, 0, 0, 0)
    assert without_keys(everything()) == first


def test_a_changed_name_is_shown_and_a_new_certificate_added():
    imported("dbs-register.csv")
    head = "Staff number,Full name,DBS certificate number,Date of issue\n"
    run = given(("some.csv", head + "H2000,Alder Newname,000000999999,14/05/2015\n"))
    assert counts(run) == (1, 0, 0, 0)
    operations.import_files(run=run, kinds=KINDS, by=cast.officer(), on=ON)
    person = Person.objects.get(reference="H2000")
    assert person.name == "Alder Newname" and person.checks.count() == 2


@pytest.mark.long
def test_rechecks_close_what_the_register_has_open():
    imported("dbs-register.csv")
    person = Person.objects.get(reference="H2001")
    dbs.application(person=person, submitted_on=date(2015, 11, 2))
    head = "Reference,Submitted on,Closed on,Outcome,DBS number,Date of issue\n"
    lines = (
        "H2001,2 November 2015,2015-12-01,Issued,000000777777,28/11/2015\nH2002,13/11/2015,,,,\n"
    )
    run = imported(("rechecks.csv", head + lines + "Z9,13/11/2015,,,,\n"))
    assert run.files[0]["kind"] == "dbs-rechecks"
    assert counts(run) == (2, 0, 0, 1)
    assert DbsApplication.objects.get(person=person).outcome == "certificate"
    assert person.checks.filter(issued_on=date(2015, 11, 28)).exists()


def test_an_update_service_answer_keeps_no_more_than_it_may():
    imported("dbs-register.csv")
    people.post("HR adviser")
    head = "DBS number;Looked up on;Status;Checked by;Consent\n"
    lines = [
        "000000001001;2015-12-10;BLANK_NO_NEW_INFO;HR adviser;Yes",
        "000000008920;2015-12-10;NON_BLANK_NO_NEW_INFO;HR adviser;Yes",
        "000000016839;2015-12-10;NEW_INFO;HR adviser;Yes",
        "000000024758;2015-12-10;NEW_INFO;HR adviser;No",
    ]
    run = given(("answers.csv", head + "\n".join(lines)))
    assert counts(run) == (3, 0, 0, 1)
    told = str(tables_of(run)) + str(unpacked(run.found))
    assert "BLANK" not in told.upper()
    operations.import_files(run=run, kinds=KINDS, by=cast.officer(), on=ON)
    answers = UpdateLookup.objects.order_by("person__reference").values_list("answer", flat=True)
    assert list(answers) == ["CURRENT", "CURRENT", "NOT_CURRENT"]


def test_half_a_year_of_case_audits_comes_in_by_the_councils_own_scale():
    team("North locality team", service="Child in Need Service")
    people.posts(*AUDITORS)
    people.second_persons(audits=False, reason="Before this service")
    grade_scale()
    run = imported("case-audits.csv")
    assert counts(run) == (24, 0, 0, 0)
    audits = CaseAudit.objects.all()
    assert {audit.auditor.title for audit in audits} == set(AUDITORS)
    assert audits.filter(shared_on__isnull=False).count() == 21
    assert audits.filter(recorded_on__isnull=False).count() == 19
    assert audits.filter(own_team=False).count() == 12
    assert audits.filter(moderated_grade__isnull=False).count() == 4
    assert audits.get(reference="QA-001").get_method_display() == "With the worker"


def test_without_the_team_the_posts_and_the_scale_every_audit_is_refused_with_what_to_do():
    run = given("case-audits.csv")
    assert counts(run) == (0, 0, 0, 24)
    assert refusals(run)[2] == ["Team", "First grade", "Grade at moderation", "Auditor’s post"]


def test_a_workforce_list_brings_people_and_roles_and_names_nobody_it_leaves_out():
    imported("dbs-register.csv")
    head = "Employee no,Full name,Staff group,Department,Job title,Start date\n"
    run = given(("hr.csv", head + "H3000,Elm Yew,Employee,Fostering,Social Worker,2016-02-01\n"))
    assert kind_of(run) == "workforce"
    assert counts(run) == (1, 0, 0, 0)
    said = str(unpacked(run.found))
    assert "59 people have a role" in said and "H2000" not in said


def test_somebody_with_two_roles_and_two_certificates_stands_in_two_rows():
    person = people.person(reference="A1")
    for role in ("Social Worker", "Foster carer"):
        people.engagement(person=person, role=role)
    for issued in (date(2012, 5, 1), date(2015, 5, 1)):
        dbs.dbs_check(person=person, issued_on=issued)
    people.person(reference="A2")
    headings, rows = standing_of(DBS_REGISTER, person.council)
    told = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [(one["Reference"], one["Role"]) for one in told] == [
        ("A1", "Social Worker"),
        ("A1", "Foster carer"),
        ("A2", None),
    ]
    assert {one["Certificate issued on"] for one in told} == {date(2015, 5, 1), None}


def test_what_stands_is_sent_to_who_keeps_it_alone(client):
    people.person(name="Quibblewick")
    address = reverse("imports:standing", kwargs={"key": "dbs-register", "form": "csv"})
    client.force_login(cast.officer())
    answer = client.get(address)
    assert "Quibblewick" in answer.content.decode("utf-8-sig")
    assert "attachment" in answer["Content-Disposition"]
    client.force_login(cast.officer(subject=Subject.AUDITS))
    assert client.get(address).status_code == 404
    client.force_login(cast.officer())
    assert client.get(address.replace(".csv", ".doc")).status_code == 404
