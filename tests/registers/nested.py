"""A register within another, and one that history knows of but nobody withdraws, for the tests."""

from django import forms
from django.db import transaction
from django.urls import include, path

from assurance.accounts.access import Permission
from assurance.records import history, writes
from assurance.records.record import lock
from assurance.registers.declaration import Column, Item, Parent, Register
from assurance.registers.forms import ListFilters, RecordForm
from assurance.registers.urls import register_urls
from assurance.reviews.models.findings import Finding, Review
from config.urls import urlpatterns as every_page


class ReviewForm(RecordForm):
    """A review's title."""

    title = forms.CharField(label="Title")


class FindingForm(RecordForm):
    """A finding's words."""

    text = forms.CharField(label="Finding")
    kind = forms.MultipleChoiceField(
        label="Kinds", choices=Finding.KINDS, required=False, widget=forms.CheckboxSelectMultiple
    )

    def initial_of(self, record):
        """The finding's one kind as a list."""
        return {"text": record.text, "kind": [record.kind]}

    def values_to_save(self):
        """The words, and the first kind."""
        told = super().values_to_save()
        return {"text": told["text"], "kind": (told["kind"] or ["remark"])[0]}


@transaction.atomic
def add_finding(*, council, review, by, on, **said):
    """Adds a finding to `review`."""
    finding = Finding(council=council, review=review, number=review.findings.count() + 1)
    changes = writes.insert(finding, said, on=on)
    history.record("findings.note", about=finding, by=by, on=on, changes=changes)
    return finding


@transaction.atomic
def change_finding(*, record, version, by, on, **said):
    """Changes a finding."""
    finding = lock(record, version)
    changes = writes.update(finding, said)
    history.record("findings.change", about=finding, by=by, on=on, changes=changes)
    return finding


REVIEWS = Register(
    namespace="nested",
    model=Review,
    permission=Permission.RECORD_REVIEWS,
    noun="inspection",
    plural="inspections",
    form=ReviewForm,
    filters=ListFilters,
    add=None,
    change=None,
    withdraw=None,
    columns=(Column("Title", "title", sort="title", link=True),),
    summary=(Item("Title", "title", "title"), Item("Body", "body")),
    also=lambda request, record: {"findings": list(record.findings.all())},
)
FINDINGS = Register(
    namespace="nested",
    name="finding",
    path="findings/",
    parent=Parent(REVIEWS, "review"),
    model=Finding,
    permission=Permission.RECORD_REVIEWS,
    noun="finding",
    plural="findings",
    form=FindingForm,
    add=add_finding,
    change=change_finding,
    withdraw=None,
    related=("council", "withdrawn_by", "review"),
    summary=(Item("Finding", "text", "text"),),
    verbs={"Note": "Noted"},
)

nested = ([*register_urls(FINDINGS), *register_urls(REVIEWS)], "nested")
urlpatterns = [path("nested/", include(nested)), *every_page]
