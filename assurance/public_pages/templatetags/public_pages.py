"""What a page prints of its council: above its footer, in its masthead and in its head."""

from django import template
from django.conf import settings

from assurance.accounts.access import PUBLIC
from assurance.public_pages import rules
from assurance.public_pages.models.brands import CouncilBrand
from assurance.public_pages.models.contacts import ChildContact
from assurance.runtime.periods import today

register = template.Library()
# Arguments of addresses that were given to one person.
PRIVATE = {"sealed", "private"}


@register.inclusion_tag("public_pages/child_contact.html", takes_context=True)
def child_contact(context, as_answer=False):
    """Whom to contact about a child: on public pages, today's text of the page's council, above the
    footer or `as_answer` to a search."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    if match and not _is_public(match):
        return {}
    words = {"heading": rules.HEADING, "danger": rules.DANGER, "as_answer": as_answer}
    council = context.get("council")
    contact = _contact(context)
    if contact:
        return {**words, "numbers": contact.numbers}
    name = getattr(council, "name", "") or str(context.get("masthead", ""))
    return {**words, "missing": rules.MISSING.format(council=name) if name else rules.OF_EACH}


@register.simple_tag(takes_context=True)
def child_numbers(context):
    """The numbers to call about a child, for a line; none where the council has entered none."""
    contact = _contact(context)
    return rules.numbers_in_a_line(contact.daytime_phone, contact.other_phone) if contact else []


@register.simple_tag(takes_context=True)
def page_brand(context):
    """The mark and colours of the council whose page this is, or whose account is signed in; None
    for any other page."""
    slug = _slug(context)
    # The page of a failure is drawn without a request and asks nothing.
    if not (context.get("request") and slug):
        return None
    return CouncilBrand.objects.public_in(slug).select_related("council").first()


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of a public page: whole where the installation knows its own; empty for what
    is no page of everybody's. A page of a list is a page of its own, a narrowed list is none."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    if not match or not _is_public(match) or PRIVATE & set(match.kwargs):
        return ""
    page = request.GET.get("page", "")
    number = f"?page={page}" if page.isascii() and page.isdigit() and page != "1" else ""
    path = context.get("own_address") or f"{request.path}{number}"
    return f"{settings.PUBLIC_ADDRESS.rstrip('/')}{path}"


def _contact(context):
    """Today's contact of the page's council, which is read once for a page."""
    request = context.get("request")
    slug = _slug(context) or _addressed(request)
    # The page of a failure is drawn without a request and asks nothing.
    if not (request and slug):
        return None
    if not hasattr(request, "child_contact"):
        request.child_contact = ChildContact.objects.public_in(slug).on(today())
    return request.child_contact


def _slug(context):
    return getattr(context.get("council"), "slug", "") or str(context.get("own_council", ""))


def _addressed(request):
    """The council within whose address a page was not found; empty for a page of all councils."""
    match = getattr(request, "resolver_match", None)
    if match or not request:
        return match.kwargs.get("council", "") if match else ""
    return rules.addressed_council(request.path)


def _is_public(match):
    return getattr(match.func, "access", PUBLIC) == PUBLIC
