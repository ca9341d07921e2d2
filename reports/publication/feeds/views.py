"""Feeds of a council's issued papers, and the site map: for other programs, who ask again by
fingerprint."""

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import http_date

from assurance.accounts.access import public
from assurance.meetings.models.bodies import Body
from assurance.runtime.caching import fingerprinted
from reports.editions.models.editions import Edition
from reports.publication.feeds import atom
from reports.publication.search.views import owner_of

ATOM, XML = "application/atom+xml; charset=utf-8", "application/xml; charset=utf-8"


@public
def of_council(request, council):
    """Everything that a council issued."""
    owner = owner_of(council)
    return _feed(request, owner, f"Issued papers of {owner.name}")


@public
def of_series(request, council, series):
    """What was issued of one series."""
    owner = owner_of(council)
    row = get_object_or_404(owner.series, slug=series)
    about = reverse("papers:series-papers", args=[owner.slug, row.slug])
    return _feed(request, owner, row.title, about, series=row)


@public
def of_committee(request, council, committee):
    """What was issued for one committee."""
    owner = owner_of(council)
    row = get_object_or_404(Body.committees.of(owner), slug=committee)
    about = f"{reverse('papers:issued', args=[owner.slug])}?committee={row.slug}"
    return _feed(request, owner, f"Papers for the {row.title}", about, committee=row)


@public
def site_map(request):
    """The address of every paper that anybody may read."""
    made = atom.site_map(Edition.objects.public_anywhere().readable(), _root(request))
    return fingerprinted(request, made, XML)


def _feed(request, owner, title, about="", **narrowed):
    about = about or reverse("papers:issued", args=[owner.slug])
    rows = Edition.objects.public_in(owner.slug).readable(earlier=True).filtered(**narrowed)
    result = atom.newest(rows)
    places = {"about": about, "here": request.path, "root": _root(request)}
    # By the fingerprint alone: what is removed makes no later day, and must go all the same.
    answer = fingerprinted(request, atom.atom(result, title=title, **places), ATOM)
    if result:
        answer["Last-Modified"] = http_date(result[0].published_at.timestamp())
    return answer


def _root(request):
    return settings.PUBLIC_ADDRESS.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
