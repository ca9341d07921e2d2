"""What papers end with: wards, background papers, abbreviations, annexes, what is asked."""

import re
from dataclasses import dataclass, field

from reports.conversion.blocks.draft import Draft
from reports.conversion.blocks.lists import Level, Text
from reports.conversion.lines import markup
from reports.conversion.lines.marks import annex_of
from reports.conversion.results import Unit, UnplacedText

_PAIR = re.compile(
    r"(?P<short>\S[^–—:=\t]{0,18}?)\s*(?:\s[-–—=]+\s|[–—:=]\s?|\t|\s-\s?)\s*(?P<long>\S.*)"
)
_LONGEST_SHORT, _LONGEST_LONG = 20, 160
_NO_PAIR = "It is in the list of abbreviations but is not “letters – words”."
_HEADED = "It heads the columns of the list of abbreviations and is none of them."
_HEAD_SHORT = re.compile(r"(?:abbreviation|acronym|term|initial|letter)s?", re.IGNORECASE)
_HEAD_LONG = re.compile(r"(?:full )?(?:meaning|definition|term|name|description)s?|in full", re.I)
_VERBS = (
    *(("note", r"not(?:e|es|ed|ing)"), ("agree", r"agree[sd]?"), ("approve", r"approv(?:e|es|al)")),
    *(("endorse", r"endors(?:e|es|ement)"), ("consider", r"consider"), ("comment", r"comments?")),
    *(("determine", r"determin(?:e|es)"), ("refer", r"refer"), ("request", r"requests?")),
    *(("receive", r"receiv(?:e|es)"), ("recommend", r"recommends?"), ("delegate", r"delegates?")),
)
_REASON = re.compile(
    r"\**(?:Reasons?)(?: for (?:the )?recommendations?)?\s*:\**\s*(?P<rest>.*)", re.I | re.S
)
_FOLLOWS = re.compile(r"\bto follow\b(?!-| up\b)", re.IGNORECASE)
_EXEMPT = re.compile(r"\bexempt\b|not for publication|\bconfidential\b", re.IGNORECASE)


def decision_in(text: str) -> str:
    """The decision word that a recommendation asks for, or nothing: the first that it uses."""
    first = " ".join(text.lower().split()[:14])
    matches = [
        (match.start(), verb)
        for verb, pattern in _VERBS
        if (match := re.search(rf"\b{pattern}\b", first))
    ]
    return min(matches)[1] if matches else ""


def reason_in(text: str) -> str | None:
    """What follows “Reason:” at the beginning of a text, or None."""
    match = _REASON.fullmatch(text.strip())
    return match["rest"].strip() if match else None


def state_of(text: str) -> str:
    """Whether an annex is exempt or to follow, in these words, or nothing."""
    if _EXEMPT.search(text):
        return "exempt"
    return "to follow" if _FOLLOWS.search(text) else ""


@dataclass
class Abbreviations:
    """The list of abbreviations as it was typed, in order, also what is in it twice."""

    rows: list[dict[str, str]] = field(default_factory=list)
    missed: list[UnplacedText] = field(default_factory=list)

    def take(self, unit: Unit, place: str) -> None:
        """Takes a line, or the rows of a table."""
        if unit.kind == "table":
            for row in unit.rows:
                self._pair(" – ".join(markup.bare(item) for item in row if item), place)
        else:
            self._pair(f"{unit.typed} {markup.bare(unit.words)}".strip(), place)

    def _pair(self, text, place):
        match = _PAIR.fullmatch(text)
        if match and not self.rows and _heads_pairs(match):
            self.missed.append(UnplacedText(place, text, _HEADED))
        elif (
            match and len(match["long"]) <= _LONGEST_LONG and len(match["short"]) <= _LONGEST_SHORT
        ):
            self.rows.append({"short": match["short"].strip(), "long": match["long"].strip()})
        else:
            self.missed.append(UnplacedText(place, text, _NO_PAIR))

    def known(self) -> list[dict[str, str]]:
        """Each short form once, with the meaning that is given first."""
        first = {}
        for row in self.rows:
            first.setdefault(row["short"], row)
        return list(first.values())


def _heads_pairs(result):
    """Whether a pair names what stands in the two columns."""
    return bool(_HEAD_SHORT.fullmatch(result["short"]) and _HEAD_LONG.fullmatch(result["long"]))


