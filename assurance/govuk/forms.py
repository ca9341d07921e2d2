"""The ground of every form: the govuk pack's helper, the fields it can draw, the error links."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, LayoutObject
from django import forms
from django.template.loader import render_to_string

from assurance.govuk.dates import PARTS, DatePartsField, DatePartsWidget
from assurance.govuk.refusals import name_in_refusals
from assurance.runtime.digits import why_too_many_digits

__all__ = [
    "DatePartsField", "DatePartsWidget", "GovukFilterForm", "GovukForm", "GovukModelForm", "Group",
    "Row", "error_links", "prepare",
]  # fmt: skip

FINE, CONFLICT = 200, 409
OPENED_TOO_LONG_AGO = (
    "Open the page again and make your change there: this one does not show what it changes."
)

# The most special class first: CheckboxSelectMultiple is a RadioSelect to Python.
KINDS = (
    (forms.HiddenInput, "hidden", ""),
    (forms.CheckboxSelectMultiple, "checkboxes", "govuk-checkboxes__input"),
    (forms.RadioSelect, "radios", "govuk-radios__input"),
    (forms.CheckboxInput, "checkbox", "govuk-checkboxes__input"),
    (DatePartsWidget, "date", ""),
    (forms.Textarea, "textarea", "govuk-textarea"),
    (forms.FileInput, "file", "govuk-file-upload"),
    (forms.SelectMultiple, None, ""),
    (forms.Select, "select", "govuk-select"),
    (forms.widgets.Input, "input", "govuk-input"),
)

# The boxes of passwords and hidden fields are of other kinds.
_TEXT_WIDGETS = (forms.Textarea, forms.TextInput)


class Group(LayoutObject):
    """A fieldset in a form's layout. Its legend is escaped; crispy's own Fieldset does not."""

    css = ""

    def __init__(self, legend, *fields, css=""):
        self.legend = legend
        self.fields = list(fields)
        self.css = css or self.css

    def render(self, form, context, template_pack="govuk", **kwargs):
        """The fieldset's markup."""
        inside = self.get_rendered_fields(form, context, template_pack, **kwargs)
        return render_to_string(
            "govuk/layout/group.html", {"legend": self.legend, "inside": inside, "css": self.css}
        )


class Row(Group):
    """A group whose fields stand next to each other where there is room."""

    css = "app-row"


class _Govuk:
    """What every form of ours has: the helper, no browser validation, a version where asked for.

    `submit` is the button's words. `groups` is a tuple of (legend, field names), or with a class
    for the style as a third; without it the fields stand in their own order. `version` given to the
    form puts it in a hidden field, so that `cleaned_data["version"]` says which state of the record
    the person saw. `answered_with` is the HTTP status of its page. `chosen_from` says of a select
    that can be empty where its rows come from, where its queryset does not: a model or an
    `assurance.registers.lacks.Lack`. `submit_after` maps a field, drawn once it was refused, to
    what the button says then: what a press then accepts. `is_secondary` draws the button grey,
    where another form of the page has the green one.
    """

    use_required_attribute = False
    answered_with = FINE
    submit = "Save"
    is_secondary = False
    submit_after = {}
    groups = ()
    chosen_from = {}
    bounds_numbers = True

    def __init__(self, *args, version=None, **kwargs):
        super().__init__(*args, **kwargs)
        if version is not None:
            self.fields["version"] = forms.IntegerField(
                widget=forms.HiddenInput,
                initial=version,
                error_messages={"required": OPENED_TOO_LONG_AGO, "invalid": OPENED_TOO_LONG_AGO},
            )
        for field in self.fields.values():
            # A browser would cut off what is pasted into such a box, and say nothing.
            field.widget.attrs.pop("maxlength", None)
        self.helper = helper_for(self, submit=self.submit, groups=self.groups)
        self.helper.is_secondary = self.is_secondary

    def full_clean(self):
        """Refuses what Django refuses, in words of the house, and a number in words that is longer
        than any number."""
        # Forms add fields after they are made.
        for name, field in self.fields.items():
            name_in_refusals(name, field)
        super().full_clean()
        if not (self.is_bound and self.bounds_numbers):
            return
        for bound in self:
            wrong = holds_words(bound.field) and why_too_many_digits(str(bound.data or ""))
            if wrong and not self.has_error(bound.name):
                self.add_error(bound.name, wrong)

    def add_error(self, field, error):
        """Puts an error at its field, each sentence once, and on the button what the next press
        accepts."""
        super().add_error(field, error)
        for errors in self._errors.values():
            errors.data = [*{" ".join(item.messages): item for item in errors.data}.values()]
        if field in self.submit_after:
            self.helper.submit_words = self.submit_after[field]
            # The next press needs it, unless what is wrong is put right: not “optional”.
            self.fields[field].is_alternative = True

    def at_version(self, version):
        """The form at `version`: its page, of a conflict, saves over the other."""
        self.answered_with = CONFLICT
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(version)
        return self


