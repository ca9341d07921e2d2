import re
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from assurance.accounts import history_page, operations
from assurance.accounts.models.accounts import Council, Grant, User
from assurance.records.history import CommandLine, HistoryEntry
from assurance.records.refusals import Refused
from tests import cast
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db


DAY = date(2016, 1, 18)
ONE = timedelta(days=1)
BY_HAND = CommandLine("create_council")


def create_council(**changed):
    asked = {
        "slug": "netherby",
        "name": "Netherby Council",
        "short_name": "Netherby",
        "email": "First@Netherby.example",
        "password": cast.PASSWORD,
    }
    return operations.create_council(**asked | changed, by=BY_HAND, on=DAY)


def add_account(by, **changed):
    asked = {
        "council": by.council,
        "email": "Head@netherby.example",
        "name": "Head of Service",
        "role": "officer",
        "subject": "dbs",
        "from_date": DAY,
    }
    return operations.add_account(**asked | changed, by=by, on=DAY)


def entries(what):
    return list(HistoryEntry.objects.filter(what=f"accounts.{what}"))


def test_a_new_council_has_an_administrator_who_can_sign_in():
    council = create_council()
    first = council.accounts.get()
    assert first.email == "first@netherby.example"
    assert first.check_password(cast.PASSWORD)
    assert first.roles(DAY) == ["administrator"]
    [entry] = entries("create_council")
    assert (entry.who, entry.actor_kind, entry.about) == ("create_council", "command", "netherby")
    assert entry.changes["name"] == {"from": None, "to": "Netherby Council"}


def test_a_council_with_a_taken_name_or_address_is_refused_and_leaves_nothing():
    create_council()
    whole = (Council.objects.count(), User.objects.count(), HistoryEntry.objects.count())
    assert whole == (1, 1, 1)
    email = {"email": "x@netherby.example"}
    wrong = (({"slug": "reports"}, "slug"), (email, "slug"), ({"slug": "elsewhere"}, "email"))
    for changed, field in wrong:
        with NamedCase(changed), pytest.raises(Refused) as refused:
            create_council(**changed)
        assert refused.value.field == field, changed
    assert (Council.objects.count(), User.objects.count(), HistoryEntry.objects.count()) == whole


def test_an_added_account_holds_its_role_and_alone_its_address_and_signs_in_with_a_password_given():
    by = cast.administrator()
    user = add_account(by)
    assert not user.has_usable_password()
    assert user.grants.get().subject == "dbs"
    [entry] = entries("add_account")
    assert entry.who == by.history_name
    assert entry.changes["role"] == {"from": None, "to": "officer"}
    assert "netherby.example" not in str(entry.changes)
    with pytest.raises(Refused) as refused:
        add_account(by, email=" HEAD@NETHERBY.example ")
    assert refused.value.field == "email"
    assert add_account(by, email="third@netherby.example", password=cast.PASSWORD).check_password(
        cast.PASSWORD
    )


def test_an_account_holds_several_roles_none_twice_and_an_ended_one_stays_with_its_days():
    by, user = cast.administrator(), cast.officer()
    asked = {"user": user, "subject": "", "from_date": DAY, "by": by, "on": DAY}
    operations.add_grant(role="clerk", **asked)
    with pytest.raises(Refused) as refused:
        operations.add_grant(role="clerk", **asked)
    assert refused.value.field == "role"
    assert User.objects.get(pk=user.pk).roles(DAY) == ["officer", "clerk"]
    assert len(entries("add_grant")) == 1
    operations.end_grant(grant=user.grants.get(role="officer"), last_day=DAY, by=by, on=DAY)
    assert user.grants.get(role="officer").to_date == DAY
    told = history_page.about(user)[0]
    assert told.changes["To date"] == {"from": None, "to": "2016-01-18"}
    assert told.changes["Role"] == {"from": "Officer", "to": None}
    with pytest.raises(Refused):
        operations.end_grant(grant=user.grants.get(role="officer"), last_day=DAY, by=by, on=DAY)


def test_a_role_is_neither_given_nor_ended_for_days_that_have_passed():
    by, user = cast.administrator(), cast.officer()
    before = DAY - ONE
    past = {"role": "clerk", "subject": "", "from_date": before}
    with pytest.raises(Refused, match="today or later") as refused:
        operations.add_grant(user=user, by=by, on=DAY, **past)
    assert refused.value.field == "from_date"
    with pytest.raises(Refused, match="today or later"):
        add_account(by, from_date=before)
    with pytest.raises(Refused, match="end the role today instead"):
        operations.end_grant(grant=user.grants.get(), last_day=before, by=by, on=DAY)
    assert user.grants.get().to_date is None


