"""One attacker reads every published form of two reports and a correction together: pages of
reports and figures, comparisons, search, feed, Word, PDF, CSV and JSON. No protected number is left
with fewer than three values; where one form alone is careless, he finds some."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from reports.documents import formats
from reports.documents.document import from_json
from reports.documents.entries import STATED
from reports.papers.addresses import edition_address, paper_address
from reports.papers.models.papers import Paper
from reports.publication.models.figures import PrintedFigure
from tests.cases import LONG
from tests.issue.site.attacker import PAGES, bounds, cell_of, claims, typed_cell
from tests.issue.worlds import DAYS, ONE, PLACED, STAFF, issued, started

pytestmark = pytest.mark.django_db
LEAST = 3
# The files that a report publishes; what ends otherwise has no reader here yet.
FILES = {"html", "css", "pdf", "docx", "csv", "json"}


def truth():
    """Cell → its number, of all that world one holds."""
    found = {("reached",): ONE.reached, ("staff", "whole"): sum(ONE.staff)}
    found |= {("staff", slug): count for slug, count in zip(STAFF, ONE.staff, strict=True)}
    for day, row in zip(map(str, DAYS), ONE.measures, strict=True):
        for slug, count in zip(("all", *"abc"), row, strict=True):
            found[cell_of("measures.people", slug, day, 0)] = count
    counted = ((0, 0, ONE.placed[0]), (0, 1, ONE.placed[1]), (1, 1, ONE.placed[1]))
    for place, turn, row in (*counted, (1, 2, ONE.recounted)):
        found[cell_of("looked_after.children", "", str(DAYS[place]), turn)] = sum(row)
        for slug, count in zip(PLACED, row, strict=True):
            found[cell_of("looked_after.placement", slug, str(DAYS[place]), turn)] = count
    for caption, columns in (("Typed", ONE.typed), ("Corrected", ONE.corrected)):
        for turn, column in enumerate(columns):
            for label, count in zip("abc", column, strict=True):
                found[typed_cell(caption, label, turn)] = count
    return found


def published(forms, has_pages=True):
    """Every claim of what is published of world one, read after each issue, as readers can."""
    found = []
    for turn, paper in enumerate(started(ONE)):
        edition = issued(paper, forms)
        files = {file.name: bytes(file.content) for file in edition.files.all()}
        if has_pages:
            files |= pages(edition)
        assert {name.rpartition(".")[2] for name in files if "/" not in name} <= FILES
        found += claims(turn, files)
    return found


def pages(edition):
    """Address → what anybody is answered, of the pages about an edition and its figures."""
    council = edition.paper.council.slug
    own = edition_address(edition)
    search = reverse("publication:search", args=[council])
    addresses = [own, f"{paper_address(edition.paper)}compare/"]
    addresses += [f"{search}?words={words}" for words in ("children", "measure+c", "grid", "17")]
    addresses += [f"/{council}/figures/data.csv", f"/{council}/figures/data.json"]
    addresses += [f"{own}data.json", f"/{council}/reports/assurance/feed.atom"]
    for row in edition.printed_figures.exclude(key=STATED):
        named = f"/{council}/figures/{row.key}/{row.member}/" if row.member else ""
        addresses += [f"{own}figures/{row.number}/", named or f"/{council}/figures/{row.key}/"]
    answers = {address: Client().get(address) for address in dict.fromkeys(addresses)}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {name: b"".join(answer) for name, answer in answers.items()}


def narrowed(found):
    """The protected cells that `found` leaves with fewer than three values."""
    numbers, known = truth(), {}
    for claim in found:
        if claim.cell in numbers:
            assert known.setdefault(claim.cell, claim.value) == claim.value, claim
    left = bounds(known)
    return sorted(
        cell
        for cell, count in numbers.items()
        if 1 <= count <= 5 and left[cell][1] - left[cell][0] + 1 < LEAST
    )


def test_no_protected_number_is_found_in_all_forms_together():
    found = published(formats.FORMATS)
    whole = cell_of("measures.people", "all", str(DAYS[0]), 0)
    # Each form is read: it says what is not hidden, the true number.
    assert {claim.form for claim in found if claim.cell == whole} >= (FILES - {"css"}) | set(
        PAGES.values()
    )
    numbers = truth()
    assert all(numbers.get(claim.cell, claim.value) == claim.value for claim in found)
    assert narrowed(found) == []


# Each form is read twice over three issues: the gate draws the one that is hardest to read.
@pytest.mark.parametrize("form", formats.FORMATS if LONG else [formats.WORD])
def test_he_finds_numbers_where_one_form_prints_what_the_others_hide(form, monkeypatch):
    careful = formats.render

    def careless(document, stem, forms):
        frozen = from_json(Paper.objects.get(slug=stem).frozen["restricted"])
        named = {"audience": document.audience, "draft": False, "edition": document.edition}
        return careful(replace(frozen, **named), stem, forms)

    monkeypatch.setattr(formats, "render", careless)
    found = narrowed(published([form], has_pages=False))
    assert {cell[0] for cell in found} >= {"measure", "placed", "staff", "Typed"}


@pytest.mark.long
def test_he_finds_numbers_where_the_pages_of_figures_print_them(monkeypatch):
    numbers = truth()

    def printed(row):
        entry = from_json(row.entry)
        cell = cell_of(row.key, row.member, str(row.end), row.edition.paper.slug == "paper-1")
        count = numbers.get(cell, entry.count)
        return replace(entry, count=count, text=str(count), mark="") if entry.mark else entry

    monkeypatch.setattr(PrintedFigure, "printed", property(printed))
    assert {cell[0] for cell in narrowed(published([formats.DATA]))} >= {"measure", "placed"}
