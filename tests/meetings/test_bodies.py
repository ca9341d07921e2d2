"""Committees, boards and forums are one kind of row; neither is met where the other is meant."""

import pytest
from django.urls import reverse

from assurance.meetings.models.bodies import Body
from assurance.records import history, operations
from assurance.records.refusals import Refused
from reports.papers.assembly.records import field_text
from reports.papers.operations.templates import add_committee
from tests import cast
from tests.make import matters, papers
from tests.make.drafts import ON

pytestmark = pytest.mark.django_db
SAID = {"kind": "board", "interval": "monthly", "chair_role": "Lead member"}


def test_a_board_may_have_the_name_of_a_committee_and_each_has_its_own_once():
    by = cast.officer()
    kept = {"council": by.council, "by": by, "on": ON}
    committee = add_committee(slug="scrutiny", title="Scrutiny", meetings=(), **kept)
    board = operations.create(model=Body, title="Scrutiny", **SAID, **kept)
    assert committee.slug == board.slug
    assert [*Body.committees.all()] == [committee] and [*Body.forums.all()] == [board]
    assert [history.subject_kind(one) for one in (committee, board)] == ["committee", "forum"]
    with pytest.raises(Refused, match="committee of this name already"):
        add_committee(slug="scrutiny", title="Scrutiny", meetings=(), **kept)
    with pytest.raises(Refused, match="forum"):
        operations.create(model=Body, title="Scrutiny", **SAID, **kept)


def test_papers_quote_boards_alone_and_pages_list_each_kind_by_itself(client):
    by = cast.officer()
    board = matters.forum(council=by.council, title="Parenting board")
    committee = papers.committee(council=by.council, title="Scrutiny Committee")
    assert field_text(by.council, "forum", board.slug, "title") == "Parenting board"
    assert field_text(by.council, "forum", committee.slug, "title") is None
    client.force_login(cast.make_user(*cast.ROLES, council=by.council))
    for name, here, elsewhere in (
        ("matters:forum-list", board, committee),
        ("papers:committee-list", committee, board),
    ):
        page = client.get(reverse(name)).content.decode()
        assert here.title in page and elsewhere.title not in page
        record = reverse(name.replace("list", "record"), args=[elsewhere.pk])
        assert client.get(record).status_code == 404
