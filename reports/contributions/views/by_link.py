"""A section as the one writes it who was sent a link: that section alone, and nothing else of the
paper."""

from allauth.core import ratelimit
from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import public
from assurance.records.history import ByLink
from assurance.runtime.periods import today
from reports.contributions import rules
from reports.contributions.operations import requests
from reports.contributions.views import section as section_page
from reports.contributions.views.section import Way, private
from reports.papers.models.contribution_requests import ContributionRequest
from reports.papers.models.contributions import ContributionDraft


@public
def write(request, sealed):
    """The section, saved as they go and handed in; 410 with whom to ask where the link has
    ended."""
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
    limited = ratelimit.consume_or_429(request, action="contribution_link", limit_get=True)
    if limited:
        return private(limited)
    section = ContributionRequest.objects.opened_by(sealed).first()
    if section is None:
        raise Http404
    newest = section.is_sealed_by(sealed)
    status = section.paper.status
    why = rules.why_not_open(section.state, status, newest, section.link_until, today())
    if why:
        return section_page.ended(request, section, why)
    return page(request, _way(section, sealed))


def _way(section, sealed):
    addresses = {
        name: reverse(f"papers:by-link{page}", args=[sealed]) for name, page in section_page.PAGES
    }
    by = ByLink(f"link of {section.history_name}")
    return Way(section, by, ContributionDraft.BY_LINK, **addresses)
