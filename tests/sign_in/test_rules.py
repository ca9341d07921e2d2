"""The rules of signing in, by tables: providers of the settings, claims, dates, refusals."""

from datetime import date, timedelta

import pytest

from assurance.runtime.periods import months_after
from assurance.sign_in import rules
from config import env

DAY = date(2016, 2, 1)
ENTRY = {
    "key": "eborford",
    "council": "eborford",
    "name": "Eborford City Council",
    "client_id": "client",
    "client_secret": "not to be repeated",
}
TENANT = "8f1c2a52-0000-0000-0000-000000000000"


def test_a_tenant_of_entra_and_any_issuer_are_identity_providers():
    other = {**ENTRY, "key": "other", "issuer": "https://id.example/realm", "asked_every": 10}
    found = rules.identity_providers([{**ENTRY, "tenant": TENANT}, other])
    assert list(found) == ["eborford", "other"]
    issuers = [entry["issuer"] for entry in found.values()]
    assert issuers == [
        f"https://login.microsoftonline.com/{TENANT}/v2.0",
        "https://id.example/realm",
    ]
    assert found["other"]["asked_every"] == 10
    [quoted] = rules.identity_providers([{**other, "asked_every": "45"}]).values()
    assert quoted["asked_every"] == 45
    assert rules.identity_providers([]) == {}


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (["eborford"], "an object"),
        ([{}], "no key and no council and no name"),
        ([{**ENTRY, "tenant": TENANT, "name": ""}], "no name"),
        ([ENTRY], "either a tenant"),
        ([{**ENTRY, "tenant": TENANT, "issuer": "https://id.example"}], "either a tenant"),
        ([{**ENTRY, "issuer": "http://id.example"}], "https://"),
        ([{**ENTRY, "issuer": "http://127.0.0.1.evil.example"}], "https://"),
        ([{**ENTRY, "issuer": "ftp://id.example"}], "https://"),
        ([{**ENTRY, "tenant": TENANT, "tennant": "x"}], "unknown values: tennant"),
        ([{**ENTRY, "tenant": TENANT}] * 2, "two identity providers"),
        *(
            ([{**ENTRY, "tenant": TENANT, "asked_every": minutes}], "whole number of minutes")
            for minutes in (0, -5, 1.5, None, True, "", "soon", "9" * 5000)
        ),
    ],
)
def test_a_provider_that_is_set_up_wrongly_is_named_and_its_secret_is_not(entries, sentence):
    with pytest.raises(ValueError, match=sentence) as caught:
        rules.identity_providers(entries)
    assert "not to be repeated" not in str(caught.value)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("{", "is not JSON"),
        ('[{"key": "a", "client_secret": "not to be repeated"}]', "has no council"),
        ("[7]", "an object"),
        ("7", "an object"),
    ],
)
def test_the_environment_refuses_what_names_no_provider(monkeypatch, written, sentence):
    monkeypatch.setenv("CANDOUR_IDENTITY_PROVIDERS", written)
    with pytest.raises(env.MissingSetting, match=sentence) as caught:
        env.entries("CANDOUR_IDENTITY_PROVIDERS", rules.identity_providers)
    assert "CANDOUR_IDENTITY_PROVIDERS" in str(caught.value)
    assert "not to be repeated" not in str(caught.value)


