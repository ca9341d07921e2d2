"""What cells name and nobody knows: refused with all that is wrong of its row, offered on the page
of the check, added by one press, and the files are checked again."""

import re

import pytest
from django.urls import reverse

from assurance.accounts.access import GRANTS, Permission, Role
from assurance.governance.importing.documents import DOCUMENTS
from assurance.governance.importing.risks import RISKS
from assurance.governance.models.documents import Document
from assurance.imports import kinds, operations
from assurance.imports.models import UPLOADED, WAITING, ImportRun
from assurance.imports.run.display import parts_of
from assurance.imports.run.lifecycle import unpacked
from assurance.improvement.importing import ACTIONS
from assurance.improvement.models.actions import Action
from assurance.people.models.posts import Post
from assurance.records.history import HistoryEntry
from assurance.reviews.importing import FINDINGS
from tests import cast
from tests.imports.registers import everything
from tests.improvement.entries import line
from tests.make import findings, imports, matters, people
from tests.make.imports import ON, checked, checked_rows, counts, imported_rows, table
from tests.make.improvements import priority
from tests.page_requests import words

pytestmark = pytest.mark.django_db
HEADINGS = ("Title", "Kind", "Owner", "Applies from", "Applies until")


@pytest.fixture(autouse=True)
def small_kinds(monkeypatch, settings):
    """The kinds of the subjects, in place of those that the engine's other tests bring."""
    monkeypatch.setattr(kinds, "KINDS", [ACTIONS, DOCUMENTS, RISKS])
    settings.CANDOUR_TODAY = ON.isoformat()


def documents(*owners, name="documents.csv"):
    """A file of documents, one of each of `owners`."""
    rows = [(f"{name} {number}", "Policy", who, None, None) for number, who in enumerate(owners)]
    return table(*rows, headings=HEADINGS, name=name)


def given(*tables, **said):
    """A run of these files, checked."""
    return checked(*tables, kinds=kinds.KINDS, **said)


def wrong(run):
    """(row, column, what is wrong) of each refusal of a run."""
    return [
        (one["row"], one["column"], one["wrong"])
        for unit in unpacked(run.found)["units"]
        for one in unit["refusals"]
    ]


def offered(client, run):
    """The titles that the page of a check offers to add."""
    page = client.get(reverse("imports:record", args=[run.pk])).content.decode()
    return re.findall(r'name="title" value="([^"]*)"', page)


def add(client, run, *titles):
    """The page after `titles` were chosen and the button pressed."""
    return client.post(reverse("imports:add-titles", args=[run.pk]), {"title": titles}, follow=True)


NOBODY = "No post has this title."


def test_an_unknown_post_refuses_its_row_with_all_else_that_is_wrong_of_it():
    rows = [
        ("Plan", "Policy", "Head of Bees", "2016-01-02", "2016-01-01"),
        ("Other", "Policy", "Head of Bees", None, None),
        ("!!!", "Policy", "Head of Wasps", None, None),
        ("Fine", "Policy", "Head of Service", None, None),
    ]
    people.post()
    run = given(table(*rows, headings=HEADINGS))
    assert counts(run) == (1, 0, 0, 3)
    columns = {}
    for row, column, sentence in wrong(run):
        columns.setdefault(row, set()).add(column)
        assert (sentence == NOBODY) is (column == "Owner’s post")
    assert columns == {
        2: {"Owner’s post", "Applies until"},
        3: {"Owner’s post"},
        4: {"Owner’s post", "Document"},
    }


def test_owner_and_checker_of_one_row_are_both_told():
    priority(title="Care leavers")
    done = {"status": "Blue", "done_on": "2015-12-01", "evidence": "Forty plans were read"}
    dates = {"starts_on": "2015-05-17", "due_on": "2015-12-31"}
    run = checked_rows(ACTIONS, line(**done, **dates, owner="Head of Bees", checker="Queen"))
    # A second person, whom a file cannot show, is asked for as well.
    progress, *rest = wrong(run)
    assert progress[1] == "Progress"
    assert rest == [(2, "Owner’s post", NOBODY), (2, "Post that checked it", NOBODY)]
    [unit] = unpacked(run.found)["units"]
    assert [title for _, title in unit["unknown"]] == ["Head of Bees", "Queen"]
    run = checked_rows(ACTIONS, line(**done, **dates, owner="Queen", checker="QUEEN"))
    assert [column for _, column, _ in wrong(run)] == [
        *("Post that checked it", "Progress", "Owner’s post", "Post that checked it"),
    ]


