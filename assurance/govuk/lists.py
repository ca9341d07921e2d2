"""A list page's rows: sorted as asked, 25 to a page."""

from django.core.paginator import Paginator

ROWS_TO_A_PAGE = 25


class ByKeys(Paginator):
    """Pages whose narrow rows are sorted by key and fetched in full for the shown ones alone."""

    def _get_page(self, some, number, paginator):
        return super()._get_page(
            self.object_list.filter(pk__in=some.values("pk")), number, paginator
        )


def listed(request, rows, sorts, first):
    """The asked-for `Page` of the queryset `rows`, with `page.sort` saying how it is sorted.

    `sorts` maps the word in the address to a field; `first` is the usual sort (`-date` for the
    latest first). An unknown sort gives the usual one and a page that is not there the nearest
    that is. The primary key comes last, so that rows alike in the sorted field never change places
    between pages.
    """
    sort = request.GET.get("sort", first)
    if sort.removeprefix("-") not in sorts:
        sort = first
    down = "-" if sort.startswith("-") else ""
    ordered = rows.order_by(f"{down}{sorts[sort.removeprefix('-')]}", f"{down}pk")
    page = ByKeys(ordered, ROWS_TO_A_PAGE).get_page(request.GET.get("page"))
    page.sort = sort
    return page
