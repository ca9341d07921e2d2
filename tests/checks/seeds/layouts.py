"""The papers in other layouts: the same words as another program, or another clerk, would lay them
out. A layout takes the text of a paper and gives the name and the bytes of a file."""

import re
import textwrap

from reports.conversion.lines.marks import mark_of
from tests.conversion.word.documents import document, para, run, table

WIDTH, _LONG = 84, 55
_MARKUP = re.compile(r"\*\*|</?(?:sup|u)>")
_EMPHASIS = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?!\*)")
_HEADING = re.compile(r"#{1,6} (?P<words>.*)")
_POINT = re.compile(r"(?P<indent> *)- (?P<words>\S.*)")
_LABEL = re.compile(r"(?P<label>[a-z]{1,5})\. (?P<words>.*)")
_NUMBERED = re.compile(r"(?P<signs>(?:- |#{1,6} )?)(?P<number>\d{1,2})\. (?P<words>.*)")
_CITED = re.compile(r"(?<=aragraph )\d+|(?<=aragraphs )\d+(?:(?:-| to | and |, )\d+)*")
_BOLD = re.compile(r"(\*\*[^*]+\*\*)")


def with_windows_ends(text):
    """Lines that end as Windows ends them."""
    return "paper.txt", text.replace("\n", "\r\n").encode()


def with_hard_spaces(text):
    """No-break spaces before a number, as Word puts them."""
    return "paper.txt", re.sub(r"(?<=[a-z]) (?=\d)", "\u00a0", text).encode()


def with_round_bullets(text):
    """Bullets as signs, labels in brackets."""
    return "paper.txt", "\n".join(map(_rounded, text.split("\n"))).encode()


def without_edges(text):
    """Tables without pipes at their edges."""
    lines = (
        line.strip().strip("|").strip() if line.startswith("|") else line
        for line in text.split("\n")
    )
    return "paper.txt", "\n".join(lines).encode()


def broken(text):
    """Long lines broken as mail programs break them, what runs over indented under its point."""
    return "paper.txt", "\n".join(map(_broken, text.split("\n"))).encode()


def in_word(text):
    """A document of Word: styles for headings, its own bullets, tables."""
    body, rows = [], []
    for line in [*_unwrapped(text), ""]:
        if line.startswith("|"):
            if "---" not in line:
                rows.append([_bare(one.strip()) for one in line.strip("|").split("|")])
            continue
        if rows:
            body.append(table(*rows))
            rows = []
        if line.strip():
            body.append(_paragraph(line))
    return "paper.docx", document(*body)


def without_marks(text):
    """Plain text: no signs before headings, none around words in bold or italics."""
    lines = (_HEADING.sub(r"\g<words>", line) for line in text.split("\n"))
    return "paper.txt", "\n".join(map(_bare, lines)).encode()


def with_dotted_numbers(text):
    """Paragraphs numbered by section, 1.1 to 4.7, and cited so."""
    dotted, section, last, made = {}, 0, 0, []
    for line in text.split("\n"):
        found = _NUMBERED.fullmatch(line)
        section += bool(not found and _HEADING.fullmatch(line)) or not section
        if found and int(found["number"]) == last + 1:
            last += 1
            held = sum(one.startswith(f"{section}.") for one in dotted.values())
            dotted[str(last)] = f"{section}.{held + 1}"
            line = f"{found['signs'].strip('- ')} {dotted[str(last)]} {found['words']}".strip()
        made.append(line)
    return "paper.md", _CITED.sub(lambda found: _cited(found, dotted), "\n".join(made)).encode()


LAYOUTS = (
    *(without_marks, with_dotted_numbers, with_windows_ends, with_hard_spaces, with_round_bullets),
    *(without_edges, broken, in_word),
)


def _cited(found, dotted):
    """A citation of paragraphs by their dotted numbers; one of several that are not there stays."""
    return re.sub(r"\d+", lambda one: dotted.get(one[0], one[0]), found[0])


def _rounded(line):
    point = _POINT.fullmatch(line)
    if not point:
        return line
    label = _LABEL.fullmatch(point["words"])
    if label:
        return f"{point['indent']}({label['label']}) {label['words']}"
    numbered = re.match(r"\d+\. ", point["words"])
    return f"{point['indent']}{'' if numbered else '• '}{point['words']}"


def _broken(line):
    if len(line) <= WIDTH or line.startswith(("|", "<", "#")):
        return line
    point = _POINT.fullmatch(line)
    hang = " " * (len(point["indent"]) + 2) if point else ""
    return textwrap.fill(line, WIDTH, subsequent_indent=hang, break_on_hyphens=False)


def _unwrapped(text):
    """The lines of a text, those that run over joined: a long line and what follows it."""
    lines = text.split("\n")
    if max(len(one) for one in lines if not one.startswith("|")) > WIDTH:
        return lines
    made, long = [""], False
    for line in lines:
        if long and line and line[0] not in " |" and not mark_of(line).is_any:
            made[-1] += f" {line}"
        else:
            made.append(f"- {line.strip()}" if line.startswith(" ") else line)
        headed = line.endswith(".") and _NUMBERED.fullmatch(made[-1])
        long = len(line) > _LONG and not line.endswith(":") and not headed
    return made


def _paragraph(line):
    if heading := _HEADING.fullmatch(line):
        return para(_bare(heading["words"]), style="H2" if line.startswith("###") else "H1")
    point = _POINT.fullmatch(line)
    if point and not re.match(r"\d+\. |[a-z]{1,5}\. ", point["words"]):
        return para(_bare(point["words"]), number=2)
    words = (point["words"] if point else line).strip()
    pieces = filter(None, _BOLD.split(words))
    runs = (run(_bare(one), "<w:b/>" if one.startswith("**") else "") for one in pieces)
    return para(runs="".join(runs))


def _bare(words):
    return _EMPHASIS.sub(r"\1", _MARKUP.sub("", words))
