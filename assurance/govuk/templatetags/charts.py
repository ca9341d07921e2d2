"""Charts in templates: one with its table, and a change after its sign."""

from django import template

from assurance.charts import arrows
from assurance.charts.pages import draw

register = template.Library()


@register.inclusion_tag("govuk/chart.html")
def chart(shown):
    """`shown`, a `Chart`, as a drawing and as a table; nothing where it has no bars."""
    return {"chart": shown, "drawing": draw(shown)}


@register.filter
def with_arrow(words):
    """The words of a change after the sign of its direction."""
    return arrows.with_arrow(words)
