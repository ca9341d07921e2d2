"""A record's history in its register's own words."""

from dataclasses import replace

from django.db.models import Model
from django.forms import ModelChoiceField
from django.shortcuts import render
from django.utils.text import capfirst

from assurance.accounts import history_page
from assurance.records.history import HistoryEntry
from assurance.registers import values


def chronicle(register, record):
    """What was done to `record`, newest first, for `govuk/history.html`."""
    return [
        replace(
            item,
            what=register.verb_of(item.what),
            changes=_labelled_changes(register, item.changes),
        )
        for item in history_page.about(record)
    ]


def chronicle_within(register, record, parts):
    """What was done to `record` and to what lies within it, newest first; `parts` are (register,
    record), each named in its entries."""
    registers = {record: register, **{part: own for own, part in parts}}
    return [
        replace(
            item,
            what=_what_within(registers[of], of, item.what, is_part=of != record),
            changes=_labelled_changes(registers[of], item.changes),
        )
        for of, item in history_page.about_all(list(registers))
    ]


def _what_within(register, record, what, is_part):
    verb = register.verb_of(what)
    return f"{capfirst(register.noun)} {verb[:1].lower()}{verb[1:]}: {record}" if is_part else verb


def step_date(field):
    """A function from a record to the date on which history last has a post for its `field`, such
    as who checked it; None where the record names none, or its history does not say."""

    def reading(record):
        if getattr(record, f"{field}_id") is None:
            return None
        entries = HistoryEntry.objects.about(record).filter(changes__has_key=field)
        return entries.values_list("on", flat=True).first()

    return reading


def saved_last_by(record):
    """The role title of whoever saved `record` last, or an empty text."""
    values = history_page.about(record)
    return values[0].who if values else ""


def _labelled_changes(register, changes):
    """The changes in the order of the form, fields and values in its words."""
    order = [register.label_of(name) for name in register.form.base_fields]
    fields = {
        register.label_of(field): {
            key: register.say_told(field, value) for key, value in change.items()
        }
        for field, change in changes.items()
    }
    last = len(order)
    return dict(
        sorted(fields.items(), key=lambda item: order.index(item[0]) if item[0] in order else last)
    )


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
    if isinstance(field, ModelChoiceField) and value:
        rows = [value] if isinstance(value, Model) else value
        return values.display_value([field.label_from_instance(row) for row in rows])
    if not hasattr(field, "choices") or hasattr(field, "queryset"):
        return values.display_value(value)
    labels = dict(field.choices)
    several = value if isinstance(value, list) else [value]
    return values.display_value([labels.get(item, item) for item in several])
