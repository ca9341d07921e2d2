"""Pages of standing texts: a block of a report made one, and taken out again."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.runtime.periods import When
from assurance.runtime.typography import with_capital
from reports.papers.draft_pages import draft_address, found_block
from reports.papers.manuscript import read
from reports.report_templates.blocks import standing_texts
from reports.report_templates.blocks.meanings import meanings_in
from reports.report_templates.forms import RemoveForm, StandingForm
from reports.report_templates.views import get_template, save_or_show


@requires(Permission.KEEP_REPORT_TEMPLATES)
def keep(request, series, slug, block):
    """A block of a report, with what stands in it, made a standing text of its template."""
    matches = found_block(request, series, slug, block)
    manuscript, row = read(matches.paper), matches.paper.template.newest
    rows = standing_texts.with_inside(manuscript, matches.slug)
    if refusal := standing_texts.why_not_keep(rows, row.spec):
        messages.error(request, refusal)
        return redirect(draft_address(matches.paper, f"line-{matches.slug}"))
    form = StandingForm(post_data(request), version=row.version)
    labels = {name: when.label or _readable(name) for name, when in manuscript.names.items()}

    def changed():
        return standing_texts.with_blocks(row.spec, rows, form.days(), labels)

    texts = _texts(manuscript, rows, labels)
    more = {"template": "report_templates/keep.html", "texts": texts}
    return save_or_show(
        request, row, form, "Use in every new report", changed, matches.part, **more
    )


@requires(Permission.KEEP_REPORT_TEMPLATES)
def remove(request, slug, block):
    """A standing text out of a template, once it is certain."""
    row, _plain = _block(request, slug, block)
    form = RemoveForm(post_data(request), version=row.version)
    return save_or_show(
        request, row, form, "Remove the text from the template",
        lambda: standing_texts.without_blocks(row.spec, {block}),
    )  # fmt: skip


def _texts(manuscript, rows, labels):
    """What each of the blocks `rows` means in a report whose dates are called by `labels`."""
    whens = manuscript.names.items()
    names = {name: When(when.start, when.end, labels[name]) for name, when in whens}
    texts = [vars(item) for item in rows]
    live = meanings_in(replace(manuscript, names=names), texts)
    return [list(standing_texts.pieces(text, live)) for text in texts]


def _block(request, slug, block):
    row = get_template(request, slug)
    plain = standing_texts.block_of(row.spec, block)
    if plain is None:
        raise Http404
    return row, plain


def _readable(name):
    return with_capital(name.replace("_", " ").replace("-", " "))
