"""After issue nothing in a paper moves: every record of every model is changed, and every file,
every word of its page and every figure with its definition is compared byte by byte.
"""

import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Left
from django.test import Client

from assurance.accounts.models.accounts import Council, User
from assurance.audits.models.case_audits import CaseAudit
from assurance.looked_after.models.censuses import Census
from assurance.records.record import Record
from reports.papers.addresses import edition_address, figure_address
from reports.papers.models.papers import Paper
from tests.demonstration.reading import document, edition
from tests.own_models import LABELS, model_called

pytestmark = pytest.mark.django_db
SLUGS = ("july-2015", "january-2016")
# What an issue keeps, and the append-only history: the database refuses to change them.
KEPT = {
    *("Edition", "EditionFile", "Provenance", "PrintedFigure", "PrintedRecord", "EditionSubject"),
    "EditionFront",
    "EditionHeadlines",
    "EditionTable",
    *("HistoryEntry", "HistoryHead", "HistoryDetail", "HistoryCount"),
}
# Where a paper is found. An address is fixed at first issue, so no page offers to change it.
ADDRESSES = {("Council", "slug"), ("Series", "slug"), ("Paper", "slug")}
# What every page is headed with, the pages of issued papers too.
FURNITURE = {("Council", "name"), ("Council", "short_name")}

# From what an edition's page has of its words to the list of its figures; a figure's page, from its
# value to its definition's end.
OWN = re.compile(
    rb'(?s)<div class="paper-words"[^>]*>.*?<section id="where-the-figures-come-from"'
    rb'|<p class="app-figure-value">.*?</dl>'
)


def rows():
    """(name, slug) → bytes of all that is kept of the issued papers."""
    found = {}
    for slug in SLUGS:
        row = edition(slug)
        for file in row.files.all():
            found[file.name, slug] = bytes(file.content)
            found[file.sha256, slug] = file.sha256.encode()
        found[slug, "document"] = repr(row.document).encode()
        found[slug, "digest"] = row.digest.encode()
    return found


def pages():
    """Address → bytes of all that readers get of the issued papers."""
    client, found = Client(), {}
    for slug in SLUGS:
        row = edition(slug)
        figures = (figure_address(row, one.number) for one in document(slug).figures)
        for page in (edition_address(row), *figures):
            found[page] = own_words(client.get(page).content)
        for file in row.files.all():
            address = f"{edition_address(row)}files/{file.name}"
            found[address] = client.get(address).content
    return found


def own_words(page):
    """What a page has of its edition. What stands beside it, such as earlier papers and what became
    of its promises, is of the day on which it is read, and says so."""
    [held] = re.findall(OWN, page)
    return held


def others(field):
    """What each value of `field` could become in the database: others of its type, none where that
    type has no other."""
    if isinstance(field, models.JSONField):
        return (Value({"changed": True}, field),)
    if isinstance(field, models.BooleanField):
        return (models.Case(models.When(**{field.name: True}, then=False), default=True),)
    if isinstance(field, models.IntegerField):
        return F(field.name) + 1000, F(field.name) + 1
    if isinstance(field, models.CharField | models.TextField):
        return (Left(Concat(Value("Z"), F(field.name)), field.max_length or 1000),)
    return ()


def change(model, field):
    """Changes `field` of every row of `model`; False where it has no other value or the database
    holds it to what it is."""
    if isinstance(field, models.DateField):
        return attempt(lambda: change_days(model, field))
    rows = model._default_manager.all()
    return any(attempt(lambda new=new: rows.update(**{field.name: new})) for new in others(field))


def attempt(write):
    """Whether `write` changed anything; what the database refuses changes nothing."""
    try:
        with transaction.atomic():
            return bool(write())
    except IntegrityError:
        return False


def change_days(model, field):
    """Moves the dates of `field` by ten years; the rows that have one."""
    held = [row for row in model._default_manager.all() if getattr(row, field.name)]
    for row in held:
        day = getattr(row, field.name)
        setattr(row, field.name, day - timedelta(days=3650))
    model._default_manager.bulk_update(held, [field.name], batch_size=200)
    return held


def change_everything():
    """Changes what can be changed of every record; the names of the models that were."""
    changed = set()
    for model in apps.get_models():
        if model._meta.app_label not in LABELS or model.__name__ in KEPT:
            continue
        for field in model._meta.concrete_fields:
            name = (model.__name__, field.name)
            if field.primary_key or field.is_relation or name in ADDRESSES | FURNITURE:
                continue
            if change(model, field):
                changed.add(model.__name__)
        if issubclass(model, Record):
            attempt(lambda model=model: withdraw(model))
    return changed


def withdraw(model):
    """Withdraws every row of `model`."""
    by = User.objects.first()
    day = date(2016, 2, 1)
    return model._default_manager.update(
        withdrawn_on=day, withdrawn_by=by, withdrawn_because="Gone"
    )


def test_after_issue_not_one_byte_moves_whatever_becomes_of_the_records(demonstration):
    before = rows(), pages()
    with_rows = {
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in LABELS and model._default_manager.exists()
    }

    changed = change_everything()
    assert not Paper.objects.filter(title__startswith="Six-monthly").exists()
    assert not CaseAudit.objects.active().exists()
    assert not Census.objects.in_force().exists()
    Council.objects.update(name="Elsewhere Council", short_name="Elsewhere")
    # A council's own name stands at the head of every page: the pages move with it, and only they.
    assert rows() == before[0]
    # A mark of a return says nothing but that it stands, where no day of ceasing is known; nor does
    # what a return found before it, where it found nothing.
    assert with_rows - changed - KEPT <= {"Council", "UascMark", "ReplacedReturn"}
    Council.objects.update(name="Eborford City Council", short_name="Eborford")
    again = pages()
    assert [one for one in again if again[one] != before[1][one]] == []
    assert rows() == before[0]


@pytest.mark.parametrize("name", ["EditionFile", "Provenance"])
def test_the_database_refuses_to_take_away_what_was_issued(demonstration, name):
    rows = model_called(name)._default_manager.all()
    with pytest.raises(DatabaseError, match="an edition cannot"), transaction.atomic():
        rows.delete()
    assert rows.exists()
