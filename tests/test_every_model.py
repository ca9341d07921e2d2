"""What is asked of every model, found by itself, so that a new one cannot be forgotten."""

import re

from django.contrib.auth import get_user_model
from django.db import models

from assurance.accounts.history_page import choice_words, field_label
from assurance.records.personal import Personal
from tests.own_models import LABELS, models_of
from tests.sweeping import swept

MODELS = models_of(*LABELS)
WORDS = (
    *(models.CharField, models.TextField, models.JSONField, models.FileField),
    *(models.BinaryField, models.UUIDField, models.GenericIPAddressField),
)
# The classes that make a model one about a person: its days are then about that person too.
ABOUT_A_PERSON = {Personal.IDENTIFIES, Personal.ABOUT, Personal.PSEUDONYM, Personal.SPECIAL}
# What goes when the row it hangs on goes, with why.
MAY_GO_WITH_ITS_PARENT = {
    "Episode.child": "a return's rows are removed by rule, by the thousand, child by child",
    "UascMark.child": "a mark says nothing without the child, who goes with a return's rows",
    "NamedDate.paper": "a date's name means nothing without the paper whose words use it",
    "Source.paper": "a source's slug means nothing without the paper whose numbers name it",
}
# Models that reach their council through the row they are part of: model → field.
PARTS = {
    "OutsideApprover": "paper",
    "CheckException": "paper",
    "BlockVersion": "paper",
    "PaperVersion": "paper",
    "Passage": "edition",
    "Remark": "paper",
    "SectionMark": "paper",
    "SentRound": "paper",
    "Approval": "paper",
    "Clearance": "paper",
    "ClearanceRequest": "paper",
    "ContributionRequest": "paper",
    "RecordRequest": "paper",
    "Block": "paper",
    "ContributionDraft": "section",
    "CensusCount": "census",
    "CountOffer": "held_return",
    "DbsAuditCount": "audit",
    "DbsAuditDue": "audit",
    "DevelopmentState": "development",
    "DraftFile": "paper",
    "DueChange": "action",
    "Edition": "paper",
    "EarlyReader": "paper",
    "EarlyReading": "reader",
    "EditionFile": "edition",
    "EmergencyIssue": "paper",
    "EditionSubject": "edition",
    "PaperEditor": "paper",
    "PartWriter": "template",
    "PaperBeforeCorrection": "paper",
    "Episode": "child",
    "Grade": "scale",
    "Grant": "user",
    "GrantReview": "grant",
    "KnownDevice": "user",
    "ImpactChange": "action",
    "IssueJob": "paper",
    "NamedDate": "paper",
    "Notices": "user",
    "OutcomeCount": "table",
    "SetOutcome": "outcome_set",
    "PlacementLocation": "census",
    "EditionFront": "edition",
    "EditionHeadlines": "edition",
    "EditionTable": "edition",
    "PrintedFigure": "edition",
    "PrintedRecord": "edition",
    "Priority": "plan",
    "PollReason": "paper",
    "Provenance": "edition",
    "ExemptAnnex": "edition",
    "ExemptReader": "paper",
    "ReaderNote": "edition",
    "ProposedAnswer": "paper",
    "Recommendation": "paper",
    "RowWritten": "run",
    "IssueSchedule": "paper",
    "StatusChange": "action",
    "EditionRemoval": "paper",
    "Source": "paper",
    "Theme": "review",
    "ReplacedReturn": "held_return",
    "WithdrawnReturn": "held_return",
    "UascMark": "child",
    "UnitCost": "census",
    "AutosavedText": "paper",
    "SitePage": "paper",
    "SmallNumberRelease": "paper",
}
# The same for every council, or for every council that has not its own: what a regulator or a
# statutory return prints.
NATIONAL = {"AgeBand", "Code", "Framework", "PlacementGroup"}
# The machine's own, which say nothing of a council's matter.
OF_THE_MACHINE = {"PeriodicJob", "Session", "SharedPages", "WorkerHeartbeat"}
# Kept beside the original so that the database can compare two people in one row.
COPIES = {"Approval.sent_by"}


def fields_of(model, kind=models.Field):
    """The model's own concrete fields of a kind, without its key."""
    fields = [*model._meta.concrete_fields, *model._meta.local_many_to_many]
    return [one for one in fields if isinstance(one, kind) and not one.primary_key]


