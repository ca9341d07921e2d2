"""What a register's list shows, every page of it, as a file, and the addresses that lead to it."""

from django.http import HttpResponse

from assurance.accounts.access import requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.govuk.lists import listed
from assurance.registers import values
from assurance.runtime.periods import today
from assurance.tables.workbook.writer import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx

FREE_TEXT = "free_text"


def csv_page(register):
    """The list as a CSV file."""

    @requires(register.reads_with)
    def list_as_csv(request):
        return _download(register, "csv", CSV_TYPE, write_csv(*_logged(register, request)))

    return list_as_csv


def xlsx_page(register):
    """The list as an Excel workbook."""

    @requires(register.reads_with)
    def list_as_xlsx(request):
        name = register.plural.capitalize()
        content = write_xlsx(*_logged(register, request), sheet=name)
        return _download(register, "xlsx", XLSX_TYPE, content)

    return list_as_xlsx


def ways_to_files(register, request):
    """The addresses of the list's files and of the list, with what was asked for but the page."""
    query = request.GET.copy()
    query.pop("page", None)
    for name in [name for name, value in query.items() if not value]:
        query.pop(name)
    with_words = query.copy()
    with_words[FREE_TEXT] = "yes"
    ways = {
        kind: f"{register.address(kind)}?{query.urlencode()}".removesuffix("?")
        for kind in ("csv", "xlsx", "list")
    }
    return {
        "csv": ways["csv"],
        "xlsx": ways["xlsx"],
        "csv_with_words": f"{register.address('csv')}?{with_words.urlencode()}",
        "xlsx_with_words": f"{register.address('xlsx')}?{with_words.urlencode()}",
        "link": request.build_absolute_uri(ways["list"]),
    }


def _logged(register, request):
    """The same as `_table`, with a line in the access log."""
    headings, rows, count = _table(register, request)
    log_access(request.user, LoggedAccess.EXPORT, register.plural, count)
    return headings, rows


def _table(register, request):
    """The headings, rows and number of rows of the list as it was asked for."""
    filters = register.filters(request.GET, council=request.user.council)
    narrowed = filters.narrow_for(register.rows(request.user), request.user)
    page = listed(request, narrowed, register.sorts, register.first)
    columns = register.columns_of_file(FREE_TEXT in request.GET)
    rows = (
        [values.cell(values.value_of(row, column.read)) for column in columns]
        for row in page.paginator.object_list
    )
    return [column.label for column in columns], rows, page.paginator.count


def _download(register, ending, kind, content):
    answer = HttpResponse(content, content_type=kind)
    name = f"{register.plural.replace(' ', '-')}-{today().isoformat()}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
