"""The form of headline figures: three to six of them, each chosen by its name and date."""

from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property

from django import forms

from assurance.figures.registry import FIGURES
from reports.editor.forms.blocks import TALL, BlockForm, clean_text
from reports.editor.forms.builders import headline_order as order
from reports.language.block_data import FEWEST_HEADLINES, HEADLINES, MOST_HEADLINES
from reports.language.text import quotes
from reports.language.tokens import Quote, read_token
from reports.papers.assembly.questions import is_counted
from reports.quotable.chips import chips
from reports.quotable.entries import begins, folded
from reports.quotable.headline_choices import (
    FORMS,
    NUMBER,
    PERCENT,
    USUAL,
    choices_of,
)
from reports.quotable.insertion.figure_insertion import written

PLACES = range(1, MOST_HEADLINES + 1)
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
PARTS = ("figure", "when", "reads", "label")
NO_FIGURE = "Choose the figure, or empty its label"
TOO_FEW = f"Choose at least {('no', 'one', 'two', 'three')[FEWEST_HEADLINES]} figures"
NOT_COUNTED = "This figure is no longer counted: choose another"
TWICE = "This figure is chosen twice: choose another, or another date"
NO_SHARE = "“{}” is no share of anything: choose “{}”"
SEVERAL = "Several figures have these words, “{}”. Type one of them whole: {}"
NONE = "“{}” is no figure that can be chosen here. Choose one of the list, such as: {}"
MOST_NAMED, MOST_TYPED = 5, 100
# The one list of names on the page.
LIST = "headline-figures"
MOVED = "{} is now {} of {}. Save to keep this order."
NO_DATE = "“{}” has no value for that date. Its dates here: {}"


