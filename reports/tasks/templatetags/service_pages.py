"""The pages of the service that a search names."""

from django import template

from reports.tasks.record_search.pages import pages_named

register = template.Library()


@register.simple_tag(takes_context=True)
def service_pages(context, words):
    """(words, address) of the pages that `words` name, of those that the reader may open."""
    return pages_named(words, context["navigation"], context["request"].user)
