"""Pages of one part, and of one date, of a report template."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_as_messages
from assurance.runtime.digits import whole
from reports.report_templates import rules
from reports.report_templates.blocks import standing_texts
from reports.report_templates.forms import DateForm, RemoveForm
from reports.report_templates.kinds import name_of
from reports.report_templates.part_forms import AddPartForm, PartForm
from reports.report_templates.views import (
    get_template,
    save,
    save_or_show,
    template_address,
)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def add(request, slug):
    """A new part of a template."""
    row = get_template(request, slug)
    form = AddPartForm(post_data(request), spec=row.spec, version=row.version)

    def changed():
        fields = form.cleaned_data
        return rules.with_part(row.spec, fields["kind"], fields["title"], fields["after"])

    return save_or_show(request, row, form, "Add a part", changed)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def change(request, slug, part):
    """What a part of a template is."""
    row, plain = _part(request, slug, part)
    form = PartForm(post_data(request), spec=row.spec, part=plain, version=row.version)
    heading = f"Change “{name_of(plain)}”"
    return save_or_show(
        request, row, form, heading, lambda: form.changed_spec(row.spec), fragment=part
    )


@require_POST
@requires(Permission.KEEP_REPORT_TEMPLATES)
def move(request, slug, part):
    """A part up or down, first or last."""
    row, _plain = _part(request, slug, part)
    target = request.POST.get("to", "")
    if target not in rules.MOVES:
        raise Http404
    saved = row
    with refusals_as_messages(request):
        version = whole(request.POST.get("version", "")) or 0
        saved = save(request, row, version, rules.with_moved_part(row.spec, part, target))
    return redirect(template_address(saved, part))


@requires(Permission.KEEP_REPORT_TEMPLATES)
def remove(request, slug, part):
    """A part out of a template, once it is certain."""
    row, plain = _part(request, slug, part)
    heading = f"Remove “{name_of(plain)}” from the template"
    return _remove(
        request, row, heading, rules.why_not_remove(row.spec, part),
        lambda: rules.without_part(row.spec, part),
    )  # fmt: skip


@requires(Permission.KEEP_REPORT_TEMPLATES)
def add_date(request, slug):
    """A further date that reports of a template name."""
    row = get_template(request, slug)
    others = row.spec.get("dates", {}).values()
    form = DateForm(post_data(request), others=others, version=row.version)
    return save_or_show(
        request, row, form, "Add a date",
        lambda: rules.with_date(row.spec, form.cleaned_data["label"]),
    )  # fmt: skip


@requires(Permission.KEEP_REPORT_TEMPLATES)
def change_date(request, slug, name):
    """What a date of a template is called."""
    row = get_template(request, slug)
    dates = _dates(row, name)
    others = [label for other, label in dates.items() if other != name]
    fields = {"initial": {"label": dates[name]}, "version": row.version}
    form = DateForm(post_data(request), others=others, **fields)
    return save_or_show(
        request, row, form, f"Rename “{dates[name]}”",
        lambda: rules.with_date_label(row.spec, name, form.cleaned_data["label"]),
    )  # fmt: skip


@requires(Permission.KEEP_REPORT_TEMPLATES)
def remove_date(request, slug, name):
    """A date out of a template, once it is certain."""
    row = get_template(request, slug)
    heading = f"Remove the date “{_dates(row, name)[name]}” from the template"
    return _remove(
        request, row, heading, rules.why_not_remove_date(name, standing_texts.dates_in(row.spec)),
        lambda: rules.without_date(row.spec, name),
    )  # fmt: skip


def _remove(request, row, heading, refusal, changed):
    """Removes something, or asks whether it is to be removed; goes back where it cannot be."""
    if refusal:
        messages.error(request, refusal)
        return redirect(template_address(row))
    form = RemoveForm(post_data(request), version=row.version)
    return save_or_show(request, row, form, heading, changed)


def _part(request, slug, part):
    row = get_template(request, slug)
    plain = rules.part_of(row.spec, part)
    if plain is None:
        raise Http404
    return row, plain


def _dates(row, name):
    dates = row.spec.get("dates", {})
    if name not in dates:
        raise Http404
    return dates
