"""What templates say of charts: a chart with its table, and a change behind its sign."""

from django import template

from assurance.charts import findings
from assurance.charts.pages import draw

register = template.Library()


@register.inclusion_tag("govuk/chart.html")
def chart(shown):
    """`shown`, a `Chart`, as a drawing and as a table; nothing where it has no bars."""
    return {"chart": shown, "drawing": draw(shown)}


@register.filter
def with_arrow(words):
    """The words of a change behind the sign of its direction."""
    return findings.with_arrow(words)
