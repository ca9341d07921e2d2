"""A second way to number a paper: by counting, as a reader with a pencil would, and no walk.

Nothing is kept between two questions. Each is answered by counting what stands before a thing in
print, so no counter of the program's can be wrong here in the same way.
"""

from reports.language import labels


class Pencil:
    """The citations of `rows` (outlined blocks in their order) as `template` should print them."""

    def __init__(self, rows, template):
        self.rows, self.template, self.house = rows, template, template.house
        self.by_slug = {row.slug: row for row in rows}
        self.by_section = template.numbering.unit == "section"
        self.printed = [
            row for part in template.parts for top in self._tops(part.slug) for row in self._in(top)
        ]

    def citation(self, row):
        """What a citation of `row` prints, or None where it cannot be cited."""
        return getattr(self, f"_{row.kind}")(row)

    def _tops(self, part):
        return [row for row in self.rows if row.part == part and not row.parent]

    def _children(self, row):
        return [one for one in self.rows if one.parent == row.slug]

    def _in(self, row):
        return [row, *(below for child in self._children(row) for below in self._in(child))]

    def _above(self, row):
        found = []
        while row.parent:
            row = self.by_slug[row.parent]
            found.append(row)
        return found

    def _before(self, row, alike):
        """The place, from 1, of `row` among those printed that are `alike`."""
        return [one.slug for one in self.printed if alike(one)].index(row.slug) + 1

    def _owner(self, row):
        """Whose run of numbers a paragraph or the lead stands in: an annex, a section, the
        paper."""
        above = self._above(row)
        annex = next((one.slug for one in above if one.kind == "annex"), None)
        if annex or not self.by_section:
            return annex or "the report"
        return above[0].slug if above else f"part {row.part}"

    def _counts(self, row):
        """Whether `row` takes a number of its run: the first thing asked takes the lead's."""
        first = next((one.slug for one in self.printed if one.kind == "recommendation"), "")
        return row.kind == "paragraph" or row.slug == first

    def _number(self, row):
        owner = self._owner(row)
        return self._before(row, lambda one: self._counts(one) and self._owner(one) == owner)

    def _paragraph(self, row):
        return f"{self.house.paragraph} {self._number(row)}{self._of(self._owner(row), row)}"

    def _of(self, owner, row):
        if owner == "the report":
            return ""
        if owner.startswith("part "):
            number = self._part_number(row.part)
            return f" of {self.house.section} {number}" if number else ""
        holder = self.by_slug[owner]
        if holder.kind == "section":
            return f" of {self._section(holder)}"
        return f" of {self.house.annex} {self._label(holder)}"

    def _section(self, row):
        annex = any(one.kind == "annex" for one in self._above(row))
        if self.by_section:
            return None if annex else f"{self.house.section} {self._section_number(row)}"
        held = [one for one in self._in(row) if one.kind == "paragraph"]
        if not held:
            return None
        first, last = self._number(held[0]), self._number(held[-1])
        of = self._of(self._owner(held[0]), row)
        if first == last:
            return f"{self.house.paragraph} {first}{of}"
        return f"{self.house.paragraphs} {first}{self.house.range}{last}{of}"

    def _section_number(self, row):
        if row.parent:
            sisters = self._children(self.by_slug[row.parent])
            place = [one.slug for one in sisters if one.kind == "section"].index(row.slug) + 1
            return (
                f"{self._section_number(self.by_slug[row.parent])}({labels.label(place, 'letter')})"
            )
        tops = [one.slug for one in self._tops(row.part) if one.kind == "section"]
        return str(self._parts_before(row.part) + tops.index(row.slug) + 1)

    def _part_number(self, slug):
        titled = self.template.part(slug).title
        return str(self._parts_before(slug) + 1) if titled else ""

    def _parts_before(self, slug):
        """How many numbers of sections are taken by the parts before `slug`."""
        taken = 0
        for part in self.template.parts:
            if part.slug == slug:
                return taken
            rows = self._tops(part.slug)
            if part.numbered and part.title:
                taken += bool(rows or part.mandatory)
            elif part.numbered:
                taken += sum(row.kind == "section" for row in rows)
        return taken

    def _annex(self, row):
        inner = [self._label(one) for one in self._children(row) if one.kind == "annex"]
        if len(inner) < 2:
            return f"{self.house.annex} {inner[0] if inner else self._label(row)}"
        joint = " and " if len(inner) == 2 else " to "
        return f"{self.house.annexes} {inner[0]}{joint}{inner[-1]}"

    def _label(self, row):
        sisters = [
            one.slug for one in self.printed if one.kind == "annex" and one.parent == row.parent
        ]
        place = sisters.index(row.slug) + 1
        if not row.parent:
            return labels.label(place, self.template.numbering.annexes).upper()
        outer = self._label(self.by_slug[row.parent])
        return outer + labels.label(place, "letter" if outer.isdigit() else "number")

    def _recommendation(self, row):
        place = self._before(row, lambda one: one.kind == "recommendation")
        style = self.template.asking_part.style
        return f"{self.house.recommendation} {labels.label(place, style) or place}"

    def _table(self, row):
        return f"{self.house.table} {self._before(row, lambda one: one.kind == 'table')}"

    def _chart(self, row):
        return f"{self.house.chart} {self._before(row, lambda one: one.kind == 'chart')}"
