"""What the page of a block shows beside its form: its chips, and words typed and not saved, which
are kept while they are typed."""

import json
from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.figures.registry import FIGURES
from assurance.govuk.forms import post_data
from assurance.runtime.digits import whole
from assurance.runtime.periods import this_moment
from reports.editor import autosave
from reports.editor.forms.builders.builder import BuilderForm
from reports.editor.forms.headlines import HeadlinesForm
from reports.editor.forms.tables import FORMS_BY_KIND, kind_of_form
from reports.editor.models import AutosavedText
from reports.language.block_data import HEADLINES
from reports.language.text import quotes, tidy
from reports.language.tokens import quotes_in
from reports.papers.assembly.pipeline import tokens_of
from reports.papers.assembly.questions import why_no_figure
from reports.papers.draft_pages import address, get_paper, place_left_by
from reports.papers.manuscript import BlockText, Manuscript, read
from reports.papers.models.papers import Paper
from reports.quotable.chips import chips, without_codes

# What is shown even while a sentence of it cannot be read yet.
PROSE = ("paragraph", "recommendation", "annex", "list", "note")
# Whose texts are written with chips.
WITH_CHIPS = ("paragraph", "recommendation", "annex", "cells", "headlines")
NEW = "new-block"
# Whose forms are short enough to stand where the block is read.
IN_PLACE = ("section", "heading", *PROSE)
# How an account looks at drafts, kept for its session.
VIEW, WHOLE, SECTION = "draft_view", "whole", "section"


def aids(manuscript: Manuscript, kind: str, form, *, place=None, row=None) -> dict:
    """The context of `editor/editor.html` for the row `row`, or a new block at `place`."""
    own = [block for block in manuscript.blocks if row and block.slug == row.slug]
    is_builder = isinstance(form, BuilderForm)
    raws = form.raws() if is_builder else raws_of(own)
    has_chips = bool(raws) or kind == "chart" if is_builder else kind in WITH_CHIPS
    return {
        "template": "editor/editor.html",
        "kind": kind,
        "row": row,
        "place": None if row else place,
        "where": place_query(place, row),
        "chips": json.dumps(chips(manuscript, raws)) if has_chips else "",
        "is_builder": is_builder,
        "is_step": getattr(form, "is_step", False),
        "is_text": is_builder and form.as_text,
        "has_lists": not is_builder or form.as_text,
    }


def in_place(request, kind: str) -> dict:
    """The context that puts the form of a `kind` of block where the block is read, if the address
    asks for that."""
    if "here" not in request.GET or kind not in IN_PLACE:
        return {}
    query = request.GET.copy()
    query.pop("take", None)
    action = f"{request.path}?{query.urlencode()}"
    return {"template": "editor/in_place.html", "action": action, "own_page": request.path}


def keep_view(request) -> None:
    """Keeps the view in which a form is opened where its block is read: its saving leads back."""
    if request.GET.get("here") in (WHOLE, SECTION):
        request.session[VIEW] = request.GET["here"]


def raws_of(blocks):
    """The tokens that some blocks hold, as they are typed."""
    return [token.raw for block in blocks for token in _live_in(block)]


def _live_in(block):
    """What is written with chips of a block: of headline figures their main points."""
    return quotes(block.text) if block.kind == HEADLINES else tokens_of(block)


def place_query(place, row):
    """Where a table or chart made meanwhile goes, as an address says it."""
    if row:
        return urlencode({"after": row.slug})
    if place and place.after:
        return urlencode({"after": place.after.slug})
    return urlencode({"part": place.part if place else ""})


def form_of(request, form_class, manuscript: Manuscript, **begins):
    """The form of a block as it was sent, as a press that saves nothing leaves it, or as it
    begins."""
    posted = post_data(request)
    more = {"manuscript": manuscript}
    if issubclass(form_class, BuilderForm):
        more["as_text"] = "text" in request.GET
    saves = not issubclass(form_class, BuilderForm | HeadlinesForm)
    if saves or posted is None or not form_class.saves_nothing(posted):
        return form_class(posted, **more, **begins)
    if begins.get("version") is not None:
        begins["version"] = version_in(posted)
    return form_class(step=posted, **more, **begins)


