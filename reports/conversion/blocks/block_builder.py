"""The walk through sorted units that lays a paper's blocks, part by part."""

from functools import cached_property

from reports.conversion.blocks import roles
from reports.conversion.blocks.back_matter import Abbreviations, Annexes, Recommendations
from reports.conversion.blocks.draft import Draft
from reports.conversion.blocks.headings import (
    is_caption_of,
    is_heading,
    is_pack,
    is_run_in,
    levels_of_runs,
)
from reports.conversion.lines import markup
from reports.conversion.lines.dates import day_in
from reports.conversion.lines.marks import annex_of, caption_of, dotted
from reports.conversion.results import Unit

FRONT, BODY = "front", "body"
SINGLE = (roles.RECOMMENDATIONS, roles.PURPOSE, roles.WARDS, roles.BACKGROUND, roles.ANNEXES)
_TOP, _PLAIN, _LETTERED = 1, 7, 8
_SENTENCE = 50


class Walk:
    """One pass over the units. Its plain attributes hold what becomes the paper."""

    def __init__(self, units: list[Unit], draft: Draft):
        self.units, self.draft = units, draft
        self.places = {id(unit): place for place, unit in enumerate(units)}
        self.is_pack = is_pack(units)
        self.annexes = Annexes(draft, roles.ANNEXES)
        self.abbreviations = Abbreviations()
        self.asked, self.asked_as = None, ""
        self.said = {roles.WARDS: [], roles.BACKGROUND: [], roles.ANNEXES: []}
        self.headings, self.paper_date = {}, None
        self.role, self.level, self.order = "", 0, []
        self.numbered_levels = levels_of_runs(units)
        self.has_levels = any(unit.level for unit in units)
        self.numbered_heads = any(unit.kind == "section" for unit in units)

    def through(self) -> None:
        """Lays every unit."""
        skip = False
        for place, unit in enumerate(self.units):
            if skip:
                skip = False
                continue
            follows = self.units[place + 1] if place + 1 < len(self.units) else None
            before = self.units[place - 1] if place else None
            unit.more["over"] = self.units[place + 2 : place + 3]
            if is_caption_of(unit, follows):
                self._table(follows, unit)
                skip = True
            else:
                self._visit(unit, before, follows)
        if self.asked:
            self.asked.end()
        self.draft.close()

    def _visit(self, unit, before, follows):
        if self._opens_annex(unit, before, follows):
            self._leave("")
            self.annexes.attached(unit)
            self._note_part(roles.ANNEXES)
            return
        if unit.kind in ("text", "item") and (result := self._role_line(unit)):
            self._enter(*result, unit, follows)
            return
        if is_heading(unit, before, follows, self.role):
            self._heading(unit, follows)
            return
        if self._names_annex(unit, before, follows):
            self._enter(roles.ANNEXES, "", "", unit, None)
        self._place(unit, follows)

    def _place(self, unit, follows):
        """Puts a unit that heads nothing where the open part takes it."""
        text = f"{unit.typed} {markup.bare(unit.words)}".strip()
        if self.role in (roles.RECOMMENDATIONS, roles.PURPOSE):
            self.asked.take(unit, follows)
        elif self.role == roles.ABBREVIATIONS:
            self.abbreviations.take(unit, self.draft.place(unit.number))
        elif self.role == roles.ANNEXES and unit.kind in ("text", "item"):
            if not self.annexes.listed(unit):
                self._beside_annexes(unit, text)
        elif self.role in (roles.WARDS, roles.BACKGROUND) and self._holds(unit, text):
            self.said[self.role].append(text)
        else:
            self._body(unit)
            if self.role == roles.CONTACTS and (day := day_in(text)):
                self.paper_date = day

    def _beside_annexes(self, unit, text):
        """A line among the annexes that lists none: a sentence behind the list is text again."""
        if self.annexes.blocks and not unit.typed and len(text) > _SENTENCE and text[-1] == ".":
            self._leave("")
            self._body(unit)
        else:
            self.said[roles.ANNEXES].append(text)

    def _holds(self, unit, text):
        """Whether a line still belongs to wards or background papers."""
        if unit.kind not in ("text", "item"):
            return False
        if self.role == roles.WARDS and len(text) > 60 and self.said[roles.WARDS]:
            self._leave("")
            return False
        return True

    def _body(self, unit):
        draft = self.draft
        if not draft.annex and not draft.open and not draft.current:
            draft.part = BODY
        if unit.kind == "paragraph":
            place = self.places[id(unit)]
            follows = self.units[place + 1] if place + 1 < len(self.units) else None
            draft.paragraph(unit, is_run_in(unit, follows))
        elif unit.kind == "table":
            self._table(unit, None)
        elif unit.kind == "item":
            draft.item(unit)
        else:
            draft.text(unit)
            if caption_of(markup.bare(unit.words)) and len(unit.words) < 200:
                draft.caption(markup.bare(unit.words))

    def _table(self, unit, caption):
        if self.role == roles.ABBREVIATIONS:
            self.abbreviations.take(unit, self.draft.place(unit.number))
            return
        if not self.draft.annex and not self.draft.open:
            self.draft.part = BODY
        self.draft.table(unit, caption)

    def _heading(self, unit, follows):
        text = markup.bare(unit.words)
        role = roles.role_of(text)
        single = role in (roles.ABBREVIATIONS, *SINGLE) and self._is_single(role)
        if single and not self._is_of_a_review(unit, role):
            self._enter(role, text, "", unit, None)
            return
        within = self.role == roles.CONTACTS and role in (roles.CONTACTS, roles.APPROVAL, "")
        if within and not unit.typed and (not unit.level or unit.level > self.level):
            self._place(Unit("text", unit.number, f"**{text}**", blank=True), None)
            return
        why = role == roles.REASONS and self.asked and self.role == self.asked_as
        if why and not unit.typed and not (follows and follows.kind == "paragraph"):
            self.asked.explain(unit)
            return
        self._leave(role)
        self.level = unit.level or _TOP
        if not self.draft.annex:
            self.draft.part = BODY
        self.draft.section(unit, self._level_of(unit, role), role)

    def _level_of(self, unit, role):
        if unit.kind == "section":
            numbers = dotted(unit.typed)
            if not numbers:
                return _LETTERED
            return self.numbered_levels.get(unit.run, _TOP) + len(numbers) - 1
        text = markup.bare(unit.words)
        if unit.more.get("paper"):
            return 0
        if role or roles.opens_the_body(text):
            return _TOP
        if unit.level:
            return unit.level
        return _PLAIN if self.has_levels or (self.numbered_heads and self.draft.open) else _TOP

    def _role_line(self, unit):
        """A line that names its part and goes on: its role, heading and rest; or None."""
        text = markup.bare(unit.words)
        if unit.kind == "item" and unit.typed:
            return None
        result = roles.role_and_rest(text)
        if not result and unit.bullet and roles.role_of(text):
            result = (roles.role_of(text), text, "")
        if result and result[0] in (roles.ABBREVIATIONS, *SINGLE) and self._is_single(result[0]):
            return result
        return None

    def _is_of_a_review(self, unit, role):
        """Whether a lettered “Recommendations” speaks of a review's, and the paper's own follow."""
        if role != roles.RECOMMENDATIONS or not unit.typed or dotted(unit.typed):
            return False
        return self.places[id(unit)] < self.last_asking

    @cached_property
    def last_asking(self) -> int:
        """The place of the last “Recommendations” that is not lettered, or -1."""
        places = (
            place
            for place, item in reversed(list(enumerate(self.units)))
            if item.kind in ("heading", "section", "text")
            and (dotted(item.typed) or not item.typed)
            and roles.role_of(markup.bare(item.words)) == roles.RECOMMENDATIONS
        )
        return next(places, -1)

    def _is_single(self, role):
        """Whether this paper has one such part: a pack of papers keeps each where it stands."""
        asks = role in (roles.RECOMMENDATIONS, roles.PURPOSE) and self.asked
        return not self.is_pack and role not in self.headings and not asks

    def _enter(self, role, heading, rest, unit, follows):
        self._leave(role)
        self.role, self.level = role, unit.level or _TOP
        self.draft.close()
        self.draft.open.clear()
        self.draft.annex = ""
        if heading:
            label = {"heading_typed": unit.typed, "heading_run": unit.run} if unit.typed else {}
            self.headings.setdefault(role, {"heading": heading, **label})
        self._note_part(role)
        if role in (roles.RECOMMENDATIONS, roles.PURPOSE) and self.asked is None:
            self.asked, self.asked_as = Recommendations(self.draft, role, heading), role
            if heading.endswith(":") and not heading.lower().startswith("recommend"):
                self.asked.said["lead"] = heading
        if rest:
            self._place(Unit("text", unit.number, rest, blank=True), follows)

    def _leave(self, role):
        if self.role in (roles.RECOMMENDATIONS, roles.PURPOSE):
            self.draft.close()
            self.draft.part = BODY
        if self.role and role != roles.REASONS:
            self.draft.annex = "" if self.role == roles.ANNEXES else self.draft.annex
        self.role = role if role in (roles.CONTACTS,) else ""

    def _note_part(self, role):
        if role not in self.order:
            self.order.append(role)
        if BODY not in self.order and any(block.part == BODY for block in self.draft.blocks):
            self.order.insert(self.order.index(role), BODY)

    def _names_annex(self, unit, before, follows):
        """Whether a line names an annex in a list that has no heading of its own."""
        if self.role == roles.ANNEXES or self.is_pack or self.draft.annex:
            return False
        if unit.kind not in ("text", "item") or not _is_annex(unit):
            return False
        return (
            _is_annex(before) or _is_annex(follows) or self.role in (roles.WARDS, roles.BACKGROUND)
        )

    def _opens_annex(self, unit, before, follows):
        """Whether a line begins an attached annex, and is not one of a list of them."""
        if unit.kind not in ("heading", "text") or not unit.blank or len(unit.words) > 250:
            return False
        text = markup.bare(unit.words)
        if not annex_of(text) or text.endswith((".", ";")):
            return False
        if unit.kind == "heading" or self.role != roles.ANNEXES:
            listed = _is_annex(before) or _is_annex(follows)
            return unit.kind == "heading" or (not listed and follows is not None)
        # A line of the list once more, and no other of the list after it: the annex itself.
        again = follows is not None and not _is_annex(follows)
        return again and self.annexes.has_listed(text)


def _is_annex(unit):
    """Whether a line begins with the label of an annex."""
    return unit is not None and bool(annex_of(markup.bare(unit.words)))
