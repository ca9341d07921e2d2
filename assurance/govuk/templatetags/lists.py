"""Template tags of lists: rows as cards, and the filters in use."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from assurance.govuk.cards import as_cards, without_empty_columns
from assurance.govuk.chips import chips, query_without_filters

register = template.Library()


@register.simple_block_tag
def cards(content, keeps_empty=False):
    """A table that a small screen shows as a card for each row, without its empty columns but where
    it `keeps_empty` ones, as where two texts or a file are printed as they are."""
    # Django's own escaping made `content`; only attributes without a person's words are added.
    return mark_safe(as_cards(content if keeps_empty else without_empty_columns(content)))


@register.filter
def breakable(address):
    """An e-mail `address` that breaks after its sign where a line has no room for it."""
    name, sign, host = address.partition("@")
    return format_html("{}{}<wbr>{}", name, sign, host) if sign else address


@register.inclusion_tag("govuk/chips.html", takes_context=True)
def filter_chips(context, form):
    """The filters of `form` that are in use, above what they leave."""
    query = context["request"].GET
    return {"chips": chips(form, query), "clear": query_without_filters(query)}