def is_right(form) -> bool:
    """Whether `form` is valid and quotes known figures; others get a sentence at their field."""
    if not form.is_valid():
        return False
    for name, value in list(form.cleaned_data.items()):
        for sentence in _unknown(value):
            form.add_error(name, sentence)
    return not form.errors


def as_typed(posted, manuscript: Manuscript, kind: str):
    """(manuscript with a place for the block, block as typed or None, sentences that say why)."""
    old = {block.slug: block for block in manuscript.blocks}.get(posted.get("block", ""))
    if kind in PROSE:
        text, sentences = _prose(posted), []
    else:
        form = FORMS_BY_KIND[kind](posted, block=old, manuscript=manuscript)
        sentences = [error for errors in form.errors.values() for error in errors]
        text = form.words() if form.is_valid() else None
    if text is None:
        return manuscript, None, sentences
    saved = "table" if kind == "cells" else kind
    if old:
        return manuscript, BlockText(old.slug, old.part, old.kind, old.parent, **text), sentences
    # What it stood in may have been removed while it was being written.
    parent = posted.get("parent", "")
    parent = parent if any(block.slug == parent for block in manuscript.blocks) else ""
    new = BlockText(NEW, posted.get("part", ""), saved, parent, **text)
    return _placed(manuscript, new, posted.get("after") or parent), new, sentences


def _unknown(value):
    """A sentence for each figure in a cleaned value that nothing declares: a text, or lines."""
    if isinstance(value, str):
        return [
            why_no_figure(quote, FIGURES)
            for token in quotes(value)
            for quote in quotes_in(token)
            if quote.key not in FIGURES
        ]
    if isinstance(value, list):
        rows = [item for item in value if isinstance(item, list)]
        matches = [sentence for row in rows for cell in row for sentence in _unknown(cell)]
        named = [item["quote"] for item in value if isinstance(item, dict) and "quote" in item]
        return matches + [sentence for item in named for sentence in _unknown(f"[[{item}]]")]
    return []


def _prose(posted):
    labels = {name: tidy(posted.get(name, "")) for name in ("heading", "text")}
    return {**labels, "data": {"reason": tidy(posted.get("reason", ""))}}


def _placed(manuscript, new, after):
    """The manuscript with `new` behind the block `after`, or first in its part."""
    slugs = [block.slug for block in manuscript.blocks]
    parts = [block.part for block in manuscript.blocks]
    if after in slugs:
        place = slugs.index(after) + 1
    else:
        place = parts.index(new.part) if new.part in parts else len(slugs)
    blocks = (*manuscript.blocks[:place], new, *manuscript.blocks[place:])
    return replace(manuscript, blocks=blocks)


KEPT_AT = "%H:%M"
TOO_LONG = 413
REMOVED_MEANWHILE = (
    "Another person removed this from the report while you were writing. Your text is here: save "
    "it to put it back in the report."
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
    labels = FORMS_BY_KIND[kind].typed(posted)
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


def offered_unsaved(request, saved, form) -> dict:
    """The context that shows what was kept beside what stands: each field that differs."""
    if not saved or request.method == "POST":
        return {}
    if "take" in request.GET:
        return {"unsaved_at": saved.at}
    rows = [
        {"label": field.label, "before": in_words(before), "after": in_words(after)}
        for name, field in form.fields.items()
        for in_words in [getattr(field.widget, "in_words", str)]
        if name in saved.words
        and (after := saved.words[name].replace("\r\n", "\n"))
        != (before := _field_text(form, name))
    ]
    texts = [row[name] for row in rows for name in ("before", "after")]
    if any("[[" in text for text in texts):
        plain = iter(without_codes(read(saved.paper), texts))
        rows = [{**row, "before": next(plain), "after": next(plain)} for row in rows]
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
    labels = FORMS_BY_KIND[kind].typed(request.POST)
    if not autosave.save_text(paper, request.user, at, seen=0, words=labels, at=this_moment()):
        return None
    messages.warning(request, REMOVED_MEANWHILE)
    to = reverse("editor:add-block", args=(*address(paper), kind))
    return redirect(f"{to}?{urlencode({**place, 'take': 'up'})}")


def _field_text(form, name):
    value = form[name].value()
    if isinstance(value, bool):
        return "on" if value else ""
    return str(value or "").replace("\r\n", "\n")
