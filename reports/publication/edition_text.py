"""The document of a published edition with its text as HTML, read and drawn once: neither changes
after publication, whatever else does in its council."""

from dataclasses import dataclass, replace
from functools import lru_cache, partial

from django.utils.safestring import SafeString

from reports.documents.document import Document, Headlines, from_json
from reports.documents.headlines import parted
from reports.documents.html import page
from reports.documents.html.abbreviations import abbreviations_of
from reports.documents.html.headlines import tiles
from reports.documents.html.inline import Medium
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address, figure_below

# So many reports are read in one process at a time; each takes half a megabyte.
MOST = 8


@dataclass(frozen=True)
class EditionText:
    """The `document` of an edition; the headline figures `leading` it, None where it has none, with
    their main points; `rest` is what follows them, and its parts are drawn for the screen."""

    document: Document
    leading: Headlines | None
    rest: Document
    address: str
    main_points: SafeString | str
    contents: SafeString
    opening: SafeString
    sections: SafeString

    @property
    def medium(self) -> Medium:
        """The screen, with links to the pages of figures and no abbreviation met yet."""
        return _medium(self.rest, self.address)

    def sections_with(self, notes) -> SafeString:
        """The sections with what a reader has noted, which `notes` gives for a place."""
        return page.sections(self.rest, replace(self.medium, beside=notes))


def text_of_edition(edition: Edition) -> EditionText:
    """The text of `edition` with the addresses that its report has, kept from the last reader."""
    return _kept(edition.pk, edition.digest, edition_address(edition))


def text_drawn_anew(edition: Edition) -> EditionText:
    """The same from the document in the database, which may have been tampered with."""
    return _drawn(edition.pk, edition_address(edition))


# Its digest tells its words, and its address those of its figures.
@lru_cache(MOST)
def _kept(key, _digest, address):
    return _drawn(key, address)


def forget() -> None:
    """Forgets every text that is kept."""
    _kept.cache_clear()


def _drawn(key, address):
    rows = Edition.objects.order_by().values_list("document", flat=True)
    document = from_json(rows.get(pk=key))
    leading, rest = parted(document)
    medium = _medium(rest, address)
    if leading:
        # The page opens with these: an abbreviation that they have met has its link there.
        tiles(leading, medium)
        page.main_points(leading, medium)
    # What opens the page has no links but its tiles: the text below links each number.
    plain = replace(medium, figure=None, abbreviations=None, bold=True)
    return EditionText(
        document=document,
        leading=leading,
        rest=rest,
        address=address,
        main_points=page.main_points(leading, plain) if leading else "",
        contents=page.contents(rest, medium),
        opening=page.opening(rest, medium),
        sections=page.sections(rest, medium),
    )


def _medium(document, address):
    return Medium(
        screen=True,
        figure=partial(figure_below, address),
        abbreviations=abbreviations_of(document),
    )
