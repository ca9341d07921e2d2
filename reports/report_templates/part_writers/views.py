"""Pages of who writes a part of a report template, or a section that it begins with."""

from django.http import Http404

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import post_data
from reports.language.standing_blocks import PART
from reports.report_templates import rules
from reports.report_templates.forms import RemoveForm
from reports.report_templates.part_writers.forms import WriterForm
from reports.report_templates.views import get_template, save_or_show


@requires(Permission.KEEP_REPORT_TEMPLATES)
def change(request, slug, kind, target):
    """Who writes a part of every report, and what they are asked."""
    place, row = f"{kind}:{target}", get_template(request, slug)
    name, writer = _writer_at(row, place)
    accounts = User.objects.visible_to(request.user).able_to_sign_in()
    known = {"accounts": accounts, "row": row.writers.by_place().get(place), "writer": writer}
    form = WriterForm(post_data(request), version=row.version, **known)
    return save_or_show(
        request, row, form, f"Who writes “{name}”?",
        lambda: rules.with_writer(row.spec, place, form.writer()),
        _part_of(kind, target), writers=lambda: {place: form.person()},
    )  # fmt: skip


@requires(Permission.KEEP_REPORT_TEMPLATES)
def remove(request, slug, kind, target):
    """Nobody asked for a part any more, once it is certain."""
    place, row = f"{kind}:{target}", get_template(request, slug)
    name, writer = _writer_at(row, place)
    if not writer:
        raise Http404
    form = RemoveForm(post_data(request), version=row.version)
    return save_or_show(
        request, row, form, f"Ask no one for “{name}”",
        lambda: rules.with_writer(row.spec, place, {}), _part_of(kind, target),
    )  # fmt: skip


def _part_of(kind, target):
    return target if kind == PART else ""


def _writer_at(row, place):
    target = rules.writer_at(row.spec, place)
    if target is None:
        raise Http404
    return target
