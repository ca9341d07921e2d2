"""What each form of a paper says, read back from its bytes: HTML, Word, PDF, CSV and JSON."""

import csv
import io
import re
import subprocess
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKIPPED = {"svg", "title", "style"}
VOID = {"meta", "link", "br", "img"}
WITHIN_A_LINE = {"a", "em", "mark", "span", "strong", "sup"}


class _Read(HTMLParser):
    """The words of a page's `main` without its drawings, and the cells of its tables by row; a
    block of facts is no table."""

    def __init__(self, page):
        super().__init__()
        self.open, self.words, self.tables, self.facts = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        if tag not in WITHIN_A_LINE:
            self.words.append(" ")
        if tag == "table":
            self.now = self.facts if ("class", "facts") in attributes else self.tables
            self.now.append([])
        elif tag == "tr":
            self.now[-1].append([])
        elif tag in ("td", "th"):
            self.now[-1][-1].append("")

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        # A no-break space, as between “paragraph” and its number, is read as any other.
        data = data.replace("\xa0", " ")
        if "main" not in self.open or SKIPPED & set(self.open):
            return
        self.words.append(data)
        if {"td", "th"} & set(self.open):
            self.now[-1][-1][-1] += data


def of_html(page: str) -> tuple[list[str], list]:
    """(the words, the tables as rows of cells) of a page."""
    read = _Read(page)
    return split("".join(read.words)), read.tables


def of_word(data: bytes) -> tuple[list[str], list]:
    """(the words, the tables as rows of cells) of the body of a Word file."""
    body = part(data, "word/document.xml")
    tables = [
        [[said(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in body.iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
    ]
    return split(" ".join(said(one) for one in body.iter(f"{W}p"))), tables


def said(element) -> str:
    """The words of a paragraph or a cell of a Word file; a tab is a space."""
    marks = {f"{W}t": lambda one: one.text or "", f"{W}tab": lambda one: " "}
    return "".join(marks[one.tag](one) for one in element.iter() if one.tag in marks)


def part(data: bytes, name: str):
    """A part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return ElementTree.fromstring(file.read(name))


def of_pdf(data: bytes, *, by_line: bool = True) -> str:
    """The text of a PDF as it is laid out, or column by column, its spaces single."""
    how = ["-layout"] if by_line else []
    command = ["pdftotext", *how, "-", "-"]
    told = subprocess.run(command, input=data, capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


def of_csv(data: bytes) -> list[list[str]]:
    """The rows of a CSV file, its heads first."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def split(words: str) -> list[str]:
    """The words and numbers in their order, without what stands between them."""
    return re.findall(r"[\w£%]+(?:[,.]\d+)*", words)
