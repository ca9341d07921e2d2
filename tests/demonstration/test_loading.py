"""The command that makes the demonstration: once, in an empty database, and never on a server."""

from io import StringIO

import pytest
from django.core.management import call_command

from assurance.accounts.access import Role
from assurance.accounts.models.accounts import Council, User
from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from assurance.surveys.models import Answer, Survey
from reports.demonstration import load as loading
from reports.editions.models.editions import Edition, EditionFile
from reports.papers.models.papers import Paper
from reports.service import lookup

pytestmark = pytest.mark.django_db
# Beside an account for each role, a second who approves and officers of one subject.
ROLES = {"legal": "approver", "manager": "officer", "quality": "officer", "assistant": "officer"}
ROLES |= {"workforce": "officer", "protection": "data_protection"}


def load(folder):
    """What the command says."""
    said = StringIO()
    call_command("load_demonstration", to=folder, day=str(loading.DAY), stdout=said)
    return said.getvalue()


def test_the_first_run_says_where_everything_is(demonstration):
    assert demonstration.startswith("The demonstration council has been made")
    assert demonstration.index("january-2016.pdf") < demonstration.index("january-2016.html")
    assert "CANDOUR_TODAY=2016-01-18" in demonstration
    assert all(one.email in demonstration for one in loading.sign_ins())


def test_a_second_run_changes_nothing_and_says_the_sign_ins_again(
    demonstration, tmp_path, django_assert_max_num_queries
):
    rows = HistoryEntry.objects.count()
    with django_assert_max_num_queries(20):
        said = load(tmp_path)
    assert said.startswith("The demonstration is here already: nothing has changed.")
    assert HistoryEntry.objects.count() == rows
    assert str(tmp_path / "january-2016.pdf") in said
    assert "18 January 2016" in said
    for one in loading.sign_ins():
        assert one.email in said
        assert one.password in said


def test_the_files_written_are_the_ones_that_were_issued(demonstration, tmp_path):
    load(tmp_path)
    load(tmp_path)
    for file in loading.issued_files():
        assert (tmp_path / file.name).read_bytes() == bytes(file.content)
    suffixes = {one.suffix for one in tmp_path.iterdir()}
    assert suffixes == {".css", ".csv", ".docx", ".html", ".json", ".pdf"}


def test_everybody_can_sign_in_and_holds_one_role(demonstration):
    for one in loading.sign_ins():
        user = User.objects.get(email=one.email)
        assert user.check_password(one.password)
        assert user.roles(loading.DAY) == [ROLES.get(one.word, one.word)]
    words = {one.word for one in loading.sign_ins()}
    assert {*ROLES} < words
    assert {ROLES.get(word, word) for word in words} == {*Role.values}


def test_its_history_is_whole_and_tells_its_days_in_their_order(demonstration):
    council = Council.objects.get()
    days = list(HistoryEntry.objects.of(council).values_list("on", flat=True))
    assert history_chain.damage(council.slug) is None
    assert days == sorted(days)
    assert len(days) > 500


def test_two_papers_are_issued(demonstration):
    states = dict(Paper.objects.values_list("slug", "status"))
    assert states == {
        "july-2015": Paper.ISSUED,
        "january-2016": Paper.ISSUED,
    }
    days = dict(Edition.objects.values_list("paper__slug", "issued_on"))
    assert {slug: str(day) for slug, day in days.items()} == {
        "july-2015": "2015-07-13",
        "january-2016": "2016-01-18",
    }
    assert lookup.paper("latest", Council.objects.get()).slug == "january-2016"
    words = EditionFile.objects.filter(name__endswith=".docx")
    assert {one.edition.paper.slug for one in words} == {"july-2015", "january-2016"}


def test_what_children_say_is_there_with_every_base(demonstration):
    [of] = Survey.objects.all()
    words = {row.wave.label: [] for row in Answer.objects.listed().to_tell()}
    for row in Answer.objects.listed().to_tell():
        words[row.wave.label].append(row.said)
    assert words == {
        "2013": ["63%, base not known", "58%, base not known", "70%, base not known"],
        "2015": ["47 of 81, 58%", "50 of 82, 61%", "61 of 82, 74%", "74 of 83, 89%"],
    }
    assert of.latest_wave.label == "2015"