def test_a_post_is_found_whatever_its_case_and_its_spaces():
    of = people.post("Head of  Ångström Team")
    run = given(documents("HEAD OF ÅNGSTRÖM TEAM", " head of ångström  team "))
    assert counts(run) == (2, 0, 0, 0)
    operations.import_files(run=run, kinds=kinds.KINDS, by=cast.officer(), on=ON)
    assert {row.owner for row in Document.objects.all()} == {of}


def test_a_post_of_another_council_is_not_known():
    people.post("Head of Bees", council=cast.make_council("elsewhere"))
    assert wrong(given(documents("Head of Bees"))) == [(2, "Owner’s post", NOBODY)]


def test_of_two_posts_of_one_title_the_one_that_came_last_is_meant():
    from_, until = people.LONG_AGO.replace(year=2014), people.LONG_AGO.replace(year=2013)
    new = people.post("Head of Bees", slug="new", from_date=from_)
    Post.objects.create(
        council=new.council, slug="old", title="Head of bees", from_date=people.LONG_AGO,
        to_date=until,
    )  # fmt: skip
    run = given(documents("Head of Bees"))
    operations.import_files(run=run, kinds=kinds.KINDS, by=cast.officer(), on=ON)
    assert Document.objects.get().owner == new


def test_rows_of_one_record_are_all_refused_where_one_names_an_unknown_post():
    matters.scale()
    headings = ("Risk", "Cause", "Control", "Owner’s post", "Opened")
    whole = ("A flood", "Rain", "Sandbags", "Head of Bees", "2015-04-01")
    run = given(table(whole, ("A flood", None, None, None, "2015-04-01"), headings=headings))
    elsewhere = "Another row of this record names a post that is not listed."
    assert wrong(run) == [(2, "Owner’s post", NOBODY), (3, "Owner’s post", elsewhere)]


def test_chosen_titles_are_added_by_one_press_and_the_files_checked_again(client, officer):
    people.post()
    run = given(documents("Head of Bees", "Head of Wasps", "Head of Service"), by=officer)
    page = client.get(reverse("imports:record", args=[run.pk]))
    assert "Posts that are not known" in words(page)
    assert offered(client, run) == ["Head of Bees", "Head of Wasps"]
    answer = add(client, run, "Head of Bees")
    assert "1 post added." in words(answer)
    assert offered(client, run) == ["Head of Wasps"]
    run.refresh_from_db()
    assert counts(run) == (2, 0, 0, 1) and run.state == "checked"
    made = Post.objects.get(title="Head of Bees")
    assert (made.slug, made.council, made.to_date) == ("head-of-bees", officer.council, None)
    assert made.from_date.year == 2000 and made.holder_on(ON) is None
    entry = HistoryEntry.objects.get(what="posts.add_several")
    assert entry.changes["posts"]["to"] == ["Head of Bees"]
    answer = add(client, run, "Head of Wasps")
    assert "Posts that are not known" not in words(answer) and not offered(client, run)
    client.post(reverse("imports:import", args=[run.pk]), {"looked": "on"})
    owners = Document.objects.order_by("title").values_list("owner__title", flat=True)
    assert list(owners) == ["Head of Bees", "Head of Wasps", "Head of Service"]


def test_what_has_to_be_added_first_is_led_to(client, officer, monkeypatch):
    monkeypatch.setattr(kinds, "KINDS", [ACTIONS, FINDINGS])
    headings = [column.label for column in FINDINGS.columns[:4]]
    findings.review(title=f"Inspection of {'many ' * 25}services")
    rows = [("Inspection of 2019", "Strength", None, f"Clear plans {n}") for n in "ab"]
    run = given(table(*rows, headings=headings), by=officer)
    here = reverse("imports:record", args=[run.pk])
    page = client.get(here).content.decode()
    assert f'href="{reverse("reviews:add")}?for={here}">Add a review</a>' in page
    assert "Rows name a review that is not here." in words(client.get(here))
    assert page.count("Write one of") == page.count("The same as for row 2.") == 1
    reader = cast.make_user("officer", subject="dbs")
    assert parts_of(run, unpacked(run.found), reader)[0]["missing"][0][1] == ""


