"""The demonstration as a whole: loaded into an empty database, or found there already."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction

from assurance.accounts.models.accounts import Council
from assurance.records.refusals import refuse_if
from reports.demonstration import texts
from reports.demonstration.council import address, create_council
from reports.demonstration.issue import answer, issue, let_stand, send, write, written_on
from reports.demonstration.records import Recording
from reports.editions.models.editions import Edition, EditionFile

DAY = date(2016, 1, 18)
ISSUED = ("july-2015", "january-2016")
DRAFT = "september-2017"
PAPERS = (*ISSUED, DRAFT)
ON_A_SERVER = (
    "The demonstration's passwords are known to everybody: it is never loaded on a server."
)


@dataclass(frozen=True)
class SignIn:
    """An account of the demonstration: what it is called, and what it signs in with."""

    word: str
    email: str
    password: str


def load(last: str = DRAFT) -> bool:
    """Fills an empty database; False, and nothing changed, where the demonstration is there.

    `last` is the last paper that is made; the records go on to the day on which the next one is
    written, so that it can be started from that. Raises `Refused` on a server, and where another
    council is there.
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
    with transaction.atomic():
        _fill(last)
    return True


def is_loaded() -> bool:
    """Whether the demonstration's own council has issued its last paper here."""
    slug = texts.read("council")["slug"]
    return Edition.objects.public_in(slug).filter(paper__slug=ISSUED[-1]).exists()


def sign_ins() -> list[SignIn]:
    """Every account of the demonstration, the administrator last."""
    value = texts.read("council")
    terms = [*(item["word"] for item in value["accounts"]), value["administrator"]]
    return [SignIn(word, address(value, word), value["password"]) for word in terms]


def issued_files() -> list[EditionFile]:
    """The files of the paper of January 2016 as they were issued; none before it is."""
    slug = texts.read("council")["slug"]
    editions = Edition.objects.public_in(slug).filter(paper__slug=ISSUED[-1])
    newest = editions.latest_first()[:1]
    return list(EditionFile.objects.filter(edition__in=newest).order_by("name"))


def _fill(last):
    founded = create_council()
    recording = Recording(founded)
    for slug in ISSUED:
        recording.until(written_on(slug))
        paper = send(founded, answer(founded, write(founded, slug)))
        recording.until(paper.paper_date - timedelta(1))
        issue(founded, paper)
        if slug == last:
            break
    following = PAPERS[PAPERS.index(last) + 1 :][:1] or PAPERS[-1:]
    recording.until(written_on(following[0]))
    if last == DRAFT:
        let_stand(founded, answer(founded, write(founded, DRAFT)))