def test_the_last_administrator_stays_and_one_whose_own_role_ends_first_is_no_other():
    by, other = cast.administrator(), cast.administrator()
    operations.end_grant(grant=other.grants.get(), last_day=DAY + ONE, by=by, on=DAY)
    for last_day in (DAY, DAY + ONE, DAY + 2 * ONE):
        with pytest.raises(Refused, match="last administrator"):
            operations.end_grant(grant=by.grants.get(), last_day=last_day, by=other, on=DAY)
    with pytest.raises(Refused, match="last administrator"):
        operations.deactivate(user=by, by=other, on=DAY)
    cast.administrator(cast.make_council("elsewhere"))
    operations.deactivate(user=other, by=by, on=DAY)
    with pytest.raises(Refused, match="last administrator"):
        operations.end_grant(grant=by.grants.get(), last_day=DAY, by=by, on=DAY)
    with pytest.raises(Refused, match="last administrator"):
        operations.deactivate(user=by, by=other, on=DAY)


def test_a_stopped_account_has_no_link_to_set_a_password_until_it_is_let_in_again():
    by, user = cast.administrator(), cast.clerk()
    operations.deactivate(user=user, by=by, on=DAY)
    assert not User.objects.get(pk=user.pk).is_active
    with pytest.raises(Refused):
        operations.deactivate(user=user, by=by, on=DAY)
    operations.reactivate(user=user, by=by, on=DAY)
    assert User.objects.get(pk=user.pk).is_active
    with pytest.raises(Refused):
        operations.reactivate(user=user, by=by, on=DAY)
    assert [len(entries(what)) for what in ("deactivate", "reactivate")] == [1, 1]
    operations.make_sign_in_link(user=user, by=by, on=DAY)
    assert len(entries("make_sign_in_link")) == 1
    user.is_active = False
    with pytest.raises(Refused):
        operations.make_sign_in_link(user=user, by=by, on=DAY)


def test_the_database_refuses_a_grant_that_cannot_be_and_an_address_in_capitals():
    asked = {"user": cast.make_user(), "role": "officer", "from_date": DAY}
    mixed = {"role": "clerk", "subject": "dbs"}
    for wrong in ({"to_date": DAY - ONE}, mixed, {"role": "mayor"}):
        with NamedCase(wrong), pytest.raises(IntegrityError), transaction.atomic():
            Grant.objects.create(**asked | wrong)
    asked["user"].email = "Somebody@netherby.example"
    with pytest.raises(IntegrityError):
        asked["user"].save()


def test_things_say_what_they_are():
    user = cast.officer(subject="dbs")
    assert str(user) == user.name
    assert str(user.council) == "Netherby Metropolitan Council"
    assert "DBS checks" in str(user.grants.get())
    assert "every subject" in str(cast.clerk().grants.get())
    assert user.grants.get().history_name == f"account {user.pk}, grant {user.grants.get().pk}"
    assert user.council.council == user.council


def create(*given):
    out = StringIO()
    call_command("create_council", *given, stdout=out)
    return out.getvalue()


def test_the_command_makes_a_council_keeps_a_short_name_and_prints_a_password_that_works():
    said = create("netherby", "Netherby Council", "--administrator", "First@netherby.example")
    password = re.search(r"once: (\S+)", said).group(1)
    user = User.objects.get(email="first@netherby.example")
    assert user.check_password(password)
    assert user.council == Council.objects.get(slug="netherby", short_name="Netherby Council")
    create("other", "Other Council", "--administrator", "a@b.example", "--short-name", "NC")
    assert Council.objects.get(slug="other").short_name == "NC"


@pytest.mark.parametrize(
    ("slug", "email", "said"),
    [
        ("not a slug", "first@netherby.example", "slug"),
        ("n" * 41, "first@netherby.example", "40"),
        ("netherby", "first", "valid email"),
        ("reports", "first@netherby.example", "choose another"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(slug, email, said):
    with pytest.raises(CommandError, match=said):
        create(slug, "Netherby Council", "--administrator", email)
    assert not Council.objects.exists()
