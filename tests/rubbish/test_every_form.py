"""A sweep over every form: rubbish gets a sentence, keeps what was typed, saves nothing by halves
and never fails."""

from itertools import cycle, islice

import pytest

from config.dates import PARTS
from tests.pages_by_role import PAGES
from tests.rubbish.posting import faults, logged, post, prepared
from tests.rubbish.values import CHOICES, DAYS, EVERYWHERE, MARK, NUMBERS, TEXTS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TURNS = 5
# A grid of fifty boxes meets all the rubbish there is between them, and need not do so in each.
ENOUGH = 60
every_page = pytest.mark.parametrize("name", PAGES)


@pytest.mark.pages
@every_page
def test_an_empty_post_is_answered(name, caplog):
    client, address, form = prepared(name)
    assert faults(*post(client, address, {}), {}, form) == []


@every_page
def test_rubbish_is_answered_in_every_field_at_once_and_in_each_alone(name, caplog):
    client, address, form = prepared(name)
    if form is None:
        pytest.skip("this page has no form that posts to it")
    wrong = {}
    for what, typed in (*_all_at_once(form), *_one_by_one(form)):
        if found := faults(*post(client, address, typed), typed, form):
            wrong[what] = found
    assert wrong == {}
    assert logged(caplog.records) == []


@pytest.mark.pages
@every_page
def test_fields_that_no_form_has_are_passed_over(name, caplog):
    client, address, form = prepared(name)
    drawn = form.sent() if form else {}
    extra = {"council": ["1"], "pk": ["1"], "is_superuser": ["on"], MARK: [MARK], "": ["x"]}
    typed = {**drawn, **extra, "withdrawn_on": ["2016-01-01"], "created_on": ["x"]}
    assert faults(*post(client, address, typed), typed, form) == []
    assert logged(caplog.records) == []


def _all_at_once(form):
    """(words, typed) with rubbish in every field, a different one in each, turn by turn."""
    values = list(EVERYWHERE.values())
    for turn in range(TURNS):
        typed = {
            name: [values[(place + turn * (len(values) // TURNS)) % len(values)]]
            for place, name in enumerate(form.fields)
        }
        yield f"all at once, turn {turn}", typed


def _one_by_one(form):
    """(words, typed) with one field wrong among good ones; neighbours take different rubbish, so
    that a form of many fields meets all of it."""
    wrong = {"days": cycle(DAYS), "texts": cycle(TEXTS.values()), "numbers": cycle(NUMBERS)}
    others = cycle(CHOICES)
    each = max(1, min(5, ENOUGH // max(1, len(form.fields))))
    for name, field in form.fields.items():
        stem, _, part = name.rpartition("_")
        if part in PARTS and f"{stem}_year" in form.fields:
            if part == "day":
                for day in islice(wrong["days"], min(each, 4)):
                    parts = zip(PARTS, day, strict=True)
                    changed = {f"{stem}_{at}": [one] for at, one in parts}
                    yield f"{stem}: {day}", {**form.sent(), **changed}
        elif field.is_typed:
            for value in (*islice(wrong["texts"], each), *islice(wrong["numbers"], 1 + each // 5)):
                yield f"{name}: {value!r:.40}", {**form.sent(), name: [value]}
        else:
            for value in islice(others, min(each, 3)):
                yield f"{name}: {value!r:.40}", {**form.sent(), name: [value]}
            yield f"{name} left out", {**form.sent(), name: []}
            yield f"{name} many times", {**form.sent(), name: [*field.choices * 2, MARK]}
