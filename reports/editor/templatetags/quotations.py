"""The ways from the pages of records to those that put one into a report."""

from django import template
from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.figures.labels import name_of
from assurance.registers.declaration import KNOWN
from reports.papers.models.papers import Paper
from reports.quotable.quotations import kind_of, lists_of

register = template.Library()


@register.simple_tag(takes_context=True)
def quote_record(context, record):
    """The address of the page that quotes `record`; an empty text where nobody can, or may."""
    user = context["request"].user
    if not _may_quote(user):
        return ""
    kind = kind_of(user.council, type(record))
    if not kind or name_of(kind, user.council, record.pk) is None:
        return ""
    return reverse("editor:quote-record", args=(kind, record.pk))


@register.simple_tag(takes_context=True)
def quote_list(context, of):
    """The address of the page that lists the records of a register, or of a kind of list, in a
    report; an empty text where nobody can, or may."""
    user = context["request"].user
    if not _may_quote(user):
        return ""
    # One model may have two registers, of committees and of boards: the first is that of the list.
    is_own = isinstance(of, str) or KNOWN.get(of.model) is of
    kinds = [of] if isinstance(of, str) else lists_of(user.council, of.model) if is_own else ()
    return reverse("editor:quote-register", args=(kinds[0],)) if kinds else ""


def _may_quote(user):
    may_write = may(user, Permission.COMPOSE_PAPERS)
    return may_write and Paper.objects.visible_to(user).being_written().exists()
