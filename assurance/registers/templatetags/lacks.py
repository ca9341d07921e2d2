"""What a select that offers nothing says on a page."""

from urllib.parse import urlencode

from django import template

from assurance.registers.lacks import ASKED_BY, lack_of

register = template.Library()


@register.inclusion_tag("registers/lack.html", takes_context=True)
def lack(context, field):
    """The sentence and the link of a field that has nothing to choose."""
    matches = lack_of(field)
    request = context.get("request")
    address = matches.address_for(getattr(request, "user", None)) if matches else ""
    if address and matches.is_added_there:
        address = f"{address}?{urlencode({ASKED_BY: request.get_full_path()})}"
    return {"lack": matches, "address": address, "id": f"{field.auto_id}_lack"}
