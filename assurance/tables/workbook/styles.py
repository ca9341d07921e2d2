"""The styles of a workbook's cells: which show a number as a per cent, and which in thousands."""

import re
from dataclasses import dataclass
from xml.parsers import expat

from assurance.tables.workbook.marks import parsed

STYLES = "xl/styles.xml"
# The formats `0%` and `0.00%`, which every workbook has by their numbers alone.
BUILT_IN = {"9", "10"}


# A comma after the last figure of a format divides by a thousand: `0,` and `#,##0.0,,"m"`.
_DIVIDED = re.compile(r"[0#?],+(?![0#?,])")
_PUT_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')


@dataclass(frozen=True)
class NumberStyles:
    """The numbers by which cells name the styles that show a number as a per cent, and of those
    that show it in thousands or millions."""

    per_cents: frozenset[str] = frozenset()
    in_thousands: frozenset[str] = frozenset()


def number_styles(package) -> NumberStyles:
    """The styles of an Excel workbook that show a number otherwise than it is."""
    if STYLES not in package.namelist():
        return NumberStyles()
    styles = _Styles()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = styles.start, styles.end
    parsed(package, STYLES, parser)
    return NumberStyles(
        *(
            frozenset(str(n) for n, used in enumerate(styles.of_cells) if used in known)
            for known in (BUILT_IN | styles.per_cents, styles.in_thousands)
        )
    )


class _Styles:
    """Follows `<numFmt>`, and `<xf>` within `<cellXfs>`."""

    def __init__(self):
        self.per_cents, self.in_thousands = set(), set()
        self.of_cells, self.is_of_cells = [], False

    def start(self, name, attributes):
        tag = name.rpartition(" ")[2]
        if tag == "numFmt":
            code = _PUT_ASIDE.sub("", attributes.get("formatCode", ""))
            for styles, sign in (
                (self.per_cents, "%" in code),
                (self.in_thousands, _DIVIDED.search(code)),
            ):
                if sign:
                    styles.add(attributes.get("numFmtId", ""))
        elif tag == "cellXfs":
            self.is_of_cells = True
        elif tag == "xf" and self.is_of_cells:
            self.of_cells.append(attributes.get("numFmtId", ""))

    def end(self, name):
        if name.rpartition(" ")[2] == "cellXfs":
            self.is_of_cells = False
