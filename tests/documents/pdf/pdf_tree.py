"""A finished PDF as its readers find it: its tags, and what each page draws under which mark."""

import io
from dataclasses import dataclass, field

import pikepdf

WORDS = {"Tj", "TJ", "'", '"'}
PAINT = WORDS | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"}


@dataclass(eq=False)
class Element:
    """One element of the tree, with its marks as (page, number) and the annotations it owns."""

    tag: str
    source: pikepdf.Object
    parent: "Element | None" = None
    kids: list = field(default_factory=list)
    marks: list = field(default_factory=list)
    annotations: list = field(default_factory=list)
    paper: object = None  # keeps the file open for as long as any element of it is in use

    def below(self):
        """This element and all under it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.below()

    def pages(self):
        """The indexes of the pages that it has words or drawings on."""
        return sorted({number for one in self.below() for number, _ in one.marks})

    def shape(self):
        """Its tag and those under it as nested lists, words left out."""
        return [self.tag, *(kid.shape() for kid in self.kids)]

    def above(self):
        """The tags from the parent up."""
        return [] if self.parent is None else [self.parent.tag, *self.parent.above()]

    def attribute(self, owner, name):
        """An attribute of this element, or None."""
        values = self.source.get("/A", {})
        return values.get(name) if values.get("/O") == owner else None

    def of(self, *tags):
        """The kids with one of `tags`."""
        return [kid for kid in self.kids if kid.tag in tags]


class Paper:
    """An opened PDF: `root` is its Document element, `drawn` what `_drawn` says of each page."""

    def __init__(self, data):
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.catalog = self.pdf.Root
        self.pages = [page.obj for page in self.pdf.pages]
        self.strays = []
        self._numbers = {page.objgen: number for number, page in enumerate(self.pages)}
        self.struct = self.catalog.get("/StructTreeRoot", pikepdf.Dictionary())
        tops = list(self.struct.get("/K", []))
        self.root = self._read(tops[0], None) if tops else Element("Nothing", pikepdf.Dictionary())
        self.elements = list(self.root.below())
        self.drawn = [list(_drawn(page)) for page in self.pages]

    def tagged(self, *tags):
        """Every element with one of `tags`, in reading order."""
        return [element for element in self.elements if element.tag in tags]

    def _read(self, source, parent):
        element = Element(str(source["/S"])[1:], source, parent, paper=self)
        own_page = source.get("/Pg")
        for kid in source.get("/K", []):
            if isinstance(kid, int):
                element.marks.append((self._numbers[own_page.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                element.marks.append((self._numbers[kid["/Pg"].objgen], int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR":
                element.annotations.append(kid["/Obj"])
            else:
                if kid["/P"].objgen != source.objgen:
                    self.strays.append(str(kid["/S"])[1:])
                element.kids.append(self._read(kid, element))
        return element


def pairs(tree, name):
    """The pairs of a name tree or number tree of one level."""
    items = list(tree.get(name, [])) if tree is not None else []
    return list(zip(items[::2], items[1::2], strict=True))


def _drawn(page):
    """What a page paints: (is it words, the innermost mark or None, is it an artifact)."""
    open_marks = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            properties = operands[1] if name == "BDC" else {}
            open_marks.append((str(operands[0]) == "/Artifact", properties.get("/MCID")))
        elif name == "EMC":
            open_marks.pop()
        elif name in PAINT:
            numbers = [number for _, number in open_marks if number is not None]
            artifact = any(is_artifact for is_artifact, _ in open_marks)
            yield name in WORDS, int(numbers[-1]) if numbers else None, artifact
