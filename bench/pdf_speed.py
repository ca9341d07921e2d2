"""How long our PDF takes beside WeasyPrint as it comes.

Ours does more: tags that hold over pages, a second standard, a file identifier. The limit is that
it costs no more.
"""

import gc
import io
import statistics
import time
from datetime import UTC, datetime

import pikepdf
import weasyprint

from reports.render.pdf import to_pdf

_WHEN = datetime(2026, 1, 1, tzinfo=UTC)
_ROUNDS = 7


def measure(html, styles, *, rounds=_ROUNDS):
    """Median CPU seconds of `ours` and `weasyprint` (its own `pdf/a-3a`, tagged), the median
    `ratio`, and how many `pages` there are.

    The two take turns, both warm, and each pays for the collection of what it leaves, so that
    neither pays for the other. `styles` are the texts of the style sheets; the HTML must need no
    other file.
    """
    ways = {"ours": _ours, "weasyprint": _as_it_comes}
    spent = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in sorted(ways.items(), reverse=turn % 2 == 0):
            begun = time.process_time()
            made = way(html, styles)
            gc.collect()
            if turn:
                spent[name].append(time.process_time() - begun)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    # Of pairs that ran one after the other, so that another program's load weighs on both.
    pairs = zip(spent["ours"], spent["weasyprint"], strict=True)
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    return {**medians, "ratio": ratio, "pages": _pages(made)}


def say(result):
    """The result of `measure` as a line."""
    return (
        f"PDF: {result['ours']:.2f} s, WeasyPrint as it comes {result['weasyprint']:.2f} s, "
        f"ratio {result['ratio']:.2f} (limit 1.00)"
    )


def _ours(html, styles):
    return to_pdf(html, styles=styles, fetch=_no_file, created=_WHEN, modified=_WHEN)


def _as_it_comes(html, styles):
    sheets = [weasyprint.CSS(string=style) for style in styles]
    return weasyprint.HTML(string=html).write_pdf(stylesheets=sheets, pdf_variant="pdf/a-3a")


def _pages(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        return len(file.pages)


def _no_file(path):
    raise LookupError(path)