class HeadlinesForm(BlockForm):
    """Headline figures; what it offers are names, so that no page about it has to show a code."""

    text = forms.CharField(
        label="Main points",
        required=False,
        widget=forms.Textarea(attrs={**TALL, "rows": 6}),
        help_text="Two to five sentences that follow the figures, each on a line after “* ”.",
    )

    def __init__(self, data=None, *, proposes=False, step=None, **kwargs):
        self.step = None
        if step is not None:
            kwargs["initial"] = {**kwargs.get("initial", {}), **self._after(step)}
        self.is_step = step is not None
        super().__init__(data, **kwargs)
        if proposes:
            self.initial = {**self._proposed(), **self.initial}
        whens = [(USUAL, "Its usual date in this report")]
        whens += [(when, when) for when in self.offered.dates]
        for place in PLACES:
            self.fields[f"when_{place}"].choices = whens

    @classmethod
    def saves_nothing(cls, posted) -> bool:
        """Whether what was sent moves a figure or a main point, and saves nothing."""
        return "step" in posted

    def _after(self, posted):
        """The fields as they were sent, moved as the press asks."""
        text = posted.get("text", "")
        many = {order.FIGURE: MOST_HEADLINES, order.POINT: len(order.points_of(text)[1])}
        self.step = order.read_step(posted.get("step", ""), many)
        fields = {name: posted.get(name, "") for name in self.base_fields}
        if self.step and self.step.kind == order.FIGURE:
            fields |= order.moved_figures(posted, PARTS, self.step)
        elif self.step:
            fields["text"] = order.moved_points(text, self.step)
        return fields

    @cached_property
    def offered(self):
        """What can be chosen, and what was."""
        chosen = [row["figure"] for row in self.before.get(HEADLINES, ())]
        return choices_of(self.manuscript, chosen)

    def _proposed(self):
        """The first figures with a value that the report quotes, each once, until others are
        chosen."""
        tokens = [written(token) for token in self._quoted()]
        known = chips(self.manuscript, tokens)
        rows = (self.offered.offered(token) for token in tokens if not known[token]["state"])
        chosen = list({row[0]: row for row in rows if row}.values())[:MOST_HEADLINES]
        return {
            f"{part}_{place}": text
            for place, row in enumerate(chosen, 1)
            for part, text in zip(PARTS, row, strict=False)
        }

    def _quoted(self):
        """The figures in the paragraphs of the report, as numbers."""
        blocks = [block for block in self.manuscript.blocks if block.kind == "paragraph"]
        tokens = (token for block in blocks for token in quotes(block.text))
        return [replace(token, form="number") for token in tokens if isinstance(token, Quote)]

    def initial_of(self, block):
        values = {"text": block.text}
        for place, row in enumerate(block.data.get(HEADLINES, ()), 1):
            chosen = (*self.offered.chosen(row["figure"]), row.get("label", ""))
            values |= {f"{part}_{place}": text for part, text in zip(PARTS, chosen, strict=True)}
        return values

    @property
    def names_by_subject(self):
        """(subject, the names of its figures) of all that can be chosen: one list for every place;
        what was chosen before and is none of these comes first."""
        others = [("Unchanged", tuple(self.offered.others))] if self.offered.others else []
        return [*others, *self.offered.groups.items()]

    @property
    def places(self):
        """(its name, its fields, the buttons that move it) of each place, for the page."""
        return [
            (f"{ordinal} figure", [self[f"{part}_{place}"] for part in PARTS], self._moves(place))
            for place, ordinal in zip(PLACES, ORDINALS, strict=True)
        ]

    def _moves(self, place):
        return order.moves_of(order.FIGURE, place, MOST_HEADLINES, self._name_at(place), self.step)

    def _name_at(self, place):
        labels = (self[f"{part}_{place}"].value() for part in ("label", "figure"))
        return next(filter(None, labels), f"{ORDINALS[place - 1]} figure")

    @property
    def points(self):
        """(the point in a few words, the buttons that move it) of each main point of several."""
        points = [order.short_name(item) for item in order.points_of(self["text"].value() or "")[1]]
        many = len(points)
        return [
            (name, order.moves_of(order.POINT, place, many, name, self.step))
            for place, name in enumerate(points, 1)
            if many > 1
        ]

    @property
    def moved(self):
        """What a press moved, in a sentence; empty where nothing was moved."""
        if self.step is None:
            return ""
        names = [self._name_at(place) for place in PLACES]
        if self.step.kind == order.POINT:
            names = [name for name, _moves in self.points]
        return MOVED.format(names[self.step.after - 1], self.step.after, len(names))

    @property
    def has_more(self):
        """Whether a place that may stay empty is filled, or wrong."""
        names = [f"{part}_{place}" for place in PLACES[FEWEST_HEADLINES:] for part in PARTS]
        return any(self[name].value() or self[name].errors for name in names if "reads" not in name)

    def clean(self):
        """Refuses fewer than three, one twice, a date or a form that a figure does not have."""
        fields = super().clean()
        rows = {place: self._row(place) for place in PLACES}
        chosen = {place: row for place, row in rows.items() if row}
        tokens = [row["figure"] for row in chosen.values()]
        for place, row in chosen.items():
            if row["figure"] and tokens.index(row["figure"]) != list(chosen).index(place):
                self.add_error(f"figure_{place}", TWICE)
        if len(chosen) < FEWEST_HEADLINES and not self.errors:
            empty = next(place for place in PLACES if not rows[place])
            self.add_error(f"figure_{empty}", TOO_FEW)
        return {**fields, HEADLINES: list(chosen.values())}

    def clean_text(self):
        """The main points, tidied."""
        return clean_text(self.cleaned_data["text"])

    def words(self):
        data = {**self.before, HEADLINES: self.cleaned_data[HEADLINES]}
        return {"heading": "", "text": self.cleaned_data["text"], "data": data}

    def _row(self, place):
        """The label and figure at `place`, None for none; a fault of it is put at its field."""
        typed, when, form, label = (self.cleaned_data.get(f"{part}_{place}", "") for part in PARTS)
        name = self._name(typed, place) if typed else ""
        if not name:
            if label and not self.has_error(f"figure_{place}"):
                self.add_error(f"figure_{place}", NO_FIGURE)
            return None
        token = self.offered.token(name, when, form or NUMBER)
        if not token:
            dates = "; ".join(filter(None, self.offered.figures[name]))
            self.add_error(f"when_{place}", NO_DATE.format(name, dates))
        elif not is_counted(read_token(token), FIGURES):
            self.add_error(f"figure_{place}", NOT_COUNTED)
        elif form == PERCENT and not self.offered.is_share(name):
            self.add_error(f"reads_{place}", NO_SHARE.format(name, NUMBER))
        return {"label": label, "figure": token}

    def _name(self, typed, place):
        """The figure that was typed, by its name or by words that only one has; a fault of it is
        put at its field."""
        names = [name for _group, names in self.names_by_subject for name in names]
        whole = [name for name in names if name.casefold() == typed.casefold()]
        matches = whole or [name for name in names if begins(folded(typed), folded(name))]
        if len(matches) == 1:
            return matches[0]
        offered = "; ".join(
            (matches or get_close_matches(typed, names, MOST_NAMED, 0))[:MOST_NAMED]
        )
        text = SEVERAL if matches else NONE
        self.add_error(f"figure_{place}", text.format(typed[:MOST_TYPED], offered))
        return ""


def _fields_of(place):
    return {
        f"figure_{place}": forms.CharField(
            label=f"Figure {place}",
            required=False,
            help_text="Begin to type, and choose from the list.",
            widget=forms.TextInput(
                attrs={"data-searched": "", "list": LIST, "autocomplete": "off"}
            ),
        ),
        f"when_{place}": forms.ChoiceField(label=f"Date of figure {place}", required=False),
        f"reads_{place}": forms.ChoiceField(
            label=f"How figure {place} reads",
            choices=[(text, text) for text in FORMS],
            required=False,
        ),
        f"label_{place}": forms.CharField(
            label=f"Label of figure {place}",
            required=False,
            max_length=100,
            help_text="A few words. Left empty, it is called as the figure is.",
        ),
    }


# The fields of six places differ by their number alone; forms made of this one have them too.
HeadlinesForm.declared_fields.update(
    {name: field for place in PLACES for name, field in _fields_of(place).items()}
)
