"""A section as the one writes it who was sent a link: that section alone."""

from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import public
from assurance.records.history import ByLink
from reports.contributions import rules
from reports.contributions.operations import requests
from reports.contributions.views import section as section_page
from reports.contributions.views.links import opened
from reports.contributions.views.section import Way
from reports.papers.models.contributions import ContributionDraft, ContributionRequest


@public
def write(request, sealed):
    """The section, saved and handed in; 410 with whom to ask where the link has ended."""
    return _opened(request, sealed, _write)


@require_POST
@public
def autosave_section(request, sealed):
    """Keeps what they have typed and not saved."""
    return _opened(request, sealed, section_page.save_text)


@require_POST
@public
def preview(request, sealed):
    """The section as readers would have it."""
    return _opened(request, sealed, section_page.previewed)


@public
def word(request, sealed):
    """The section as a Word file."""
    return _opened(request, sealed, section_page.downloaded)


@public
def read(request, sealed):
    """The Word file, written and brought back."""
    return _opened(request, sealed, section_page.upload_word)


def _write(request, way):
    if request.method == "GET":
        requests.note_opening(section=way.section, **way.said)
    return section_page.answer(request, way)


def _opened(request, sealed, page):
    """What `page` answers for the section that the link opens."""
    rows = ContributionRequest.objects.opened_by(sealed)
    return opened(
        request, rows, sealed, lambda request, row: page(request, _way(row, sealed)), _why_closed
    )


def _why_closed(section):
    return rules.why_not_write(section.state, section.paper.status)


def _way(section, sealed):
    addresses = {
        name: reverse(f"papers:by-link{page}", args=[sealed]) for name, page in section_page.PAGES
    }
    by = ByLink(f"link of {section.history_name}")
    return Way(section, by, ContributionDraft.BY_LINK, **addresses)
