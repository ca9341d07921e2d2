"""Pages and search read the index of an edition in place of the edition: a row of it that was
changed, taken away or added in the database is named by the look at everything issued."""

import pytest
from django.apps import apps

from assurance.accounts import history_page
from assurance.records.history import HistoryEntry
from assurance.runtime.document_field import DocumentField
from reports.editions.models.editions import Edition
from reports.issue.site.checks import INDEX_CHANGED, look_at
from reports.publication.indexing.digests import INDEX
from tests.records.proofs.altered_rows import alter, remove, without_guards

pytestmark = [pytest.mark.django_db, pytest.mark.dialect]
# Of `reports.publication`, what is no part of the index of one edition.
OTHERS = {"readernote", "figuretext", "recordtext", "formatrequest", "subscription"}


@pytest.fixture
def edition(demonstration):
    return Edition.objects.published().order_by("pk").last()


def named(edition):
    """The parts of the index that the look names, without the edition's address."""
    faults = look_at(edition.council).faults
    return [fault.name.partition("/index/")[2] for fault in faults if fault.why == INDEX_CHANGED]


def test_every_table_that_is_made_of_one_edition_has_its_digest():
    models = {*apps.get_app_config("publication").get_models()}
    of_editions = {model for model in models if model._meta.model_name not in OTHERS}
    assert of_editions == {*INDEX}


def test_nothing_is_named_of_an_index_as_it_was_published(edition):
    assert named(edition) == []


def test_a_changed_row_is_named_by_its_table(edition):
    without_guards()
    for model in INDEX:
        row = model.objects.filter(edition=edition).last() or added(model, edition)
        before = named(edition)
        change(row)
        assert named(edition) == sorted({*before, model._meta.model_name})


def test_a_missing_row_and_a_foreign_one_are_named_by_their_table(edition):
    without_guards()
    for model in INDEX:
        row = model.objects.filter(edition=edition).last()
        remove(row) if row else added(model, edition)
    assert named(edition) == sorted(model._meta.model_name for model in INDEX)


def added(model, edition):
    """A row of `edition` in a table of which it prints nothing."""
    required = {"anchor": "table-9", "caption": "", "rows": [["1"]], "place": 1, "number": 1}
    names = {field.name for field in model._meta.concrete_fields}
    return model.objects.create(
        edition=edition, **{name: value for name, value in required.items() if name in names}
    )


def change(row):
    """Changes one value of `row`, past every operation."""
    documents = [item for item in row._meta.concrete_fields if isinstance(item, DocumentField)]
    if documents:
        # Still a document, so that the row can be read.
        type(row).objects.filter(pk=row.pk).update(**{documents[0].name: {"another": 1}})
    else:
        assert alter(row)


def test_an_edition_whose_history_has_no_digest_of_its_index_is_not_named(edition):
    without_guards()
    entry = HistoryEntry.objects.about(edition).get(what="papers.publish")
    changes = {name: it for name, it in entry.changes.items() if not name.startswith("index/")}
    HistoryEntry.objects.filter(pk=entry.pk).update(changes=changes)
    assert named(edition) == []
    assert Edition.objects.get(pk=edition.pk).files.exists()


def test_the_history_of_an_edition_prints_no_digest_of_its_index(edition):
    entry = HistoryEntry.objects.about(edition).get(what="papers.publish")
    assert any(name.startswith("index/") for name in entry.changes)
    [line] = history_page.about(edition, what="papers.publish")
    assert line.changes and not [name for name in line.changes if "index" in name.lower()]
