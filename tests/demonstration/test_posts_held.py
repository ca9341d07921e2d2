"""The posts of the demonstration: who holds them, and that every record names one of them."""

from datetime import date

import pytest

from assurance.accounts.models.accounts import Council
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.governance.models.documents import Document
from assurance.governance.models.risks import Risk
from assurance.improvement.models.actions import Action
from assurance.people.models.holders import PostHolder
from assurance.people.models.posts import Post
from assurance.runtime.typography import typographic
from reports.demonstration.posts import FIELDS, with_posts
from reports.demonstration.texts import read

pytestmark = pytest.mark.django_db
DAY = date(2016, 1, 18)


def test_every_record_names_a_post_of_its_own_council(demonstration):
    council = Council.objects.get()
    for model, name in ((CaseAudit, "auditor"), (AuditRound, "lead"), (Document, "owner"),
                        (Risk, "owner"), (Action, "owner"), (Action, "checker")):  # fmt: skip
        rows = model.objects.of(council).exclude(**{name: None}).select_related(name)
        assert {getattr(row, name).council_id for row in rows} <= {council.pk}


def test_who_holds_a_post_is_said_in_the_file_and_nobody_holds_it_beside_them(demonstration):
    holders = PostHolder.objects.select_related("post", "account")
    held = {row.post.title: row.account.email.partition("@")[0] for row in holders}
    taken = {
        item["title"]: item["word"] for item in read("staff")["takes"] if item["on"] < str(DAY)
    }
    first = {item["title"]: item["account"] for item in read("directory")["council"]}
    assert held == {typographic(title): word for title, word in (first | taken).items()}
    for row in holders:
        assert row.post.holder_on(DAY) == row
        assert list(Post.objects.held_by(row.account, DAY)) == [row.post]


def test_an_action_that_is_done_was_checked_by_another_post_than_its_owners(demonstration):
    done = Action.objects.filter(status="done").select_related("owner", "checker")
    assert all(row.checker and row.checker != row.owner for row in done)


@pytest.mark.parametrize("name", FIELDS)
def test_a_title_that_the_directory_has_not_got_is_refused(name):
    posts = {"Head of Performance": object()}
    assert with_posts(posts, {name: "Head of Performance", "text": "x"}) == {
        FIELDS[name]: posts["Head of Performance"],
        "text": "x",
    }
    assert with_posts(posts, {name: "", "text": "x"}) == {"text": "x"}
    with pytest.raises(KeyError):
        with_posts(posts, {name: "Head of Nothing"})