class Annexes:
    """The annexes by their labels: named in a list, attached, or both."""

    def __init__(self, draft: Draft, part: str):
        self.draft, self.part, self.blocks = draft, part, {}

    def listed(self, unit: Unit) -> bool:
        """Takes a line of the list; whether it names an annex."""
        text = markup.bare(unit.words)
        result = annex_of(text)
        if not result:
            return False
        block = self._block(*result, "listed")
        block.entries["listed"] = text
        self._say(block, text)
        return True

    def has_listed(self, text: str) -> bool:
        """Whether the list has an annex in just these words, and it is not attached yet."""
        rows = [block.entries for block in self.blocks.values()]
        return any(row.get("listed") == text and "attached" not in row for row in rows)

    def attached(self, unit: Unit) -> None:
        """Opens the annex that a heading begins."""
        text = markup.bare(unit.words)
        typed, title = annex_of(text)
        self.draft.close()
        self.draft.open.clear()
        self.draft.part, self.draft.annex = self.part, ""
        block = self._block(typed, title, "attached")
        if title and title != block.heading:
            block.heading = title[:300]
        block.entries["attached"] = text
        self._say(block, text)
        self.draft.annex = block.slug
        self.draft.current = None

    def _block(self, typed, title, how):
        """The annex of a label; another one where that label was `how` before already."""
        key = re.sub(r"\W+", " ", typed.casefold())
        if key not in self.blocks or how in self.blocks[key].entries:
            part, self.draft.part = self.draft.part, self.part
            block = self.draft.add("annex", typed, parent="", typed=typed)
            block.heading = (title or typed)[:300]
            self.draft.part = part
            self.blocks[key] = block
        return self.blocks[key]

    def _say(self, block, text):
        if state := state_of(text):
            block.entries["state"] = state


class Recommendations:
    """What the committee is asked: a lead, then each recommendation with its label, then why."""

    def __init__(self, draft: Draft, part: str, heading: str):
        self.draft, self.part = draft, part
        self.said = {"heading": heading} if heading else {}
        self.blocks, self.level, self.reasons = [], None, []
        self.in_reason = False

    def take(self, unit: Unit, follows: Unit | None) -> None:
        """Takes a unit of the part."""
        self.draft.part, self.draft.annex = self.part, ""
        self.draft.open.clear()
        reason = None if unit.kind == "item" else reason_in(unit.words)
        if reason is not None:
            self._head_reason(f"{markup.bare(unit.words).partition(':')[0]}:")
            if reason:
                self.reasons.append(reason)
        elif self.in_reason and unit.kind == "text":
            self.reasons.append(unit.words)
        elif unit.kind == "table":
            self.draft.table(unit, None)
        elif unit.kind == "item" and not self._begins(unit):
            self.blocks[-1].text.item(unit)
        elif unit.kind in ("item", "paragraph", "section") and not self._leads(unit, follows):
            self._add(unit)
        elif self._leads(unit, follows):
            self.said |= {"lead": markup.bare(unit.words)}
            self.said |= {"typed": unit.typed, "run": unit.run} if unit.typed else {}
        elif not self.blocks or decision_in(unit.words):
            self._add(unit)
        else:
            self.draft.current = None
            self.draft.text(unit)

    def explain(self, unit: Unit) -> None:
        """A heading over the reason."""
        self._head_reason(markup.bare(unit.words))

    def end(self) -> None:
        """Gives each recommendation the reason that stands for all."""
        reason = "\n\n".join(map(markup.written, self.reasons))
        for block in self.blocks:
            if reason:
                block.entries["reason"] = reason
            self.draft.missed += [
                UnplacedText(self.draft.place(number), text, why)
                for number, text, why in block.text.missed
            ]
        if reason and not self.blocks:
            self.said["reason"] = reason
        self.draft.close()

    def _head_reason(self, text):
        """Begins the reason; a second heading over one stands in its text."""
        if self.in_reason:
            self.reasons.append(text)
        self.said.setdefault("reason_heading", text)
        self.in_reason = True

    def _leads(self, unit, follows):
        if self.blocks or "lead" in self.said or unit.kind == "item":
            return False
        return unit.words.rstrip("*_ ").endswith((":", "-", "–", "…")) or (
            follows is not None and follows.kind == "item" and not decision_in(unit.words[-12:])
        )

    def _begins(self, unit):
        """Whether an item is a recommendation of its own, and not a point within one."""
        if self.level is None or not self.blocks:
            self.level = Level.of(unit)
            return True
        return self.level.takes(unit)

    def _add(self, unit):
        block = self.draft.add("recommendation", unit.words, parent="", typed=unit.typed)
        if unit.run:
            block.entries["run"] = unit.run
        if kind := decision_in(unit.words):
            block.entries["kind"] = kind
        self.level = self.level or Level.of(unit)
        block.text = Text()
        block.text.passage(unit.words)
        self.blocks.append(block)
