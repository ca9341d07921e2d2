"""The public site as files: which pages, written when, and what follows a correction and a taking
down."""

import json
import pickle
import shutil
from concurrent.futures import Executor, Future

import pytest
from django.test import Client
from django.urls import reverse

from assurance.runtime.processes import shared_work
from reports.issue import jobs as issuing
from reports.issue.models.site import REFUSED, SiteFault, SitePage
from reports.issue.operations import removals
from reports.issue.site import jobs, page_rendering, storage, writer
from reports.issue.site.bundle import bundle_files, bundle_name
from reports.publication.indexing.editions import index_edition
from tests import cast
from tests.make import bundles, promised
from tests.make.papers import ISSUED_ON

pytestmark = pytest.mark.django_db


def names(folder):
    """Every file in the folder but what all pages share."""
    found = storage.Folder(folder).names()
    return [one for one in found if not one.startswith("static/")]


def read(folder, name):
    """The text of a file of the folder."""
    return (folder / name).read_text(encoding="utf-8")


def home(edition):
    """What the names of a paper's pages begin with."""
    return writer.prefix(edition.paper)


def removed_editions(edition, *numbers):
    """The editions of a paper removed by somebody."""
    said = {"reason": "court", "explanation": "The court asked.", "on": ISSUED_ON}
    by = cast.administrator()
    return removals.remove(paper=edition.paper, numbers=numbers, by=by, **said)


@pytest.mark.long
def test_the_site_is_written_whole_and_a_second_time_nothing_changes(written, folder):
    found = names(folder)
    assert {"index.html", "404.html", "accessibility/index.html", "privacy/index.html"} < {*found}
    assert {"netherby/reports/index.html", "netherby/commitments/index.html"} < {*found}
    assert "service/index.html" in found and (folder / "static" / "css" / "site.css").exists()
    here, own = home(written), f"{home(written)}edition-1/"
    wanted = {
        f"{one}{end}" for one in (here, own) for end in ("index.html", "figures/1/index.html")
    }
    assert wanted < {*found}
    for file in written.files.all():
        assert (folder / f"{own}files/{file.name}").read_bytes() == bytes(file.content)
    again = jobs.write_all()
    assert (again.written, again.removed) == ([], [])


class Elsewhere(Executor):
    """Does work as another process would, which is sent what to do and sends back what came of it,
    the last piece first."""

    def __init__(self):
        self.left = []

    def submit(self, fn, /, *args):
        self.left.append((future := Future(), pickle.dumps((fn, args))))
        future.result = lambda: self.done(future)
        return future

    def done(self, future):
        while self.left:
            other, sent = self.left.pop()
            work, args = pickle.loads(sent)
            other.set_result(pickle.loads(pickle.dumps(work(*args))))
        return Future.result(future)


@pytest.mark.long
def test_pages_that_other_processes_draw_are_the_same(written, folder, monkeypatch):
    monkeypatch.setattr(shared_work, "_executors", [executor := Elsewhere()])
    again = jobs.write_all()
    assert (again.written, again.removed, executor.left) == ([], [], [])
    assert again.pages.keys() <= {*storage.Folder(folder).names()}
    assert_a_folder_under_the_fingerprint_of_its_list(written, folder)


def assert_a_folder_under_the_fingerprint_of_its_list(written, folder):
    """An edition lies there with every file as its list says it is."""
    bundle = bundle_name(written)
    kept = {one.name: bytes(one.content) for one in written.files.all()}
    assert bundle == f"published/{storage.fingerprint(kept['manifest.json'])}"
    there = {one.name: one.read_bytes() for one in (folder / bundle).iterdir()}
    assert {name: there[name] for name in kept} == kept
    page = next(name for name in kept if name.endswith(".html"))
    assert there["index.html"] == kept[page]
    listed = {one["name"]: one["sha256"] for one in json.loads(there["manifest.json"])["files"]}
    assert listed == {
        name: storage.fingerprint(content)
        for name, content in kept.items()
        if name != "manifest.json"
    }
    assert writer.is_whole(storage.published(), bundle, bundle_files(written))


