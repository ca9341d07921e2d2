"""The way from the list of a register to files that bring its records."""

from django import template
from django.urls import reverse

from assurance.imports.kinds import kinds_for

register = template.Library()


@register.simple_tag(takes_context=True)
def import_way(context, record_register):
    """The address of the page that imports records of a register; empty where no file that the
    reader may import has them."""
    kinds = kinds_for(context["request"].user)
    has_kind = any(_brings(kind, record_register.model) for kind in kinds)
    return reverse("imports:start") if has_kind else ""


def _brings(kind, model):
    """True if rows of a file of `kind` add records of `model`, and do not only name them."""
    records = getattr(kind, "records", ())
    return any(record.model is model and not record.link for record in records)
