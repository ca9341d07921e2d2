"""Word documents made for the tests, in memory: paragraphs, numbers, tables, changes, boxes."""

from xml.sax.saxutils import escape

from tests.tables.books import zipped

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="urn:wps" xmlns:m="urn:math"'
)
TYPES = (
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = """
<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Council head"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Out"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Num"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:ilvl w:val="0"/>
<w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
"""


def level(place, form, text, start=1, left=0, more=""):
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{left + 360}" w:hanging="360"/></w:pPr>'
        "</w:lvl>"
    )


# 1 numbers paragraphs, with letters and romans below; 2 and 3 are bullets and a list that begins
# again; 4 numbers parts and their paragraphs.
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)", left=720)
    + level(2, "lowerRoman", "%3.", left=1440)
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7", left=720)
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "decimal", "%1")
    + level(1, "decimal", "%1.%2")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)


def run(words, settings=""):
    """A run of words; `settings` such as `<w:b/>`."""
    inner = f"<w:rPr>{settings}</w:rPr>" if settings else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def para(words="", style="", number=None, at=0, runs="", settings=""):
    """A paragraph: words or runs, a style, the list that numbers it and its level there."""
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        said += f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    inner = runs or (run(words) if words else "")
    return f"<w:p><w:pPr>{said}{settings}</w:pPr>{inner}</w:p>"


def cell(words="", settings="", inner=""):
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{inner or para(words)}</w:tc>"


def table(*rows):
    """A table of rows, each of cells' words or of cells."""
    made = ("".join(one if one.startswith("<w:tc") else cell(one) for one in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def document(*body, **parts):
    """The bytes of a Word document with this body; `parts` are further ones, `__` for a slash."""
    held = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>", _MORE),
        "word/styles.xml": f"<w:styles {_W}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_W}>{NUMBERING}</w:numbering>",
    }
    more = {name.replace("__", "/"): content for name, content in parts.items()}
    return zipped(held | more)


def part(name, inner, more=""):
    """A part of a document: its root called `name`."""
    return f"<w:{name} {_W} {more}>{inner}</w:{name}>"