@pytest.mark.long
def test_a_long_list_has_a_file_for_each_page_which_leads_nowhere_that_needs_the_service(
    written, folder, monkeypatch
):
    monkeypatch.setattr("assurance.govuk.lists.ROWS_TO_A_PAGE", 1)
    for number in range(3):
        promised.commitment(paper=written.paper, what=f"Promise {number}")
    writer.write_council(written.council, {})
    first = read(folder, "netherby/commitments/index.html")
    assert 'href="/netherby/commitments/page-3/"' in first
    pages = [first, *(read(folder, f"netherby/commitments/page-{n}/index.html") for n in (2, 3))]
    told = [[n for n in range(3) if f"Promise {n}" in one] for one in pages]
    assert sorted(told) == [[0], [1], [2]]
    assert 'href="/netherby/commitments/"' in pages[2], "the first page has no number"
    page = read(folder, "netherby/commitments/index.html")
    assert "<form" not in page and "/service/?to=/netherby/commitments/" in page
    assert 'href="/service/?to=/sign-in/login/"' in page
    copy = page_rendering.PageResponse(200, "application/pdf", b"%PDF")
    monkeypatch.setattr(writer, "drawn", lambda address: copy)
    assert list(writer._pages("/netherby/reports/a/b/background/1/copy/")) == []
    assert [name for name, *_ in writer._pages("/netherby/paper.pdf")] == ["netherby/paper.pdf"]


@pytest.mark.long
def test_a_correction_shows_at_once_where_readers_look(written, folder):
    later = bundles.bundled(paper=written.paper)
    issuing.after_publication(later)
    assert "later edition corrects this" in read(folder, f"{home(written)}edition-1/index.html")
    assert bundle_name(later) != bundle_name(written)
    assert (folder / bundle_name(later)).exists() and (folder / bundle_name(written)).exists()
    assert "edition 2" in read(folder, "netherby/reports/index.html")
    kept = SitePage.objects.get(paper=written.paper).pages
    assert f"{home(written)}edition-2/index.html" in kept


def test_what_is_taken_down_is_out_of_the_folder_at_once_and_comes_back_the_same(written, folder):
    before = {name: storage.published().read(name) for name in names(folder)}
    row = removed_editions(written, 1)
    assert issuing.after_removal(written.paper) is True
    own = f"{home(written)}edition-1/"
    assert not (folder / bundle_name(written)).exists()
    assert not (folder / own / "files").exists() or not list((folder / own / "files").iterdir())
    for page in (f"{home(written)}", own, f"{own}figures/1/", f"{home(written)}figures/1/"):
        assert "This was removed" in read(folder, f"{page}index.html")
        assert (folder / page / writer.TAKEN_DOWN).exists()
    figure = "People past their re-check date"
    held = [one for one in names(folder) if figure in storage.published().read(one).decode()]
    assert held == [], "its words stand nowhere any more"
    assert f"/{home(written)}" not in read(folder, "index.html")
    removals.decide(taken=row, decision="undone", by=cast.clerk(), on=ISSUED_ON)
    assert issuing.after_removal(written.paper) is True
    assert {name: storage.published().read(name) for name in names(folder)} == before


def test_no_number_of_what_is_taken_down_stays_in_what_is_made_of_all_papers(written, folder):
    index_edition(written)
    writer.write_council(written.council, {})
    whole = "netherby/figures/data.csv"
    assert home(written) in read(folder, whole)
    removed_editions(written, 1)
    writer.take_from_folder(written.paper)
    assert not storage.published().names("netherby/figures/")
    assert not storage.published().names("netherby/ledger/")
    writer.write_council(written.council, {})
    assert home(written) not in read(folder, whole)


