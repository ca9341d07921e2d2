"""Words typed and not saved: kept while they are typed, shown when their page opens again."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.runtime.digits import whole
from assurance.runtime.periods import this_moment
from reports.editor import autosave
from reports.editor.forms.tables import FORMS_BY_KIND, kind_of_form
from reports.editor.models import AutosavedText
from reports.papers.draft_pages import address, get_paper, place_left_by
from reports.papers.models.papers import Paper

KEPT_AT = "%H:%M"
TOO_LONG = 413
REMOVED_MEANWHILE = (
    "Somebody has removed this from the paper while you were writing. What you typed is here: save "
    "it, and it stands in the paper again."
)


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def autosave_block(request, series, slug, kind):
    """Keeps what is typed in a `kind` of block; the time of day, 413 for too much, 404 if
    issued."""
    paper = get_paper(request, series, slug)
    if kind not in FORMS_BY_KIND or paper.status == Paper.ISSUED:
        raise Http404
    posted, at = request.POST, this_moment()
    labels = {name: posted.get(name, "") for name in FORMS_BY_KIND[kind].base_fields}
    place, version = place_of(posted, kind), version_in(posted)
    done = autosave.save_text(paper, request.user, place, seen=version, words=labels, at=at)
    return said_when(at, done)


def version_in(posted) -> int:
    """The version that a form was typed over, as its hidden field says; 0 where it says none."""
    version = posted.get("version", "")
    return min(whole(version) or 0, 2**31 - 1) if version.isdecimal() and version.isascii() else 0


def said_when(at, was_kept) -> HttpResponse:
    """The answer to what was to be kept: the time of day, or 413 for more than any form takes."""
    if not was_kept:
        return HttpResponse(status=TOO_LONG)
    return HttpResponse(timezone.localtime(at).strftime(KEPT_AT), content_type="text/plain")


def place_of(posted, kind: str) -> str:
    """The place that the hidden fields of an editor name."""
    if posted.get("block"):
        return autosave.block_place(posted["block"])
    place = (posted.get(name, "") for name in ("part", "parent", "after"))
    return autosave.new_place(kind, *place)


def kept_at(request, paper, place: str) -> AutosavedText | None:
    """What this person has typed at `place` and not saved, or None."""
    return AutosavedText.objects.visible_to(request.user).at(paper, place)


def taken_up(request, saved, version=None) -> dict:
    """What a form begins with besides its block: the kept words where they were asked for."""
    if saved and "take" in request.GET and request.method == "GET":
        # The version they were typed over: a later change by somebody else is then shown, not lost.
        return {"initial": saved.words, "version": version and saved.seen}
    return {"version": version}


def thrown_away(request, paper, place: str):
    """The way back to the page without what was kept there, where that was asked for."""
    if request.method != "POST" or "throw" not in request.POST:
        return None
    autosave.forget(paper, request.user, place)
    return redirect(request.get_full_path())


def offered(request, saved, form) -> dict:
    """The context that shows what was kept beside what stands: each field that differs."""
    if not saved or request.method == "POST":
        return {}
    if "take" in request.GET:
        return {"unsaved_at": saved.at}
    rows = [
        {"label": field.label, "before": before, "after": after}
        for name, field in form.fields.items()
        if name in saved.words
        and (after := saved.words[name].replace("\r\n", "\n"))
        != (before := _field_text(form, name))
    ]
    query = request.GET.copy()
    query["take"] = "up"
    values = {"unsaved": saved, "unsaved_at": saved.at, "unsaved_rows": rows}
    return {**values, "take_up": query.urlencode()} if rows else {}


def taken_elsewhere(request, series, slug, block):
    """Where somebody wrote into a block removed meanwhile: the way to add it again; else None."""
    if request.method != "POST":
        return None
    paper = get_paper(request, series, slug)
    row = paper.blocks.removed_at(block)
    if row is None or paper.status != Paper.WRITING:
        return None
    place = dict(zip(("part", "parent", "after"), place_left_by(row).names(), strict=True))
    at = autosave.new_place(kind := kind_of_form(row.kind, row.data), *place.values())
    labels = {name: request.POST.get(name, "") for name in FORMS_BY_KIND[kind].base_fields}
    if not autosave.save_text(paper, request.user, at, seen=0, words=labels, at=this_moment()):
        return None
    messages.warning(request, REMOVED_MEANWHILE)
    to = reverse("papers:add-block", args=(*address(paper), kind))
    return redirect(f"{to}?{urlencode({**place, 'take': 'up'})}")


def _field_text(form, name):
    value = form[name].value()
    if isinstance(value, bool):
        return "on" if value else ""
    return str(value or "").replace("\r\n", "\n")
