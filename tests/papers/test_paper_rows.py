"""What is waiting for whom, what the public may find, and what each row is called."""

from datetime import date

import pytest

from assurance.meetings.models.meetings import Meeting
from assurance.people.models.posts import Post
from reports.approvals import requirements
from reports.approvals.operations import approvals
from reports.editions.models.editions import Edition
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Abbreviation
from reports.papers.operations import papers
from reports.quotable.insertion.figure_catalogue import offered
from tests import cast
from tests.make import papers as make
from tests.make.drafts import ON, written

pytestmark = pytest.mark.django_db


def waits_for(user):
    """Whether a paper waits for the approval of `user`."""
    return bool(requirements.waiting_for(user, ON))


@pytest.mark.long
def test_a_paper_waits_for_each_approver_who_did_not_write_it_until_one_has_approved():
    clerk, first, second = cast.clerk(), cast.approver(), cast.approver()
    editor = cast.make_user("clerk", "approver")
    paper = written(clerk)
    assert list(Paper.objects.being_written()) == [paper]
    row = paper.blocks.get(slug="purpose")
    papers.change_block(block=row, version=1, words={"text": "Mine."}, by=editor, on=ON)
    assert not waits_for(first)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    waiting = {user: waits_for(user) for user in (clerk, first, second, editor)}
    assert waiting == {clerk: False, first: True, second: True, editor: False}
    approvals.approve(paper=paper, seen=paper.frozen_digest, by=first, on=ON)
    assert not waits_for(first) and not waits_for(second)
    assert list(Paper.objects.ready_to_issue()) == [paper]


def test_a_draft_is_seen_by_those_who_may_read_drafts_of_their_own_council():
    paper, issued = make.paper(), make.issued_paper()
    block = make.block(paper=paper)
    seen = {name: set(Paper.objects.visible_to(user)) for name, user in cast.cast().items()} | {
        "elsewhere": set(Paper.objects.visible_to(cast.clerk(cast.make_council("elsewhere"))))
    }
    assert seen == {
        "officer": {issued},
        "approver": {paper, issued},
        "clerk": {paper, issued},
        "member": {issued},
        "administrator": {issued},
        "data_protection": {issued},
        "elsewhere": set(),
    }
    assert list(Block.objects.visible_to(cast.clerk())) == [block]
    assert not Block.objects.visible_to(cast.member())
    assert Paper.objects.at("assurance", paper.slug).get() == paper
    assert Paper.objects.without_content().count() == 2


def test_blocks_are_found_by_name_unless_they_were_removed():
    block = make.block(slug="here")
    gone = make.block(paper=block.paper, slug="gone", removed_on=ON)
    blocks = block.paper.blocks
    assert set(blocks.names()) == {"here", "gone"}
    assert blocks.standing_at("here") == block
    assert blocks.standing_at("gone") is blocks.standing_at(None) is None
    assert (str(gone), gone.council) == ("gone", block.paper.council)
    assert block.history_name == f"{block.paper.history_name}#here"


def test_the_public_finds_published_editions_and_the_newest_of_each_paper():
    first = make.edition()
    second = make.edition(paper=first.paper, number=2, issued_on=date(2016, 2, 1))
    other = make.edition(council=cast.make_council("elsewhere"))
    make.edition(paper=first.paper, number=3, published_at=None)
    assert list(Edition.objects.public_anywhere()) == [second, other]
    assert set(Edition.objects.public_in("netherby")) == {first, second}
    found = Edition.objects.published().of_paper("assurance", first.paper.slug)
    assert [one.number for one in found if one.council == first.council] == [2, 1]
    assert Edition.objects.latest_first().first() == second


def test_each_row_is_called_by_its_own_name():
    post = make.post("head", title="Head of Service")
    meeting = make.meeting()
    template, series = make.report_template(), make.series()
    short = Abbreviation.objects.create(council=post.council, short="DBS", long="Service")
    committee = make.committee()
    assert [str(one) for one in (post, meeting, series, short, committee)] == [
        "Head of Service",
        "Safeguarding Scrutiny Committee on 18 January 2016",
        "Assurance report",
        "DBS",
        "Safeguarding Scrutiny Committee",
    ]
    assert str(template) == template.title
    found = [one.history_name for one in (committee, template, series)]
    assert found == ["safeguarding-scrutiny", "york-2016", "assurance"]
    paper = written(cast.clerk(), with_records=False)
    assert str(paper.named_dates.first()) == "comparison"
    assert Meeting.objects.filter(papers=paper).exists()


def test_a_post_is_in_the_directory_on_its_first_and_its_last_day():
    make.post(to_date=date(2016, 1, 18))
    days = (date(2009, 12, 31), date(2010, 1, 1), date(2016, 1, 18), date(2016, 1, 19))
    assert [Post.objects.on(day).exists() for day in days] == [False, True, True, False]


def test_a_clerk_is_offered_each_figure_at_each_named_date_that_suits_it():
    clerk = cast.clerk()
    paper = written(clerk)
    groups = dict(offered(read(paper)))
    lines = {one.token: (one.value, one.when) for rows in groups.values() for one in rows}
    assert lines["[[looked_after.children]]"] == ("188", "1 December 2015")
    assert lines["[[looked_after.children @comparison]]"] == ("210", "1 January 2015")
    assert lines["[[audits.done @year]]"] == ("2", "1 January 2015 to 31 December 2015")
    assert lines["[[audits.done]]"] == ("1", "1 July 2015 to 31 December 2015")
    assert lines["[[audits.by_grade:good @year]]"][0] == "2"
