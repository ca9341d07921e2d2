"""The styles of an Excel workbook's cells: which show a number as a per cent."""

from xml.parsers import expat

from assurance.tables.workbook.marks import parsed

STYLES = "xl/styles.xml"
# The formats `0%` and `0.00%`, which every workbook has by their numbers alone.
BUILT_IN = {"9", "10"}


def per_cent_styles(package) -> frozenset[str]:
    """The numbers by which cells name the styles that show a number as a per cent."""
    if STYLES not in package.namelist():
        return frozenset()
    styles = _Styles()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = styles.start, styles.end
    parsed(package, STYLES, parser)
    known = BUILT_IN | styles.per_cents
    return frozenset(str(n) for n, used in enumerate(styles.of_cells) if used in known)


class _Styles:
    """Follows `<numFmt>`, and `<xf>` within `<cellXfs>`."""

    def __init__(self):
        self.per_cents, self.of_cells, self.is_of_cells = set(), [], False

    def start(self, name, attributes):
        tag = name.rpartition(" ")[2]
        if tag == "numFmt" and _is_per_cent(attributes.get("formatCode", "")):
            self.per_cents.add(attributes.get("numFmtId", ""))
        elif tag == "cellXfs":
            self.is_of_cells = True
        elif tag == "xf" and self.is_of_cells:
            self.of_cells.append(attributes.get("numFmtId", ""))

    def end(self, name):
        if name.rpartition(" ")[2] == "cellXfs":
            self.is_of_cells = False


def _is_per_cent(code):
    """True of a format with a sign that multiplies: not of one in quotation marks, or escaped."""
    plain = "".join(code.replace("\\%", "").split('"')[::2])
    return "%" in plain
