"""Markdown and the rests of HTML in a line, turned into the written language's own marks."""

import html
import re

from reports.language.inline import parse_inline
from reports.language.text import loose_marks

_TAGS = (
    "p|br|ul|ol|li|a|sup|sub|b|i|u|em|strong|span|div|table|thead|tbody|tr|td|th|img|h[1-6]|font"
)
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>]*/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_POINT = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_SPACING = re.compile(r"</?(?:p|ul|ol|li|div|br|tr|td|th)\b[^<>]*/?>", re.IGNORECASE)
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\s]*\)|<img\b[^<>]*>", re.IGNORECASE)
_PROGRAM = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BULLETED = re.compile(r"•(?:\s*[•·▪●])+")
_LINKED = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
# Signs of no alphabet that stand around the words of a footnote.
NOTE_OPENS, NOTE_CLOSES = "\ue000", "\ue001"
_NOTE = re.compile(rf"{NOTE_OPENS}([^{NOTE_CLOSES}]*){NOTE_CLOSES}")
_OF_NOTES = dict.fromkeys(map(ord, (NOTE_OPENS, NOTE_CLOSES)))
_DOUBLE_BRACKETS = re.compile(rf"\[(?=[\[{NOTE_OPENS}])|[\]{NOTE_OPENS}](?=\])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_BOTH = re.compile(r"\*\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*\*")
_ITALIC = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*\\])\*(?![\w*])")
_ALL_BOLD = re.compile(r"(?:\*\*|__)(?=\S)(?:(?!\*\*|__).)+(?<=\S)(?:\*\*|__)[:.]?")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_LONE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> tuple[str, list[tuple[str, str]]]:
    """`text` without what no paper holds, and (words, why) of what was taken out."""
    missed = []

    def take(why):
        def note_missed(result):
            missed.append((" ".join(result[0].split()), why))
            return ""

        return note_missed

    text = text.translate(_INVISIBLE).replace("\u00a0", " ").replace("\u202f", " ")
    text = _CONTROLS.sub("", _LONE.sub("\ufffd", text))
    text = text.replace(NOTE_OPENS, "").replace(NOTE_CLOSES, "")
    if "<" in text:
        text = _PROGRAM.sub(take("A script or a style is no part of a report."), text)
        text = _COMMENT.sub(take("A hidden comment is no part of a report."), text)
    return text, missed


def pictures(text: str) -> tuple[str, list[str]]:
    """A line without its pictures, and the words that stood for each."""
    matches = [match[1] or "" for match in _PICTURE.finditer(text)]
    return (_PICTURE.sub("", text), matches) if matches else (text, matches)


def plain(words: str) -> str:
    """A line with tags, entities and escapes resolved; marks stay as they were typed."""
    if "<" in words:
        words = _LINKED.sub(r"\1", words)
        words = _POINT.sub(" • ", words)
        words = _TAG.sub(lambda tag: " " if _SPACING.match(tag[0]) else "", words)
        words = _BULLETED.sub("•", words)
    if "&" in words:
        words = _ENTITY.sub(lambda item: html.unescape(item[0]), words)
    return _CONTROLS.sub("", words).translate(_INVISIBLE).replace("\u00a0", " ")


def ends_with_break(text: str) -> bool:
    """Whether the writer broke the line here: two spaces, a backslash or a tag at its end."""
    bare = text.rstrip("\r\n")
    return bare.endswith(("  ", "\\")) or bool(_BREAK.search(bare[-8:]))


def written(words: str) -> str:
    """A line in the written language: emphasis as `**` and `_`, no bracket that opens a token.

    The words of a note are a line of their own: no mark begins in one and ends outside.
    """
    *outside, last = _NOTE.split(words)
    outside = [item.translate(_OF_NOTES) for item in (*outside[::2], last)]
    notes = [*map(written, _NOTE.findall(words)), ""]
    places = [
        f"{item}{NOTE_OPENS if note else ''}" for item, note in zip(outside, notes, strict=True)
    ]
    line = _marked("".join(places))
    made = _with_notes(line, notes)
    if any(loose_marks(parse_inline(made))):
        made = _with_notes(line.replace("**", ""), notes)
    return made


def bare(text: str) -> str:
    """A line without any emphasis: a heading, a title."""
    text = _NOTE.sub(r" (\1)", _ESCAPED.sub(r"\1", text)).translate(_OF_NOTES)
    text = re.sub(r"\*+|(?<![\w_])_+(?=\w)|(?<=[\w.,;:!?)’'])_+(?![\w_])", "", text)
    return " ".join(_brackets_apart(text).split())


def is_bold(text: str) -> bool:
    """Whether all of a line is bold."""
    return bool(_ALL_BOLD.fullmatch(text.strip().replace("***", "**")))


def is_emphasised(text: str) -> bool:
    """Whether all of a line is bold or in italics."""
    text = text.strip()
    return is_bold(text) or bool(re.fullmatch(r"([*_]{1,3})(?=\S)[^*]+(?<=\S)\1", text))


def _marked(text):
    """Markdown's emphasis as the written language has it, escapes resolved."""
    text = _BOTH.sub(r"**_\1_**", text)
    text = _ITALIC.sub(r"_\1_", text)
    return _ESCAPED.sub(r"\1", text)


def _with_notes(text, notes):
    """`words` with its brackets apart and each of `notes` that has words at its place."""
    items = filter(None, notes)
    text = re.sub(NOTE_OPENS, lambda _: f"[[note: {next(items)}]]", _brackets_apart(text))
    return " ".join(text.split())


def _brackets_apart(text):
    """Comes after every mark is taken away: what stood between two brackets is gone by then."""
    return _DOUBLE_BRACKETS.sub(r"\g<0> ", text)
