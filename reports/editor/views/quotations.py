"""Pages that put a record, or a register's records, into an open draft: which report, which
section, what of it and where."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.figures.labels import RECORD_NAMES, name_of
from assurance.figures.quotable import LISTS
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on, refuse_if
from assurance.registers.declaration import KNOWN
from assurance.runtime.periods import say_day, today
from reports.editor.forms.builders.lists import kinds_by_subject
from reports.editor.forms.quotations import QuotationForm, ReportForm, SectionForm
from reports.editor.sections import destinations
from reports.language.labels import name_for
from reports.papers.blocks import REMOVED
from reports.papers.draft_pages import address
from reports.papers.lifecycle import why_not_edit
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from reports.quotable.quotations import lists_of, of_lists, of_record

HEADING = "Quote this in a report"
NO_REPORT = "No report is being written now, so nothing can be put into one. Start a report first."
NOT_QUOTABLE = (
    "This record was withdrawn or replaced, so a report cannot quote it. Quote the one that counts "
    "now."
)
NOTHING = "On {day}, the date of “{title}”, none of this was recorded. Choose another report."
DONE = "It has been put in the report."


@dataclass(frozen=True)
class Source:
    """What is quoted: what the page calls it, the way back, and its quotations in a draft; `gone`
    says why there are none in any."""

    name: str
    back: str
    quotations: Callable
    gone: str = ""


@requires(Permission.COMPOSE_PAPERS)
def quote_record(request, kind, pk):
    """Puts a record into an open draft, as a sentence or by one of its fields."""
    if kind not in RECORD_NAMES:
        raise Http404
    council, names = request.user.council, RECORD_NAMES[kind]
    model = names.source.rows(council).model
    record = get_object_or_404(model.objects.visible_to(request.user), pk=pk)
    name = name_of(kind, council, pk)
    when = f", {say_day(name.day)}" if name and name.day else ""
    source = Source(
        name=f"{names.name}: {name.title}{when}" if name else f"{names.name}: {record}",
        back=_page_of(request.user, model, "record", pk),
        quotations=lambda manuscript: of_record(manuscript, kind, name),
        gone="" if name else NOT_QUOTABLE,
    )
    return _steps(request, source)


@requires(Permission.COMPOSE_PAPERS)
def quote_list(request, kind):
    """Puts a list of a register's records, or a figure that they are the evidence of, into an open
    draft."""
    if kind not in LISTS:
        raise Http404
    model = LISTS[kind].rows(request.user.council).model
    kinds = lists_of(request.user.council, model)
    source = Source(
        name=LISTS[kind].title,
        back=_page_of(request.user, model, "list"),
        quotations=lambda manuscript: of_lists(manuscript, kinds),
    )
    return _steps(request, source)


@requires(Permission.COMPOSE_PAPERS)
def quote(request):
    """Every kind of list that a report can have: the way for who may not open the registers."""
    context = {
        "subjects": kinds_by_subject(),
        "back": reverse("editor:list"),
        "heading": "Records for a report",
    }
    return render(request, "editor/quotation_lists.html", context)


def _page_of(user, model, page, *keys):
    """The page of a record or its register where this person may open it."""
    register = KNOWN.get(model)
    has_page = register and (page == "record" or register.filters)
    if has_page and may(user, register.reads_with):
        return register.address(page, *keys)
    return reverse("editor:quote")


def _steps(request, source):
    """The page of the first step that is not yet decided; one choice alone is no step."""
    if source.gone:
        return _refused(request, source, source.gone)
    drafts = {str(row.pk): row for row in _drafts(request)}
    number = request.GET.get("report")
    if number not in drafts:
        return _which_report(request, source, drafts)
    manuscript = read(drafts[number])
    sections = destinations.sections(manuscript)
    section = request.GET.get("section")
    if section not in sections:
        return _which_section(request, source, manuscript, sections)
    quotations = source.quotations(manuscript)
    if not quotations:
        day = say_day(manuscript.report_date)
        return _refused(request, source, NOTHING.format(day=day, title=manuscript.paper.title))
    return _how_and_where(request, source, manuscript, sections[section], quotations)


def _drafts(request):
    rows = Paper.objects.visible_to(request.user).being_written().without_content()
    return sorted(rows, key=lambda row: (row.period_end, row.pk), reverse=True)


def _which_report(request, source, drafts):
    number = request.GET.get("report")
    gone = _why_gone(request, number) if number else ""
    if not drafts:
        start = {"address": reverse("editor:start"), "link": "Start a report"}
        return _refused(request, source, f"{gone} {NO_REPORT}".strip(), **start)
    if len(drafts) == 1 and not number:
        return redirect(f"{request.path}?{urlencode({'report': next(iter(drafts))})}")
    reports = [(key, f"{row.title}, {say_day(row.period_end)}") for key, row in drafts.items()]
    return _page(request, source, ReportForm(request, choices=reports, gone=gone))


def _why_gone(request, number):
    """Why a report that was chosen is no longer among those that can be."""
    rows = Paper.objects.visible_to(request.user).without_content()
    row = next((row for row in rows if str(row.pk) == number), None)
    return (row and why_not_edit(row.status)) or "There is no such report: choose another."


def _which_section(request, source, manuscript, sections):
    chosen = {"report": manuscript.paper.pk}
    if len(sections) == 1 and "section" not in request.GET:
        return redirect(f"{request.path}?{urlencode({**chosen, 'section': next(iter(sections))})}")
    form = SectionForm(request, choices=list(sections.items()), **chosen)
    return _page(request, source, form, paper=manuscript.paper)


def _how_and_where(request, source, manuscript, title, quotations):
    places = destinations.places(manuscript, request.GET["section"])
    form = QuotationForm(post_data(request), quotations=quotations, places=places)
    if form.is_valid():
        with refusals_shown_on(form):
            block = _put(request, manuscript.paper, form.quotation, form.place)
            messages.success(request, DONE)
            here = reverse("editor:section", args=(*address(manuscript.paper), block.slug))
            return redirect(f"{here}#line-{block.slug}")
    return _page(request, source, form, paper=manuscript.paper, section=title)


def _put(request, paper, quotation, place):
    """The block that has it now: a paragraph with it at its end, or a new one; the one that has it
    already where the page was sent twice."""
    fields = {"by": request.user, "on": today()}
    if place.into:
        row = _row(paper, place.into)
        if row.text.endswith(quotation.text):
            return row
        text = f"{row.text.rstrip()} {quotation.text}"
        return papers.change_block(block=row, version=row.version, words={"text": text}, **fields)
    kind = quotation.kind
    first = quotation.data.get("caption", quotation.text)
    # A section page is asked for by the name of a part or of a block: the two never meet.
    used = {*paper.blocks.names(), *(part.slug for part in read(paper).template.parts)}
    block = {
        **{"heading": "", "text": quotation.text, "data": dict(quotation.data), "kind": kind},
        "slug": name_for(first, kind, used),
        **{"part": place.part, "parent": _row(paper, place.parent)},
    }
    after = _row(paper, place.after)
    twin = paper.blocks.twin_of(block, after)
    return twin or papers.add_block(paper=paper, after=after, block=block, **fields)


def _row(paper, slug):
    """The standing block of that slug, None for none; refuses one that was removed meanwhile."""
    row = paper.blocks.standing_at(slug) if slug else None
    refuse_if(REMOVED if slug and row is None else "")
    return row


def _page(request, source, form, **more):
    context = {"form": form, "heading": HEADING, "caption": source.name, "back": source.back}
    return render(request, "editor/quotation.html", context | more)


def _refused(request, source, sentence, **way):
    context = {"heading": HEADING, "caption": source.name, "back": source.back, "words": sentence}
    return render(request, "editor/quotation_refused.html", context | way)
