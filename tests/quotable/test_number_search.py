"""A number that is typed finds the figures that have it as their value, and never a hidden one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.records import history
from reports.papers.manuscript import read
from reports.quotable import number_search
from tests import cast
from tests.make import drafts, looked_after
from tests.page_requests import at
from tests.papers.assembly.test_disclosure_of_a_paper import worlds
from tests.papers.assembly.test_every_record_quoted import with_records
from tests.sampling import sample

pytestmark = pytest.mark.django_db
KEY = "looked_after.placement"
MEMBERS = ("agency_foster", "foster_own", "not_broken_down")
DAY = drafts.POSITION.end
MOST = 20
# Each number that a part of some population has, and its share of the whole.
PARTS = sorted({number for counts in (*worlds(), (8, 8, 24)) for number in (*counts, sum(counts))})
NUMBERS = (*map(str, PARTS), *sorted({f"{100 * number // 40}%" for number in PARTS}))


@pytest.fixture(autouse=True)
def nothing_kept():
    """Makers of records write no history, by which it is known whether what was read is so."""
    number_search._answers_at.cache_clear()


@pytest.fixture
def user(db):
    return cast.clerk()


@pytest.fixture
def draft(user):
    """A report of which records are few."""
    return drafts.written(user)


def found(browser, paper, text, block=""):
    """(the rows that have the number, the most queries of one answer)."""
    rows, following, most = [], 0, 0
    while following is not None:
        address = at(paper, "quotable-number", q=text, block=block, first=following)
        with CaptureQueriesContext(connection) as queries:
            answer = browser.get(address).json()
        most = max(most, len(queries))
        rows += answer["entries"]
        following = answer["following"]
    return rows, most


def test_a_number_finds_the_figures_that_have_it_now_in_the_form_that_was_typed(
    client, draft, user
):
    client.force_login(user)
    looked_after.Census.objects.filter(date=drafts.POSITION.end).update(total=16)
    for text, token, printed in (
        ("16", "[[looked_after.children]]", "16"),
        ("sixteen", "[[looked_after.children | words]]", "sixteen"),
        ("210", "[[looked_after.children @comparison]]", "210"),
    ):
        rows, _most = found(client, draft, text)
        by_token = {row["token"]: row for row in rows}
        assert by_token[token]["words"] == printed
        assert by_token[token]["group"] == f"Has the value {printed} now"
    assert found(client, draft, "children")[0] == []


@pytest.mark.long
def test_what_the_report_quotes_comes_first_and_the_names_come_besides(client, draft, user):
    client.force_login(user)
    rows, _most = found(client, draft, "2", "audits")
    assert rows[0]["token"] == "[[audits.done @year]]"
    answer = client.get(at(draft, "quotable", q="2")).json()
    assert answer["is_number"] and answer["count"] > 0
    assert not client.get(at(draft, "quotable", q="children")).json()["is_number"]


@pytest.mark.long
def test_an_answer_takes_few_queries_however_far_the_search_has_come(client, draft, user):
    client.force_login(user)
    looked_after.Census.objects.filter(date=DAY).delete()
    with_records(draft.council)
    for text in ("2", "188", "24%25", "1234567"):
        assert found(client, draft, text)[1] <= MOST
    # What was read once is kept while no record changes.
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(at(draft, "quotable-number", q="77")).json()
    assert answer["following"] is None and len(queries) <= 12


@pytest.mark.long
def test_what_was_read_is_read_again_once_a_record_has_changed(client, draft, user):
    client.force_login(user)
    assert not found(client, draft, "187")[0]
    looked_after.Census.objects.filter(date=drafts.POSITION.end).update(total=187)
    assert not found(client, draft, "187")[0]
    history.record(what="test.change", about=draft, changes=(), by=user, on=drafts.ON)
    tokens = [row["token"] for row in found(client, draft, "187")[0]]
    assert "[[looked_after.children]]" in tokens


def with_history(paper):
    """The paper, in a council whose history has begun: what is read of it is kept for one world."""
    history.record(what="test.change", about=paper, changes=(), by=cast.clerk(), on=drafts.ON)
    return paper


def everything_found(paper, counts):
    """Number typed → the tokens that it finds, of every number that could be there, where the
    census of the day has `counts`."""
    looked_after.CensusCount.objects.filter(census__date=DAY).delete()
    looked_after.Census.objects.filter(date=DAY).delete()
    parts = {"placement": dict(zip(MEMBERS, counts, strict=True))}
    looked_after.census(parts, council=paper.council, date=DAY, total=sum(counts))
    number_search._answers_at.cache_clear()
    manuscript, result = read(paper), {}
    for text in NUMBERS:
        following, tokens = 0, []
        while following is not None:
            answer = number_search.matches(manuscript, text, "children", {}, following)
            tokens += [row.entry.token for row in answer.rows]
            following = answer.following
        result[text] = sorted(token for token in tokens if "looked_after" in token)
    return result


def test_populations_that_differ_in_hidden_numbers_are_found_by_the_same_numbers():
    """Whoever tries every number learns nothing that the report does not print."""
    paper = with_history(drafts.written(cast.clerk()))
    first, *others = sample(sorted(worlds()), 3)
    known = everything_found(paper, first)
    assert known["40"] == ["[[looked_after.children]]"]
    assert not any(KEY in token for tokens in known.values() for token in tokens)
    for counts in others:
        assert everything_found(paper, counts) == known, counts


def test_populations_without_a_small_number_are_found_by_theirs():
    """The test of the test: what is not hidden is found, as a number and as a share."""
    paper = with_history(drafts.written(cast.clerk()))
    known = everything_found(paper, (8, 8, 24))
    assert known["8"] == [f"[[{KEY}:agency_foster]]", f"[[{KEY}:foster_own]]"]
    assert known["24"] == [f"[[{KEY}:not_broken_down]]"]
    assert f"[[{KEY}:not_broken_down | percent]]" in known["60%"]
