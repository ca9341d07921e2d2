"""The pages of a register, as plain view functions that declare the register's permission."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from assurance.accounts.access import requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from assurance.records.personal import Personal
from assurance.records.record import EditConflict, newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.files import ways_to_files
from assurance.registers.forms import WithdrawForm, proposed_values
from assurance.registers.history import both_shown, chronicle
from assurance.registers.lacks import ASKED_BY
from assurance.registers.record_page.links import addresses_of
from assurance.registers.record_page.summary import summary_of
from assurance.registers.record_page.undo import undo_by_press, undo_offered
from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day, today
from assurance.runtime.typography import with_capital

UNDONE = "The withdrawal was undone: the record is counted again."


def list_page(register):
    """The list: filtered, sorted, 25 to a page, with how many there are and on which day."""

    @requires(register.reads_with)
    def list_records(request):
        filters = register.filters(request.GET, council=request.user.council)
        rows = filters.narrow_for(register.rows(request.user), request.user)
        page = listed(request, rows, register.sorts, register.first)
        _log_search(register, filters, request.user, page)
        lines = register.lines(page, request.user)
        has_rows = request.GET or page.paginator.count or register.rows(request.user).exists()
        context = {
            "register": register,
            "page": page,
            # There is nothing to narrow, to share or to quote yet.
            "filter_form": filters if has_rows else None,
            "is_empty": not has_rows,
            "lines": lines,
            # A column without any way to change a row would be empty.
            "has_changes": any(line["change"] for line in lines),
            "true_on": say_day(today()),
            # Records that apply from a date on: the list has those of other dates too.
            "of_every_date": hasattr(register.model, "from_date"),
            "add": _add(register, request.user),
            "within": _within(register, request.user),
            "several": _several(register, request.user),
            **ways_to_files(register, request),
        }
        return render(request, register.templates("list"), context)

    return list_records


def _log_search(register, filters, user, page):
    """Notes a search for people by name, without its words; its further pages are the same one."""
    names_people = Personal.IDENTIFIES in register.model.personal.values()
    if names_people and page.number == 1 and filters.chosen().get("text"):
        log_access(user, LoggedAccess.SEARCH, register.plural, page.paginator.count)


def record_page(register):
    """One record: its summary, what can be done with it, and its history."""

    @requires(register.reads_with)
    def show_record(request, pk):
        record = get_object_or_404(register.rows(request.user), pk=pk)
        current = register.may_change(request.user, record)
        entries = chronicle(register, record)
        context = {
            "register": register,
            "record": record,
            "rows": summary_of(register, record, request.user),
            "entries": entries,
            "recorded_with": None if entries else _recorded_with(register, record, request.user),
            "back": register.home_of(record),
            "change": register.address("change", pk) if register.change and current else "",
            "withdraw": register.address("withdraw", pk) if register.withdraw and current else "",
            "undo": undo_offered(register, record, request.user),
        }
        also = register.also(request, record)
        return render(request, register.templates("record"), {**context, **also})

    return show_record


def _recorded_with(register, record, user):
    """(noun, record, address) of what a record without a history of its own was recorded with; None
    where it lies within nothing that `user` may open."""
    if not register.parent:
        return None
    parent = getattr(record, register.parent.field)
    address = addresses_of([parent], user).get(parent, "")
    return (register.parent.register.noun, parent, address) if address else None


def add_page(register):
    """A form for a new record, within a parent where the register has one."""

    @requires(register.permission)
    def add_record(request, parent_pk=None):
        parent = _parent(register, request.user, parent_pk)
        council = request.user.council
        files = {"files": request.FILES} if request.FILES else {}
        form_of_new = register.add_form or register.form
        asked = proposed_values(form_of_new, request.GET, request.user, _like(register, request))
        form = form_of_new(post_data(request), council=council, parent=parent, **asked, **files)
        if form.is_valid():
            within = {register.parent.field: parent} if parent else {}
            with refusals_shown_on(form):
                record = register.add(
                    council=council, by=request.user, on=today(), **within, **form.values_to_save()
                )
                return _saved(request, register, record, "added")
        form.helper.another = True
        home = register.parent.register.address("record", parent_pk) if parent else None
        back = _asking_form(request) or home or register.address("list")
        context = {"form": form, "heading": f"Add {register.a_noun}", "caption": parent or ""}
        context |= {"back": back, "cancel_url": back, "register": register, "parent": parent}
        return render(request, register.templates("form"), context)

    return add_record


def change_page(register):
    """The form of a record that stands; 409, with both shown, where somebody else saved first."""

    @requires(register.permission)
    def change_record(request, pk):
        record = get_object_or_404(register.rows(request.user), pk=pk)
        form = register.form(
            post_data(request),
            council=request.user.council,
            record=record,
            version=getattr(record, "version", None),
        )
        if form.is_valid():
            with refusals_shown_on(form):
                try:
                    changed = register.change(
                        record=record,
                        by=request.user,
                        on=today(),
                        **_version_fields(form),
                        **form.values_to_save(),
                    )
                except EditConflict as conflict:
                    newer = conflict.newer
                    theirs = register.form(
                        council=newer.council, record=newer, version=newer.version
                    )
                    address = register.address("record", newer.pk)
                    return both_shown(request, form, theirs, newer, address)
                return _saved(request, register, changed, "changed")
        context = {"form": form, "heading": f"Change the {register.noun}", "caption": record}
        return render(request, register.templates("form"), {**context, **_ways(register, record)})

    return change_record


def withdraw_page(register):
    """Asks why, then withdraws. The record is not deleted."""

    @requires(register.permission)
    def withdraw_record(request, pk):
        record = get_object_or_404(register.rows(request.user), pk=pk)
        form = WithdrawForm(post_data(request), version=record.version)
        if form.is_valid():
            with refusals_shown_on(form), newer_shown_on(form):
                withdrawn = register.withdraw(
                    record=record,
                    by=request.user,
                    on=today(),
                    **_version_fields(form),
                    because=form.cleaned_data["because"],
                )
                return _saved(request, register, withdrawn, "withdrawn")
        context = {"form": form, "heading": f"Withdraw the {register.noun}", "caption": record}
        context |= {"rows": register.facts_of(record), **_ways(register, record)}
        page = register.templates("withdraw")
        return render(request, page, context, status=form.answered_with)

    return withdraw_record


def undo_page(register):
    """Undoes a withdrawal by one press on the record's page, which says why where it cannot."""

    @requires(register.permission)
    @require_POST
    def undo_withdrawal(request, pk):
        record = get_object_or_404(register.rows(request.user), pk=pk)
        undo_by_press(request, record, UNDONE)
        return redirect(register.address("record", pk))

    return undo_withdrawal


