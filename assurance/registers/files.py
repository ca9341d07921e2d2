"""What a register's list shows, every page of it, as a file, and the addresses that lead to it."""

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import capfirst

from assurance.accounts.access import requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.govuk.lists import listed
from assurance.registers import values
from assurance.runtime.periods import today
from assurance.tables.workbook.writer import CSV_TYPE, XLSX_TYPE, csv_parts, write_xlsx

FREE_TEXT = "free_text"
READ_AT_ONCE = 2_000


def csv_page(register):
    """The list as a CSV file."""

    @requires(register.reads_with)
    def list_as_csv(request):
        parts = csv_parts(*_logged(register, request))
        return _named(register, "csv", StreamingHttpResponse(parts, content_type=CSV_TYPE))

    return list_as_csv


def xlsx_page(register):
    """The list as an Excel workbook."""

    @requires(register.reads_with)
    def list_as_xlsx(request):
        name = capfirst(register.plural)
        content = write_xlsx(*_logged(register, request), sheet=name)
        return _named(register, "xlsx", HttpResponse(content, content_type=XLSX_TYPE))

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
        for row in _read(page.paginator.object_list)
    )
    return [column.label for column in columns], rows, page.paginator.count


def _read(rows):
    # A list that Python has sorted is in memory already.
    return rows.iterator(chunk_size=READ_AT_ONCE) if isinstance(rows, QuerySet) else rows


def _named(register, ending, answer):
    name = f"{register.plural.replace(' ', '-')}-{today().isoformat()}.{ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
