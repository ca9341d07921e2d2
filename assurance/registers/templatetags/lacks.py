"""What a select that offers nothing says on a page."""

from django import template

from assurance.registers.lacks import lack_of

register = template.Library()


@register.inclusion_tag("registers/lack.html", takes_context=True)
def lack(context, field):
    """The sentence and the link of a field that has nothing to choose."""
    matches = lack_of(field)
    request = context.get("request")
    address = matches.address_for(getattr(request, "user", None)) if matches else ""
    return {"lack": matches, "address": address, "id": f"{field.auto_id}_lack"}
