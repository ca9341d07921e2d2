"""An allocation rule that names posts: each has a share of its own, whatever its title, and what
others audited is counted beside them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import progress
from assurance.people.models.teams import Team
from assurance.records.history import HistoryEntry
from tests.cases import written_cases
from tests.make.audits import allocation, audit_round, case_audit
from tests.make.people import post, posts, team
from tests.page_requests import words

pytestmark = pytest.mark.django_db
START, END, ONE = date(2015, 1, 1), date(2015, 6, 30), timedelta(days=1)
TITLES = ("Practice Manager", "Practice Mgr", "Head of Practice", "Director")
ROUNDS = "/audits/programme/rounds/"


@pytest.fixture(autouse=True)
def in_august_2015(settings):
    """The day after the round on which the programme is read."""
    settings.CANDOUR_TODAY = "2015-08-20"


def followed(made, day=END + ONE):
    """A round as the programme shows it on a day."""
    rounds = list(type(made).objects.filter(pk=made.pk).followed())
    lines = AuditAllocation.objects.by_round(rounds)
    doings = CaseAudit.objects.doings(rounds)
    [found] = progress.follow(rounds, lines, doings, list(Team.objects.all()), day)
    return found


def shares(found):
    """(post, own done, own due, other done, other due, state) of each share."""
    return [
        (one.post, one.own_done, one.own_due, one.other_done, one.other_due, one.state)
        for one in found.posts
    ]


def test_two_spellings_of_one_role_are_two_posts_with_shares_of_their_own():
    first, second = "Practice Manager", "Practice Mgr"
    made = audit_round()
    allocation(audit_round=made, posts=[first, second])
    case_audit(round=made, auditor=first)
    case_audit(round=made, auditor=second)
    case_audit(round=made, auditor=second, own_team=False)
    found = followed(made)
    assert sorted(shares(found)) == [
        (first, 1, 1, 0, 1, "Short"),
        (second, 1, 1, 1, 1, "Met"),
    ]
    assert (found.posts_that_met, found.own_due, found.other_due, found.by_others) == (1, 2, 2, 0)


def test_two_posts_of_one_title_do_not_share_what_either_did():
    old = post("Team Manager", slug="team-manager-north")
    new = type(old).objects.create(
        council=old.council, title=old.title, slug="team-manager-south", from_date=START
    )
    made = audit_round()
    line = allocation(audit_round=made, other_team=0)
    line.posts.set([old, new])
    case_audit(round=made, auditor=new)
    case_audit(round=made, auditor=new)
    assert sorted(shares(followed(made))) == [
        ("Team Manager", 0, 1, 0, 0, "Short"),
        ("Team Manager", 2, 1, 0, 0, "Met"),
    ]


def test_a_post_counts_in_whichever_team_it_audits_and_need_not_say_its_own():
    north, east = team("North"), team("East")
    made = audit_round(teams=[north, east])
    allocation(audit_round=made, posts=["Practice Manager"])
    case_audit(round=made, team=north)
    case_audit(round=made, team=east, own_team=False)
    found = followed(made)
    assert shares(found) == [("Practice Manager", 1, 1, 1, 1, "Met")]
    assert [ruled.not_placed for ruled in found.ruled] == [0]


def test_a_line_of_each_team_counts_by_post_and_team():
    north, east = team("North"), team("East")
    made = audit_round()
    allocation(audit_round=made, post="Practice Manager")
    case_audit(round=made, team=north)
    case_audit(round=made, team=east, own_team=False, auditor_team=north)
    case_audit(round=made, team=east, own_team=False)
    found = followed(made)
    assert shares(found) == [("East", 0, 1, 0, 1, "Short"), ("North", 1, 1, 1, 1, "Met")]
    assert [ruled.not_placed for ruled in found.ruled] == [1]
    assert found.by_others == 0


def test_what_other_posts_audited_is_counted_once_and_only_where_there_is_a_rule():
    made = audit_round()
    for auditor in ("Director", "Head of Practice", "Practice Manager"):
        case_audit(round=made, auditor=auditor, audited_on=START)
    case_audit(round=made, auditor="Director", audited_on=END)
    assert followed(made).by_others == 0, "no rule, no others"
    allocation(audit_round=made, posts=["Practice Manager"])
    assert followed(made).by_others == 3
    assert followed(made, day=START).by_others == 2
    allocation(audit_round=made, posts=["Practice Manager", "Director"])
    assert followed(made).by_others == 1
    allocation(audit_round=made, post="Head of Practice")
    assert followed(made).by_others == 0, "a line of each team speaks of its post"


def test_what_is_left_of_a_share_is_what_was_due_and_not_done_of_either_kind():
    made = audit_round()
    allocation(audit_round=made, own_team=3, other_team=2, posts=["Practice Manager"])
    for own in (True, False, False, False):
        case_audit(round=made, own_team=own)
    [share] = followed(made).posts
    assert share.left == 2, "too many of another team's are none of its own"


@pytest.mark.long
@written_cases()
@given(
    st.lists(
        st.tuples(
            st.sampled_from(TITLES), st.booleans(), st.integers(-5, 60), st.sampled_from([0, 1])
        ),
        max_size=8,
    ),
    st.sets(st.sampled_from(TITLES), min_size=1),
    st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(any),
    st.sampled_from([None, 1]),
    st.integers(-2, 70),
)
def test_the_shares_of_posts_are_those_of_a_slow_walk_over_every_audit(
    audited, named, due, every, days
):
    made = audit_round(end=date(2015, 2, 28))
    other = audit_round()
    allocation(
        audit_round=made, own_team=due[0], other_team=due[1], every_months=every, posts=named
    )
    for title, own, after, elsewhere in audited:
        of = (made, other)[elsewhere]
        case_audit(round=of, auditor=title, own_team=own, audited_on=START + after * ONE)
    day = START + days * ONE
    found = followed(made, day)
    months = [(1, date(2015, 1, 31)), (2, date(2015, 2, 28))]
    begun = [month for month, _ in months if date(2015, month, 1) <= day]
    if every is None:
        begun = begun[:1]
    for title in named:
        done = {True: 0, False: 0}
        for who, own, after, elsewhere in audited:
            if who == title and not elsewhere and START + after * ONE <= day:
                done[own] += 1
        [share] = [one for one in found.posts if one.post == title]
        assert (share.own_done, share.other_done) == (done[True], done[False])
        assert (share.own_due, share.other_due) == (due[0] * len(begun), due[1] * len(begun))
        left = [max(due[0] * len(begun) - done[True], 0), max(due[1] * len(begun) - done[False], 0)]
        assert share.left == sum(left)
        if every is None and begun:
            met = done[True] >= due[0] and done[False] >= due[1]
            over = day > date(2015, 2, 28)
            assert share.state == ("Met" if met else "Short" if over else "Under way")
    others = [
        who
        for who, _, after, elsewhere in audited
        if who not in named and not elsewhere and START + after * ONE <= day
    ]
    assert found.by_others == len(others)
    assert len(found.posts) == len(named)


def test_the_page_of_a_round_shows_each_post_and_what_others_did(signed_in):
    made = audit_round()
    allocation(audit_round=made, posts=["Practice Manager", "Head of Practice"])
    case_audit(round=made)
    case_audit(round=made, auditor="Director")
    page = signed_in.get(f"{ROUNDS}{made.pk}/")
    for told in (
        "Each of these 2 posts: 1 of their own team and 1 of another team",
        "1 audit of the round was done by posts that no allocation names: Director (1).",
    ):
        assert told in words(page), told
    html = page.content.decode()
    assert ">Post</th>" in html and "Auditor’s team</th>" not in html
    for title in ("Practice Manager", "Head of Practice"):
        assert re.search(rf'<th scope="row"[^>]*>{title}</th>', html)
    case_audit(round=made, auditor="Director")
    case_audit(round=made, auditor="Assistant")
    page = words(signed_in.get(f"{ROUNDS}{made.pk}/"))
    others = "Assistant (1), Director (2)"
    assert f"3 audits of the round were done by posts that no allocation names: {others}." in page
    assert "each team counts as one post" not in page


def test_posts_are_ticked_on_a_line_kept_in_history_and_shown(signed_in):
    made = audit_round()
    manager, head = posts("Practice Manager", "Head of Practice")
    address = f"{ROUNDS}{made.pk}/allocations/add/"
    said = {"own_team": "1", "other_team": "1", "posts": [manager.pk, head.pk]}
    page = signed_in.post(address, said, follow=True)
    assert "Allocation added." in words(page)
    line = AuditAllocation.objects.get()
    assert set(line.posts.all()) == {manager, head}
    [entry] = HistoryEntry.objects.about(line)
    assert sorted(entry.changes["posts"]["to"]) == ["Head of Practice", "Practice Manager"]
    page = signed_in.get(f"/audits/allocations/{line.pk}/")
    assert "Head of Practice" in words(page) and "Practice Manager" in words(page)
    theirs = signed_in.post(address, {**said, "posts": ["999"]})
    assert "posts" in theirs.context["form"].errors


def test_the_posts_of_lines_are_read_together(django_assert_max_num_queries):
    made = audit_round()
    for _ in range(4):
        allocation(audit_round=made, posts=TITLES[:3])
        case_audit(round=made)
    with django_assert_max_num_queries(7):
        assert len(followed(made).posts) == 12
