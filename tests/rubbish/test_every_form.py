"""A sweep over every form: rubbish gets a sentence, keeps what was typed, saves nothing by halves
and never fails."""

from itertools import islice

import pytest

from assurance.govuk.dates import PARTS
from tests.everybody import by_app, each_undone
from tests.pages_by_role import PAGES
from tests.rubbish.posting import faults, logged, post, prepared
from tests.rubbish.values import CHOICES, DAYS, EVERYWHERE, MARK, NUMBERS, TEXTS
from tests.sampling import sample
from tests.sweeping import as_many, beside, from_elsewhere

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TURNS = as_many(1, long=5)
# A grid of fifty boxes meets all the rubbish there is between them, and need not do so in each.
ENOUGH = as_many(5, long=60)
MOST = as_many(1, long=5)
# Of a form's fields, how many are wrong by themselves: all at once every one of them is.
FIELDS = as_many(1, long=1_000)
# Of the ways in which one field can be wrong, how many are posted; neighbours take different ones.
WAYS = as_many(1, long=40)
# Of what is posted beside rubbish in every field, how much: neighbours take different ones of the
# kinds there are.
KINDS = as_many(1, long=1_000)


@by_app(sample(PAGES, 8))
def test_whatever_is_posted_to_a_page_is_answered_and_nothing_is_saved_by_halves(
    pages, everybody, caplog
):
    def is_answered(name):
        client, address, form = prepared(name, everybody)
        asked = [("fields that no form has", _strange(form))]
        if form is not None:
            others = [*asked, ("nothing", {}), *_one_by_one(form)]
            drawn = from_elsewhere(others, beside(sum(map(ord, name))))
            asked = [*_all_at_once(form), *islice(drawn, min(KINDS, len(others)))]
        wrong = {}
        for what, typed in asked:
            if found := faults(*post(client, address, typed), typed, form):
                wrong[what] = found
        assert wrong == {}

    each_undone(pages, is_answered)
    assert logged(caplog.records) == []


def _strange(form):
    drawn = form.sent() if form else {}
    extra = {"council": ["1"], "pk": ["1"], "is_superuser": ["on"], MARK: [MARK], "": ["x"]}
    return {**drawn, **extra, "withdrawn_on": ["2016-01-01"], "created_on": ["x"]}


def _all_at_once(form):
    """(words, typed) with rubbish in every field, a different one in each, turn by turn."""
    values = list(EVERYWHERE.values())
    begun = beside(0)
    for turn in range(TURNS):
        typed = {
            name: [values[(begun + place + turn * (len(values) // TURNS)) % len(values)]]
            for place, name in enumerate(form.fields)
        }
        yield f"all at once, turn {turn}", typed


def _one_by_one(form):
    """(words, typed) with one field wrong among good ones; neighbours take different rubbish, so
    that a form of many fields meets all of it."""
    # Each form begins elsewhere in the rubbish, so that few forms meet all of it between them.
    begun = beside(sum(map(ord, "".join(form.fields))))
    wrong = {
        what: from_elsewhere(values, begun)
        for what, values in (("days", DAYS), ("texts", TEXTS.values()), ("numbers", NUMBERS))
    }
    others = from_elsewhere(CHOICES, begun)
    each = max(1, min(MOST, ENOUGH // max(1, len(form.fields))))
    fields = list(form.fields.items())
    chosen = islice(from_elsewhere(fields, begun) if fields else (), min(FIELDS, len(fields)))
    for place, (name, field) in enumerate(chosen, begun):
        ways = list(_ways(form, name, field, each, wrong, others))
        yield from islice(from_elsewhere(ways, place), min(WAYS, len(ways))) if ways else ()


def _ways(form, name, field, each, wrong, others):
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
