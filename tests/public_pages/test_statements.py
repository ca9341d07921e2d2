"""What a council states by law: each fact in its fixed sentence, and a reminder after a year."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from assurance.govuk.page_messages import COOKIE as MESSAGE_COOKIE
from assurance.public_pages import compliance
from assurance.public_pages.device_storage import stored
from assurance.public_pages.models.statements import AccessibilityStatement, PrivacyNotice
from assurance.records.history import HistoryEntry
from assurance.sign_in.devices.cookie import NAME as DEVICE_COOKIE
from reports.tasks.records import of_records
from tests import cast
from tests.make import papers, public_pages
from tests.page_requests import boxes, browser_of, errors
from tests.sources import ROOT

HERE, PRIVACY = "/netherby/accessibility/", "/netherby/privacy/"
DAY = date(2019, 9, 16)
LAW = (
    "the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility "
    "Regulations 2018"
)
FACTS = {
    **{"status": "partially", "non_compliance": "Old charts have no text (1.1.1)."},
    **{"burden": "", "out_of_scope": "Annexes of 2015.", "improvements": "New charts have."},
    **{"tested_by": "the web team", "method": "20 pages by axe.", "response_days": "10"},
    **{"email": "access@netherby.example", "phone": "01632 960003"},
    **boxes(from_date="16 9 2019", prepared_on="16 9 2019", reviewed_on="16 9 2019"),
    **boxes(tested_on="4 9 2019"),
}


def text(address):
    """The words of the main part of a public page."""
    answer = Client().get(address)
    assert answer.status_code == 200
    main = (
        answer.content.decode().partition("<main")[2].partition("</main>")[0].replace("<wbr>", "")
    )
    return " ".join(unescape(re.sub("<[^>]*>", " ", main)).split())


@pytest.mark.django_db
def test_a_statement_is_entered_on_a_page_and_read_in_the_fixed_wording():
    user = cast.administrator()
    answer = browser_of(user).post("/public-pages/accessibility/add/", FACTS)
    assert answer.status_code == 302, errors(answer)
    page = text(HERE)
    name = user.council.name
    for sentence in (
        f"This website is run by {name}.",
        f"{name} is committed to making its website accessible, in accordance with {LAW}.",
        "version 2.2 AA standard, due to the non-compliances and exemptions listed below.",
        "The content listed below is non-accessible for the following reasons.",
        "Old charts have no text (1.1.1).",
        "Content that is not within the scope of the accessibility regulations Annexes of 2015.",
        "reply within 10 working days.",
        f"(EHRC) is responsible for enforcing {LAW} (the “accessibility regulations”).",
        "contact the Equality Advisory and Support Service (EASS)",
        "This statement was prepared on 16 September 2019. It was last reviewed on 16 September",
        "last tested on 4 September 2019. The test was carried out by the web team: 20 pages",
    ):
        assert sentence in page, sentence
    assert "Disproportionate burden" not in page and "01632 960003" in page
    assert HistoryEntry.objects.filter(what="accessibility_statements.add").count() == 1


@pytest.mark.django_db
def test_a_council_without_a_statement_says_so_and_each_has_its_own():
    council, other = cast.make_council(), cast.make_council("wyvern")
    public_pages.statement(council=other, tested_by="a company of wyvern")
    public_pages.notice(council=other, email="privacy@wyvern.example")
    page = text(HERE)
    assert f"{council.name} has not entered its own statement yet." in page
    assert "wyvern" not in page and "wyvern" not in text(PRIVACY)
    assert "a company of wyvern" in text("/wyvern/accessibility/")
    assert "privacy@wyvern.example" in text("/wyvern/privacy/")
    for service, own in (("/accessibility/", HERE), ("/privacy/", PRIVACY)):
        answer = Client().get(service).content.decode()
        assert f'href="{own}"' in answer and f'href="/wyvern{service}"' in answer
    footer = Client().get("/netherby/reports/").content.decode().partition("<footer")[2]
    assert f'href="{HERE}"' in footer and f'href="{PRIVACY}"' in footer


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"status": "fully"}, "non_compliance", compliance.SOME_LISTED),
        ({"non_compliance": "", "out_of_scope": ""}, "non_compliance", compliance.NONE_LISTED),
        (boxes(reviewed_on="1 9 2019"), "reviewed_on", compliance.BACKWARDS),
        ({"response_days": "0"}, "response_days", "Enter working days from 1 to 60"),
        (
            {"response_days": "soon"},
            "response_days",
            "Enter the number of working days, such as 10",
        ),
        ({"phone": "ask"}, "phone", "Enter a telephone number, such as 01632 960001"),
        (
            *({"email": "access"}, "email"),
            "Enter an e-mail address, such as access@example.gov.uk",
        ),
    ],
)
def test_facts_that_do_not_fit_are_refused_where_they_are(changed, field, sentence):
    client = browser_of(cast.administrator())
    answer = client.post("/public-pages/accessibility/add/", {**FACTS, **changed})
    assert errors(answer)[field] == [sentence]
    assert not AccessibilityStatement.objects.exists()


@given(
    st.sampled_from(["fully", "partially", "not"]),
    *[st.sampled_from(["", "Something."])] * 3,
)
def test_the_status_is_said_with_its_reasons(status, non_compliance, burden, out_of_scope):
    values = {"status": status, "non_compliance": non_compliance, "burden": burden}
    values |= {"out_of_scope": out_of_scope, "phone": "999", "response_days": 5}
    values |= dict.fromkeys(("prepared_on", "reviewed_on"), DAY)
    listed = bool(non_compliance or burden or out_of_scope)
    refused = any(sentence for _field, sentence in compliance.faults(values))
    assert refused == ((status == "fully") == listed)
    sentence = compliance.status_sentence(values)
    assert sentence.startswith(
        {
            "fully": "This website is fully compliant with",
            "partially": "This website is partially compliant with",
            "not": "This website is not compliant with",
        }[status]
    )
    if status != "fully":
        assert ("non-compliances" in sentence) == bool(non_compliance)
        assert ("exemptions" in sentence) == bool(burden or out_of_scope)


@pytest.mark.django_db
def test_a_statement_is_reviewed_each_year_and_one_is_missed_once_reports_are_published():
    user = cast.administrator()

    def needed(day):
        return [(need.words, need.late) for need in of_records(user, day)]

    assert needed(DAY) == []
    papers.edition(council=user.council)
    assert needed(DAY) == [("Enter the accessibility statement", True)]
    row = public_pages.statement(council=user.council, reviewed_on=DAY)
    for days in (0, 365, 366, 800):
        due = [("Review the accessibility statement", True)] * (days >= 366)
        assert needed(DAY + timedelta(days=days)) == due
    assert row.review_due_on == date(2020, 9, 16)
    [need] = of_records(user, DAY + timedelta(days=400))
    assert browser_of(user).get(need.address).status_code == 200
    assert of_records(cast.clerk(user.council), DAY + timedelta(days=400)) == []


@pytest.mark.django_db
def test_a_privacy_notice_names_who_controls_and_whom_to_write_to():
    user = cast.administrator()
    client = browser_of(user)
    form = client.get("/public-pages/privacy/add/").context["form"]
    assert form.initial["controller"] == user.council.name
    fields = {"controller": "Netherby", "officer": "Data Protection Officer", "phone": ""}
    fields |= {"email": "privacy@netherby.example", **boxes(from_date="1 1 2016")}
    fields["full_notice"] = "https://netherby.example/privacy"
    assert client.post("/public-pages/privacy/add/", fields).status_code == 302
    assert PrivacyNotice.objects.get().council == user.council
    page = text(PRIVACY)
    assert "Netherby is the controller of the personal data" in page
    assert "privacy@netherby.example" in page and "Information Commissioner" in page
    wrong = client.post("/public-pages/privacy/add/", {**fields, "full_notice": "javascript:1"})
    assert "full_notice" in errors(wrong)


@pytest.mark.django_db
def test_the_privacy_pages_name_everything_that_is_stored():
    cast.make_council()
    names = " ".join(one.name for one in stored())
    own = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, DEVICE_COOKIE, MESSAGE_COOKIE}
    assert own <= {*names.split()}
    scripts = [path.read_text() for path in (ROOT / "static" / "js").rglob("*.js")]
    written = {
        *re.findall(r"(?:const \w+ = )\"(candour[-:][\w-]*|moved-block)", "\n".join(scripts)),
        *(f"candour-{name}" for name in ("look", "size")),
    }
    assert len(written) >= 6
    assert not [name for name in written if name not in names]
    ways = re.compile(r"localStorage|sessionStorage|caches\.open|\./tab-store\.js")
    uses = sum(bool(ways.search(one)) for one in scripts)
    assert uses == 8, (
        "Name what a further script stores in assurance/public_pages/device_storage.py"
    )
    for address in (PRIVACY, "/privacy/"):
        page = text(address)
        assert all(one.name in page and one.purpose in page for one in stored())


@pytest.mark.django_db
def test_the_privacy_pages_explain_copies_of_reports_on_the_device():
    cast.make_council()
    for address in (PRIVACY, "/privacy/"):
        page = text(address)
        for sentence in (
            "Nothing is kept on your device until you press “Keep a copy on this device”",
            "no page of someone who is signed in is part of it",
            "It stays until you remove it",
            "deleted when you sign out",
            "To remove a copy, open",
        ):
            assert sentence in page
        assert 'href="/offline/"' in Client().get(address).content.decode()


FORMS = {
    "child-contacts": {
        **{"service": 80, "daytime_phone": 30, "daytime_hours": 80, "other_phone": 30},
    },
    "accessibility": {"tested_by": 120, "method": 300, "phone": 30},
    "privacy": {"controller": 120, "officer": 120},
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_says_what_to_enter_and_a_text_too_long_how_long_it_may_be(name):
    client = browser_of(cast.administrator())
    address = f"/public-pages/{name}/add/"
    empty = client.post(address, boxes(from_date=""))
    found = errors(empty)
    assert {*FORMS[name], "from_date"} <= set(found)
    for field, sentences in found.items():
        [sentence] = sentences
        assert sentence.split()[0] in ("Enter", "Select"), (field, sentence)
    long = client.post(address, {field: "x" * (most + 1) for field, most in FORMS[name].items()})
    for field, most in FORMS[name].items():
        label = long.context["form"].fields[field].label
        assert errors(long)[field] == [f"“{label}” must have {most} characters or fewer"]
    assert "<title>Error: " in long.content.decode()
    again = client.get(address)
    assert again.status_code == 200 and not again.context["form"].errors