def cases(kind):
    """A case per field of that kind: its model and itself."""
    return [(model, field) for model in MODELS for field in fields_of(model, kind)]


def names(case):
    """A model by its class name, a field as `Model.field`."""
    return f"{case[0].__name__}.{case[1].name}" if isinstance(case, tuple) else case.__name__


@swept(cases(WORDS), named=names)
def test_a_field_of_words_says_how_it_stands_to_a_person(model, field):
    assert isinstance(getattr(model, "personal", {}).get(field.name), Personal)


@swept(cases(models.DateField), named=names)
def test_a_day_in_a_row_about_a_person_says_how_it_stands_to_them(model, field):
    if ABOUT_A_PERSON & set(getattr(model, "personal", {}).values()):
        assert isinstance(getattr(model, "personal", {}).get(field.name), Personal)


@swept(MODELS, named=names)
def test_what_is_classed_is_a_field(model):
    known = {one.name for one in fields_of(model)} | {"id"}
    assert set(getattr(model, "personal", {})) <= known


@swept(cases(models.ForeignObject), named=names)
def test_the_way_back_is_named_or_closed(model, field):
    assert field.remote_field.related_name


@swept(cases(models.ForeignObject), named=names)
def test_nothing_is_deleted_by_deleting_something_else(model, field):
    if f"{model.__name__}.{field.name}" not in MAY_GO_WITH_ITS_PARENT:
        assert field.remote_field.on_delete is models.PROTECT


@swept(
    [
        case
        for case in cases(models.ForeignKey)
        if case[1].name.endswith("_by") and names(case) not in COPIES
    ],
    named=names,
)
def test_who_and_when_stand_together(model, field):
    assert field.related_model is get_user_model()
    stem = field.name.removesuffix("_by")
    days = [one for one in fields_of(model) if one.name in (f"{stem}_on", f"{stem}_at")]
    assert len(days) == 1, f"{field.name} needs one {stem}_on or {stem}_at"
    assert days[0].null == field.null
    if field.null:
        tables = (model, *model._meta.get_parent_list())
        checks = [one for table in tables for one in table._meta.constraints]
        assert any(pairs(one, field.name, days[0].name) for one in checks), (
            f"a check constraint has to keep {field.name} and {days[0].name} null together"
        )


@swept(MODELS, named=names)
def test_every_row_belongs_to_one_council(model):
    name = model.__name__
    if name == "Council" or name in NATIONAL | OF_THE_MACHINE:
        return
    if name in PARTS:
        parent = model._meta.get_field(PARTS[name])
        assert not parent.null
        assert "council" in {one.name for one in fields_of(parent.related_model)} or (
            parent.related_model.__name__ in PARTS
        )
        return
    council = model._meta.get_field("council")
    assert not council.null or model is get_user_model(), "only an account may wait for a council"


@swept(MODELS, named=names)
def test_models_leave_writing_to_operations(model):
    assert not {"save", "delete", "full_clean"} & set(vars(model))


def test_the_lists_of_exceptions_name_models_that_exist():
    known = {model.__name__ for model in MODELS}
    places = {f"{model.__name__}.{one.name}" for model in MODELS for one in fields_of(model)}
    assert set(PARTS) | NATIONAL | OF_THE_MACHINE <= known
    assert set(MAY_GO_WITH_ITS_PARENT) | COPIES <= places


def pairs(constraint, *columns):
    """Whether a check constraint speaks of every one of `columns`."""
    return isinstance(constraint, models.CheckConstraint) and set(columns) <= {
        one.split("__")[0] for one in spoken_of(constraint.condition)
    }


def spoken_of(condition):
    """The lookups that stand in a condition, however deep."""
    for child in condition.children:
        if isinstance(child, models.Q):
            yield from spoken_of(child)
        else:
            yield child[0]


@swept([(model, field) for model in MODELS for field in model._meta.concrete_fields])
def test_history_shows_a_field_and_its_choices_in_words(model, field):
    labels = [choice_words(model, field.name, value) for value, _ in field.flatchoices if value]
    for text in (field_label(field.name), *map(str, labels)):
        assert not re.search(r"\w'\w|[a-z]_[a-z]", text), text
        assert not text[:1].islower(), text
