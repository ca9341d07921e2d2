"""A frozen scorecard on two pages: the first half of its indicators, then the other; so few that
one page has room for them in large are on one."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.template.loader import render_to_string

from assurance.governance.rules.choices import MET, MISSED, NUMBER, TOLERATED
from reports.documents.pdf.engine import to_pdf
from reports.oversight.models import MOST, MeetingScorecard
from reports.oversight.trend_lines import trend_line

STATIC = settings.BASE_DIR / "static"
SHEET = "css/scorecard.css"
# The colour beside the words of a verdict, and how many indicators a page has room for at most in
# each size of print.
COLOURS = {MET: "green", TOLERATED: "yellow", MISSED: "red"}
DENSITIES = {"roomy": 3, "medium": 6, "dense": MOST}


def with_lines(rows: Iterable[Mapping]) -> list[dict]:
    """The rows, each with its trend drawn and the colour of its verdict. What was frozen before
    indicators had units and plain targets is drawn without them."""
    return [
        {
            **row,
            "line": trend_line(row["trend"], row.get("unit", NUMBER), row.get("aim", "")),
            "colour": COLOURS.get(row["verdict"], "grey"),
        }
        for row in rows
    ]


def scorecard_pdf(frozen: MeetingScorecard) -> bytes:
    """The PDF of what a meeting was shown; the same each time. Raises `PdfFault` where it would
    lack what a reader needs."""
    rows = with_lines(frozen.content["rows"])
    half = len(rows) if len(rows) <= DENSITIES["roomy"] else (len(rows) + 1) // 2
    context = {
        "frozen": frozen,
        "meeting": frozen.meeting,
        "pages": [page for page in (rows[:half], rows[half:]) if page],
    }
    context["density"] = next(name for name, most in DENSITIES.items() if half <= most)
    html = render_to_string("oversight/print.html", context)
    sheet = (STATIC / SHEET).read_text(encoding="utf-8")
    moment = frozen.frozen_at
    return to_pdf(html, styles=[sheet], fetch=STATIC, created=moment, modified=moment)