@pytest.mark.long
def test_an_edition_beside_one_that_was_taken_down_stays(written, folder):
    later = bundles.bundled(paper=written.paper)
    writer.write_paper(written.paper)
    removed_editions(written, 2)
    writer.take_from_folder(written.paper)
    assert (folder / bundle_name(written)).exists() and not (folder / bundle_name(later)).exists()
    assert (folder / home(written) / "edition-1" / "index.html").exists()
    assert not (folder / home(written) / "index.html").exists()


def test_a_folder_that_refuses_is_said_kept_and_tried_again(written, folder, monkeypatch):
    def refuses(_paper):
        raise storage.StorageRefused("netherby: Read-only file system")

    monkeypatch.setattr(jobs.writer, "take_from_folder", refuses)
    monkeypatch.setattr(jobs.writer, "write_paper", refuses)
    browser = Client()
    browser.force_login(cast.administrator())
    address = reverse("issue:remove-edition", args=[written.paper.series.slug, written.paper.slug])
    said = {"editions": ["1"], "reason": "court", "explanation": "The court asked for it."}
    page = browser.post(address, said, follow=True).content.decode()
    assert "the published folder could not be written" in page
    assert Client().get(f"/{home(written)}").status_code == 410
    fault = SiteFault.objects.active().get()
    assert (fault.name, fault.what) == (home(written), REFUSED)
    assert "Read-only" in fault.why
    home_page = browser.get(reverse("home")).content.decode()
    assert "A published file has changed" in home_page
    monkeypatch.undo()
    jobs.write_paper.enqueue(written.paper_id)
    assert not SiteFault.objects.active().exists()
    assert not (folder / bundle_name(written)).exists()


def test_nothing_is_written_where_the_settings_say_so(written, folder, settings):
    settings.PUBLISHES = False
    shutil.rmtree(folder)
    issuing.after_publication(written)
    assert issuing.after_removal(written.paper) is True
    assert not folder.exists()


def test_a_page_at_which_the_service_fails_leaves_the_folder_as_it_was(
    written, folder, monkeypatch
):
    before = {name: read(folder, name) for name in names(folder)}

    def failing(address):
        if address.endswith("/figures/1/"):
            raise page_rendering.NotDrawn(f"{address}: the service failed at this page")
        return page_rendering.drawn(address)

    monkeypatch.setattr(writer, "drawn", failing)
    (folder / home(written) / "index.html").write_text("x")
    before |= {f"{home(written)}index.html": "x"}
    with pytest.raises(page_rendering.NotDrawn, match="the service failed"):
        jobs.write_all(heals=True)
    assert {name: read(folder, name) for name in names(folder)} == before


@pytest.mark.long
def test_a_paper_that_changes_while_it_is_written_is_written_again(written, monkeypatch):
    states, turns = iter([1, 2, 3, 3]), []
    monkeypatch.setattr(writer, "_state", lambda paper: next(states))
    wrote = writer._written
    monkeypatch.setattr(writer, "_written", lambda paper: turns.append(paper) or wrote(paper))
    writer.write_paper(written.paper)
    assert len(turns) == 2


def test_a_server_gives_its_collected_files(settings, tmp_path, folder, db):
    settings.SERVER = True
    (tmp_path / "static" / "css").mkdir(parents=True)
    (tmp_path / "static" / "css" / "site.abc.css").write_text("p{}")
    settings.STATIC_ROOT = tmp_path / "static"
    assert writer._assets() == {"static/css/site.abc.css": b"p{}"}


def test_where_an_answer_lies():
    assert writer.name_of("/") == "index.html"
    assert writer.name_of("/netherby/reports/") == "netherby/reports/index.html"
    assert writer.name_of("/netherby/reports/feed/", "application/atom+xml") == (
        "netherby/reports/feed/index.xml"
    )
    assert writer.name_of("/sitemap.xml", "application/xml") == "sitemap.xml"
    assert writer.name_of("/x/files/Annex%20A.pdf", "application/pdf") == "x/files/Annex A.pdf"
