"""The one database of the benches: the demonstration's council with as many rows as a council of
some size has, six issued reports and one large draft."""

import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from assurance.accounts.models.accounts import Council, User
from assurance.looked_after.operations import returns
from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.returns import put_together
from assurance.records.history import CommandLine
from assurance.runtime.databases import statistics
from bench import papers, rows
from bench.sizes import Sizes
from reports.demonstration import load, texts
from reports.demonstration.council import FoundedCouncil
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper

BY = CommandLine("bench")


@dataclass(frozen=True)
class Prepared:
    """The council of the prepared database, its accounts by their words, and its sizes."""

    sizes: Sizes
    council: Council
    accounts: dict[str, User] = field(default_factory=dict)

    def client(self, word: str = "") -> Client:
        """A browser in which the account called `word` is signed in; no one without a word."""
        client = Client()
        if word:
            client.force_login(self.accounts[word])
        return client

    @property
    def founded(self) -> FoundedCouncil:
        """The same as the demonstration's own functions take it."""
        return FoundedCouncil(self.council, self.accounts)

    def paper(self, slug: str) -> Paper:
        """The report at that address."""
        return Paper.objects.get(council=self.council, slug=slug)

    @property
    def drafts(self) -> Iterator[tuple[str, Paper]]:
        """The drafts that are timed, by their names."""
        for name, slug in islice(papers.DRAFTS.items(), self.sizes.drafts):
            yield name, self.paper(slug)

    @property
    def edition(self) -> Edition:
        """The newest edition that was issued."""
        return Edition.objects.public_in(self.council.slug).latest_first()[0]


def open_file(sizes: Sizes, is_new: bool) -> Prepared:
    """The database file of the benches, made where it is not there, is of other sizes, or is to be
    made anew."""
    path, stamp = Path(connection.settings_dict["NAME"]), settings.VAR / "sizes.txt"
    # What is large is added by its bench, and taken back.
    filled = repr(replace(sizes, large=0))
    if is_new or not stamp.exists() or stamp.read_text(encoding="utf-8") != filled:
        stamp.unlink(missing_ok=True)
        connection.close()
        for ending in ("", "-wal", "-shm"):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
        call_command("migrate", verbosity=0)
        fill(sizes)
        stamp.write_text(filled, encoding="utf-8")
    return prepared(sizes)


def prepared(sizes: Sizes) -> Prepared:
    """What `fill` has made."""
    council = Council.objects.get(slug=texts.read("council")["slug"])
    addresses = {one.word: one.email for one in load.sign_ins()}
    accounts = {word: User.objects.get(email=email) for word, email in addresses.items()}
    return Prepared(sizes, council, accounts)


def fill(sizes: Sizes):
    """Fills an empty database: the demonstration first, then what a council of these sizes has."""
    with tempfile.TemporaryDirectory() as folder:
        # Two reports issued, and that of September 2017 as a draft.
        with_draft = {"day": papers.WITH_DRAFT, "reports": (*papers.ISSUED, papers.DRAFT)}
        call_command("load_demonstration", to=Path(folder), stdout=io.StringIO(), **with_draft)
    add_to_demonstration(sizes)


def add_to_demonstration(sizes: Sizes):
    """Adds the rows, reports and large draft of a council of these sizes to the demonstration's."""
    made = prepared(sizes)
    with transaction.atomic():
        for number in range(len(papers.ISSUED), sizes.issued):
            papers.issue_copy(made.founded, number)
        # What is sent says in words what the records gave before there were more of them.
        papers.add_approved(made.founded)
        rows.add_staff(made.council, sizes.staff)
        rows.add_audits(made.council, sizes.audits)
        rows.add_actions(made.council, sizes.actions)
        add_return(made, rows.return_files(sizes.episodes))
        papers.add_large_draft(made.founded, made.paper(papers.DRAFT), sizes)
        if sizes.drafts > 1:
            papers.add_copy(made.founded, papers.HALF_YEAR)
    statistics.count_all()


def add_return(made: Prepared, files: dict[str, bytes]):
    """Brings the files of a return in, with the censuses counted from it."""
    whole = put_together([return_files.read(*one) for one in files.items()])
    officer, on = made.accounts["officer"], rows.TODAY
    returns.read_return(
        council=made.council, whole=whole, covers_to=rows.RETURN_ENDS, by=officer, on=on
    )
