"""The template tag that draws a chart with its table."""

from django import template

from assurance.charts.pages import draw

register = template.Library()


@register.inclusion_tag("govuk/chart.html")
def chart(shown):
    """`shown`, a `Chart`, as a drawing and as a table; nothing where it has no bars."""
    return {"chart": shown, "drawing": draw(shown)}
