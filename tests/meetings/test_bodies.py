"""Committees, boards and forums are one kind of row, and so are their meetings; none is met where
another is meant."""

import pytest
from django.urls import reverse

from assurance.audits.models.learning import LearningMeeting
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.records import history, operations
from assurance.records.refusals import Refused
from reports.papers.assembly.records import field_text
from reports.papers.operations.templates import add_committee
from tests import cast
from tests.make import matters, papers
from tests.make.drafts import ON
from tests.make.people import post

pytestmark = pytest.mark.django_db
SAID = {"kind": "board", "interval": "monthly"}


def test_a_board_may_have_the_name_of_a_committee_and_each_has_its_own_once():
    by = cast.officer()
    kept = {"council": by.council, "by": by, "on": ON}
    chair = post("Lead member", council=by.council)
    committee = add_committee(slug="scrutiny", title="Scrutiny", meetings=(), **kept)
    board = operations.create(model=Body, title="Scrutiny", chair=chair, **SAID, **kept)
    assert committee.slug == board.slug
    assert [*Body.committees.all()] == [committee] and [*Body.forums.all()] == [board]
    assert [history.subject_kind(one) for one in (committee, board)] == ["committee", "forum"]
    with pytest.raises(Refused, match="committee of this name already"):
        add_committee(slug="scrutiny", title="Scrutiny", meetings=(), **kept)
    with pytest.raises(Refused, match="forum"):
        operations.create(model=Body, title="Scrutiny", chair=chair, **SAID, **kept)


def test_papers_quote_boards_alone_and_pages_list_each_kind_by_itself(client):
    by = cast.officer()
    board = matters.forum(council=by.council, title="Parenting board")
    committee = papers.committee(council=by.council, title="Scrutiny Committee")
    assert field_text(by.council, "forum", board.slug, "title") == "Parenting board"
    assert field_text(by.council, "forum", committee.slug, "title") is None
    client.force_login(cast.make_user(*cast.ROLES, council=by.council))
    for name, here, elsewhere in (
        ("governance:forum-list", board, committee),
        ("editor:committee-list", committee, board),
    ):
        page = client.get(reverse(name)).content.decode()
        assert here.title in page and elsewhere.title not in page
        record = reverse(name.replace("list", "record"), args=[elsewhere.pk])
        assert client.get(record).status_code == 404


def test_meetings_of_each_kind_are_of_one_table_and_history_has_each_in_its_own_words():
    by = cast.officer()
    own = {"council": by.council, "by": by, "on": ON}
    forum = matters.forum(council=by.council, kind="learning")
    said = {"forum": forum.title, "held_on": ON, "reviewed": "Plans", "rounds": [], "audits": []}
    days = dict.fromkeys(("reviewed_from", "reviewed_to", "circulated_on", "next_on", "team"))
    learnt = operations.create(
        model=LearningMeeting, **own, **said, **days, circulated_to="", strengths=""
    )
    met = matters.meeting(council=by.council)
    gone = operations.change(record=met, version=1, by=by, on=ON, met_on=ON)
    committee = papers.committee(council=by.council)
    meeting = operations.create(model=Meeting, **own, committee=committee, date=ON)
    assert [*Meeting.committees.all()] == [meeting] and Meeting.objects.count() == 3
    assert [forum.last_met_on, met.forum.last_met_on] == [ON, ON]
    assert {one.kind for one in Meeting.objects.all()} == {"committee", "forum", "learning"}
    whats = {}
    for row in (learnt, gone, meeting):
        entry = history.HistoryEntry.objects.about(row).first()
        whats[entry.what] = (entry.about_kind, entry.about, entry.changes.get("met_on"))
    assert whats == {
        "learning_meetings.record": ("learningmeeting", f"learning meeting {learnt.pk}", None),
        "forummeeting.change": (
            *("forummeeting", f"forum meeting {met.pk}"),
            {"from": "2015-12-08", "to": ON.isoformat()},
        ),
        "meetings.add": ("meeting", f"{committee.slug} {meeting.pk}", None),
    }