class GovukForm(_Govuk, forms.Form):
    """A form that the govuk pack draws."""


class GovukModelForm(_Govuk, forms.ModelForm):
    """A model's form that the govuk pack draws; it checks, and an operation saves."""


class GovukFilterForm(GovukForm):
    """The filter of a list: read with GET, nothing required, no token."""

    submit = "Apply"
    # What is sought is compared, never reckoned with.
    bounds_numbers = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = False
        self.helper.form_method = "get"
        self.helper.disable_csrf = True
        self.helper.mark_optional = False

    def chosen(self):
        """A dict of the cleaned values that are not empty; wrong ones count as absent."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}

    def in_use(self):
        """The filters that the list shows above its rows."""
        return self.chosen()


def search_box(what, by, **how):
    """The box of a list's filter that looks for words in the fields of `what` named in `by`."""
    field = forms.CharField(label=f"Search {what} by {by}", **how)
    field.label_in_use = "Words"
    return field


def holds_words(field):
    """Tells whether a field takes words that people read, not a secret or an address."""
    is_of_words = isinstance(field, forms.CharField) and not isinstance(
        field, forms.EmailField | forms.URLField
    )
    return is_of_words and isinstance(field.widget, _TEXT_WIDGETS)


def helper_for(form, *, submit="Save", groups=(), group=Group):
    """A crispy helper for `form`: no browser validation, a button `submit`, fields in `groups`,
    each drawn as a `group`."""
    helper = FormHelper(form)
    helper.attrs = {"novalidate": ""}
    helper.submit_words = submit
    helper.mark_optional = True
    if groups:
        named = {name for group in groups for name in group[1]}
        rest = [name for name in form.fields if name not in named]
        drawn = (group(legend, *names, css="".join(css)) for legend, names, *css in groups)
        helper.layout = Layout(*drawn, *rest)
    return helper


def prepare(field):
    """The kind of a bound field, its widget made ready; raises TypeError where none fits."""
    if _is_unasked(field):
        return "unasked"
    widget = field.field.widget
    kind, css = _kind(widget)
    own = widget.attrs.get("class", "").split()
    if kind in ("input", "textarea", "select", "file") and field.errors:
        css += f" {css}--error"
    if classes := " ".join(dict.fromkeys([*own, *css.split()])):
        widget.attrs["class"] = classes
    # A placeholder is no label: it goes when one types, and its grey is too faint to read.
    widget.attrs.pop("placeholder", None)
    if isinstance(widget, forms.NumberInput):
        # GOV.UK asks for numbers in text boxes: scrolling over a number box changes its value.
        widget.input_type = "text"
        widget.attrs.setdefault(
            "inputmode", "decimal" if isinstance(field.field, forms.DecimalField) else "numeric"
        )
        for name in ("min", "max", "step"):
            widget.attrs.pop(name, None)
        if "--width-" not in widget.attrs["class"]:
            widget.attrs["class"] += " govuk-input--width-5"
    if kind == "date" and field.errors and not widget.bad:
        widget.bad = PARTS
    return kind


def error_links(form):
    """A list of (id to go to, or "", message) in the page's order, the whole form's own first."""
    helper = getattr(form, "helper", None)
    display = (
        [get_field_name.name for get_field_name in helper.layout.get_field_names()]
        if helper and helper.layout
        else []
    )
    links = [("", message) for message in form.non_field_errors()]
    for name in dict.fromkeys([*display, *form.fields]):
        links += [(_target(form[name]), message) for message in form.errors.get(name, ())]
    return links


def _is_unasked(field):
    """True for what a form asks only where a first press was refused for it."""
    asked_again = field.name in getattr(field.form, "submit_after", ())
    return asked_again and not (field.errors or field.value())


def _kind(widget):
    if own := getattr(widget, "pattern", ""):
        return own, ""
    for cls, kind, css in KINDS:
        if isinstance(widget, cls) and kind:
            return kind, css
        if isinstance(widget, cls):
            break
    raise TypeError(f"The govuk pack has no pattern for {type(widget).__name__}.")


def _target(field):
    """The id of the first part of a field that is wrong."""
    widget = field.field.widget
    if widget.is_hidden:
        return ""
    if isinstance(widget, DatePartsWidget):
        return f"{field.auto_id}_{(widget.bad or PARTS)[0]}"
    if isinstance(widget, forms.RadioSelect):
        return f"{field.auto_id}_0"
    return field.auto_id


def post_data(request):
    """What was posted, or None where the form was not sent."""
    # An empty POST is a form with everything missing, not a form that was not sent.
    return request.POST if request.method == "POST" else None
