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
            "mine": _display_text(form, name, form.cleaned_data.get(name)),
            "theirs": _display_text(theirs, name, theirs.get_initial_for_field(field, name)),
        }
        for name, field in theirs.fields.items()
        if not field.widget.is_hidden
    ]
    context = {"rows": rows, "form": form.at_version(newer.version), "record": address}
    context["who"] = saved_last_by(newer)
    return render(request, "409.html", context, status=form.answered_with)


def _display_text(form, name, value):
    field = form.fields[name]
    if not hasattr(field, "choices") or hasattr(field, "queryset"):
        return values.display_value(value)
    labels = dict(field.choices)
    several = value if isinstance(value, list) else [value]
    return values.display_value([labels.get(item, item) for item in several])
