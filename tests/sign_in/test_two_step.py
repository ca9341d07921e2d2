"""A second step that a role needs: asked for, set up, not given up, reset where it was lost."""

import json
from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.accounts.sign_in_links import sign_in_address
from assurance.records.email import OutgoingEmail
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.sign_in.models.two_step import TwoStepPolicy, needed_roles
from assurance.sign_in.operations import two_step
from tests import cast
from tests.make import sign_in as make
from tests.page_requests import words
from tests.sign_in.one_time_codes import code_of

pytestmark = pytest.mark.django_db
DAY = date(2016, 2, 1)


def sign_in(client, user):
    """The answer to the right password of `user`."""
    return client.post(reverse("account_login"), {"login": user.email, "password": cast.PASSWORD})


def set_up_app(client):
    """The secret of an authenticator app that `client`, signed in, sets up."""
    client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.status_code == 302, answer.context["form"].errors
    return secret


def test_codes_are_those_of_the_standard():
    key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    expected = {59: "287082", 1111111109: "081804", 1234567890: "005924", 20000000000: "353130"}
    assert {at: code_of(key, at) for at in expected} == expected


def test_who_needs_it_sets_it_up_first_and_signs_in_with_it_from_then_on(client):
    user = cast.with_password(cast.approver())
    make.two_step_policy()
    sign_in(client, user)
    assert client.get(reverse("home")).headers["Location"] == reverse("sign_in:set-up")
    assert "your role of approver" in words(client.get(reverse("sign_in:set-up")))
    # Nothing else: no page, no post, no part of a page; what is public stays open.
    for name in ("accounts:yours", "editor:list", "mfa_index", "record-search"):
        assert client.get(reverse(name)).headers["Location"] == reverse("sign_in:set-up"), name
    posted = client.post(reverse("notices"), {"email_every": "day"})
    assert (posted.status_code, "Nothing was saved" in words(posted)) == (403, True)
    assert client.get(reverse("home"), headers={"HX-Request": "true"}).status_code == 403
    assert client.get(reverse("accessibility")).status_code == 200
    secret = set_up_app(client)
    assert client.get(reverse("home")).status_code == 200
    again = Client()
    assert sign_in(again, user).headers["Location"] == reverse("mfa_authenticate")
    assert again.get(reverse("home")).status_code == 302
    wrong = again.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "The code is wrong or too old" in words(wrong)
    codes = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()
    Authenticator.objects.filter(user=user).update(last_used_at=None)
    # The code that set it up counts once; the app's next one, or a recovery code, lets in.
    again.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert again.get(reverse("home")).status_code == 200
    assert secret


@pytest.mark.parametrize(
    ("roles", "policies", "expected"),
    [
        (["member"], [{}], []),
        (["officer"], [{"officer": True}], ["officer"]),
        (["clerk", "officer"], [{}], ["clerk"]),
        (["clerk"], [], []),
        (["clerk"], [{"from_date": DAY + timedelta(1)}], []),
        (["clerk"], [{"from_date": DAY}], ["clerk"]),
        (["clerk"], [{}, {"from_date": DAY, "clerk": False}], []),
        (["clerk"], [{}, {"from_date": DAY + timedelta(1), "clerk": False}], ["clerk"]),
        ([], [{"officer": True}], []),
    ],
)
def test_the_latest_policy_that_has_begun_says_which_roles_need_it(roles, policies, expected):
    user = cast.make_user(*roles)
    for fields in policies:
        make.two_step_policy(**fields)
    make.two_step_policy(cast.make_council("elsewhere"), officer=True, member=True)
    assert needed_roles(user, DAY) == expected
    other = cast.make_user(*roles, since=DAY + timedelta(1))
    assert needed_roles(other, DAY) == []


def test_whose_first_password_came_by_a_link_sets_an_app_up(client):
    user = cast.make_user("officer")
    page = client.get(sign_in_address(user), follow=True)
    again = {"password1": cast.PASSWORD, "password2": cast.PASSWORD}
    client.post(page.request["PATH_INFO"], again)
    sign_in(client, user)
    set_up_app(client)
    assert Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def test_a_role_that_needs_it_keeps_its_last_second_step(client):
    user = cast.with_password(cast.approver())
    policy = make.two_step_policy()
    sign_in(client, user)
    set_up_app(client)
    page = client.post(reverse("mfa_deactivate_totp"))
    assert "A role of yours needs two-step sign-in" in words(page)
    assert Authenticator.objects.filter(user=user, type="totp").exists()
    policy.approver = False
    policy.save()
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=user, type="totp").exists()


