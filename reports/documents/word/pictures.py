"""Pictures in a line of a Word file: the mark of a council, the code of an address."""

from dataclasses import dataclass

from reports.documents.front.mark import size_of
from reports.documents.word.markup import quoted

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(frozen=True)
class Picture:
    """A PNG picture under the name of its relation, with its text alternative, a number that no
    other drawing of the file has, and the longer of its sides in English metric units."""

    name: str
    png: bytes
    alt: str
    number: int
    side: int


def drawn(picture: Picture) -> str:
    """The run that places a picture in its line."""
    width, height = size_of(picture.png)
    scale = picture.side / max(width, height)
    extent = f'cx="{round(width * scale)}" cy="{round(height * scale)}"'
    shape = (
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="0" '
        f'name="{picture.name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{picture.name}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic>"
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing">'
        f'<wp:extent {extent}/><wp:docPr id="{picture.number}" name="{picture.name}" '
        f'descr={quoted(picture.alt)}/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture">{shape}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
