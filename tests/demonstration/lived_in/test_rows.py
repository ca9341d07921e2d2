"""Every model of the application has rows in the demonstration, and every list some to show: but
for what is named here with its reason."""

from collections import Counter

import pytest
from django.apps import apps
from django.urls import reverse

from assurance.accounts.models.accounts import Council
from assurance.audits.models.case_audits import CaseAudit
from assurance.govuk.lists import ROWS_TO_A_PAGE
from assurance.improvement.models.actions import Action
from assurance.registers.declaration import KNOWN
from assurance.reviews.models.findings import Finding

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
OWN = ("assurance.", "reports.")
SERVER = "Made by a server's own work, which the demonstration has not done yet."
# Model → why it has no row.
WITHOUT_ROWS = {
    **dict.fromkeys(
        (
            *("IssueJob", "SitePage", "SharedPages", "SiteCheck", "SiteFault"),
            *("WorkerHeartbeat", "PeriodicJob"),
        ),
        SERVER,
    ),
    "DraftFile": "Made by a server once somebody asks for a draft as PDF.",
    "ExemptAnnex": "No report of this council has had an exempt annex.",
    "ExemptReader": "No report of this council has had an exempt annex.",
    "PaperBeforeCorrection": "A correction under way: the demonstration's is finished.",
    "CountOffer": "A count offered in place of an older one: none differs.",
    "LoggedAccess": "Written when a person searches, downloads or reads what is exempt.",
    "RetentionRun": "A council adopts its retention policies before anything is removed.",
    "ProviderGroup": "It has no identity provider.",
    "Session": "A session is begun by somebody who signs in.",
    "KnownDevice": "A device is known once somebody has signed in from it.",
    "WithdrawnReturn": "A return taken back: none was wrong.",
}
# Register with fewer than three rows → why.
SHORT = {
    "GradeScale": "One scale has served since 2014.",
    "RecheckPolicy": "One policy for every group of people.",
    "RiskScale": "One corporate scale.",
    "OutcomeTable": "One comparison was published of the framework of that time.",
    "Framework": "Frameworks come with the product and belong to no council.",
    "Scorecard": "One board has one.",
    "AccessibilityStatement": "The first was prepared in 2019.",
    "PrivacyNotice": "Its data protection officer has stayed the same.",
    "LegalHold": "One claim is under way.",
    "TwoStepPolicy": "Its first is without a role, and the next is not in force yet.",
    "ProviderGroup": "It has no identity provider.",
    "ChildContact": "Its telephone numbers have stayed the same.",
}


def rows_of(model):
    """The rows of a model that its pages show."""
    return getattr(model, "forums", model._default_manager).all()


def own_models():
    """Every model of the application itself."""
    return [model for model in apps.get_models() if model.__module__.startswith(OWN)]


@pytest.mark.long
def test_every_model_has_rows_or_a_reason():
    empty = {model.__name__ for model in own_models() if not model._default_manager.exists()}
    assert empty - set(WITHOUT_ROWS) == set()
    assert set(WITHOUT_ROWS) <= {model.__name__ for model in own_models()}


def test_every_register_of_the_first_council_shows_three_rows_or_says_why():
    # The registers are known once the addresses of all pages are.
    reverse("home")
    council = Council.objects.get(slug="eborford")
    few = {}
    for model in KNOWN:
        rows = rows_of(model)
        rows = rows.of(council) if hasattr(rows, "of") else rows
        if rows.count() < 3:
            few[model.__name__] = rows.count()
    assert set(few) - set(SHORT) == set(), few


@pytest.mark.parametrize("name", ["strengths", "areas_for_development", "actions"])
def test_no_two_audits_on_one_page_have_the_same_words(name):
    council = Council.objects.get(slug="eborford")
    texts = list(
        CaseAudit.objects.of(council).order_by("audited_on", "pk").values_list(name, flat=True)
    )
    assert len(texts) > 500 and all(texts)
    last = {}
    for place, text in enumerate(texts):
        assert place - last.get(text, -ROWS_TO_A_PAGE) >= ROWS_TO_A_PAGE, text
        last[text] = place
    assert len(set(texts)) >= 140


@pytest.mark.parametrize("model", [Finding, Action])
def test_findings_and_actions_are_told_once_but_for_what_was_said_before(model):
    council = Council.objects.get(slug="eborford")
    counted = Counter(model.objects.of(council).values_list("text", flat=True))
    again = [text for text, times in counted.items() if text and times > 1]
    assert again in ([], ["The Council is not yet a family firm for children in its care."])
