"""A frozen scorecard on two pages: the first half of its indicators, then the other."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.template.loader import render_to_string

from reports.documents.pdf.file import to_pdf
from reports.oversight.models import MeetingScorecard
from reports.oversight.trend_lines import trend_line

STATIC = settings.BASE_DIR / "static"
SHEET = "css/scorecard.css"


def with_lines(rows: Iterable[Mapping]) -> list[dict]:
    """The rows, each with its trend drawn."""
    return [{**row, "line": trend_line(row["trend"])} for row in rows]


def scorecard_pdf(frozen: MeetingScorecard) -> bytes:
    """The PDF of what a meeting was shown; the same each time. Raises `PdfFault` where it would
    lack what a reader needs."""
    rows = with_lines(frozen.content["rows"])
    half = (len(rows) + 1) // 2
    context = {
        "frozen": frozen,
        "meeting": frozen.meeting,
        "pages": [page for page in (rows[:half], rows[half:]) if page],
    }
    html = render_to_string("oversight/print.html", context)
    sheet = (STATIC / SHEET).read_text(encoding="utf-8")
    moment = frozen.frozen_at
    return to_pdf(html, styles=[sheet], fetch=STATIC, created=moment, modified=moment)
