"""Before anything is typed: what was used last, then what is of the subject of the section."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.papers.manuscript import read
from reports.papers.operations import papers as writing
from reports.quotable.catalogue import catalogue, nearest_words
from reports.quotable.recent import MOST_RECENT, RECENT, subject_at, with_first
from tests import cast
from tests.make import drafts
from tests.page_requests import at

pytestmark = pytest.mark.django_db
EARLIER = "[[looked_after.children @comparison]]"
DAY = "[[date:comparison | short]]"


@pytest.fixture
def clerk():
    return cast.clerk()


@pytest.fixture
def draft(clerk):
    return drafts.written(clerk)


def changed(draft, slug, text, by):
    row = draft.blocks.get(slug=slug)
    words = {"heading": row.heading, "text": text, "data": row.data}
    writing.change_block(block=row, version=row.version, words=words, by=by, on=drafts.ON)


def recent(draft, user, slug=""):
    manuscript = read(draft)
    rows = with_first(manuscript, catalogue(manuscript), user, slug, {})
    return [row.token for row in rows if row.group == RECENT]


def test_what_somebody_put_in_comes_first_the_newest_before_the_older_and_others_after(
    draft, clerk
):
    other = cast.clerk()
    assert recent(draft, clerk) == []
    changed(draft, "purpose", f"There were {EARLIER}.", clerk)
    changed(draft, "audits", f"On {DAY}: [[audits.done @year]].", other)
    assert recent(draft, clerk) == [EARLIER, DAY]
    assert recent(draft, other) == [DAY, EARLIER]
    changed(draft, "purpose", f"There were {EARLIER} on [[date:position]].", clerk)
    assert recent(draft, clerk) == ["[[date:position]]", EARLIER, DAY]


def test_what_a_report_was_begun_with_is_nobodys_choice_but_fills_the_rows_that_are_left(
    draft, clerk
):
    manuscript = read(draft)
    used = {"[[audits.done @year]]": 1, "[[looked_after.children]]": 0, "[[no.figure]]": 0}
    rows = with_first(manuscript, catalogue(manuscript), clerk, "", used)
    tokens = [row.token for row in rows if row.group == RECENT]
    assert tokens == ["[[looked_after.children]]", "[[audits.done @year]]"]
    assert len({row.token for row in rows}) == len(rows) == len(catalogue(manuscript))


def test_no_more_than_eight_are_shown_as_used_last(draft, clerk):
    names = ("position", "comparison", "year", "period")
    forms = ("", " | short")
    text = " ".join(f"[[date:{name}{form}]]" for name in names for form in forms)
    changed(draft, "purpose", f"{text} {EARLIER} [[looked_after.children]]", clerk)
    assert len(recent(draft, clerk)) == MOST_RECENT


def test_the_subject_of_a_section_is_that_of_its_figures_or_of_its_heading(draft, clerk):
    changed(draft, "audits", "Managers audited [[audits.done @year]] of [[audits.shared @year]] "
            "[[audits.moderated @year]] files.", clerk)  # fmt: skip
    manuscript = read(draft)
    assert subject_at(manuscript, "children") == "Case-file audits"
    assert subject_at(manuscript, "work") == "Case-file audits"
    assert subject_at(manuscript, "purpose") == subject_at(manuscript, "none such") == ""
    rows = with_first(manuscript, catalogue(manuscript), clerk, "children", {})
    rest = [row for row in rows if row.group != RECENT]
    assert rest[0].group == "Case-file audits" and rest[0].is_usual
    for slug, text in (("audits", "No figure."), ("children", "None here either.")):
        changed(draft, slug, text, clerk)
    assert subject_at(read(draft), "work") == ""
    draft.blocks.filter(slug="work").update(heading="DBS checks of staff")
    assert subject_at(read(draft), "children") == "DBS checks"


@pytest.mark.long
def test_the_first_answer_has_them_within_its_queries(client, draft, clerk):
    changed(draft, "purpose", f"There were {EARLIER}.", clerk)
    client.force_login(clerk)
    address = at(draft, "quotable", block="children")
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        first, *others = client.get(address).json()["entries"]
    assert (first["group"], first["token"], first["words"]) == (RECENT, EARLIER, "210")
    assert len(queries) <= 20 and len(others) == 11
    client.get(at(draft, "quotable", block="no-such-block", q="%20"))


@pytest.mark.long
def test_a_search_that_finds_nothing_offers_words_like_it_that_find_something(client, draft, clerk):
    client.force_login(clerk)
    answer = client.get(at(draft, "quotable", q="childern lookd")).json()
    assert answer["entries"] == []
    assert answer["nearest"][0] == "children looked"
    for text in answer["nearest"]:
        assert client.get(at(draft, "quotable", q=text)).json()["count"] > 0
    assert client.get(at(draft, "quotable", q="children")).json()["nearest"] == []
    entries = catalogue(read(draft))
    for text in ("", "zzzzzzzz qqqqq", "²½", "%", "a" * 200):
        assert nearest_words(entries, text) == []
