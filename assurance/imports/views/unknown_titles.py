"""What cells of given files name and nobody knows, and adding it by one press."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.imports import checks, jobs, operations
from assurance.imports.kinds import kinds_for
from assurance.imports.models import UPLOADED, WAITING, ImportRun
from assurance.imports.run import display
from assurance.imports.run.lifecycle import choices_of
from assurance.records.refusals import refusals_as_messages
from assurance.runtime.periods import today
from assurance.tables.clean import plain


def unknown_titles(result, user):
    """[(`TitledRecords`, titles, whether `user` may add them)] of what the found `result` names."""
    titles = {}
    for unit in result["units"]:
        for key, title in unit.get("unknown", ()):
            titles.setdefault(key, {}).setdefault(plain(title), title)
    items = {
        column.titles.key: column.titles
        for kind in kinds_for(user)
        for column in getattr(kind, "columns", ())
        if column.titles
    }
    return [(items[key], [*several.values()], may(user, items[key].permission))
            for key, several in titles.items() if key in items]  # fmt: skip


@requires(Permission.IMPORT_FILES)
@require_POST
def add_titles(request, pk):
    """Adds what was chosen of what the files name and nobody knows, and checks the files again."""
    run = get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
    who = {"by": request.user, "on": today()}
    with refusals_as_messages(request):
        if _add(request, run, who):
            check = operations.give_again if jobs.is_large(run.rows) else checks.check_again
            check(run=run, kinds=kinds_for(request.user), choices=choices_of(run), **who)
    return redirect("imports:record", pk)


def _add(request, run, who):
    """Adds what was chosen and may be added; whether it added anything. Nothing is added while the
    files are being read or imported."""
    is_shown = run.is_open and run.state not in (UPLOADED, WAITING)
    result = display.found_in(run) if is_shown else None
    chosen, added = set(request.POST.getlist("title")), False
    for item, titles, is_allowed in unknown_titles(result, request.user) if result else ():
        new = [title for title in titles if title in chosen]
        if new and is_allowed:
            item.add(council=request.user.council, titles=new, **who)
            count = f"{len(new)} {item.noun if len(new) == 1 else item.plural} added."
            messages.success(request, count)
            added = True
    return added
