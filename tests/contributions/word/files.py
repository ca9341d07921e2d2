"""Word files of a section as it was asked for, changed as somebody does in Word."""

import io
import re
import zipfile

from reports.contributions.proposals import RequestedBlock
from reports.contributions.word.reader import read_section
from reports.contributions.word.writer import document
from tests.contributions.sections import BLOCKS

SECTION = 7
TOKENS = ("[[audits.done]]", "[[para:themes]]", "[[note: See the plan]]")
SAY = {"[[audits.done]]": "42", "[[para:themes]]": "paragraph 4"}
MAIN = "word/document.xml"
RICH = RequestedBlock(
    "rich",
    "paragraph",
    "work",
    "",
    "Of **bold [[audits.done]] words** and _some_ [more](https://example.org/a?b=1&c):\n\n"
    "i. one & <two>\n  * deep [[para:themes]]\nii. a_b * c\n\nAfter.[[note: See the plan]]",
)


def made(blocks=BLOCKS, section=SECTION, title="What was done"):
    """The bytes of the Word file of `blocks`."""
    places = {one.slug: place for place, one in enumerate(blocks)}
    return document(section, title, blocks, places, SAY)


def xml_of(data):
    """The main part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(MAIN).decode()


def edited(change, data=None):
    """A Word file with its main part as `change` makes it of what it was."""
    data = data or made()
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == MAIN else text)
    return held.getvalue()


def replaced(*pairs):
    """A Word file in which each (old, new) of `pairs` was put in; each old stands there once."""

    def change(text):
        for old, new in pairs:
            assert text.count(old) == 1, (old, text.count(old))
            text = text.replace(old, new)
        return text

    return edited(change)


def paragraph(words, style=""):
    """A paragraph as somebody types it."""
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}<w:r><w:t>{words}</w:t></w:r></w:p>"


def around(text, words):
    """The whole paragraph of a main part that holds `words`."""
    return next(one for one in re.findall(r"<w:p>.*?</w:p>", text) if words in one)


def read(data, blocks=BLOCKS, section=SECTION, root="work"):
    """(words of the form, what was not understood as (words, why))."""
    words, missed = read_section(data, section, root, blocks, TOKENS)
    return words, [(one.words, one.why) for one in missed]
