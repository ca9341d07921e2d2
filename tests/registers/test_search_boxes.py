"""The box that looks for words says what it looks through, in every list and filter."""

import re

import pytest
from django.forms import CharField

from assurance.govuk.forms import GovukFilterForm
from assurance.records.named_record import NamedRecordQuerySet
from reports.publication.search.forms import SearchForm
from tests import cast
from tests.registers.test_every_register import registers
from tests.sources import product

LABEL = re.compile(r"Search ([a-z ]+) by ([a-z’, ]+)")
BOXES = {
    name: register
    for name, register in registers().items()
    if register.filters and "text" in register.filters.base_fields
}


def names_in(label):
    """The fields that a label names."""
    assert LABEL.fullmatch(label), label
    return re.split(r", | or ", LABEL.fullmatch(label)[2])


def all_below(form):
    """Every form that is made of `form`, however far below."""
    return {other for one in form.__subclasses__() for other in (one, *all_below(one))}


def test_every_box_for_words_says_what_is_searched():
    assert product(), "every form of the product is read"
    for form in all_below(GovukFilterForm):
        for name in {"text", "words"} & set(getattr(form, "base_fields", ())):
            field = form.base_fields[name]
            is_ours = form.__module__.startswith(("assurance", "reports"))
            # What looks through everything that is published names its kinds instead.
            if is_ours and type(field) is CharField and form is not SearchForm:
                assert names_in(field.label), form


@pytest.mark.parametrize("name", BOXES)
def test_a_box_names_what_its_list_looks_through(db, name):
    register, user = BOXES[name], cast.make_user(*cast.ROLES, council=cast.make_council())
    filters = register.filters({"text": "lantern"}, council=user.council)
    rows = filters.narrow(register.rows(user))
    compared = str(rows.order_by().query).count(" LIKE ")
    named = len(names_in(filters.fields["text"].label))
    assert 1 <= named <= compared
    if isinstance(rows, NamedRecordQuerySet):
        assert named == compared == len(register.model.searched)
