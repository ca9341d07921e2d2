"""Changing several records of a register at once: those chosen on its list, seen before they are
saved, in one transaction.
"""

from django.contrib import messages
from django.shortcuts import redirect, render

from assurance.accounts.access import requires
from assurance.govuk.dates import PARTS
from assurance.govuk.forms import CONFLICT, post_data
from assurance.records.record import EditConflict
from assurance.records.refusals import refusals_shown_on
from assurance.registers.values import can_change
from assurance.runtime.digits import whole
from assurance.runtime.periods import today

MOST = 100
CHANGED_SINCE = (
    "Someone else changed one of these while you had them open. Their new values are "
    "shown below: check them and save the change again."
)


def several_page(register):
    """Asks what chosen records shall hold, shows what changes, and changes what nothing refuses."""

    @requires(register.permission)
    def change_several(request):
        # Which were chosen stands in the address, what they shall hold in what is posted to it.
        chosen = _chosen(register, request.user, request.GET.getlist("pk"))
        back = f"{register.address('list')}?{request.GET.get('asked', '')}".removesuffix("?")
        context = {"register": register, "chosen": chosen, "back": back}
        context["heading"] = f"Change several {register.plural}"
        if not chosen:
            return render(request, "registers/several-none.html", context)
        posted = post_data(request)
        form = register.bulk.form(posted, council=request.user.council)
        for field in form.fields.values():
            field.required = False
        context["form"] = form
        if not form.is_valid():
            return render(request, "registers/several.html", context)
        return _check_or_keep(register, request, form, context)

    return change_several


def _check_or_keep(register, request, form, query):
    fields = {
        name: value for name, value in form.values_to_save().items() if value not in (None, "")
    }
    if not set(fields).difference(register.bulk.beside):
        form.add_error(None, "Fill in the new values of the chosen records")
        return render(request, "registers/several.html", query)
    lines = _lines(register, query["chosen"], fields)
    ready = [line["record"] for line in lines if line["ready"]]
    if "keep" in request.POST and ready:
        version = _drawn_versions(request.POST.getlist("seen"))
        rows = [(record, version.get(record.pk, 0)) for record in ready]
        with refusals_shown_on(form):
            try:
                done = register.bulk.change(rows=rows, by=request.user, on=today(), **fields)
                messages.success(request, f"{_count(register, len(done))} changed.")
                return redirect(query["back"])
            except EditConflict:
                form.add_error(None, CHANGED_SINCE)
                form.answered_with = CONFLICT
    query |= {"lines": lines, "ready": ready, "count": _count(register, len(ready))}
    query |= {"kept": _typed_values(request.POST, form)}
    return render(request, "registers/several-check.html", query, status=form.answered_with)


def _chosen(register, user, typed):
    """The records of the keys `typed` that `user` may see, in the order of their keys."""
    keys = {
        whole(item)
        for item in typed[:MOST]
        if item.isascii() and item.isdecimal() and len(item) < 10
    }
    index = register.rows(user).in_bulk(keys)
    return [index[key] for key in sorted(index)]


def _lines(register, chosen, answer):
    """Per record what would change, as (label, from, to), and what refuses it."""
    lines, bulk = [], register.bulk
    for record in chosen:
        changes = [
            (
                bulk.form.base_fields[name].label,
                register.say_told(name, bulk.held(record, name)),
                register.say_told(name, value),
            )
            for name, value in answer.items()
            if name not in bulk.beside and not bulk.stays(record, name, value)
        ]
        gone = [] if can_change(record) else ["It was withdrawn and cannot be changed"]
        faults = gone or (bulk.faults(record, answer) if changes else [])
        line = {"record": record, "address": register.address("record", record.pk)}
        line |= {"version": bulk.version_of(record), "changes": changes, "faults": faults}
        lines.append({**line, "ready": bool(changes) and not faults})
    return lines


def _typed_values(posted, form):
    """(name, value) of what was typed in the form, to be sent again."""
    names = [*form.fields, *(f"{name}_{part}" for name in form.fields for part in PARTS)]
    return [(name, posted[name]) for name in names if name in posted]


def _drawn_versions(typed):
    """Key → version of each `key:version` that the page was drawn with."""
    pairs = (item.partition(":") for item in typed[:MOST])
    return {
        whole(key): whole(version)
        for key, _, version in pairs
        if all(item.isascii() and item.isdecimal() and len(item) < 10 for item in (key, version))
    }


def _count(register, number):
    return f"{number} {register.noun if number == 1 else register.plural}"
