"""What the posts of an account need on a day, and nobody else's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.accounts.models.accounts import User
from assurance.improvement.models.actions import Action
from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.posts import Post
from reports.tasks.all_tasks import needs_of
from reports.tasks.posts import MOST, of_posts
from tests import cast
from tests.cases import written_cases
from tests.make import audits, dbs, matters, people
from tests.make.improvements import action, priority
from tests.page_requests import words

pytestmark = pytest.mark.django_db
DAY, ONE = date(2017, 11, 20), timedelta(days=1)


def owned(post, due, **said):
    """An open action of `post`, due on a day."""
    return action(council=post.council, owner=post, starts_on=date(2017, 1, 1), due_on=due, **said)


def test_an_account_sees_the_actions_of_the_posts_that_it_holds_that_day():
    held, other = people.holder(), people.holder()
    owned(held.post, DAY - ONE, reference="A1")
    owned(held.post, DAY + 28 * ONE, reference="A2")
    owned(held.post, DAY + 29 * ONE, reference="A3")
    owned(other.post, DAY - ONE, reference="B1")
    needs = of_posts(held.account, DAY)
    assert [(need.words, need.late) for need in needs] == [
        (f"Action A1 of {held.post} was due on 19 November 2017", True),
        (f"Action A2 of {held.post} is due on 18 December 2017", False),
    ]
    assert [need.words[:9] for need in of_posts(other.account, DAY)] == ["Action B1"]
    assert of_posts(held.account, date(2009, 12, 31)) == []


def test_the_stand_in_sees_them_while_the_holder_is_away():
    stand_in = cast.make_user("officer")
    held = people.holder()
    people.absence(holder=held, from_date=DAY, to_date=DAY + ONE, stand_in=stand_in)
    owned(held.post, DAY + 5 * ONE)
    seen = [
        (len(of_posts(held.account, day)), len(of_posts(stand_in, day)))
        for day in (DAY - ONE, DAY, DAY + ONE, DAY + 2 * ONE)
    ]
    assert seen == [(1, 0), (0, 1), (0, 1), (1, 0)]


def test_an_owner_without_the_list_of_actions_sees_all_of_theirs_and_where_to_mark_them():
    held, other = people.holder(account=cast.clerk()), people.holder()
    own = owned(held.post, DAY + 300 * ONE, reference="A1")
    owned(other.post, DAY, reference="B1")
    [need] = of_posts(held.account, DAY)
    assert need.words == f"Action A1 of {held.post} is due on 16 September 2018"
    assert need.address == f"/actions/{own.pk}/mark-done/"


def test_what_is_done_or_marked_as_done_waits_for_its_owner_no_more():
    held = people.holder()
    row = owned(held.post, DAY)
    assert of_posts(held.account, DAY)
    Action.objects.filter(pk=row.pk).update(
        finished_on=DAY, marked_done_on=DAY, marked_done_by=held.account
    )
    assert of_posts(held.account, DAY) == []


def test_many_actions_end_in_a_line_for_the_rest():
    held = people.holder()
    for number in range(MOST + 3):
        owned(held.post, DAY, reference=f"M{number}")
    needs = of_posts(held.account, DAY)
    assert len(needs) == MOST + 1
    assert needs[-1].words.startswith(f"All {MOST + 3} actions of your posts are due")


@pytest.mark.long
def test_the_home_page_shows_them_and_leads_to_each(client, settings):
    settings.CANDOUR_TODAY = DAY.isoformat()
    held = people.holder()
    row = owned(held.post, DAY, reference="A1")
    client.force_login(held.account)
    page = client.get("/home/")
    assert f"Action A1 of {held.post} is due on 20 November 2017" in words(page)
    assert f'href="/actions/{row.pk}/"' in page.content.decode()


@pytest.mark.long
def test_another_person_is_asked_to_check_what_was_marked_as_done():
    marker, checker = people.holder().account, people.holder().account
    row = action()
    Action.objects.filter(pk=row.pk).update(
        finished_on=DAY, marked_done_on=DAY, marked_done_by=marker
    )
    asked = "1 action was marked as done and waits for its check"
    assert asked in [need.words for need in needs_of(checker, DAY)]
    assert asked not in [need.words for need in needs_of(marker, DAY)]
    in_no_post = cast.make_user("officer")
    assert asked not in [need.words for need in needs_of(in_no_post, DAY)]
    people.second_persons(from_date=DAY, actions=False, reason="There is one officer.")
    assert asked in [need.words for need in needs_of(marker, DAY)]


def test_a_post_that_leads_and_owns_is_told_of_rounds_documents_and_risks(client, settings):
    settings.CANDOUR_TODAY = DAY.isoformat()
    held, other = people.holder(), people.holder()
    for post in (held.post, held.post, other.post):
        kind = audits.audit_kind(f"Kind {audits.AuditKind.objects.count()}")
        audits.audit_round(kind=kind, lead=post)
        audits.audit_action(owner=post)
        audits.audit_action(owner=post, due_on=DAY + 28 * ONE)
        audits.audit_action(owner=post, due_on=DAY + 29 * ONE)
        matters.document(owner=post, title=f"Document {matters.Document.objects.count()}")
        matters.risk(owner=post, opened_on=date(2017, 1, 1))
    matters.document(owner=held.post, title="Checked", last_checked_on=date(2017, 11, 1))
    matters.risk(owner=held.post, opened_on=date(2017, 1, 1), reviewed_on=date(2017, 11, 1))
    matters.risk(owner=held.post, opened_on=date(2017, 1, 1), closed_on=date(2017, 2, 1))
    rated = matters.risk(owner=held.post, opened_on=date(2017, 1, 1))
    matters.rating(risk=rated, rated_on=date(2017, 11, 1))
    needs = of_posts(held.account, DAY)
    assert [need.words for need in needs] == [
        f"2 actions of audits that {held.post} owns are past their due dates",
        f"2 actions of audits that {held.post} owns are due within four weeks",
        f"2 audit rounds that {held.post} leads are late",
        f"2 documents of {held.post} have not been checked for 12 months",
        f"2 risks of {held.post} have not been reviewed for 3 months",
    ]
    client.force_login(held.account)
    for need in needs:
        page = client.get(need.address)
        assert page.status_code == 200 and len(page.context["lines"]) == 2, need.words
    assert [need.words[:7] for need in of_posts(other.account, DAY)] == [
        "1 actio",
        "1 actio",
        "1 audit",
        "1 docum",
        "1 risk ",
    ]
    assert of_posts(cast.officer(), DAY) == []


@pytest.mark.long
def test_a_round_with_a_lead_waits_for_its_lead_alone(client, settings):
    settings.CANDOUR_TODAY = DAY.isoformat()
    lead, colleague = people.holder(), people.holder()
    audits.audit_round(kind=audits.audit_kind("Led"), lead=lead.post, begun_on=date(2015, 9, 1))
    late, awaiting = "1 audit round is late", "1 audit round is awaiting its result"
    led = f"1 audit round that {lead.post} leads"

    def asked_of(held):
        return {need.words: need.address for need in needs_of(held.account, DAY)}

    assert {f"{led} is late", f"{led} is awaiting its result"} <= set(asked_of(lead))
    assert not {late, awaiting} & {*asked_of(lead), *asked_of(colleague)}
    # Nobody stands in for a lead who is away.
    absence = people.absence(holder=lead, from_date=DAY, to_date=DAY)
    needs = asked_of(colleague)
    client.force_login(colleague.account)
    for text in (late, awaiting):
        assert len(client.get(needs[text]).context["lines"]) == 1, text
    absence.stand_in = colleague.account
    absence.save()
    assert f"{led} is late" in asked_of(colleague) and late not in asked_of(colleague)


@pytest.mark.long
def test_who_holds_the_auditors_post_is_not_asked_to_moderate_its_audit():
    held, other = people.holder(), people.holder()
    scale = audits.grade("good")
    audits.case_audit(method="moderated", first_grade=scale, auditor=held.post)
    asked = "1 audit waits for its moderation"
    assert asked in [need.words for need in needs_of(other.account, DAY)]
    assert asked not in [need.words for need in needs_of(held.account, DAY)]
    people.second_persons(from_date=DAY, audits=False, reason="There is one auditor.")
    assert asked in [need.words for need in needs_of(held.account, DAY)]


@pytest.mark.long
def test_who_put_a_breach_right_or_set_somebody_aside_is_not_asked_again():
    one, other = people.holder().account, people.holder().account
    remedied = {"remedy": "Renewed", "remedied_on": DAY, "found_on": DAY}
    dbs.breach(**remedied, remedy_recorded_by=one, remedy_recorded_on=DAY)
    aside = {"set_aside_from": DAY, "set_aside_because": "Leave"}
    people.engagement(**aside, set_aside_recorded_by=one, set_aside_recorded_on=DAY)
    asked = {
        "1 breach of the DBS policy was put right and is to be closed",
        "1 person was set aside and waits for approval",
    }
    assert asked <= {need.words for need in needs_of(other, DAY)}
    assert not asked & {need.words for need in needs_of(one, DAY)}
    policy = {"breaches": False, "set_asides": False, "reason": "There is one officer."}
    people.second_persons(from_date=DAY, **policy)
    assert asked <= {need.words for need in needs_of(one, DAY)}


# Can the holder sign in, are they away, can the deputy sign in (None: no deputy) → whether an
# account has the tasks of the post, and whether one that cannot sign in has them.
ATTENDED = (
    (True, False, None, (True, False)),
    (False, False, None, (False, True)),
    (True, True, None, (False, False)),
    (False, True, None, (False, False)),
    *((holder, True, True, (True, False)) for holder in (True, False)),
    *((holder, True, False, (False, True)) for holder in (True, False)),
)


def _officer(can_sign_in):
    user = cast.make_user("officer")
    User.objects.filter(pk=user.pk).update(is_active=can_sign_in)
    return user


def test_posts_left_by_stopped_accounts_reach_administrators_and_are_named_on_their_pages(
    client, settings
):
    settings.CANDOUR_TODAY = DAY.isoformat()
    left = []
    for can_sign_in, is_away, deputy, expected in ATTENDED:
        held = people.holder(account=_officer(can_sign_in))
        stand_in = None if deputy is None else _officer(deputy)
        if is_away:
            people.absence(holder=held, from_date=DAY, to_date=DAY, stand_in=stand_in)
        own = Post.objects.filter(pk=held.post_id)
        assert (own.attended_on(DAY).exists(), own.left_on(DAY).exists()) == expected
        left += [held] if expected[1] else []
    administrator = cast.administrator()
    [need] = [row for row in needs_of(administrator, DAY) if "cannot sign in" in row.words]
    assert need.words == f"{len(left)} posts are with accounts that cannot sign in"
    assert not [row for row in needs_of(cast.clerk(), DAY) if "cannot sign in" in row.words]
    client.force_login(administrator)
    listed = words(client.get(need.address))
    assert f"{len(left)} found" in listed and all(str(row.post) in listed for row in left)
    assert f"{left[0].account} (cannot sign in)" in listed
    deputy = left[1].absences.get().stand_in
    assert f"away until 20 Nov 2017. Deputy: {deputy} (cannot sign in)" in listed
    page = words(client.get(f"/accounts/{left[0].account_id}/"))
    assert (
        "Tasks of these posts reach no one" in page
        and f"/posts/{left[0].post_id}/hand-over/" in page
    )
    deputies = words(client.get(f"/accounts/{deputy.pk}/"))
    assert f"Deputy of {left[1].account}, {left[1].post}" in deputies
    Absence.objects.exclude(holder=left[1]).delete()
    PostHolder.objects.exclude(pk=left[1].pk).delete()
    assert "1 post is with an account" in words(client.get("/home/"))


@pytest.mark.long
@written_cases()
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(-40, 60)), max_size=6))
def test_the_tasks_of_posts_are_those_of_a_slow_walk_over_all_actions(drawn):
    held = [people.holder() for _ in range(3)]
    of = priority()
    for who, days in drawn:
        # Cases are drawn into one database: no two actions may have one reference.
        reference = f"Z{Action.objects.count()}"
        owned(held[who].post, DAY + days * ONE, priority=of, reference=reference)
    for row in held:
        expected = {
            f"Action {one.reference} of {row.post}"
            for one in Action.objects.all()
            if one.owner_id == row.post_id and (one.due_on - DAY).days <= 28
        }
        found = {need.words.partition(" was due")[0].partition(" is due")[0]
                 for need in of_posts(row.account, DAY)}  # fmt: skip
        assert found == expected


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (DAY + 29 * ONE, ""),
        (DAY + 28 * ONE, "Post 1 is filled until 18 December 2017, and no one follows"),
        (DAY - ONE, "Post 1 was filled until 19 November 2017, and no one follows"),
    ],
)
def test_a_post_that_is_filled_until_a_date_is_named_to_administrators(last, words):
    held = people.holder(interim=True, to_date=last)
    administrator = cast.make_user("administrator")

    def named():
        rows = [need for need in needs_of(administrator, DAY) if "filled until" in need.words]
        return [(need.words, need.late) for need in rows]

    assert named() == ([(words, last < DAY)] if words else [])
    people.holder(post=held.post, account=cast.make_user("officer"), from_date=last + ONE)
    assert named() == []
