"""One published number of one area and one date, as the government's file had it."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from assurance.accounts import history_page
from assurance.accounts.access import Permission, requires
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.registers.declaration import Item
from assurance.registers.values import fact_of, value_of

SUMMARY = (
    Item("Area", "area_name"),
    Item("Level", "get_level_display"),
    Item("Code in official statistics", "area_code"),
    Item("Measure", "get_measure_display"),
    Item("Date", "date"),
    Item("Rate per 10,000 children", "rate", lapses=True),
    Item("Children", "children", lapses=True),
    Item("Population", "population", lapses=True),
    Item("Mark in place of a number", "mark", lapses=lambda row: row.is_published),
    Item("Source", "source"),
    Item("Licence", "licence"),
)


@requires(Permission.SEE_COUNTS)
def show_published(request, pk):
    """Shows the number with its source, and the import that it came from."""
    record = get_object_or_404(PublishedFigure.objects.visible_to(request.user), pk=pk)
    rows = [fact_of(record, item, value_of(record, item.read)) for item in SUMMARY]
    context = {"record": record, "rows": rows, "entries": history_page.about(record)}
    context |= {"back": reverse("looked_after:area-list")}
    return render(request, "looked_after/published.html", context)
