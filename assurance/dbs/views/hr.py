"""The HR system's list compared with the register, and what of it is taken over."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.dbs.forms.hr import HrListForm
from assurance.dbs.hr_changes import NEW_PERSON, NEW_ROLE, PERSON, ROLE, sealed, take_over
from assurance.dbs.importing.hr_list import HR_LIST, read_hr_list
from assurance.dbs.models.statuses import register
from assurance.dbs.rules.hr_match import LABELS, compare
from assurance.dbs.views.people import PEOPLE
from assurance.dbs.views.person_columns import roles_of
from assurance.registers.values import display_value
from assurance.runtime.periods import say_day, today
from assurance.runtime.typography import with_capital
from assurance.tables.phrases import numbers

# More boxes than that are too many for one page to send back.
MOST = 200
FAULTS_SHOWN = 20
COLUMN_LABELS = {column.name: column.label for column in HR_LIST.columns}


@requires(Permission.RECORD_DBS)
def compare_hr_list(request):
    """Takes a list and shows how it differs from the register; nothing is kept."""
    form = HrListForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        read = read_hr_list(form.cleaned_data["file"])
        if not read.lacking:
            context = _compared(request, read, form.cleaned_data["groups"])
            return render(request, "dbs/hr-compared.html", context)
        labels = ", ".join(f"“{label}”" for label in read.lacking)
        form.add_error("file", f"The list has no column {labels}: add it, or change its heading")
    back = PEOPLE.address("list")
    context = {"form": form, "heading": "Compare with the HR system", "back": back}
    labels = [column.label for column in HR_LIST.columns]
    return render(request, "dbs/hr-list.html", context | {"cancel_url": back, "columns": labels})


@requires(Permission.RECORD_DBS)
@require_POST
def take_over_hr_list(request):
    """Makes the changes that were chosen on the page of a comparison."""
    choices = request.POST.getlist("change")
    who = {"council": request.user.council, "by": request.user, "on": today()}
    result = take_over(choices, **who)
    if result.done:
        many = "1 change" if result.done == 1 else f"{result.done} changes"
        messages.success(request, f"{many} taken over from the HR system’s list.")
    for sentence in dict.fromkeys(result.refused):
        messages.warning(request, f"Not taken over: {sentence.rstrip('.')}.")
    if not choices:
        messages.error(request, "Choose at least one change to take over.")
        return redirect("dbs:hr")
    return redirect("dbs:list")


def _compared(request, read, groups):
    day = today()
    people = register(request.user.council).visible_to(request.user).with_what_is_held()
    known = [(person, roles_of(person)) for person in people]
    rows = [values for _, values in read.rows]
    result = compare(rows, known, read.columns, groups, day)
    lines = {
        "differing": [_differing(match, groups) for match in result.differing[:MOST]],
        "only_hr": [_new(match, groups) for match in result.only_hr[:MOST]],
        "only_here": [_line(match) for match in result.only_here[:MOST]],
        "left": [_left(match) for match in result.left[:MOST]],
    }
    faults = _faults(read)
    return {
        "result": result,
        "lines": lines,
        "most": MOST,
        "faults": faults[:FAULTS_SHOWN],
        "more_faults": max(0, len(faults) - FAULTS_SHOWN),
        "unread": read.unread,
        "true_on": say_day(day),
        "has_choices": any(line["choices"] for some in lines.values() for line in some),
    }


def _faults(read):
    return [
        f"{_where(row, fault)}: {fault.wrong} {fault.right}".strip()
        for row, some in sorted(read.faults.items())
        for fault in some
    ]


def _where(row, fault):
    """The row of a fault, with its column where the sentence does not name it."""
    label = COLUMN_LABELS.get(fault.column, "")
    place = with_capital(numbers([row]))
    return f"{place}, “{label}”" if label and label not in fault.wrong else place


def _line(match, choices=()):
    address = match.person and PEOPLE.address("record", match.person.pk)
    return {"match": match, "address": address, "choices": list(choices)}


def _differing(match, groups):
    return _line(match, (_choice(match, item, groups) for item in match.differences))


def _choice(match, item, groups):
    if not item.field:
        fields = _role_fields(item.theirs, groups)
        what = f"Add the role {item.theirs['role']}"
        missing = not (fields["service"] and fields["starts_on"])
        token = "" if missing else sealed(NEW_ROLE, fields, pk=match.person.pk)
        return {"what": what, "ours": "", "theirs": item.theirs["role"], "token": token}
    record, kind = (item.role, ROLE) if item.role else (match.person, PERSON)
    token = sealed(kind, {item.field: item.theirs}, pk=record.pk, version=record.version)
    label = f"{item.role}: {LABELS[item.field].lower()}" if item.role else LABELS[item.field]
    values = {"ours": display_value(item.ours), "theirs": display_value(item.theirs)}
    return {"what": label, "token": token, **values}


def _new(match, groups):
    row, fields = match.values, _role_fields(match.values, groups)
    missing = [
        label
        for name, label in (("name", "name"), ("role", "role"), ("service", "service"))
        if not row.get(name)
    ] + ([] if row.get("starts_on") else ["start date"])
    own = {"reference": match.reference, "name": match.name}
    token = "" if missing else sealed(NEW_PERSON, own | fields)
    what = ", ".join(str(row[name]) for name in ("role", "service") if row.get(name))
    return _line(match, [{"what": what, "token": token, "missing": ", ".join(missing)}])


def _left(match):
    day = match.values["ends_on"]
    choices = [
        {
            "what": f"End the role {role} on {say_day(day)}",
            "token": sealed(ROLE, {"ends_on": day}, pk=role.pk, version=role.version),
        }
        for role in match.roles
    ]
    return _line(match, choices)


def _role_fields(row, groups):
    names = ("role", "service", "starts_on", "ends_on")
    return {"group": row.get("group") or groups[0], **{name: row.get(name) for name in names}}
