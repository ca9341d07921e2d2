"""The HR list on the page: compared by file, nothing kept, each chosen change by its operation."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assurance.dbs.hr_changes import NOT_READ, sealed, take_over
from assurance.imports.models import ImportRun
from assurance.people.models.people import Engagement, Person
from assurance.records.history import HistoryEntry
from assurance.tables.workbook.writer import write_xlsx
from tests.cast import make_council, officer
from tests.dbs.reminding import page_of
from tests.make import people
from tests.page_requests import errors

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)
HEADINGS = "Employee number,Full name,Job title,Directorate,Start date,Leaving date\n"


def given(client, text, name="hr.csv", groups=("employee",)):
    """The answer to a list that is given as a file."""
    file = SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
    return client.post("/dbs/hr-list/", {"file": file, "groups": list(groups)})


def somebody(reference, name, **fields):
    """Somebody on the register with a role."""
    person = people.person(reference=reference, name=name)
    return people.engagement(person=person, **fields)


def tokens(answer, part):
    """The tokens of every choice of a part."""
    lines = answer.context["lines"][part]
    return [choice["token"] for line in lines for choice in line["choices"]]


def everything():
    """All rows that a comparison could touch."""
    return (
        list(Person.objects.values_list("pk", "reference", "name", "version")),
        list(Engagement.objects.values_list("pk", "role", "service", "ends_on", "version")),
        HistoryEntry.objects.count(),
        ImportRun.objects.count(),
    )


@pytest.fixture
def lists(signed_in):
    """A register of four, and the answer to a list that differs in each way."""
    somebody("A1", "Robin Ashdown", starts_on=date(2014, 3, 1))
    somebody("A2", "Sam Bright", starts_on=date(2014, 3, 1))
    somebody("A3", "Kit Castle", starts_on=date(2014, 3, 1))
    somebody("A4", "Lee Dunn")
    before = everything()
    answer = given(
        signed_in,
        HEADINGS
        + "A1,Robin Ashdown,Social Worker,Child in Need,01/03/2014,\n"
        + "A2,Sam Bright-Hale,Social Worker,Fostering,01/03/2014,\n"
        + "A3,Kit Castle,Social Worker,Child in Need,01/03/2014,31/12/2015\n"
        + "A9,Max Ellis,Team Manager,Fostering,04/01/2016,\n"
        + "A8,Pat Frost,Social Worker,Fostering,,\n",
    )
    assert everything() == before, "a comparison keeps nothing"
    return answer


def test_a_list_is_compared_person_by_person(lists):
    page = page_of(lists)
    result = lists.context["result"]
    assert (result.agree, len(result.differing), len(result.only_hr)) == (1, 1, 2)
    assert (len(result.only_here), len(result.left)) == (1, 1)
    assert "in the list Fostering, here Child in Need" in page
    assert "in the list Sam Bright-Hale, here Sam Bright" in page
    assert "End the role Social Worker on 31 December 2015" in page
    assert "The list does not give the start date" in page
    assert "Lee Dunn" in page


def test_what_is_chosen_is_taken_over_and_nothing_else(lists, signed_in):
    chosen = [token for part in ("differing", "only_hr", "left") for token in tokens(lists, part)]
    chosen = [token for token in chosen if token]
    answer = signed_in.post("/dbs/hr-list/take/", {"change": chosen}, follow=True)
    assert "4 changes taken over" in page_of(answer), "two fields of one record are one change"
    sam = Person.objects.get(reference="A2")
    assert sam.name == "Sam Bright-Hale" and sam.engagements.get().service == "Fostering"
    assert Person.objects.get(reference="A3").engagements.get().ends_on == date(2015, 12, 31)
    new = Person.objects.get(reference="A9").engagements.get()
    assert (new.role, new.service, new.group, new.starts_on) == (
        *("Team Manager", "Fostering", "employee"),
        date(2016, 1, 4),
    )
    assert not Person.objects.filter(reference="A8").exists()
    assert Person.objects.get(reference="A4").engagements.get().ends_on is None


def test_one_of_two_differences_alone_can_be_taken_over(lists, signed_in):
    name, service = tokens(lists, "differing")
    signed_in.post("/dbs/hr-list/take/", {"change": [service]})
    sam = Person.objects.get(reference="A2")
    assert (sam.name, sam.engagements.get().service) == ("Sam Bright", "Fostering")
    assert name


def test_a_record_that_was_changed_meanwhile_is_left_alone_and_said(lists, signed_in):
    Person.objects.filter(reference="A2").update(version=2, name="Sam Third")
    answer = signed_in.post(
        "/dbs/hr-list/take/", {"change": tokens(lists, "differing")}, follow=True
    )
    page = page_of(answer)
    assert "Sam Third was changed meanwhile: compare the list again" in page
    assert "1 change taken over" in page and Person.objects.get(reference="A2").name == "Sam Third"


def test_a_second_role_of_the_list_is_added_to_the_same_person(signed_in):
    role = somebody("A1", "Robin Ashdown", starts_on=date(2014, 3, 1))
    answer = given(
        signed_in,
        HEADINGS
        + "A1,Robin Ashdown,Social Worker,Child in Need,01/03/2014,\n"
        + "A1,Robin Ashdown,Practice Educator,Academy,01/09/2015,\n",
    )
    assert "Add the role Practice Educator" in page_of(answer)
    signed_in.post("/dbs/hr-list/take/", {"change": tokens(answer, "differing")})
    assert [row.role for row in role.person.engagements.order_by("pk")] == [
        "Social Worker",
        "Practice Educator",
    ]


def test_a_workbook_is_read_as_well_and_rows_that_cannot_be_read_are_told(signed_in):
    somebody("A1", "Robin Ashdown", starts_on=date(2014, 3, 1))
    rows = [
        ["A1", "Robin Ashdown", date(2014, 3, 1), "10"],
        ["", "No reference", date(2014, 3, 1), "9"],
        ["A7", "Bad day", "the third", "9"],
    ]
    content = write_xlsx(["Staff number", "Name", "Start date", "Pay grade"], rows)
    answer = given(signed_in, content, "hr.xlsx")
    page = page_of(answer)
    assert answer.context["result"].agree == 1
    assert "Columns that were not read: Pay grade" in page
    assert "Row 3: Reference is empty. Fill it in." in page and "Row 4, “" in page


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("", "file", "The file is empty"),
        ("Name,Job title\nRobin,Social Worker\n", "file", "The list has no column “Reference”"),
        ("%PDF-1.4 nothing", "file", ""),
    ],
)
def test_a_file_that_cannot_be_compared_is_refused_with_a_sentence(signed_in, text, field, words):
    found = errors(given(signed_in, text))
    assert list(found) == [field] and words in found[field][0]


def test_nothing_chosen_and_a_choice_that_was_meddled_with_have_a_sentence(signed_in):
    page = page_of(signed_in.post("/dbs/hr-list/take/", {}, follow=True))
    assert "Choose at least one change to take over." in page
    page = page_of(signed_in.post("/dbs/hr-list/take/", {"change": ["x:y"]}, follow=True))
    assert NOT_READ in page
    assert list(errors(signed_in.post("/dbs/hr-list/", {}))) == ["file", "groups"]


def test_what_the_register_refuses_and_another_council_s_record_stop_nothing_else():
    own = somebody("A1", "Robin Ashdown", starts_on=date(2014, 3, 1))
    other = make_council("otherby")
    theirs = people.person(council=other, reference="B1")
    choices = [
        sealed("role", {"ends_on": date(2013, 1, 1)}, pk=own.pk, version=1),
        sealed("person", {"name": "Taken"}, pk=theirs.pk, version=1),
        sealed("person", {"name": "Robin Hale"}, pk=own.person_id, version=1),
    ]
    result = take_over(choices, council=make_council(), by=officer(), on=DAY)
    assert result.done == 1 and len(result.refused) == 2
    assert result.refused[0].startswith("A1: It starts on 1 March 2014")
    own.person.refresh_from_db(), theirs.refresh_from_db()
    assert own.person.name == "Robin Hale" and theirs.name != "Taken"


def test_two_hundred_of_a_kind_are_shown_and_the_rest_is_said(signed_in):
    rows = "".join(f"Z{n:03},Somebody {n},Worker,Fostering,01/03/2014,\n" for n in range(205))
    answer = given(signed_in, HEADINGS + rows)
    assert "The first 200 are shown" in page_of(answer)
    assert len(tokens(answer, "only_hr")) == 200
    assert len(answer.context["result"].only_hr) == 205
