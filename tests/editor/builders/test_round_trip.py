"""What is kept of a table, chart or list comes back from its page as it was, letter by letter."""

import json
import random
import re
from itertools import chain

import pytest

from assurance.figures.quotable import LISTS
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When, month_of
from reports.editor.forms.builders.grids import KINDS_OF_NUMBER
from reports.language.block_data import problems
from reports.papers.models.blocks import Block, NamedDate
from tests.editor.builders.browsing import Builder
from tests.make import papers
from tests.page_requests import at, errors
from tests.sampling import sample
from tests.sources import ROOT

BUILT = ("grid", "records")
NAMES = ("position", "comparison", "year", "period", "", "2015-12-01", "2015-01-01..2015-12-31")
# A template has the labels of dates alone.
A_DAY = {"start": "2015-12-01", "end": "2015-12-01"}
FIXED = [key for key, figure in FIGURES.items() if not figure.has_members]
PARTS = [f"{key}:{name}" for key, figure in FIGURES.items() for name in figure.members]
SUMS = ["sum dbs.by_status:unknown + dbs.by_status:due_soon", "dbs.needing_check of=cses-staff"]


def blocks_of_files():
    """(file, block, the dates of its paper) of every table and list that is shipped."""
    for file in sorted(ROOT.glob("fixtures/**/*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(content, dict):
            dates = content.get("dates", {})
            if file.parent.name == "templates":
                dates = {name: {**A_DAY, "label": label} for name, label in dates.items()}
            for block in _blocks(content):
                yield file.name, block, dates


def _blocks(value):
    if isinstance(value, dict):
        if isinstance(data := value.get("data"), dict) and any(name in data for name in BUILT):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        yield from chain.from_iterable(map(_blocks, value))


def codes_in(page, data):
    """The codes that a person would see on the page; boxes with chips show none."""
    page = re.sub(
        r"<textarea[^>]* data-editor[^>]*>.*?</textarea>|<script.*?</script>", "", page, flags=re.S
    )
    text = " ".join(re.sub(r"<[^>]*>", " ", page).split())
    quotes = [row["quote"] for row in data.get("grid", {}).get("rows", ())]
    return [code for code in ("[[", " | ", *quotes) if code in text]


def save_unchanged(browser, paper, kind, data):
    """The data of a block once its page was opened and saved as it came."""
    block = papers.block(paper=paper, slug="built", kind=kind, part="body", data=data)
    builder = Builder(browser, at(paper, "block", block.slug))
    assert not codes_in(builder.page, data)
    answer = builder.save()
    assert answer.status_code == 302, errors(answer)
    saved = Block.objects.get(pk=block.pk).data
    Block.objects.filter(pk=block.pk).delete()
    return saved


@pytest.mark.long
def test_every_table_and_list_that_is_shipped_comes_back_as_it_was(browser, paper):
    fits = []
    for file, block, dates in sample(blocks_of_files(), 3):
        NamedDate.objects.filter(paper=paper).delete()
        NamedDate.objects.bulk_create(
            NamedDate(paper=paper, name=name, **when) for name, when in dates.items()
        )
        data, kind = block["data"], block["kind"]
        assert save_unchanged(browser, paper, kind, data) == data, (file, data)
        fits.append(file)
    assert fits.count("january-2016.json") and fits.count("york-2020.json")


def drawn_grid(draw):
    """Any table that can be kept: figures, parts, sums, populations; dates by name and fixed."""
    quotes = draw.sample([*FIXED, *PARTS, *SUMS], draw.randint(1, 6))
    rows = [{"label": draw.choice(("", "Own", quote[:3])), "quote": quote} for quote in quotes]
    columns = [
        {
            "label": draw.choice(("Then", "[[date:year]], so far", "[[date:position]]")),
            "when": draw.choice(NAMES),
            "form": draw.choice([kind for kind, _name in KINDS_OF_NUMBER]),
        }
        for _ in range(draw.randint(1, 5))
    ]
    grid = {"rows": rows, "columns": columns}
    grid |= {name: True for name in ("total_row", "turned") if draw.random() < 0.3}
    more = {"notes": ["A note.", "Another."]} if draw.random() < 0.3 else {}
    return {"caption": "Some, [[date:comparison]]", "grid": grid, **more}


@pytest.mark.parametrize("seed", range(12))
def test_any_table_that_can_be_kept_comes_back_as_it_was(browser, paper, seed):
    draw = random.Random(seed)
    data = drawn_grid(draw)
    for row in data["grid"]["rows"]:
        # A heading that is left empty is given one: it is kept from then on.
        row["label"] = row["label"] or "Given"
    assert not list(problems("table", data, paper.names, ""))
    kind = draw.choice(("table", "chart"))
    data |= {"finding": "There are few."} if kind == "chart" else {}
    assert save_unchanged(browser, paper, kind, data) == data


def drawn_list(draw, name):
    """Any list of one kind."""
    kind = LISTS[name]
    columns = draw.sample(list(kind.columns), draw.randint(1, len(kind.columns)))[:10]
    target = {"what": name, "columns": columns}
    if draw.random() < 0.5:
        target["order"] = draw.choice(("", "-")) + draw.choice(columns)
        target["limit"] = draw.choice((3, 7))
        target["group"] = draw.choice(columns)
    if draw.random() < 0.5:
        target["when"] = draw.choice(("position", "2015-06-30"))
    if kind.within and draw.random() < 0.7:
        target["within"] = draw.choice(("period", "year"))
    filters = {key: item.choices for key, item in kind.filters.items() if item.values}
    if filters and draw.random() < 0.5:
        target["filter"] = {draw.choice(list(filters)): "any-value"}
    return {"caption": "", "records": target}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", LISTS)
def test_any_list_that_can_be_kept_comes_back_as_it_was(browser, paper, name):
    for seed in range(3):
        data = drawn_list(random.Random(seed), name)
        assert not list(problems("table", data, paper.names, ""))
        assert save_unchanged(browser, paper, "table", data) == data


def test_a_list_with_every_column_and_a_filter_by_a_number_keep_both_as_they_are(browser, paper):
    for target in ({"what": "actions"}, {"what": "actions", "columns": ["text"], "filter": {}}):
        data = {"caption": "Actions", "records": target}
        assert save_unchanged(browser, paper, "records", data) == data
    target = {"what": "actions", "columns": ["text"], "filter": {"finding": 3}}
    data = {"caption": "Actions", "records": target}
    assert save_unchanged(browser, paper, "records", data) == data


def test_a_month_and_a_date_without_a_label_are_columns_like_any(browser, paper):
    month = month_of(paper.period_end)
    for name, when in (("renewals", month), ("bare", When.at(paper.period_start))):
        NamedDate.objects.create(paper=paper, name=name, start=when.start, end=when.end)
    columns = [{"label": "[[date:renewals]]", "when": "renewals", "form": "number"}]
    rows = [{"label": "People reminded", "quote": "dbs.reminded"}]
    data = {"caption": "Reminders", "grid": {"rows": rows, "columns": columns}}
    assert save_unchanged(browser, paper, "table", data) == data
