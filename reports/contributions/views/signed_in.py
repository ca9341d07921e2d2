"""A section as the one writes it who was asked for it, signed in with their own account."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from reports.contributions import rules
from reports.contributions.views import section as section_page
from reports.contributions.views.links import ended
from reports.contributions.views.section import Way
from reports.papers.models.contributions import ContributionDraft, ContributionRequest


@requires(Permission.SEE_HOME)
def write(request, pk):
    """The section, saved as they go and handed in."""
    return _opened(request, pk, section_page.answer)


@require_POST
@requires(Permission.SEE_HOME)
def autosave_section(request, pk):
    """Keeps what they have typed and not saved."""
    return _opened(request, pk, section_page.save_text)


@require_POST
@requires(Permission.SEE_HOME)
def preview(request, pk):
    """The section as readers would have it."""
    return _opened(request, pk, section_page.previewed)


@requires(Permission.SEE_HOME)
def word(request, pk):
    """The section as a Word file."""
    return _opened(request, pk, section_page.downloaded)


@requires(Permission.SEE_HOME)
def read(request, pk):
    """The Word file, written and brought back."""
    return _opened(request, pk, section_page.upload_word)


def _opened(request, pk, page):
    """What `page` answers for a section that was asked of whoever is signed in."""
    rows = ContributionRequest.objects.visible_to(request.user).asked_of(request.user)
    section = get_object_or_404(rows, pk=pk)
    if why := rules.why_not_write(section.state, section.paper.status):
        return ended(request, section, why)
    addresses = {
        name: reverse(f"papers:contribution{page}", args=[pk]) for name, page in section_page.PAGES
    }
    how = {"how": ContributionDraft.SIGNED_IN, "writer": request.user}
    counts = may(request.user, Permission.SEE_COUNTS)
    way = Way(section, request.user, sees_counts=counts, **how, **addresses)
    return page(request, way)
