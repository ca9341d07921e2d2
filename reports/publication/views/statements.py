"""What a council states by law, at its own address: accessibility and privacy."""

from django.shortcuts import render

from assurance.accounts.access import public
from assurance.public_pages.compliance import status_sentence
from assurance.public_pages.device_storage import stored
from assurance.public_pages.models.statements import AccessibilityStatement, PrivacyNotice
from assurance.runtime.periods import today
from reports.editions.enclosure_files import inaccessible_annexes
from reports.publication.search.views import owner_of


@public
def accessibility(request, council):
    """The council's accessibility statement, with the annexes that not everybody can read."""
    owner = owner_of(council)
    statement = AccessibilityStatement.objects.public_in(owner.slug).on(today())
    context = {
        "council": owner,
        "statement": statement,
        "status": statement and status_sentence(vars(statement)),
        "annexes": inaccessible_annexes(owner),
    }
    return render(request, "publication/accessibility.html", context)


@public
def privacy(request, council):
    """What is stored about readers and others, who controls it, and whom to write to."""
    owner = owner_of(council)
    notice = PrivacyNotice.objects.public_in(owner.slug).on(today())
    context = {"council": owner, "notice": notice, "stored": stored()}
    return render(request, "publication/privacy.html", context)
