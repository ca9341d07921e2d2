"""A paper edited any way at all: after each edit every citation names what a pencil would."""

from dataclasses import replace

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from reports.language.grammar import Problem
from reports.language.numbering import number, reference_text
from reports.language.tokens import read_token
from tests.cases import random_cases
from tests.language.outlines import SHIPPED, block, shipped
from tests.language.pencil import Pencil

WORDS = {"paragraph": "para", "recommendation": "rec"}
PLACES = st.integers(0, 40)
KINDS = st.sampled_from(["paragraph", "paragraph", "table", "chart"])


def citation(row, numbering, house):
    """What a citation of `row` prints, or None where it is refused."""
    word = WORDS.get(row.kind, row.kind)
    said = reference_text(read_token(f"[[{word}:{row.slug}]]"), numbering, house)
    return None if isinstance(said, Problem) else said.text


class Editing(RuleBasedStateMachine):
    """One paper under one template; its rows are put in, moved and taken out."""

    slug = ""

    @initialize()
    def begin(self):
        self.template = shipped(self.slug)
        self.rows, self.made = [], 0
        parts = [part for part in self.template.parts if part.numbered and not part.asks]
        self.opening = next(part.slug for part in parts if part.kind == "paragraphs")
        self.body = next(part.slug for part in parts if part.kind == "sections")
        kinds = ("annexes", "supporting_information")
        self.back = next(part.slug for part in self.template.parts if part.kind in kinds)
        self._fill()

    def _fill(self):
        """One of everything, so that the first edit already moves something."""
        self._insert(0, "paragraph", self.opening, "")
        for part in (self.body, self.back):
            kind = "section" if part == self.body else "annex"
            self._insert(0, kind, part, "")
            outer = self.rows[0].slug
            for inner in ("section", kind):
                self._insert(0, inner, part, outer)
                self._insert(0, "paragraph", part, self.rows[0].slug)
        self._insert(0, "recommendation", self.template.asking_part.slug, "")

    @rule(place=PLACES, kind=KINDS, draw=st.data())
    def put_in(self, place, kind, draw):
        holders = [row for row in self.rows if row.kind in ("section", "annex")]
        choice = [(self.opening, ""), (self.body, ""), *((one.part, one.slug) for one in holders)]
        self._insert(place, kind, *draw.draw(st.sampled_from(choice)))

    @rule(place=PLACES, draw=st.data())
    def put_in_a_section(self, place, draw):
        outer = [row for row in self.rows if row.kind == "section" and not row.parent]
        outer += [row for row in self.rows if row.kind == "annex"]
        choice = [(self.body, ""), *((one.part, one.slug) for one in outer)]
        self._insert(place, "section", *draw.draw(st.sampled_from(choice)))

    @rule(place=PLACES, draw=st.data())
    def put_in_an_annex(self, place, draw):
        outer = [row for row in self.rows if row.kind == "annex" and not row.parent]
        choice = ["", *(one.slug for one in outer)]
        self._insert(place, "annex", self.back, draw.draw(st.sampled_from(choice)))

    @rule(place=PLACES)
    def ask(self, place):
        self._insert(place, "recommendation", self.template.asking_part.slug, "")

    @rule(place=PLACES, to=PLACES)
    def move(self, place, to):
        if self.rows:
            row = self.rows.pop(place % len(self.rows))
            self.rows.insert(to % (len(self.rows) + 1), row)

    @rule(place=PLACES)
    def move_to_the_top_of_the_body(self, place):
        movable = [row for row in self.rows if row.kind in ("paragraph", "table", "chart")]
        if movable:
            row = movable[place % len(movable)]
            at = self.rows.index(row)
            self.rows[at] = replace(row, part=self.body, parent="")

    @rule(place=PLACES)
    def take_out(self, place):
        """A block goes with all that stands in it."""
        if self.rows:
            gone = {self.rows[place % len(self.rows)].slug}
            while more := {one.slug for one in self.rows if one.parent in gone} - gone:
                gone |= more
            self.rows = [one for one in self.rows if one.slug not in gone]

    @invariant()
    def every_citation_is_what_a_pencil_counts(self):
        numbering = number(self.rows, self.template)
        pencil = Pencil(self.rows, self.template)
        for row in self.rows:
            assert citation(row, numbering, self.template.house) == pencil.citation(row), row

    @invariant()
    def a_range_of_paragraphs_holds_what_stands_between_its_ends(self):
        numbering = number(self.rows, self.template)
        pencil = Pencil(self.rows, self.template)
        run = [row for row in pencil.printed if row.kind == "paragraph"]
        for first, last in zip(run, run[2:], strict=False):
            ends = [numbering.of(one.slug) for one in (first, last)]
            said = reference_text(
                read_token(f"[[paras:{first.slug}..{last.slug}]]"), numbering, self.template.house
            )
            if ends[0].within != ends[1].within:
                assert isinstance(said, Problem)
            else:
                joint = f"{ends[0].number}{self.template.house.range}{ends[1].number}"
                assert joint in said.text

    def _insert(self, place, kind, part, parent):
        self.made += 1
        row = block(f"b{self.made}", kind, part, parent, heading=f"Heading {self.made}")
        self.rows.insert(place % (len(self.rows) + 1), row)


@pytest.mark.parametrize("slug", SHIPPED)
def test_after_any_edits_each_citation_names_what_a_reader_would_count(slug):
    machine = type("Editing", (Editing,), {"slug": slug})
    few = random_cases(15, stateful_step_count=12)
    run_state_machine_as_test(machine, settings=few)
