"""The page of two people who changed one record at once."""

from django.shortcuts import render

from assurance.registers import values
from assurance.registers.history import saved_last_by


def both_shown(request, form, theirs, newer, address):
    """The page, answered as a conflict: what `form` was told beside what `theirs`, a form of the
    record `newer` as it now stands, begins with. Saving `form` again saves over it; `address` is
    the record's own page."""
    rows = [
        {
            "label": form.fields[name].label,
            "mine": _shown(form, name, form.cleaned_data.get(name)),
            "theirs": _shown(theirs, name, theirs.get_initial_for_field(field, name)),
        }
        for name, field in theirs.fields.items()
        if not field.widget.is_hidden
    ]
    asked = {"rows": rows, "form": form.at_version(newer.version), "record": address}
    asked["who"] = saved_last_by(newer)
    return render(request, "409.html", asked, status=form.answered_with)


def _shown(form, name, value):
    field = form.fields[name]
    if not hasattr(field, "choices") or hasattr(field, "queryset"):
        return values.say(value)
    labels = dict(field.choices)
    several = value if isinstance(value, list) else [value]
    return values.say([labels.get(one, one) for one in several])
