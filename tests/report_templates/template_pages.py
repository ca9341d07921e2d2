"""A clerk or administrator at the pages of report templates: what they press and what is kept."""

from django.urls import reverse

from reports.papers.models.templates import ReportTemplate
from tests.make.templates import without_texts
from tests.page_requests import drawn


def newest(council, title):
    """The template of that title which new reports take."""
    return ReportTemplate.objects.of(council).current().get(title=title)


def address(name, row, *more):
    """The address of a page of a template."""
    return reverse(f"report_templates:{name}", args=[row.slug, *more])


def started(browser, council, example="", title="Ours"):
    """A template that was started from a shipped example on the page; from none that a test names,
    one of parts alone."""
    place = reverse("report_templates:start-template", args=[example or "york-2016"])
    answer = browser.post(place, {"title": title})
    row = newest(council, title)
    assert answer.headers["Location"] == address("report-template", row)
    if not example:
        row.spec = without_texts(row.spec)
        row.save()
    return row


def press(browser, row, name, /, *more, **typed):
    """Opens a form of a template, changes what is `typed` and sends it; gives the newest row."""
    place = address(name, row, *more)
    sent = {**drawn(browser.get(place)), **typed}
    answer = browser.post(place, {key: value for key, value in sent.items() if value is not None})
    assert answer.status_code == 302, answer.context["form"].errors
    return row.newest


def move(browser, row, part, to):
    """Presses a button that moves a part; gives the newest row."""
    place = address("move-part", row, part)
    assert browser.post(place, {"to": to, "version": row.version}).status_code == 302
    return row.newest


def slugs(row):
    """The parts of a template in order."""
    return [part["slug"] for part in row.spec["parts"]]


def part_of(row, slug):
    """The data of a part of a template."""
    return next(part for part in row.spec["parts"] if part["slug"] == slug)