def test_the_environment_takes_providers_from_a_variable_or_a_file(monkeypatch, tmp_path):
    written = (
        '[{"key": "a", "council": "a", "name": "A", "client_id": "c", "client_secret": "s",'
        ' "tenant": "t"}]'
    )
    monkeypatch.delenv("CANDOUR_IDENTITY_PROVIDERS", raising=False)
    assert env.entries("CANDOUR_IDENTITY_PROVIDERS", rules.identity_providers) == {}
    path = tmp_path / "providers.json"
    path.write_text(written, encoding="utf-8")
    monkeypatch.setenv("CANDOUR_IDENTITY_PROVIDERS_FILE", str(path))
    by_file = env.entries("CANDOUR_IDENTITY_PROVIDERS", rules.identity_providers)
    monkeypatch.delenv("CANDOUR_IDENTITY_PROVIDERS_FILE")
    monkeypatch.setenv("CANDOUR_IDENTITY_PROVIDERS", written.strip("[]"))
    by_value = env.entries("CANDOUR_IDENTITY_PROVIDERS", rules.identity_providers)
    assert by_file == by_value
    assert by_value["a"]["issuer"] == "https://login.microsoftonline.com/t/v2.0"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, ("", (), False, True, False)),
        ({"email": " Quill@N.example "}, ("quill@n.example", (), False, True, False)),
        ({"preferred_username": "Q@N.example"}, ("q@n.example", (), False, True, False)),
        ({"email": None, "groups": None, "amr": None}, ("", (), False, True, False)),
        ({"groups": ["a", 7]}, ("", ("a", "7"), False, True, False)),
        ({"groups": "a"}, ("", ("a",), False, True, False)),
        ({"amr": ["pwd"]}, ("", (), False, True, False)),
        ({"amr": ["pwd", "mfa"]}, ("", (), True, True, False)),
        ({"amr": "otp"}, ("", (), True, True, False)),
        ({"email_verified": False}, ("", (), False, False, False)),
        ({"email_verified": "false"}, ("", (), False, False, False)),
        ({"email_verified": True}, ("", (), False, True, False)),
        ({"_claim_names": {"groups": "src1"}}, ("", (), False, True, True)),
        ({"hasgroups": True}, ("", (), False, True, True)),
        ({"hasgroups": True, "groups": ["a"]}, ("", ("a",), False, True, False)),
    ],
)
def test_claims_are_read_as_the_provider_writes_them(told, expected):
    claims = rules.claims_of({"sub": 7, **told}, "groups")
    assert claims.subject == "7"
    found = (claims.email, claims.groups, claims.two_steps, claims.is_verified)
    assert (*found, claims.groups_left_out) == expected


def test_groups_are_read_from_the_claim_that_the_settings_name():
    told = {"sub": "1", "groups": ["a"], "roles": ["b"], "_claim_names": {"groups": "x"}}
    claims = rules.claims_of(told, "roles")
    assert (claims.groups, claims.groups_left_out) == (("b",), False)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, ""),
        ({"email": ""}, "did not send your e-mail address"),
        ({"email": "quill"}, "did not send your e-mail address"),
        ({"email_verified": False}, "has not verified the address q@n.example"),
        ({"hasgroups": True}, "too many"),
    ],
)
def test_claims_alone_can_refuse_somebody(changed, sentence):
    told = {"sub": "1", "email": "q@n.example", **changed}
    found = rules.why_not_claims(rules.claims_of(told, "groups"), "Netherby")
    assert bool(found) == bool(sentence)
    assert sentence in found
    assert not found or "Netherby" in found


def test_a_policy_that_asks_nothing_of_anybody_needs_a_reason():
    assert rules.why_not_policy(True, "") == ""
    assert rules.why_not_policy(False, "Minute 4") == ""
    assert rules.why_not_policy(False, "  ") == rules.NO_ROLE


def test_a_review_is_due_a_year_after_the_later_of_start_and_review():
    year = months_after(DAY, 12) - DAY
    assert rules.due_on(DAY, None) == DAY + year
    assert rules.due_on(DAY, DAY + timedelta(3)) == DAY + year + timedelta(3)
    # A role that starts again later counts from then.
    assert rules.due_on(DAY, DAY - timedelta(3)) == DAY + year


@pytest.mark.parametrize(
    ("began", "due"),
    [
        (date(2015, 2, 28), date(2016, 2, 28)),
        (date(2015, 3, 1), date(2016, 3, 1)),
        (date(2016, 2, 1), date(2017, 2, 1)),
        (date(2016, 2, 29), date(2017, 2, 28)),
        (date(2018, 9, 3), date(2019, 9, 3)),
    ],
)
def test_a_review_falls_on_the_same_date_a_year_on_in_leap_years_too(began, due):
    assert rules.due_on(began, None) == due


@pytest.mark.parametrize(
    ("is_own", "has_ended", "reason", "sentence"),
    [
        (False, False, "Why", ""),
        (True, False, "Why", rules.OWN_ROLE),
        (False, True, "Why", rules.ENDED),
        (False, False, " ", rules.NO_REASON),
    ],
)
def test_what_refuses_a_review(is_own, has_ended, reason, sentence):
    assert rules.why_not_review(is_own, has_ended, reason) == sentence


@pytest.mark.parametrize(
    ("last_day", "refused"),
    [
        (None, True),
        (DAY - timedelta(1), True),
        (DAY, False),
        (DAY + timedelta(9), False),
    ],
)
def test_what_refuses_a_last_day(last_day, refused):
    assert bool(rules.why_not_last_day(date(2015, 1, 1), last_day, DAY)) is refused
    assert rules.why_not_last_day(DAY + timedelta(20), last_day, DAY)
