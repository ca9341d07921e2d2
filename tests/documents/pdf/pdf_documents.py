"""Three papers in HTML that between them try everything our PDF has to get right."""

import base64
from datetime import UTC, datetime
from functools import cache

from reports.documents.pdf.file import Attachment, to_pdf
from tests.documents.pdf.pdf_structure import faults
from tests.documents.pdf.pdf_tree import Paper

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LATER = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
FILES = {"dot.png": DOT, "print.css": b"h1 { color: #123456 }"}
DATA = (
    Attachment("table-2.csv", "Checks by worker", "text/csv", b"worker,checks\n1,11\n"),
    Attachment("paper.json", "The whole paper", "application/json", b"{}"),
)

STYLE = """
@page { size: A4; margin: 25mm 20mm 22mm;
  @top-left { content: "Draft for committee"; font-size: 8pt }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 8pt } }
html { font: 11pt/1.4 "Liberation Sans" }
table { border-collapse: collapse; width: 100% }
th, td { border: 0.5pt solid #555; padding: 2pt 4pt; text-align: left }
tr { break-inside: avoid }
.tall td { padding: 14pt 4pt }
.apart section[id^=s] { break-before: page }
caption { text-align: left; font-weight: bold }
.bare { list-style: none; padding: 0 }
.roman { list-style-type: lower-roman }
.letter { list-style-type: lower-alpha }
.pg { float: right }
.pg::after { content: target-counter(attr(data-to), page) }
.large { font-size: 26pt }
.wide { font-size: 7pt }
.corner { position: absolute; top: 0; right: 0; width: 4cm }
"""

SENTENCE = (
    "The service looked again at every case in which a first visit came late and set out what "
    "each team had changed since the last paper was taken."
)


def pdf(html, *, styles=(STYLE,), fetch=FILES.__getitem__, attachments=()):
    """The bytes of our PDF of `html`."""
    return to_pdf(
        html, styles=styles, fetch=fetch, created=WHEN, modified=LATER, attachments=attachments
    )


@cache
def made(name):
    """The PDF of one of the three papers, with two attachments, made once for all tests."""
    return pdf({"short": short, "long": long, "stress": stress}[name](), attachments=DATA)


def paper_of(body, **options):
    """The opened PDF of `body` under a heading, free of faults."""
    data = pdf(page(f"<main><h1>Tags</h1>{body}</main>"), **options)
    assert faults(data, tables=body.count("<table")) == []
    return Paper(data)


def page(body, *, title="Quality of casework", language="en-GB"):
    """A whole HTML page around `body`."""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="author" content="Head of Quality"><meta name="description" content="Yearly">'
        f"</head><body>{body}</body></html>"
    )


def short():
    """One page: a heading, two numbered paragraphs, a table and a link."""
    return page(
        "<main><h1>Quality of casework</h1><section id='s1'><h2>Background</h2>"
        + numbered(1)
        + "<p id='p2'><span class='n'>2.</span> See <a href='#p1'>paragraph 1</a>.</p>"
        + table(2, "Checks by team")
        + "</section></main>"
    )


def long(sections=7, paragraphs=2, rows=24, times=1):
    """About nine pages: contents, 14 numbered paragraphs, four tables, two charts, notes."""
    numbers = iter(range(1, sections * paragraphs + 1))
    contents = "".join(
        f"<li><a href='#s{at}'>Part {at}</a> <span class='pg' data-to='#s{at}'></span></li>"
        for at in range(1, sections + 1)
    )
    parts = "".join(
        _part(at, [numbered(next(numbers), times) for _ in range(paragraphs)], rows)
        for at in range(1, sections + 1)
    )
    return page(
        "<header><p>A council</p></header><main class='apart'><h1>Quality of casework</h1>"
        + table(3, "About this report", columns=2)
        + f"<nav role='doc-toc'><h2>Contents</h2><ol class='bare'>{contents}</ol></nav>"
        + f"{parts}</main>"
    )


def numbered(number, times=3):
    """A numbered paragraph, its number written out."""
    return f"<p id='p{number}'><span class='n'>{number}.</span> {' '.join([SENTENCE] * times)}</p>"


def table(rows, caption, *, columns=4, foot="", looks="plain"):
    """A table with a head and row headers."""
    heads = "".join(f"<th scope='col'>Column {at}</th>" for at in range(1, columns))
    body = "".join(
        f"<tr><th scope='row'>Row {row}</th>"
        + "".join(f"<td>{row * 10 + at}</td>" for at in range(1, columns))
        + "</tr>"
        for row in range(1, rows + 1)
    )
    return (
        f"<table class='{looks}'><caption>{caption}</caption>"
        f"<thead><tr><th scope='col'>Team</th>{heads}</tr></thead>"
        f"<tbody>{body}</tbody>{foot}</table>"
    )


