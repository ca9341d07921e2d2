"""Which unmarked lines head what follows them, and what that says of the whole file."""

import re

from reports.conversion.blocks import roles
from reports.conversion.blocks.heading_block import is_a_greeting
from reports.conversion.lines import markup
from reports.conversion.lines.dates import is_a_day
from reports.conversion.lines.marks import caption_of, is_capitals, is_like_a_heading, label_of
from reports.conversion.results import Unit

_SHORT, _LONG, _FEW_WORDS = 80, 80, 7
# “RAG rating: Amber”, “Total 640 604”: what a line states of a thing, and no heading over it.
_STATED = re.compile(
    r":\s*(?:red|amber|green|amber[-/\s]red|amber[-/\s]green|red[-/\s]amber|outstanding|good|"
    r"adequate|inadequate|satisfactory|requires\s+improvement.{0,12}|yes|no|none|nil|n/?a|all|"
    r"[£\d][\d,.]*\s?(?:%|m|k)?)\W*$|\d[\d,.]*%?\s+[+−-]?\d[\d,.]*%?$",
    re.I,
)
_ASKED_TO = re.compile(r"\b(?:asked|invited|recommended|requested)\s+to\b", re.I)
_LISTS = (roles.CONTACTS, roles.ABBREVIATIONS, roles.WARDS)
_ASKING = (roles.RECOMMENDATIONS, roles.PURPOSE)
_LOOSE = (roles.ANNEXES, roles.BACKGROUND, roles.RECOMMENDATIONS, roles.PURPOSE)


def is_heading(unit: Unit, before: Unit | None, follows: Unit | None, role: str) -> bool:
    """Whether `unit` heads what `follows` it, in a part of this `role`."""
    if unit.kind in ("heading", "section"):
        return True
    text = markup.bare(unit.words)
    if unit.kind != "text" or is_a_day(text) or is_a_greeting(text):
        return False
    says = roles.role_of(text)
    leads = unit.words.rstrip("*_ ").endswith(":") or _ASKED_TO.search(text)
    if role in _ASKING and says == roles.RECOMMENDATIONS and leads:
        return False
    if not is_like_a_heading(text, 150) or caption_of(text):
        return bool(says) and unit.hard and not text.endswith(".")
    if role in _LISTS:
        return says not in ("", roles.CONTACTS, roles.APPROVAL)
    if says or roles.opens_the_body(text):
        return True
    if role in _LOOSE:
        numbered = follows is not None and follows.kind in ("paragraph", "section")
        return numbered and unit.blank and len(text) <= _SHORT
    if is_capitals(text) and len(text.split()) > 1:
        return True
    if markup.is_bold(unit.words):
        return follows is not None and not markup.is_bold(follows.words)
    return _plain_heading(unit, text, before, follows)


def is_caption_of(unit: Unit, follows: Unit | None) -> bool:
    """Whether a line is the caption of the table right after it."""
    if unit.kind not in ("text", "heading") or follows is None or follows.kind != "table":
        return False
    return bool(caption_of(markup.bare(unit.words)))


def _plain_heading(unit, text, before, follows):
    """Whether a short line without any sign of its own heads what follows it."""
    if _STATED.search(text):
        return False
    if not unit.hard or len(text) > _SHORT or follows is None:
        return False
    if before is not None and before.kind == "text" and before.words.rstrip("*_").endswith(":"):
        return False
    if follows.kind in ("paragraph", "section"):
        return True
    few = len(text.split()) <= _FEW_WORDS
    if follows.kind == "text":
        over = unit.more["over"]
        if over and over[0].kind in ("paragraph", "section"):
            return few and is_like_a_heading(markup.bare(follows.words), _SHORT)
        return few and len(follows.words) >= _LONG and follows.words[:1].isupper()
    return few and unit.blank and follows.kind == "table"


def is_run_in(unit: Unit, follows: Unit | None) -> bool:
    """Whether a number's words are a heading run in, over a text of the same paragraph."""
    text = markup.bare(unit.words)
    if unit.level or markup.is_bold(unit.words):
        return (follows is not None and follows.kind != "paragraph") or bool(unit.level)
    label = label_of(text)
    return (
        follows is not None
        and follows.kind == "text"
        and is_like_a_heading(label[1] if label else text)
    )


def is_pack(units: list[Unit]) -> bool:
    """Whether several papers stand in one file: two ask, or two say whom to contact."""
    matches = [
        roles.role_of(markup.bare(unit.words))
        for unit in units
        if unit.kind in ("heading", "text", "section")
    ]
    return matches.count(roles.RECOMMENDATIONS) > 1 and matches.count(roles.CONTACTS) > 1


def levels_of_runs(units: list[Unit]) -> dict[int, int]:
    """The level of the numbered sections of each run: the highest that any of them has."""
    levels = {}
    for unit in units:
        if unit.kind == "section" and unit.run and unit.level:
            levels[unit.run] = min(unit.level, levels.get(unit.run, unit.level))
    return levels
