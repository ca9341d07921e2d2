"""Pages of report templates: the list, a new one, and a template as a whole."""

import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from assurance.accounts.access import Permission, may, requires
from assurance.accounts.history_page import about
from assurance.govuk.forms import post_data
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.language.template import BadTemplate
from reports.papers.draft_pages import typed_with_files
from reports.papers.models.templates import ReportTemplate
from reports.papers.operations import templates as operations
from reports.report_templates import forms, numbering_choices, samples
from reports.report_templates.blocks import standing_texts
from reports.report_templates.blocks.meanings import meanings_in
from reports.report_templates.blocks.new_report import manuscript_of
from reports.report_templates.examples import shipped
from reports.report_templates.template_list import (
    example_rows,
    template_rows,
    withdrawn_rows,
)

LIST = "report_templates:report-templates"
MADE = "The template has been made. Change its parts until it is your committee’s."
SAVED = "The template has been saved. Reports begun before keep their form."


@requires(Permission.KEEP_REPORT_TEMPLATES)
def templates(request):
    """The council's report templates, and the examples to start from."""
    rows = template_rows(request.user)
    context = {"rows": rows, "withdrawn": withdrawn_rows(request.user), "examples": example_rows()}
    return render(request, "report_templates/list.html", context)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def start(request, example):
    """A new template from a shipped example."""
    spec = _example(example)
    return _start(
        request, spec, spec["title"], reverse("report_templates:template-example", args=[example])
    )


@requires(Permission.KEEP_REPORT_TEMPLATES)
def copy(request, slug):
    """A new template from one that the council has."""
    row = get_template(request, slug)
    return _start(request, row.spec, f"{row.title} (copy)", template_address(row), row)


def _start(request, spec, title, back, like=None):
    form = forms.ExampleForm(post_data(request), initial={"title": title})
    if form.is_valid():
        with refusals_shown_on(form):
            return _made(request, spec, form.cleaned_data["title"], like)
    return form_page(request, form, f"Start from “{spec['title']}”", back)


def _made(request, spec, title, like=None):
    """Makes the template and leads to its page."""
    fields = {"council": request.user.council, "by": request.user, "on": today()}
    row = operations.start_report_template(spec=spec, title=title, like=like, **fields)
    messages.success(request, MADE)
    return redirect(template_address(row))


@requires(Permission.KEEP_REPORT_TEMPLATES)
def upload(request):
    """A new template from its file."""
    form = forms.FileForm(*typed_with_files(request))
    if form.is_valid():
        with refusals_shown_on(form):
            spec = form.cleaned_data["file"]
            return _made(request, spec, spec["title"].strip())
    return form_page(request, form, "Make a template from a file", reverse(LIST))


@requires(Permission.KEEP_REPORT_TEMPLATES)
def show_example(request, example):
    """A shipped example, with what a report made from it looks like."""
    spec = _example(example)
    row = ReportTemplate(council=request.user.council, title=spec["title"], spec=spec)
    context = {"title": spec["title"], "example": example, **_display(row)}
    return render(request, "report_templates/example.html", context)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def show(request, slug):
    """A template: its parts in order, its numbering, dates and words."""
    row = get_template(request, slug)
    family = ReportTemplate.objects.visible_to(request.user).family_of(row)
    entries = [entry for version in family for entry in about(version)]
    context = {
        "row": row,
        "reports": sum(version.papers.count() for version in family),
        "entries": entries,
        "may_preview": may(request.user, Permission.READ_DRAFTS),
        **_display(row, row.writers.by_place()),
    }
    return render(request, "report_templates/template.html", context)


@require_GET
@requires(Permission.KEEP_REPORT_TEMPLATES)
def download(request, slug):
    """The template as a JSON file."""
    row = get_template(request, slug)
    text = json.dumps(row.spec, ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": f'attachment; filename="{row.slug}.json"'}
    return HttpResponse(f"{text}\n", content_type="application/json", headers=headers)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def title(request, slug):
    """The title of a template."""
    row = get_template(request, slug)
    form = forms.TitleForm(post_data(request), initial={"title": row.title}, version=row.version)
    return save_or_show(
        request, row, form, "Title", lambda: {**row.spec, "title": form.cleaned_data["title"]}
    )


@requires(Permission.KEEP_REPORT_TEMPLATES)
def numbering(request, slug):
    """How reports made from a template are numbered."""
    row = get_template(request, slug)
    form = forms.NumberingForm(post_data(request), spec=row.spec, version=row.version)

    def changed():
        return numbering_choices.with_numbering(row.spec, form.cleaned_data)

    return save_or_show(request, row, form, "Numbering", changed)


@requires(Permission.KEEP_REPORT_TEMPLATES)
def words(request, slug):
    """The words that a template prints before numbers."""
    row = get_template(request, slug)
    form = forms.HouseForm(post_data(request), spec=row.spec, version=row.version)
    return save_or_show(
        request, row, form, "Words before a number", lambda: {**row.spec, "house": form.house()}
    )


def get_template(request, slug):
    """The template at an address as new reports take it now; 404 where this person sees none."""
    rows = ReportTemplate.objects.visible_to(request.user)
    return get_object_or_404(rows, slug=slug).newest


def save_or_show(request, row, form, heading, changed, fragment="", writers=None, **more):
    """Saves the data that `changed` gives once `form` is valid, or shows the form again; `writers`
    gives those that it names anew, `more` is what its page shows besides."""
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            version = form.cleaned_data["version"]
            saved = save(request, row, version, changed(), writers=writers and writers())
            messages.success(request, SAVED)
            return redirect(template_address(saved, fragment))
    return form_page(request, form, heading, template_address(row, fragment), row.title, **more)


def save(request, row, version, spec, writers=None):
    """The template `row` with the data `spec`, or the one that follows it."""
    fields = {"template": row, "version": version, "spec": spec, "writers": writers}
    return operations.change_report_template(**fields, by=request.user, on=today())


def template_address(row, fragment=""):
    """The page of a template, at the part that `fragment` names."""
    address = reverse("report_templates:report-template", args=[row.slug])
    return f"{address}#part-{fragment}" if fragment else address


def form_page(request, form, heading, back, caption="", template="layouts/form.html", **more):
    """The page of a form about a template."""
    context = {"form": form, "heading": heading, "caption": caption, "back": back, **more}
    context |= {"cancel_url": back}
    return render(request, template, context, status=form.answered_with)


def _example(name):
    """The data of a shipped example; 404 where there is none of that name."""
    if name not in shipped():
        raise Http404
    return shipped()[name]


def _display(row, writers=None):
    """What both a template's page and an example's show of it; `fault` where it cannot be read."""
    spec = row.spec
    ways, rules = numbering_choices.WAYS, numbering_choices.rules_in(spec)
    way = ways.get(numbering_choices.way_of(spec))
    context = {
        "numbering": way.example if way else "In a way of its own",
        "items": numbering_choices.STYLES.get(rules["items"][0], ""),
        "annexes": numbering_choices.ANNEXES.get(rules["annexes"], ""),
        "dates": sorted(spec.get("dates", {}).items(), key=lambda row: row[1]),
    }
    try:
        live = meanings_in(manuscript_of(row, today()), standing_texts.blocks_in(spec))
        return {**context, "parts": samples.sample_parts(spec, writers, live)}
    except BadTemplate as fault:
        return {**context, "parts": (), "fault": f"This template cannot be read. {fault}"}
