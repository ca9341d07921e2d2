"""The fields of a register that search looks in: those that its own pages print, and no others."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import (
    Case,
    CharField,
    DateField,
    Field,
    ForeignKey,
    Model,
    QuerySet,
    SlugField,
    TextField,
    Value,
    When,
)

from assurance.registers.declaration import Register
from assurance.runtime.typography import with_capital

# By which field a record is named where another's page prints it, the first that it has.
NAMES = ("title", "name", "reference")
# When a record was withdrawn is no date of what it records.
NO_DATE = "withdrawn_on"
# The words of a choice, where they are what a record is called by.
LABEL = "label_words"
# A label of a page → what people ask by instead.
ASKED_BY = {
    "decisions": "decide decides decided agree agreed resolution resolutions",
    "looked up": "check checks checked status",
    "owner": "own owns owned whose responsible lead leads",
}


def labelled(rows: QuerySet, choice: str) -> QuerySet:
    """`rows` with the words of the field `choice` as `LABEL`; unchanged without one."""
    if not choice:
        return rows
    choices = rows.model._meta.get_field(choice).flatchoices
    whens = [When(**{choice: value}, then=Value(str(label))) for value, label in choices]
    words = Case(*whens, default=Value(""), output_field=CharField())
    return rows.annotate(**{LABEL: words})


def text_fields(register: Register) -> tuple[str, ...]:
    """The look-ups of the text fields that the pages of `register` print, the name of its records
    first."""
    own = [name for name in NAMES if _text_field(register.model, name)]
    printed = [_text_field(register.model, read) for read in _reads(register)]
    return tuple(dict.fromkeys(name for name in (*own, *printed) if name))


def date_fields(register: Register) -> tuple[str, ...]:
    """The look-ups of the dates that the pages of `register` print."""
    pairs = (_look_up(register.model, read) for read in _reads(register) if read != NO_DATE)
    return tuple(dict.fromkeys(name for name, field in pairs if isinstance(field, DateField)))


def label_words(register: Register) -> str:
    """The labels that the pages of `register` print, and its subject, which are in no record."""
    labels = [part.label for part in (*register.columns, *register.summary) if part.label]
    asked_by = (ASKED_BY.get(label.casefold(), "") for label in labels)
    return " ".join((register.namespace.replace("_", " "), *labels, *asked_by))


def text_of(register: Register) -> str:
    """The field of the words that the list of `register` prints of each record; empty without."""
    reads = (column.read for column in register.shown_columns if isinstance(column.read, str))
    fields = ((read, _field(register.model, read)) for read in reads if "." not in read)
    return next((read for read, field in fields if isinstance(field, TextField)), "")


def _reads(register):
    reads = (part.read for part in (*register.columns, *register.summary))
    return [read for read in reads if isinstance(read, str)]


def facts_fields(register: Register, most: int) -> tuple[tuple[str, str], ...]:
    """(label, what is read) of the first `most` columns of `register` that a result prints: fields
    of the record itself, or of a record that is fetched with it; the record that it lies within
    before."""
    parts = register.columns or register.summary
    plain = [(part.label, part.read) for part in parts if _is_plain(register, part)]
    parent = register.parent
    if parent and parent.field in register.related:
        noun = parent.register.noun
        plain = [(with_capital(noun), parent.field), *plain]
    return tuple({read.partition(".")[0]: (label, read) for label, read in plain}.values())[:most]


def _is_plain(register, part):
    is_extra = getattr(part, "link", False) or getattr(part, "free_text", False)
    if is_extra or getattr(part, "file_only", False) or not isinstance(part.read, str):
        return False
    head, *_ = part.read.removeprefix("get_").removesuffix("_display").split(".")
    field = _field(register.model, head)
    if field is None or field.many_to_many or not field.concrete:
        return False
    if isinstance(field, TextField):
        return False
    return not field.is_relation or field.name in register.related


def _text_field(model: type[Model], read: str) -> str:
    """The look-up of the text that `read` (`team.name`) gives; empty where it gives none."""
    path, field = _look_up(model, read)
    if isinstance(field, ForeignKey):
        other = field.related_model
        named = next((name for name in NAMES if _is_text(_field(other, name))), "")
        return f"{path}__{named}" if named else ""
    return path if _is_text(field) else ""


def _look_up(model: type[Model], read: str) -> tuple[str, Field | None]:
    """(look-up, field) of what `read` (`team.name`) gives; ("", None) where it is no field."""
    path, field = [], None
    for name in read.split("."):
        field = _field(model, name)
        if field is None or field.many_to_many or not field.concrete:
            return "", None
        path.append(field.name)
        model = field.related_model if isinstance(field, ForeignKey) else None
        if model is None:
            break
    return "__".join(path), field


def _is_text(field):
    is_text = isinstance(field, CharField | TextField) and not isinstance(field, SlugField)
    return is_text and not field.choices


def _field(model, name):
    try:
        return model._meta.get_field(getattr(model, "aliases", {}).get(name, name))
    except FieldDoesNotExist:
        return None
