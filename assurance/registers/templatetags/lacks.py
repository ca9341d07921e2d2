"""What a select that offers nothing says on a page."""

from urllib.parse import urlencode

from django import template
from django.apps import apps

from assurance.accounts.access import may
from assurance.registers.lacks import ASKED_BY, lack_of, lack_of_model, lacks_that_stop, who_may
from assurance.runtime.typography import with_capital

register = template.Library()


@register.inclusion_tag("registers/lack.html", takes_context=True)
def lack(context, field):
    """The sentence and the link of a field that has nothing to choose."""
    matches = lack_of(field)
    address = _address(matches, context.get("request")) if matches else ""
    return {"lack": matches, "address": address, "id": f"{field.auto_id}_lack"}


@register.inclusion_tag("registers/needed_first.html", takes_context=True)
def needed_first(context, form):
    """The lacks that keep a form from being saved, shown above it before anything is typed."""
    request = context.get("request")
    return {"needed": [(lack, _address(lack, request)) for lack in lacks_that_stop(form)]}


def _address(lack, request):
    address = lack.address_for(getattr(request, "user", None))
    if address and lack.is_added_there:
        return f"{address}?{urlencode({ASKED_BY: request.get_full_path()})}"
    return address


@register.inclusion_tag("govuk/empty.html", takes_context=True)
def nothing_recorded(context, record_register, add):
    """The sentence of a list without rows on who adds its records, and the link: `add` where the
    reader may add one, or the list of the records that have them on their pages."""
    words = f"No {record_register.noun} has been recorded yet."
    if add:
        return {"words": words, "address": add, "link": f"Add {record_register.a_noun}"}
    words = f"{words} {who_may(record_register.permission)} adds it"
    if record_register.parent is None:
        return {"words": f"{words}."}
    place = record_register.parent.register
    user = getattr(context.get("request"), "user", None)
    return {
        "words": f"{words} on the page of {place.a_noun}.",
        "address": place.address("list") if user and may(user, place.reads_with) else "",
        "link": with_capital(place.plural),
    }


@register.inclusion_tag("govuk/empty.html", takes_context=True)
def without_rows(context, model, words):
    """The `words` of a page that has no row of `model` (“people.Cohort”) to show, with the link to
    where one is added for a reader who may."""
    missing = lack_of_model(apps.get_model(model))
    address = missing.address_for(getattr(context.get("request"), "user", None))
    return {"words": words, "address": address, "link": missing.link}
