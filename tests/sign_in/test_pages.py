"""The pages of groups with roles, of accounts and of one's own account, and what the night does."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assurance.accounts.models.accounts import User
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import this_moment
from assurance.sign_in.devices.cookie import NAME
from assurance.sign_in.models.devices import KnownDevice
from assurance.sign_in.models.groups import ProviderGroup
from assurance.sign_in.models.sessions import Session
from reports.service.daily_commands import prune
from tests import cast
from tests.make import sign_in as make
from tests.page_requests import words

pytestmark = pytest.mark.django_db
START = {"from_date_day": "1", "from_date_month": "2", "from_date_year": "2016"}
GROUP = {"group": "8f1c-22", "label": "Committee clerks", "role": "clerk", "subject": "", **START}
PROVIDER = {
    "key": "netherby",
    "council": "netherby",
    "name": "Netherby",
    "client_id": "client",
    "client_secret": "secret",
    "issuer": "https://id.example",
}


@pytest.fixture
def administrator(client):
    """A browser of an administrator."""
    client.force_login(cast.administrator())
    return client


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"group": ""}, "Enter the group"),
        ({"label": ""}, "Enter the name of the group"),
        ({"role": ""}, "Select a role"),
        ({"role": "emperor"}, "Choose “Role” from the list"),
        ({"subject": "dbs"}, "Only an officer is limited to a subject"),
        ({"from_date_day": ""}, "must include a day"),
        (
            {"to_date_day": "31", "to_date_month": "1", "to_date_year": "2016"},
            "cannot stop giving a role before it starts",
        ),
    ],
)
def test_a_group_that_does_not_fit_together_is_refused_at_its_field(
    administrator, changed, sentence
):
    page = administrator.post(reverse("sign_in:group-add"), {**GROUP, **changed})
    assert page.status_code == 200
    assert sentence in words(page)
    assert not ProviderGroup.objects.exists()


def test_groups_are_added_once_changed_and_told_by_history(administrator):
    add = reverse("sign_in:group-add")
    administrator.post(add, GROUP)
    assert "This group has this role from this date" in words(administrator.post(add, GROUP))
    administrator.post(add, {**GROUP, "role": "officer", "subject": "dbs"})
    assert ProviderGroup.objects.count() == 2
    row = ProviderGroup.objects.get(role="clerk")
    last = {"to_date_day": "1", "to_date_month": "3", "to_date_year": "2016"}
    administrator.post(reverse("sign_in:group-change", args=[row.pk]), {**GROUP, **last})
    days = [row.from_date, row.from_date + timedelta(29), row.from_date + timedelta(30)]
    in_force = [row in ProviderGroup.objects.in_force(day) for day in days]
    assert in_force == [True, True, False]
    listed = words(administrator.get(reverse("sign_in:group-list")))
    assert "Committee clerks" in listed
    assert "DBS checks" in listed
    kinds = HistoryEntry.objects.order_by("seq").values_list("what", flat=True)
    assert list(kinds) == ["provider_groups.add"] * 2 + ["provider_groups.change"]


def test_an_accounts_page_says_how_and_when_it_signs_in(administrator, settings):
    user = cast.clerk()
    address = reverse("accounts:account", args=[user.pk])
    page = words(administrator.get(address))
    assert "No sign-in yet." in page
    assert "Two-step sign-in here: not set up." in page
    assert "Sign in with the identity provider instead" not in page
    assert "Make a link to set a password" in page
    settings.IDENTITY_PROVIDERS = {"netherby": PROVIDER}
    assert "Sign in with the identity provider instead" in words(administrator.get(address))
    moment = timezone.make_aware(timezone.datetime(2016, 2, 3, 9, 30))
    User.objects.filter(pk=user.pk).update(by_provider=True, last_login=moment)
    page = words(administrator.get(address))
    assert "Can sign in with the council’s identity provider." in page
    assert "Last sign-in: 3 February 2016, 09:30." in page
    assert "Make a link to set a password" not in page
    assert "3 Feb 2016" in words(administrator.get(reverse("accounts:list")))


def test_a_council_without_a_provider_moves_nobody_to_one(administrator):
    user = cast.with_password(cast.clerk())
    for name in ("sign_in:to-provider", "sign_in:to-password"):
        administrator.post(reverse(name, args=[user.pk]))
    messages = words(administrator.get(reverse("accounts:list")))
    assert "Your council has no identity provider" in messages
    assert "signs in with a password already" in messages
    assert User.objects.get(pk=user.pk).has_usable_password()
    assert not HistoryEntry.objects.exists()


def test_your_account_offers_no_password_to_whom_the_provider_signs_in(client, settings):
    settings.IDENTITY_PROVIDERS = {"netherby": PROVIDER}
    user = cast.clerk()
    client.force_login(user)
    assert "Change your password" in words(client.get(reverse("accounts:yours")))
    User.objects.filter(pk=user.pk).update(by_provider=True)
    # It is asked about first: nothing in this session says when the provider let it in.
    asked = client.get(reverse("accounts:yours"))
    assert asked.headers["Location"].startswith("/accounts/provider/netherby/?next=%2Faccounts")
    session = client.session
    session["provider_asked_at"] = this_moment().timestamp()
    session.save()
    page = words(client.get(reverse("accounts:yours")))
    assert "Change your password" not in page
    assert "With your council’s identity provider" in page


def test_the_night_forgets_old_devices_and_sessions_that_are_over():
    user = cast.clerk()
    make.known_device(user, "old", used_at=this_moment() - timedelta(days=91))
    kept = make.known_device(user, "kept")
    client = Client()
    client.force_login(user)
    over = Client()
    over.force_login(user)
    past = this_moment() - timedelta(minutes=1)
    Session.objects.filter(pk=over.session.session_key).update(expire_date=past)
    prune.enqueue()
    assert list(KnownDevice.objects.all()) == [kept]
    assert [row.pk for row in Session.objects.all()] == [client.session.session_key]


def test_one_browser_is_known_of_five_accounts_at_most():
    client = Client()
    users = [cast.with_password(cast.make_user("member")) for _ in range(7)]
    for user in users:
        typed = {"login": user.email, "password": cast.PASSWORD}
        client.post(reverse("account_login"), typed)
        client.post(reverse("account_logout"))
    assert len(client.cookies[NAME].value.split(".")) == 5
    assert KnownDevice.objects.count() == 7
