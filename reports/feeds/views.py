"""Feeds of a council's issued papers, and the site map: for other programs, who ask again by
fingerprint."""

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from assurance.accounts.access import public
from assurance.govuk.forms import post_data
from assurance.meetings.models.bodies import Body
from assurance.records import email
from assurance.records.history import ByLink
from assurance.records.refusals import Refused
from assurance.runtime.caching import fingerprinted
from assurance.runtime.periods import today
from reports.contributions.views.links import private
from reports.editions.models.editions import Edition
from reports.feeds import alerts, atom, operations
from reports.feeds.forms import SubscriptionForm
from reports.feeds.site_pages import searched_pages, searched_pages_of_site
from reports.publication.models.councils import moments_of_publication, publishing_councils
from reports.publication.models.subscriptions import PAPERS, Subscription
from reports.publication.search.views import owner_of

ATOM, XML = "application/atom+xml; charset=utf-8", "application/xml; charset=utf-8"


@public
def of_council(request, council):
    """Everything that a council issued."""
    owner = owner_of(council)
    return _feed(request, owner, f"Published reports of {owner.name}")


@public
def of_series(request, council, series):
    """What was issued of one series."""
    owner = owner_of(council)
    row = get_object_or_404(owner.series, slug=series)
    about = reverse("publication:series-papers", args=[owner.slug, row.slug])
    return _feed(request, owner, row.title, about, series=row)


@public
def of_committee(request, council, committee):
    """What was issued for one committee."""
    owner = owner_of(council)
    row = get_object_or_404(Body.committees.of(owner), slug=committee)
    about = f"{reverse('publication:issued', args=[owner.slug])}?committee={row.slug}"
    return _feed(request, owner, f"Reports for the {row.title}", about, committee=row)


@public
def site_index(request):
    """The site maps: one of the pages of no council, one of each council that publishes."""
    maps = [(reverse("sitemap-pages"), None)]
    for slug, moment in moments_of_publication():
        maps.append((reverse("feeds:site-map", args=[slug]), moment))
    return fingerprinted(request, atom.site_index(maps, _root(request)), XML)


@public
def site_pages(request):
    """The address of every page that belongs to no council."""
    pages = searched_pages_of_site()
    return fingerprinted(request, atom.site_map((), _root(request), pages), XML)


@public
def site_map(request, council):
    """The address of every paper of a council that anybody may read, and of its lists and figures;
    404 of one that publishes nothing."""
    owner = get_object_or_404(publishing_councils(), slug=council)
    editions = Edition.objects.public_in(owner.slug).readable()
    rows = editions.last_published()
    made = atom.site_map(rows, _root(request), searched_pages(owner))
    return fingerprinted(request, made, XML)


def _feed(request, owner, title, about="", **narrowed):
    about = about or reverse("publication:issued", args=[owner.slug])
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


ANYBODY = ByLink("form to follow reports")
BY_LETTER = ByLink("link of an e-mail")
# Sent by a reader's own program when they press “unsubscribe” there (RFC 8058).
AT_ONCE = ("List-Unsubscribe", "One-Click")
GONE = 404


@public
def follow(request, council):
    """The form; whoever sends it is told to look into their mail."""
    if limited := ratelimit.consume_or_429(request, action="follow"):
        return private(limited)
    owner = owner_of(council)
    record = request.GET.get("of", PAPERS)
    form = SubscriptionForm(post_data(request), council=owner, initial={"followed": record})
    if form.is_valid():
        _request_subscription(request, owner, form.asked())
        return redirect("feeds:follow-asked", owner.slug)
    context = {"council": owner, "form": form, "can_post": email.can_post()}
    return private(render(request, "publication/subscription.html", context))


@public
def show_next_step(request, council):
    """What to do next, the same for every address."""
    context = {"council": owner_of(council), "days": operations.DAYS_TO_CONFIRM}
    return private(render(request, "publication/subscription_sent.html", context))


@public
def confirm(request, council, key):
    """What was asked for, confirmed by one press."""
    owner = owner_of(council)
    row = Subscription.objects.opened_by(key).of_council(owner).first()
    if row is None:
        return _ended(request, owner)
    if request.method == "POST":
        try:
            operations.confirm(following=row, by=BY_LETTER, on=today())
        except Refused:
            return _ended(request, owner)
        return private(redirect("feeds:follow-yours", owner.slug, row.key))
    if row.confirmed_on is None and row.until < today():
        return _ended(request, owner)
    return private(
        render(request, "publication/subscription_confirm.html", {"council": owner, "row": row})
    )


@csrf_exempt
@public
def yours(request, council, key):
    """Everything that the address of this link follows, and how to stop it."""
    owner = owner_of(council)
    row = Subscription.objects.opened_by(key).of_council(owner).confirmed().first()
    if row is None:
        return _ended(request, owner)
    name, value = AT_ONCE
    if request.method == "POST" and request.POST.get(name) == value:
        return _stopped(owner, row, everything=False)
    return _yours(request, owner, row)


@public
def stopped(request, council):
    """That nothing more is sent, and the address is held no more."""
    return private(
        render(request, "publication/subscription_stopped.html", {"council": owner_of(council)})
    )


@csrf_protect
def _yours(request, owner, row):
    rows = list(row.beside)
    if request.method != "POST":
        context = {"council": owner, "rows": rows}
        return private(render(request, "publication/subscriptions.html", context))
    if "all" in request.POST:
        return _stopped(owner, row, everything=True)
    chosen = next((row for row in rows if str(row.pk) == request.POST.get("stop")), None)
    if chosen is None:
        return private(HttpResponseBadRequest("Choose what to stop."))
    return _stopped(owner, chosen, everything=False)


def _stopped(owner, row, everything):
    left = list(row.beside)
    operations.stop(following=row, everything=everything, by=BY_LETTER, on=today())
    other = next((item for item in left if item.pk != row.pk and not everything), None)
    if other is None:
        return private(redirect("feeds:follow-stopped", owner.slug))
    return private(redirect("feeds:follow-yours", owner.slug, other.key))


def _request_subscription(request, owner, query):
    # Beyond the limit nothing is sent, and nothing is said of it: the page would tell a stranger
    # that somebody has asked with this address before.
    key = f"{owner.slug} {query['email'].lower()}"
    if ratelimit.consume(request, action="follow_address", key=key):
        row = operations.ask_to_follow(council=owner, **query, by=ANYBODY, on=today())
        alerts.send_letter.enqueue(row.pk)


def _ended(request, owner):
    context = {"council": owner, "days": operations.DAYS_TO_CONFIRM}
    return private(render(request, "publication/subscription_ended.html", context, status=GONE))