def _within(register, user):
    """The noun, plural and address of what a record of `register` is added in, or None."""
    parent = register.parent and register.parent.register
    if not (parent and parent.filters and register.add and register.may_change(user)):
        return None
    return {"noun": parent.noun, "plural": parent.plural, "address": parent.address("list")}


def _add(register, user):
    offered = register.add and not register.parent and register.may_change(user)
    return register.address("add") if offered else ""


def _several(register, user):
    return register.address("several") if register.bulk and register.may_change(user) else ""


def _parent(register, user, key):
    if register.parent is None:
        return None
    return get_object_or_404(register.parent.register.rows(user), pk=key)


def _like(register, request):
    """The record that a new one repeats, as the address asks; None where it asks for none."""
    key = whole(request.GET.get("like", ""))
    return register.rows(request.user).filter(pk=key).first() if key else None


def _ways(register, record):
    here = register.address("record", record.pk)
    return {"back": here, "cancel_url": here, "register": register, "record": record}


def _version_fields(form):
    return {"version": form.cleaned_data["version"]} if "version" in form.cleaned_data else {}


def _saved(request, register, record, verb):
    noun = with_capital(register.noun)
    messages.success(request, f"{noun} {verb}.")
    if "another" in request.POST:
        return redirect(request.get_full_path())
    if verb == "added" and (asking := _asking_form(request)):
        return redirect(asking)
    if register.parent:
        return redirect(register.home_of(record))
    return redirect(register.address("record", record.pk))


def _asking_form(request):
    """The path of the form that led here because its select was empty; else empty."""
    path = request.GET.get(ASKED_BY, "")
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if ours and "\0" not in path else ""
