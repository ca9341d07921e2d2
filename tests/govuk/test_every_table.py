"""Every table of every template: read row by row it becomes cards on a small screen; one that is
read across and down scrolls by itself, in a region that a keyboard reaches and that has a name."""

import re

import pytest
from django.conf import settings

TEMPLATES = settings.BASE_DIR / "templates"
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
SCROLLS = re.compile(
    r'<div class="app-scroll"(?=[^>]*\btabindex="0")(?=[^>]*\brole="(?:region|group)")'
    r'(?=[^>]*\baria-label(?:ledby)?=")[^>]*>\s*$'
)
# (template, which of its tables) → why it is no list of rows.
READ_ACROSS = {
    ("editor/pasted_blocks.html", 0): "a table as somebody pasted it, with heads of its own",
    ("report_templates/text_preview.html", 0): "the layout of a table without its numbers",
    ("govuk/chart.html", 0): "the numbers of a chart, its series across",
    ("layouts/colophon.html", 0): "a name and a fact in each row of a printed file",
    ("oversight/print.html", 0): "drawn for paper alone",
    ("publication/certificate.html", 0): "drawn for paper alone",
    ("publication/certificate.html", 1): "drawn for paper alone",
}
ON_PAPER = {
    *(("layouts/colophon.html", 0), ("oversight/print.html", 0)),
    *(("publication/certificate.html", 0), ("publication/certificate.html", 1)),
}


def tables():
    """(template, which of its tables, what comes before it, the table) of every template."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for place, found in enumerate(TABLE.finditer(text)):
            name = path.relative_to(TEMPLATES).as_posix()
            yield name, place, text[: found.start()], found[0]


def why_wrong(name, place, before, table):
    """What a reader of a small screen would miss, or nothing."""
    is_card = before.rstrip().endswith(("{% cards %}", "{% cards keeps_empty=True %}"))
    if (name, place) in READ_ACROSS:
        if is_card:
            return "is an exception and has cards"
        scrolls = SCROLLS.search(before.rstrip()) or (name, place) in ON_PAPER
        return "" if scrolls else "neither has cards nor scrolls in a region with a name"
    if not is_card:
        return "has no cards and is no named exception"
    if "app-rows" not in table.partition(">")[0]:
        return "has cards that no style draws"
    return "" if "<thead" in table else "has cards without the words of its columns"


def test_every_table_has_cards_or_is_a_named_exception_that_scrolls():
    found = [(*one[:2], why_wrong(*one)) for one in tables()]
    assert len(found) > 80
    assert [one for one in found if one[2]] == []
    assert set(READ_ACROSS) <= {one[:2] for one in found}
    assert all(len(reason.split()) > 3 for reason in READ_ACROSS.values())


BAD = [
    ("", '<table class="app-rows"><thead></thead></table>', "has no cards"),
    ("{% cards %}", "<table><thead></thead></table>", "that no style draws"),
    ("{% cards %}", '<table class="app-rows"></table>', "without the words"),
]


@pytest.mark.parametrize(("before", "table", "wrong"), BAD)
def test_a_table_without_cards_style_or_heads_is_found(before, table, wrong):
    assert wrong in why_wrong("new.html", 0, before, table)


def test_an_exception_without_a_region_that_has_a_name_is_found():
    region = '<div class="app-scroll" role="region" aria-labelledby="c" tabindex="0">\n'
    name = "govuk/chart.html"
    assert why_wrong(name, 0, region, "<table></table>") == ""
    for missing in (' tabindex="0"', ' aria-labelledby="c"', ' role="region"'):
        assert "neither" in why_wrong(name, 0, region.replace(missing, ""), "<table></table>")
    assert "has cards" in why_wrong(name, 0, "{% cards %}", "<table></table>")


SEARCH = re.compile(r'<input\b[^>]*\btype="search"[^>]*>')


def test_every_search_box_has_a_label_that_says_what_it_searches():
    boxes = 0
    for path in sorted(TEMPLATES.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for box in SEARCH.findall(text):
            boxes += 1
            name = re.search(r'\bid="([^"]+)"', box)[1]
            label = re.search(rf'<label\b[^>]*\bfor="{re.escape(name)}"[^>]*>(.*?)</label>', text)
            said = re.sub(r"<[^>]*>|{[%{].*?[%}]}", " ", label[1]).split()
            assert len(said) > 1 and said[0] in ("Search", "Find"), (path.name, said)
    assert boxes
