"""How a paper looks in Word: named styles; sizes in half-points, distances in twips."""

from reports.documents.word.markup import HEAD, SCHEMA, quoted

GREEN, GREY, RED = "0B4F54", "3D4548", "7A1F1F"
_HEADINGS = {
    1: (30, GREEN, 400, 160),
    2: (25, "0B0C0C", 300, 120),
    3: (22, "0B0C0C", 240, 80),
    4: (22, GREY, 200, 60),
    5: (21, GREY, 200, 60),
}


def styles(language: str, colour: str = GREEN) -> str:
    """The part that has every style; `language` is that of the words, `colour` the council's
    (six hexadecimal digits)."""
    made = (
        f"{HEAD}<w:styles {SCHEMA}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val={quoted(language)}/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{_headings()}{_paragraphs()}{_others()}</w:styles>"
    )
    return made.replace(GREEN, colour.upper())


def numbering() -> str:
    """The part that holds the only list Word counts for itself: bullets, two levels deep."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, mark in enumerate("•–")
    )
    return (
        f'{HEAD}<w:numbering {SCHEMA}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings(language: str) -> str:
    """The part that says how to open the file: as Word of today does, without a question."""
    return (
        f'{HEAD}<w:settings {SCHEMA}><w:defaultTabStop w:val="624"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="15"/></w:compat><w:themeFontLang w:val={quoted(language)}/></w:settings>'
    )


def _headings():
    return "".join(
        _style(
            f"Heading{level}",
            f"heading {level}",
            "<w:keepNext/><w:keepLines/>"
            f'<w:spacing w:before="{before}" w:after="{after}"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/><w:color w:val="{colour}"/><w:sz w:val="{size}"/>',
        )
        for level, (size, colour, before, after) in _HEADINGS.items()
    )


def _paragraphs():
    line = f'<w:bottom w:val="single" w:sz="20" w:space="6" w:color="{GREEN}"/>'
    bar = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{GREEN}"/>'
    small = f'<w:color w:val="{GREY}"/><w:sz w:val="18"/>'
    strong = f'<w:b/><w:color w:val="{GREEN}"/>'
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9411"/></w:tabs><w:spacing w:after="0"/>'
    rows = (
        *_front(line, strong),
        ("Marking", "Marking", "", f'<w:b/><w:color w:val="{RED}"/>'),
        ("Notice", "Notice", f'<w:pBdr>{bar}</w:pBdr><w:ind w:left="170"/>', ""),
        ("TOCHeading", "TOC Heading", _heading_spacing(300), f"{strong}{_size(30)}"),
        ("TOC1", "toc 1", '<w:spacing w:after="60"/>', ""),
        ("TOC2", "toc 2", '<w:spacing w:after="60"/><w:ind w:left="340"/>', ""),
        ("Header", "header", tabs, small),
        ("Footer", "footer", tabs, small),
    )
    return "".join(_style(*row) for row in (*rows, *_of_text(small)))


def _of_text(small):
    """The rows of the styles of running text, tables and notes."""
    space = _heading_spacing(240)
    return (
        ("BodyText", "Body Text", "", ""),
        ("Numbered", "Numbered paragraph", '<w:ind w:left="624" w:hanging="624"/>', ""),
        ("ListBullet", "List Bullet", '<w:spacing w:after="80"/>', ""),
        ("ListNumber", "List Number", '<w:spacing w:after="80"/>', ""),
        ("Caption", "caption", space, f"<w:b/>{_size(21)}"),
        ("Cell", "Cell", '<w:spacing w:before="50" w:after="50" w:line="252"/>', _size(20)),
        (
            "SmallCell",
            "Small cell",
            '<w:spacing w:before="40" w:after="40" w:line="240"/>',
            _size(17),
        ),
        ("TableNote", "Table note", '<w:spacing w:before="60" w:after="60"/>', small),
        (
            "AfterTable",
            "After a table",
            '<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>',
            "",
        ),
        ("Drawing", "Drawing", "<w:keepNext/>", ""),
        ("NotesTitle", "Notes title", space, ""),
        ("Note", "Note", '<w:ind w:left="510" w:hanging="510"/>', _size(19)),
    )


def _front(line, strong):
    """The styles of the front: masthead, title and digest."""
    title = f'<w:pBdr>{line}</w:pBdr><w:spacing w:before="160"/>'
    return (
        ("Council", "Council", '<w:spacing w:after="80"/>', strong),
        ("Meeting", "Meeting", '<w:spacing w:after="0"/>', _size(20)),
        ("Title", "Title", title, '<w:b/><w:sz w:val="42"/>'),
        ("Month", "Month", "", _size(26)),
        ("DigestHeading", "Digest heading", _heading_spacing(240), f"{strong}{_size(25)}"),
    )


def _others():
    """The look of links and of tables, whose first row and column name the others."""
    rule = 'w:val="single" w:sz="4" w:space="0" w:color="8F9BA0"'
    heavy = f'<w:bottom w:val="single" w:sz="10" w:space="0" w:color="{GREEN}"/>'
    return (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
        f'<w:color w:val="{GREEN}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/></w:style><w:style w:type="table" w:styleId="Figures"><w:name '
        'w:val="Figures"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f"<w:bottom {rule}/><w:insideH {rule}/></w:tblBorders><w:tblCellMar>"
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{heavy}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _heading_spacing(before):
    return f'<w:keepNext/><w:spacing w:before="{before}" w:after="100"/>'


def _size(half_points):
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(identity, name, of_paragraph, of_run):
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{of_paragraph}</w:pPr>'
        f"<w:rPr>{of_run}</w:rPr></w:style>"
    )