def test_a_lost_device_is_reset_with_a_reason_told_and_asked_for_anew(client):
    user, by = cast.with_password(cast.approver()), cast.administrator()
    make.two_step_policy(administrator=False)
    sign_in(client, user)
    set_up_app(client)
    administrator = Client()
    administrator.force_login(by)
    address = reverse("sign_in:reset-two-step", args=[user.pk])
    assert "Enter the reason" in words(administrator.post(address, {"because": ""}))
    answer = administrator.post(address, {"because": "Lost telephone, seen in person"}, follow=True)
    page = words(answer)
    assert "has been reset" in page
    assert "Recovery codes; Authenticator app" in page and "totp" not in page
    assert not Authenticator.objects.filter(user=user).exists()
    # Its session has ended, and the next one begins with setting up.
    assert client.get(reverse("home")).status_code == 302
    sign_in(client, user)
    assert client.get(reverse("home")).headers["Location"] == reverse("sign_in:set-up")
    [letter] = mail.outbox
    assert letter.to == [user.email]
    assert user.council.name in letter.subject + letter.body
    assert "testserver" not in letter.body
    [entry] = HistoryEntry.objects.filter(what="sign_in.reset_two_step")
    assert (entry.who, entry.about) == (by.history_name, user.history_name)
    assert entry.reason == "Lost telephone, seen in person"
    assert OutgoingEmail.objects.get().state == "sent"
    assert "no authenticator app" in words(administrator.post(address, {"because": "Again"}))


def test_a_reset_needs_a_reason_and_reaches_no_other_council():
    user, by = cast.approver(), cast.administrator()
    for because in ("", "  "):
        with pytest.raises(Refused, match="why"):
            two_step.reset_two_step(user=user, because=because, by=by, on=DAY)
    client = Client()
    client.force_login(cast.administrator(cast.make_council("elsewhere")))
    assert client.post(reverse("sign_in:reset-two-step", args=[user.pk])).status_code == 404
    assert not mail.outbox


def test_all_sessions_end_by_a_number_that_each_of_them_carries(client):
    user = cast.clerk()
    before = user.get_session_auth_hash()
    client.force_login(user)
    assert client.get(reverse("home")).status_code == 200
    User.objects.filter(pk=user.pk).update(sign_outs=1)
    assert client.get(reverse("home")).status_code == 302
    hashes = {User(password=user.password, sign_outs=n).get_session_auth_hash() for n in range(4)}
    assert len(hashes) == 4
    assert before in hashes


def test_an_administrator_sets_dated_policies_with_their_history(client):
    client.force_login(cast.administrator())
    nobody = dict.fromkeys(cast.ROLES, "False")
    day = {"from_date_day": "1", "from_date_month": "2", "from_date_year": "2016"}
    address = reverse("sign_in:two-step-add")
    page = client.post(address, {**nobody, **day, "reason": ""})
    assert "Select at least one role" in words(page)
    client.post(address, {**nobody, **day, "clerk": "True", "reason": "Minute 7"})
    policy = TwoStepPolicy.objects.get()
    assert (policy.roles, policy.from_date) == (["clerk"], DAY)
    assert "There is a policy from this date" in words(
        client.post(address, {**nobody, **day, "clerk": "True", "reason": ""})
    )
    listed = words(client.get(reverse("sign_in:two-step-list")))
    assert "1 Feb 2016" in listed
    change = reverse("sign_in:two-step-change", args=[policy.pk])
    client.post(change, {**nobody, **day, "clerk": "False", "officer": "True", "reason": ""})
    assert TwoStepPolicy.objects.get().roles == ["officer"]
    kinds = HistoryEntry.objects.order_by("seq").values_list("what", flat=True)
    assert list(kinds) == ["two_step_policies.add", "two_step_policies.change"]


def test_an_app_and_a_passkey_carry_the_name_of_the_service(client):
    user = cast.with_password(cast.approver())
    sign_in(client, user)
    client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    assert "Committee%20reports" in page.context["totp_url"]
    asked = client.get(reverse("mfa_add_webauthn")).context["js_data"]["creation_options"]
    assert asked["publicKey"]["rp"]["name"] == "Committee reports"
    assert not Authenticator.objects.exists()


