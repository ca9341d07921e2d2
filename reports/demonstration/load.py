"""The demonstration as a whole: loaded into an empty database, or found there already."""

from collections.abc import Collection
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import get_hasher
from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.records.refusals import refuse_if
from reports.demonstration import texts
from reports.demonstration.council import address, create_council
from reports.demonstration.editions.calendar import REPORTS, steps_of
from reports.demonstration.records import Recording
from reports.editions.models.editions import Edition, EditionFile
from reports.papers.addresses import paper_address
from reports.papers.models.papers import Paper

ROUNDS = 10_000
DAY, LAST_DAY = date(2016, 1, 18), date(2020, 2, 18)
ON_A_SERVER = (
    "The demonstration's passwords are known to everybody: it is never loaded on a server."
)


@dataclass(frozen=True)
class SignIn:
    """An account of the demonstration: what it is called, and what it signs in with."""

    word: str
    email: str
    password: str


def load(last: date = LAST_DAY, slugs: Collection[str] = REPORTS) -> bool:
    """Fills an empty database up to the end of the day `last`; False, and nothing changed, where
    the demonstration is there.

    `slugs` are the reports that are made, where not all of them are. Raises `Refused` on a server,
    and where another council is there.
    """
    refuse_if(ON_A_SERVER if settings.SERVER else None)
    if is_loaded():
        return False
    other = Council.objects.first()
    refuse_if(
        other
        and f"{other} is in this database already: the demonstration fills an empty one. Name "
        "another database in DATABASE_URL."
    )
    # As one: a demonstration that broke off would be neither empty nor whole.
    with transaction.atomic(), known_passwords():
        founded = create_council()
        recording = Recording(founded)
        for step in steps_of(slugs, last):
            recording.until(step.records_until)
            step.do(founded)
        recording.until(last)
    return True


@contextmanager
def known_passwords():
    """Hashes passwords with few rounds meanwhile: everybody knows them, and each saves a moment."""
    hasher = get_hasher()
    rounds = getattr(hasher, "iterations", None)
    hasher.iterations = ROUNDS
    try:
        yield
    finally:
        hasher.iterations = rounds


def is_loaded() -> bool:
    """Whether the demonstration's own council is here."""
    return Council.objects.filter(slug=texts.read("council")["slug"]).exists()


def sign_ins() -> list[SignIn]:
    """Every account of the demonstration, the administrator last."""
    value = texts.read("council")
    terms = [*(item["word"] for item in value["accounts"]), value["administrator"]]
    return [SignIn(word, address(value, word), value["password"]) for word in terms]


def issued_files() -> list[EditionFile]:
    """The files of the newest report as they were issued; none before one is."""
    newest = Edition.objects.public_in(texts.read("council")["slug"]).latest_first()[:1]
    return list(EditionFile.objects.filter(edition__in=newest).order_by("name"))


def issued_addresses() -> list[tuple[str, str]]:
    """(title, address) of every report that readers can open, the newest first."""
    papers = Paper.objects.filter(status=Paper.ISSUED, withdrawn_on=None)
    rows = papers.select_related("council", "series").order_by("-paper_date", "slug")
    return [(str(paper), paper_address(paper)) for paper in rows]
