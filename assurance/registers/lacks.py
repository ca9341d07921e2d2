"""What a select says that has nothing to choose: what is missing, who adds it, and where."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.urls import reverse
from django.utils.text import get_text_list

from assurance.accounts.access import GRANTS, Permission, Role, may
from assurance.govuk.forms import GovukFilterForm, GovukForm
from assurance.registers.declaration import KNOWN
from assurance.runtime.typography import with_capital

EVERY_ROLE = "Anyone with a role"
# Names the form that led to the page, to which that page leads back.
ASKED_BY = "for"


@dataclass(frozen=True)
class Lack:
    """What is missing (“team”), the permission to add it, and the name of the page where that is
    done. A form declares one in `chosen_from` for a select whose rows have no register. `suffices`
    tells whether rows that are offered are enough, where some are of no use any more. `within` is
    the singular and plural of the records on whose pages it is added, where it is on those; `keys`
    names the one of them that a form is about, where it is about one."""

    noun: str
    permission: Permission
    page: str
    suffices: Callable | None = None
    within: tuple[str, str] | None = None
    keys: tuple[int, ...] = ()

    @property
    def a_noun(self) -> str:
        """What is missing, with its article."""
        return with_article(self.noun)

    @property
    def is_added_there(self) -> bool:
        """True of the form of what is missing, false of a list that leads to it."""
        return self.page.endswith("add")

    @property
    def sentence(self) -> str:
        """What is missing and who adds it."""
        where = f" on the page of {with_article(self.within[0])}" if self.within else ""
        return f"There is no {self.noun} to choose yet. {self.adders} adds it{where}."

    @property
    def link(self) -> str:
        """The words that lead to where it is added."""
        return f"Open the {self.within[1]}" if self.within else f"Add {self.a_noun}"

    @property
    def adders(self) -> str:
        """Who adds it, as the subject of a sentence."""
        return who_may(self.permission)

    def address_for(self, user) -> str:
        """The address of the page where it is added; empty for who may not open that."""
        return reverse(self.page, args=self.keys) if user and may(user, self.permission) else ""


def with_article(noun) -> str:
    """A noun with its article: “a team”, “an officer”."""
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


def who_may(permission) -> str:
    """The roles that have a permission, as the subject of a sentence: “A clerk or an officer”."""
    names = [role.short_label.lower() for role in Role if permission in GRANTS[role]]
    return with_capital(get_text_list([*map(with_article, names)], "or")) or EVERY_ROLE


def lack_of(bound) -> Lack | None:
    """The lack of a field of a form, where it offers nothing to choose or, of one that nothing is
    chosen in, nothing that suffices; None of another field, of a filter, and of rows that nobody is
    known to add. The rows are asked for once."""
    if not hasattr(bound, "found_lack"):
        bound.found_lack = _find_lack(bound)
    return bound.found_lack


def lacks_that_stop(form) -> dict[Lack, BoundField]:
    """Each lack that keeps a form from being saved, mapped to the first field that has it."""
    missing = {}
    for bound in form if isinstance(form, GovukForm) else ():
        if bound.field.required and (lack := lack_of(bound)):
            missing.setdefault(lack, bound)
    return missing


def _find_lack(bound):
    field, form = bound.field, bound.form
    if isinstance(form, GovukFilterForm) or not isinstance(field, forms.ChoiceField):
        return None
    source = form.chosen_from.get(bound.name, getattr(field, "queryset", None))
    if _has_choices(field):
        return source if _is_short(bound, source) else None
    if source is None or isinstance(source, Lack):
        return source
    register = KNOWN.get(getattr(source, "model", source))
    return _lack_of_register(register, form) if register else None


def lack_of_model(model) -> Lack | None:
    """The lack of a record of `model`; None of a model without a register."""
    register = KNOWN.get(model)
    return _lack_of_register(register) if register else None


def _is_short(bound, source):
    """Whether what is offered does not suffice and nothing of it is chosen."""
    suffices = source.suffices if isinstance(source, Lack) else None
    return bool(suffices) and not bound.value() and not suffices(bound.field.queryset)


def _has_choices(field):
    if isinstance(field, forms.ModelChoiceField):
        return field.queryset.exists()
    return any(key not in ("", None) for key, _words in field.choices)


def _lack_of_register(register, form=None):
    if register.parent and (parent := _parent_at_hand(register, form)):
        name = f"{register.namespace}:{register.page_name('add')}"
        return Lack(register.noun, register.permission, name, keys=(parent.pk,))
    place = register.parent.register if register.parent else register
    page = "add" if place is register and register.add else "list"
    within = None if place is register else (place.noun, place.plural)
    name = f"{place.namespace}:{place.page_name(page)}"
    return Lack(register.noun, register.permission, name, within=within)


def _parent_at_hand(register, form):
    """The record that a form is about and that a new record of `register` would lie within."""
    record = getattr(form, "record", None)
    around = (getattr(form, "parent", None), getattr(record, register.parent.field, None))
    model = register.parent.register.model
    return next((item for item in around if isinstance(item, model)), None)