def test_the_passkey_of_another_person_is_neither_renamed_nor_removed(client):
    user, other = cast.with_password(cast.approver()), cast.clerk()
    keys = Authenticator.objects
    row = keys.create(user=other, type=Authenticator.Type.WEBAUTHN, data={"name": "Theirs"})
    sign_in(client, user)
    client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        address = reverse(name, args=[row.pk])
        assert client.get(address).status_code == 404
        assert client.post(address, {"name": "Mine"}).status_code == 404
    row.refresh_from_db()
    assert row.data == {"name": "Theirs"}


# What a browser told of a passkey that it made.
CREDENTIAL = {
    "type": "public-key",
    "id": "9a8bh8iL4gKLDEoCcwkqWS9jxp7DxLnAc5GTTQJPLxE",
    "rawId": "9a8bh8iL4gKLDEoCcwkqWS9jxp7DxLnAc5GTTQJPLxE",
    "authenticatorAttachment": "platform",
    "response": {
        "clientDataJSON": (
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiUFJ5QUp2OE1nVDB5bDVaV3ZLTE1u"
            "Umhmamk3emF0QVJTaUtNek9vV3JNRSIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODIwMSIsImNy"
            "b3NzT3JpZ2luIjpmYWxzZX0"
        ),
        "attestationObject": (
            "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMd"
            "l2NFAAAAAQECAwQFBgcIAQIDBAUGBwgAIPWvG4fIi-ICiwxKAnMJKlkvY8aew8S5wHORk00CTy8RpQEC"
            "AyYgASFYID_8vVwwClSzhQcSditwZIGwqaMnR1k60RVzVdz-nG5bIlggeKLnGGsJYMi0u2vJo3adnZKS"
            "iGkn8E9U3AUtnK164Jg"
        ),
        "transports": ["internal"],
    },
    "clientExtensionResults": {"credProps": {}},
}


def test_who_has_a_passkey_alone_is_asked_for_it_or_for_a_recovery_code(client):
    user = cast.with_password(cast.approver())
    data = {"name": "Laptop", "credential": CREDENTIAL}
    Authenticator.objects.create(user=user, type="webauthn", data=data)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    assert sign_in(client, user).headers["Location"] == reverse("mfa_authenticate")
    page = client.get(reverse("mfa_authenticate"))
    assert "Use your passkey" in words(page) and "Or enter a recovery code" in words(page)
    assert page.content.decode().count('class="govuk-button"') == 1
    assert "Enter your code" not in words(page)
    asked = page.context["js_data"]["request_options"]["publicKey"]
    assert [key["id"] for key in asked["allowCredentials"]] == [CREDENTIAL["id"]]
    assert client.get(reverse("home")).status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert client.get(reverse("home")).status_code == 200


RUBBISH = ("{}", '{"id": 1}', "[]", "7", '"x"', "{", '{"id": "YQ", "rawId": "YQ"}', "null")
EMPTY = {
    "clientDataJSON": "e30",
    "attestationObject": "oA",
    "authenticatorData": "",
    "signature": "",
}
WHOLE = {"id": "YQ", "rawId": "YQ", "type": "public-key", "response": EMPTY}


def test_a_passkey_that_cannot_be_read_is_refused_in_words(client):
    user = cast.with_password(cast.approver())
    sign_in(client, user)
    client.post(reverse("account_reauthenticate"), {"password": cast.PASSWORD})
    client.get(reverse("mfa_add_webauthn"))
    for credential in (*RUBBISH, json.dumps(WHOLE)):
        typed = {"name": "Key", "credential": credential}
        refused = client.post(reverse("mfa_add_webauthn"), typed)
        assert "The passkey was not accepted" in words(refused), credential
    set_up_app(client)
    other = Client()
    sign_in(other, user)
    other.get(reverse("mfa_authenticate"))
    for credential in (*RUBBISH[:4], json.dumps(WHOLE)):
        answer = other.post(reverse("mfa_authenticate"), {"credential": credential})
        assert answer.status_code in (200, 429), credential
    assert other.get(reverse("home")).status_code == 302
