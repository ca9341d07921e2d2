"""Readable names of models, fields and operations, for pages and files of data protection."""

from django.apps import apps
from django.db.models import Model
from django.utils.text import capfirst

from assurance.accounts.history_page import choice_words, field_label
from assurance.records.history import ACCOUNT, COMMAND_LINE, LINK
from assurance.registers.declaration import KNOWN
from assurance.registers.values import display_value
from assurance.runtime.typography import with_capital

# The singular and the plural of models whose own names are the program's.
NAMES = {
    "accounts.User": ("account", "accounts"),
    "accounts.Grant": ("role of an account", "roles of accounts"),
    "accounts.LoggedAccess": ("line of the access log", "lines of the access log"),
    "accounts.Notices": ("choice of notices", "choices of notices"),
    "people.PostHolder": ("time in a post", "times in posts"),
    "people.TeamSuccession": ("team that came before", "teams that came before"),
    "papers.Paper": ("report", "reports"),
    "papers.PaperEditor": ("writer of a report", "writers of reports"),
    "papers.PaperVersion": ("version of a report", "versions of reports"),
    "papers.ContributionRequest": ("request for a contribution", "requests for contributions"),
    "papers.ContributionDraft": ("draft of a contribution", "drafts of contributions"),
    "papers.PartWriter": ("writer of a template’s part", "writers of templates’ parts"),
    "papers.SmallNumberRelease": ("release of a small number", "releases of small numbers"),
    "editions.ExemptReader": ("reader of exempt matter", "readers of exempt matter"),
    "approvals.PaperBeforeCorrection": ("report before correction", "reports before correction"),
    "editor.Remark": ("comment", "comments"),
    "editor.SectionMark": ("mark on a section", "marks on sections"),
    "editor.AutosavedText": ("text not saved yet", "texts not saved yet"),
    "publication.ReaderNote": ("note of a reader", "notes of a reader"),
    "checks.CheckException": ("accepted warning", "accepted warnings"),
    "dbs.DbsAuditCount": ("count of a DBS audit", "counts of DBS audits"),
    "dbs.DbsAuditDue": ("person due in a DBS audit", "people due in a DBS audit"),
    "looked_after.UascMark": ("mark as unaccompanied", "marks as unaccompanied"),
    "looked_after.ReplacedReturn": ("return that was replaced", "returns that were replaced"),
    "account.EmailAddress": ("e-mail address", "e-mail addresses"),
    "mfa.Authenticator": ("second step", "second steps"),
    "account.EmailConfirmation": ("e-mail confirmation", "e-mail confirmations"),
    "records.OutgoingEmail": ("outgoing e-mail", "outgoing e-mails"),
    "axes.AccessAttempt": ("sign-in attempt", "sign-in attempts"),
    "axes.AccessFailureLog": ("failed sign-in", "failed sign-ins"),
    "axes.AccessLog": ("sign-in", "sign-ins"),
}
# The labels of fields whose own names are codes or the program's.
FIELDS = {
    "id": "Number of the record",
    "at": "Time",
    "account": "Account",
    "user": "Account",
    "is_active": "Can sign in",
    "by_provider": "Signs in with the council’s identity provider",
    "email": "E-mail address",
    "uid": "Identifier with the identity provider",
    "how": "Way",
    "again": "Sent again",
    "told_meeting": "Meeting informed",
    "told_on": "Date of the report",
    "said": "Answer",
    "said_by": "Written by",
    "said_on": "Written on",
    "said_back": "Reason for return",
    "decom": "Start of the episode",
    "dec": "End of the episode",
    "rne": "Reason for the new episode",
    "rec": "Reason why the episode ended",
    "ls": "Legal status",
    "cin": "Category of need",
    "uasc": "Unaccompanied asylum-seeking child",
    "uasc_until": "Unaccompanied asylum-seeking child until",
    "ip_address": "Network address",
    "path_info": "Page",
    "get_data": "Data in the address",
    "post_data": "Data sent",
    "http_accept": "Formats accepted",
    "user_agent": "Browser",
    "expire_date": "End of the session",
    "username": "E-mail address",
    "attempt_time": "Time of the attempt",
    "logout_time": "Time of signing out",
    "failures_since_start": "Failed sign-ins",
    "locked_out": "Locked out",
}
OTHERS = {LINK: "A person without an account", COMMAND_LINE: "The service"}


def names_of_model(model: type[Model]) -> tuple[str, str]:
    """The singular and the plural of a model."""
    options = model._meta
    own = str(options.verbose_name), str(options.verbose_name_plural)
    return NAMES.get(options.label, own)


def title_of(model: type[Model], is_plural: bool = False) -> str:
    """The name of a model as a heading."""
    return with_capital(names_of_model(model)[is_plural])


def title_of_kind(kind: str) -> str:
    """The name of a kind of record as history has it, as a heading."""
    model = _MODELS.get(kind)
    return title_of(model) if model else with_capital(kind)


def field_title(model: type[Model], name: str) -> str:
    """The label of a field by its name: that of its form, else of the field."""
    register = KNOWN.get(model)
    box = register and register.form.base_fields.get(name)
    if name in FIELDS or not (box and box.label):
        return FIELDS.get(name) or _own_label(model, name)
    return str(box.label)


def _own_label(model, name):
    fields = {field.name: field for field in model._meta.concrete_fields}
    if name not in fields or str(fields[name].verbose_name) == name.replace("_", " "):
        return field_label(name)
    return capfirst(str(fields[name].verbose_name))


def action_of(kind: str, what: str) -> str:
    """An operation of history in words, as the pages of the records have it."""
    words, register = field_label(what.rpartition(".")[2]), KNOWN.get(_MODELS.get(kind))
    return register.verb_of(words) if register else words


def value_of_field(kind: str, name: str, value) -> str:
    """A value as history has it, in words."""
    model = _MODELS.get(kind)
    return display_value(choice_words(model, name, value) if model else value)


def actor_of(entry, own: str, name: str) -> str:
    """The name of who acted: `name` where that was the account `own` of the subject, else by its
    kind, since other people's names are not theirs to be sent."""
    if entry.actor_kind == ACCOUNT:
        return name if entry.who == own else "An account of the council"
    return OTHERS.get(entry.actor_kind, entry.who)


def record_of(entry) -> str:
    """The kind and number of the record that an entry is about."""
    number = entry.about.rpartition(" ")[2]
    title = title_of_kind(entry.about_kind)
    return f"{title} {number}" if number.isdecimal() else title


def _kinds():
    rows = {getattr(model, "history_kind", None) or model._meta.model_name: model
            for model in apps.get_models()}  # fmt: skip
    return {kind: model for kind, model in rows.items() if isinstance(kind, str)}


_MODELS = _kinds()
