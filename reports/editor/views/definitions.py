"""What a live figure, date or record of a draft is: what is counted, of whom, from which source."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from assurance.accounts.access import Permission, requires
from assurance.figures.registry import FIGURES
from reports.language.grammar import TOKEN
from reports.language.tokens import quotes_in, read_token
from reports.papers.draft_pages import address, draft_address, get_paper
from reports.papers.manuscript import read
from reports.papers.wording.value_origins import is_entered_total, rule_of, source_of
from reports.quotable.chips import chips
from reports.quotable.values import renderer_of

LONGEST = 500


def definition_address(paper, raw: str) -> str:
    """The page that says what the token `raw` of a draft is."""
    return reverse("editor:definition", args=(*address(paper), raw[2:-2]))


@require_GET
@requires(Permission.COMPOSE_PAPERS)
def show(request, series, slug, of):
    """What the token `of` is and prints now, with the definition of each figure in it."""
    paper, raw = get_paper(request, series, slug), f"[[{of}]]"
    if len(raw) > LONGEST or not TOKEN.fullmatch(raw):
        raise Http404
    manuscript, token = read(paper), read_token(raw)
    chip, quotes = chips(manuscript, [raw])[raw], quotes_in(token)
    if chip["kind"] == "fault" or not all(quote.key in FIGURES for quote in quotes):
        raise Http404
    context = {
        "paper": paper,
        "chip": chip,
        "figures": _figures(manuscript, token, quotes),
        "back": draft_address(paper),
    }
    return render(request, "editor/definition.html", context)


def _figures(manuscript, token, quotes):
    """Each figure of a token once, with the population and source of its value, if it has one."""
    if not quotes:
        return []
    answers = renderer_of(manuscript, [token]).measured.exact.values()
    values = {(row.key, row.member): row for answer in answers for row in answer.values()}
    named = {quote.key: values.get((quote.key, quote.member)) for quote in quotes}
    return [_explained(FIGURES[key], value) for key, value in named.items()]


def _explained(figure, value):
    if value is None:
        origin = {"rule": figure.rule, "citation": figure.citation, "source": figure.source}
    else:
        citation = "" if is_entered_total(figure, value) else figure.citation
        source = source_of(figure, value) or figure.source
        origin = {"rule": rule_of(figure, value), "citation": citation, "source": source}
    return {"figure": figure, "value": value, **origin}
