"""What a form asks later: fields that are folded until their time comes."""

from crispy_forms.layout import LayoutObject
from django.template.loader import render_to_string

from assurance.govuk.forms import Group

MOST_NAMED = 5


class Later(LayoutObject):
    """The fields of a form that are asked when their time comes: folded, and open on the page of a
    record that is changed, where one of them is filled in and where one is wrong."""

    def __init__(self, title, *fields):
        self.title = title
        self.fields = list(fields)

    def render(self, form, context, template_pack="govuk", **kwargs):
        """The markup of the fold."""
        inside = self.get_rendered_fields(form, context, template_pack, **kwargs)
        page = {"title": self.title, "inside": inside, "is_open": self.is_open(form)}
        return render_to_string("registers/later.html", page)

    def is_open(self, form):
        """Whether the fold is open when the page is drawn."""
        names = [pointer.name for pointer in self.get_field_names()]
        return bool(getattr(form, "record", None)) or any(_is_in_use(form[name]) for name in names)


class Another(Later):
    """A further line of a form: folded, also on the page of a record, while nothing is in it."""

    def is_open(self, form):
        """True where the line, or one after it, has a value."""
        return any(_is_in_use(form[pointer.name]) for pointer in self.get_field_names())


def fold_lines(form, title, legends):
    """Folds the groups of `legends`, lines of `form` that are added one at a time, each under
    `title` within the one before it."""
    layout, folded = form.helper.layout, []
    lines = [part for part in layout.fields if getattr(part, "legend", "") in legends]
    for group in reversed(lines):
        folded = [Another(title, group, *folded)]
    layout.fields = [*(part for part in layout.fields if part not in lines), *folded]


def fold(form):
    """Moves what `form.later` names, fields and legends of groups, to a fold after the rest; to one
    for each of its tuples, where it has some."""
    several = form.later and all(isinstance(names, tuple) for names in form.later)
    for names in form.later if several else (form.later,):
        _fold_named(form, names)


def _fold_named(form, names):
    layout, later = form.helper.layout, []
    for part in list(layout.fields):
        if isinstance(part, Group):
            later += _taken_from(part, names)
        elif part in names:
            later.append(part)
    layout.fields = [part for part in layout.fields if part not in later and _has_fields(part)]
    if later:
        layout.append(Later(_title_of(form, later), *later))


def _taken_from(group, later):
    """The whole group where its legend is named, else the fields that are."""
    if group.legend in later:
        return [group]
    folded = [name for name in group.fields if name in later]
    group.fields = [name for name in group.fields if name not in folded]
    return folded


def _has_fields(part):
    return not isinstance(part, Group) or bool(part.fields)


def _title_of(form, parts):
    """What the fold is called: what it asks, by legends and labels."""
    names = [p.legend if isinstance(p, Group) else form.fields[p].label for p in parts]
    names = [f"{name[:1].lower()}{name[1:]}" for name in names]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    # A name with a comma of its own would read as two.
    sign = "; " if any("," in name for name in names) else ", "
    return f"More, when it is known: {sign.join(names[:MOST_NAMED])}{more}"


def _is_in_use(bound):
    if getattr(bound.field.widget, "is_pressed", False):
        return True  # What a search found is shown where it was asked for.
    value, usual = bound.value(), bound.field.initial
    if isinstance(value, list | tuple):
        return any(value) or bool(bound.errors)
    filled = value not in (None, "", False) and str(value) != str(usual)
    return filled or bool(bound.errors)
