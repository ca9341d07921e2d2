"""History as a page shows it: the role title of who did it, and personal values where they are
still held. An app that knows another origin of records joins it in `AppConfig.ready`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Max, Q

from assurance.accounts.access import Role, Subject
from assurance.accounts.models.accounts import User
from assurance.accounts.models.sign_in import FIELD
from assurance.records.history import (
    ACCOUNT,
    COMMAND_LINE,
    ERASED,
    LATER_ROWS,
    LINK,
    HistoryDetail,
    HistoryEntry,
    subject_kind,
)
from assurance.records.withdrawals.erasures import IDENTITY
from assurance.runtime.typography import with_capital


@dataclass(frozen=True)
class HistoryLine:
    """One entry for a page: `who` is a role title or a command, `what` the operation in words.

    `changes` maps a field's words to ``{"from", "to"}``, or to ``{"changed": True}`` where the
    values were personal and have been removed. `run` is the run of files that did it, where one
    did, and `file` the file's name, for who may see that run.
    """

    at: datetime
    on: date
    who: str
    what: str
    reason: str
    changes: dict[str, dict]
    run: object = None
    file: str = ""


# The name of a command in history → what the service did by it, in words.
COMMANDS = {
    "add_report_template": "added a report template",
    "alerts": "sends alerts to readers",
    "apply_retention": "applies the retention periods",
    "create_council": "set up the council",
    "digest_keys": "changed its keys",
    "identity_provider": "signs people in",
    "import_files": "imported files",
    "import_paper": "imported a report",
    "import_waiting": "imports files",
    "load_demonstration": "loaded the demonstration",
    "migrate": "was updated",
    "published_folder": "publishes the reports",
    "send_notices": "sends notices",
    "send_reminders": "sends reminders",
    "sign_in": "signs people in",
}
# What an operation is called, and what it names by the field where a form names it in words; and
# what is no matter of anybody's but the program's.
LABELS = {
    "bring_in": "Import",
    "deactivate": "Stop the account",
    "reactivate": "Let the account sign in again",
    "is_active": "Can sign in",
    "email": "E-mail address",
    "work_email": "Work e-mail address",
    "email_every": "E-mails about tasks",
    "digest": "Fingerprint",
    "sha256": "Fingerprint",
    "mark_sha256": "Fingerprint of the mark",
    "frozen_digest": "Text as it was sent (its fingerprint)",
    "set_census_days": "Set counting dates",
    "census_days": "Counting dates",
    "censuses": "Counts",
    "censuses_withdrawn": "Counts withdrawn",
    "censuses_no_longer_restorable": "Counts no longer restorable",
    "censuses_restored": "Counts restored",
    "censuses_removed": "Counts removed",
    "finished_on": "Date given as done",
    "marked_done_on": "Marked as done on",
    "marked_done_by": "Marked as done by",
    "told_meeting": "Meeting informed",
    "told_on": "Date of the report",
    "uasc": "Unaccompanied asylum-seeking child",
}
OF_THE_PROGRAM = {"block", "blocks", "digests", "slug", ERASED, FIELD, IDENTITY}
# The fields of a grant that are chosen from a list → its labels.
GRANTED = {
    "role": {role.value: role.short_label for role in Role},
    "subject": dict(Subject.choices),
}
# So many entries of a council are looked through for those of one account.
SEARCHED = 5000
# A key of a row has no more, whatever somebody has typed.
MOST_DIGITS = 18
# Each gives (record, entry) of what history itself keeps of some records under another thing.
ORIGINS: list[Callable[[list], list[tuple[object, HistoryLine]]]] = []
# The kind of a record → what gives the words of those fields that history keeps by codes.
FIELD_WORDS: dict[str, Callable[[object], Mapping[str, str]]] = {}
# The kind of a record → field that names something by its code → what gives that its title.
CODE_TITLES: dict[str, Mapping[str, Callable[[str], str]]] = {}


def last_by(user):
    """What the account `user` did last, newest first, among the last entries of its council: an
    account that did nothing for long is not searched for in all of them."""
    rows = HistoryEntry.objects.filter(council=user.council.slug)
    newest = rows.aggregate(newest=Max("seq"))["newest"] or 0
    own = rows.filter(actor_kind=ACCOUNT, who=user.history_name, seq__gt=newest - SEARCHED)
    own = own.exclude(what=LATER_ROWS)
    return own.order_by("-seq")


def about(thing, what=""):
    """A list of `HistoryLine` about `thing`, newest first, in at most five queries however many
    there are; of one operation alone where `what` names it (``audits.record``).

    A page draws it with `{% include "govuk/history.html" with entries=... %}`.
    """
    if what:
        rows = HistoryEntry.objects.about(thing).filter(what=what)
        return [line for _, line in _as_told([thing], list(rows))]
    return [line for _, line in about_all([thing])]


def with_verbs(lines, verbs):
    """`lines` of history with their operations in the words of `verbs`, where it has them."""
    return [replace(line, what=verbs.get(line.what, line.what)) for line in lines]


def about_all(things):
    """A list of (record, `HistoryLine`) about `things`, records of one council, newest first, in as
    many queries as for one."""
    entries = list(HistoryEntry.objects.about(*things))
    others = [pair for origin in ORIGINS for pair in origin(things)]
    values = [*_as_told(things, entries), *others]
    return sorted(values, key=lambda item: item[1].at, reverse=True) if others else values


def _as_told(things, entries):
    titles = titles_of(entries)
    details = _details(things[0].council.slug, entries)
    named = {(subject_kind(thing), thing.history_name): thing for thing in things}
    words = {thing: FIELD_WORDS.get(subject_kind(thing), _no_words)(thing) for thing in things}
    whose = [named[entry.about_kind, entry.about] for entry in entries]
    lines = [
        HistoryLine(
            at=entry.at,
            on=entry.on,
            who=titles.get(entry.who) or _actor(entry),
            what=field_label(entry.what.rpartition(".")[2]),
            reason=entry.reason,
            changes={
                words[thing].get(field) or field_label(field): {
                    side: _named(choice_words(thing, field, value), titles)
                    for side, value in change.items()
                }
                for field, change in field_changes(entry, details).items()
            },
        )
        for thing, entry in zip(whose, entries, strict=True)
    ]
    return list(zip(whose, lines, strict=True))


def field_changes(entry, details):
    """A field → what `entry` changed in it, by (number, field) → detail of personal ones; without
    what is no matter of anybody's but the program's."""
    return {
        field: _change_values(entry, field, details)
        for field in entry.changes
        if field not in OF_THE_PROGRAM
    }


def names_of(whos):
    """The accounts among what history calls those who acted → their names, in one query."""
    return _names(User.objects.filter(pk__in=_keys(whos)))


def titles_of(entries):
    """What history calls the accounts that acted in `entries`, or that are values of them in their
    own council → their names, in one query."""
    actors = _keys(entry.who for entry in entries if entry.actor_kind == ACCOUNT)
    changes = chain.from_iterable(entry.changes.values() for entry in entries)
    values = _keys(
        chain.from_iterable(_items(value) for change in changes for value in change.values())
    )
    own = Q(pk__in=values, council__slug__in={entry.council for entry in entries})
    return _names(User.objects.filter(own | Q(pk__in=actors)))


def _keys(names):
    items = [str(name).rpartition(" ") for name in names]
    keys = {key for text, _, key in items if text == ACCOUNT and key.isdecimal()}
    return {key for key in keys if len(key) <= MOST_DIGITS}


def _names(users):
    return {user.history_name: user.name for user in users}


def _items(value):
    return value if isinstance(value, list) else [value]


def _named(value, titles):
    if isinstance(value, list):
        return [_named(item, titles) for item in value]
    return titles.get(value, value) if isinstance(value, str) else value


def _actor(entry):
    """The name on a page of an actor without an account: a command that was given another name of
    its own keeps that."""
    if entry.actor_kind == COMMAND_LINE:
        did = COMMANDS.get(entry.who, "")
        return f"the service, which {did}" if did else entry.who
    return "a person without an account" if entry.actor_kind == LINK else entry.who


def _details(council, entries):
    rows = HistoryDetail.objects.filter(council=council, seq__in=[entry.seq for entry in entries])
    return {(detail.seq, detail.field): detail for detail in rows}


def _change_values(entry, field, details):
    change = entry.changes[field]
    if "digest" not in change:
        return change
    detail = details.get((entry.seq, field))
    return {"from": detail.before, "to": detail.after} if detail else {"changed": True}


def _no_words(_thing):
    return {}


def choice_words(model, field, value):
    """A value that history has of a field, in the label of its list where it has one, and what a
    code names by its title."""
    title_of = CODE_TITLES.get(subject_kind(model), {}).get(field)
    if title_of and value:
        return [title_of(item) for item in value] if isinstance(value, list) else title_of(value)
    return _label_of(value, _labels_of(model, field))


def _labels_of(model, field):
    # History keeps the grants of an account under the account.
    if isinstance(model, User) and field in GRANTED:
        return GRANTED[field]
    try:
        return dict(model._meta.get_field(field).flatchoices)
    except (AttributeError, FieldDoesNotExist):
        return {}


def _label_of(value, labels):
    if isinstance(value, list):
        return [_label_of(item, labels) for item in value]
    is_choice = isinstance(value, str) and value in labels
    return with_capital(str(labels[value])) if is_choice else value


def field_label(name):
    """The words on a page for a field or an operation of history."""
    return LABELS.get(name) or with_capital(name.replace("_", " "))