def chart(finding):
    """A bar chart as a drawing with its finding for a title."""
    return (
        "<figure><svg role='img' xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 60' "
        f"width='200' height='60'><title>{finding}</title><rect width='120' height='20'/>"
        "<text x='130' y='15' font-size='10'>120</text></svg>"
        "<figcaption>Chart: visits</figcaption></figure>"
    )


def _part(at, texts, rows):
    notes = (
        f"<section role='doc-endnotes' id='n{at}'><h3>Notes to part {at}</h3><ol>"
        f"<li id='n{at}-1'>Source: the yearly return. <a href='#r{at}-1'>Back to the words</a></li>"
        "</ol></section>"
    )
    extra = {
        1: table(4, "Checks by month"),
        3: table(rows, "Checks by worker", looks="tall"),
        4: chart("Visits rose from 100 to 120"),
        5: table(3, "Checks by ward"),
        6: chart("Visits fell from 120 to 90"),
    }.get(at, "")
    mark = f"<p>What was said before holds.<a id='r{at}-1' href='#n{at}-1' title='Note 1'>1</a></p>"
    return (
        f"<section id='s{at}'><h2>Part {at}</h2>"
        + "".join(texts)
        + f"<ol class='roman'><li>first of {at}</li><li>second of {at}</li></ol>"
        + f"{extra}{mark}{notes}</section>"
    )


FOOT = "<tfoot><tr><th>All</th><td>7</td><td>8</td><td>9</td></tr></tfoot>"

STRESS = f"""
<header>Loose words in a group <strong>with weight</strong></header>
<div class="corner">Reference 4711</div>
<main><h1>Everything at once</h1>
<p aria-hidden="true">*** <a href="#lists">ornament</a></p>
<p>A rule of the <abbr title="Disclosure and Barring Service">DBS</abbr>, or as the French say
<span lang="fr">tout va bien</span>; <em lang="en-GB">and so on</em>.</p>
<p lang="cy">Mae popeth yn iawn.</p>
<img alt="" src="dot.png" width="20" height="20">
<img alt="A dot" src="dot.png" width="20" height="20">
<svg aria-hidden="true" width="30" height="10" xmlns="http://www.w3.org/2000/svg">
<rect width="30" height="10"/></svg>
<section id="lists"><h2>Lists</h2>
<ol><li>one<ul><li>inner<ol class="letter"><li>innermost</li></ol></li><li>other</li></ul></li>
<li><p>two, a paragraph</p><p>two, another</p></li></ol>
<ul class="bare"><li>no mark</li></ul>
<dl><dt>Author</dt><dd>A post</dd><dt>Officer</dt><dd>Another post</dd><dd>And a third</dd></dl>
<dl><div><dt>Wrapped</dt><dd>pair</dd></div></dl>
<h3>A long one</h3>
<p class="large">{" ".join([SENTENCE] * 9)}
<a href="https://example.org/a/long/way" >{SENTENCE}</a></p>
<ul class="large"><li>{" ".join([SENTENCE] * 12)}</li></ul>
</section>
<section><h2>Tables</h2>
<table><caption>Two heads</caption><thead>
<tr><th rowspan="2" scope="col">Team</th><th colspan="2" scope="colgroup">Checks</th></tr>
<tr><th scope="col">Done</th><th scope="col">Due</th></tr></thead>
<tbody><tr><th scope="row">North</th><td><ul><li>in a cell</li></ul></td><td></td></tr>
<tr><th>South</th><td colspan="2">both</td></tr></tbody>
<tfoot><tr><th>Sum</th><td>1</td><td>2</td></tr></tfoot></table>
{table(20, "Over pages", foot=FOOT, looks="tall")}
{table(2, "Wide", columns=14, looks="wide")}
</section>
<section><h2>Drawings</h2>{chart("Visits rose")}
<p>Inside words <svg role="img" aria-label="A tick" width="10" height="10"
xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg> and on.</p>
<blockquote>Quoted without a paragraph</blockquote><pre>kept   as is</pre><hr>
</section></main>
"""


def stress():
    """Nested lists, two-row heads, feet, decoration, long texts, odd boxes, a wide table."""
    return page(STRESS, title="Everything at once")