def test_a_title_is_offered_once_however_often_and_in_whatever_case_files_name_it(client, officer):
    run = given(
        documents("Head of Bees", "HEAD OF BEES", "head of bees"),
        documents("head of BEES", "Head of Wasps", name="more.csv"),
        by=officer,
    )
    assert offered(client, run) == ["Head of Bees", "Head of Wasps"]
    assert "2 posts added." in words(add(client, run, "Head of Bees", "Head of Wasps"))
    run.refresh_from_db()
    assert counts(run) == (5, 0, 0, 0)
    assert Post.objects.count() == 2


def test_titles_that_the_files_do_not_name_are_ignored(client, officer):
    people.post()
    run = given(documents("Head of Bees", "Head of Service"), by=officer)
    before = HistoryEntry.objects.count()
    for titles in ((), ("Head of Service",), ("Director", "head of bees"), ("x" * 5000,)):
        assert add(client, run, *titles).status_code == 200
    assert Post.objects.count() == 1 and HistoryEntry.objects.count() == before
    add(client, run, "Director", "Head of Bees")
    assert {post.title for post in Post.objects.all()} == {"Head of Bees", "Head of Service"}


def test_a_title_that_somebody_added_meanwhile_is_refused_in_words(client, officer):
    run = given(documents("Head of Bees"), by=officer)
    people.post("Head of bees")
    assert "Another post has the title" in words(add(client, run, "Head of Bees"))
    assert Post.objects.count() == 1


def test_a_title_that_is_no_title_of_a_post_is_refused_in_words(client, officer):
    run = given(documents("???"), by=officer)
    assert add(client, run, "???").status_code == 200


def test_who_may_not_add_posts_is_told_who_can_and_adds_none(client, officer, monkeypatch):
    fewer = GRANTS[Role.OFFICER] - {Permission.KEEP_POSTS}
    monkeypatch.setitem(GRANTS, Role.OFFICER, fewer)
    run = given(documents("Head of Bees", "Head of Wasps"), by=officer)
    page = words(client.get(reverse("imports:record", args=[run.pk])))
    assert "Head of Bees; Head of Wasps. Who keeps the list of posts can add them." in page
    assert not offered(client, run)
    add(client, run, "Head of Bees")
    assert not Post.objects.exists()


def test_an_officer_of_another_subject_or_council_adds_nothing(client):
    run = given(documents("Head of Bees"))
    elsewhere = cast.officer(cast.make_council("elsewhere"))
    for who in (elsewhere, cast.officer(subject="dbs")):
        client.force_login(who)
        assert add(client, run, "Head of Bees").status_code == 404
    assert not Post.objects.exists()


@pytest.mark.parametrize("state", [UPLOADED, WAITING])
def test_nothing_is_added_while_the_files_are_read_or_imported(client, officer, state):
    run = given(documents("Head of Bees"), by=officer)
    ImportRun.objects.filter(pk=run.pk).update(state=state)
    client.post(reverse("imports:add-titles", args=[run.pk]), {"title": "Head of Bees"})
    assert not Post.objects.exists()
    assert ImportRun.objects.get().state == state


def test_nothing_is_added_for_a_run_that_is_over(client, officer):
    run = imports.import_run(state="cancelled")
    assert add(client, run, "Head of Bees").status_code == 200
    assert not Post.objects.exists()


def test_undoing_an_import_leaves_the_posts_that_were_added_for_it(client, officer):
    priority(title="Care leavers")
    run = checked_rows(ACTIONS, line(owner="Head of Bees"))
    add(client, run, "Head of Bees")
    before = everything()
    run = imported_rows(ACTIONS, line(owner="head of bees"))
    assert Action.objects.get().owner.title == "Head of Bees"
    operations.undo(run=run, by=officer, on=ON)
    assert everything() == before
    assert Post.objects.get().title == "Head of Bees"
