"""Addresses of publication."""

from django.urls import path

from reports.publication.format_requests import views as other_formats
from reports.publication.notes import views as noting
from reports.publication.search import views as searching
from reports.publication.views import (
    background,
    brand,
    comparison,
    editions,
    evidence,
    exempt,
    figures,
    front,
    papers,
    site,
    statements,
)
from reports.publication.views import commitments as followed

_COUNCIL = "<slug:council>/"
_DRAFT = "reports/<slug:series>/<slug:slug>/"
_PAPER = f"{_COUNCIL}reports/<slug:series>/<slug:slug>/"
_EDITION = f"{_PAPER}edition-<int:number>/"
_SERIES = f"{_COUNCIL}figures/<str:key>/"
_MEMBER = f"{_SERIES}<str:member>/"

app_name = "publication"
WORKING = [
    path("published/<slug:folder>/", site.bundle, name="bundle"),
    path("published/<slug:folder>/<str:name>", site.bundle_file, name="bundle-file"),
    path("reports/issued/", site.show, name="issued-checked"),
    path("reports/issued/check/", site.check, name="check-issued"),
    path("reports/issued/checks/<int:pk>.pdf", site.certificate, name="certificate"),
    path("reports/issued/write-again/", site.write_again, name="write-again"),
    path("reports/other-formats/", other_formats.requests, name="other-format-list"),
    path("reports/other-formats/<int:pk>/", other_formats.answer, name="other-format-record"),
    path(f"{_DRAFT}exempt/", exempt.readers, name="exempt-readers"),
    path(f"{_DRAFT}edition-<int:number>/exempt/<slug:place>/", exempt.show, name="exempt"),
]
urlpatterns = [
    path("offline/", site.show_offline, name="offline"),
    path("offline.js", site.worker, name="offline-worker"),
    path("notes/", noting.show, name="notes"),
    path("notes/export/", noting.export, name="notes-export"),
    path("notes/<int:pk>/", noting.change, name="note"),
    path("notes/<int:pk>/remove/", noting.remove, name="note-remove"),
    path(
        "notes/<slug:council>/<slug:series>/<slug:slug>/edition-<int:number>/<slug:place>/",
        noting.write,
        name="note-on",
    ),
    path(f"{_COUNCIL}search/", searching.find, name="search"),
    path(f"{_COUNCIL}search/suggestions.json", searching.suggestions, name="search-suggestions"),
    path(f"{_COUNCIL}reports/", papers.papers, name="issued"),
    path(f"{_COUNCIL}reports/<slug:series>/", papers.of_series, name="series-papers"),
    path(f"{_COUNCIL}other-format/", other_formats.request_format, name="other-format"),
    path(f"{_COUNCIL}other-format/asked/", other_formats.show_thanks, name="other-format-asked"),
    path(f"{_COUNCIL}accessibility/", statements.accessibility, name="accessibility"),
    path(f"{_COUNCIL}privacy/", statements.privacy, name="privacy"),
    path(f"{_COUNCIL}commitments/", followed.commitments, name="public-commitments"),
    path(f"{_COUNCIL}recommendations/", followed.recommendations, name="public-recommendations"),
    path(f"{_COUNCIL}corrections/", papers.corrections, name="corrections"),
    path(f"{_COUNCIL}commitments/<int:pk>/", followed.commitment, name="public-commitment"),
    path(
        f"{_COUNCIL}recommendations/<int:pk>/",
        followed.recommendation,
        name="public-recommendation",
    ),
    path(f"{_COUNCIL}colours.css", brand.colours, name="colours"),
    path(f"{_COUNCIL}mark.png", brand.mark, name="mark"),
    path(f"{_COUNCIL}history-fingerprints.txt", evidence.show, name="history-fingerprints"),
    path(f"{_COUNCIL}compare/", comparison.choose, name="compare-reports"),
    path(f"{_COUNCIL}ledger/", figures.show, name="ledger"),
    path(f"{_COUNCIL}figures/", figures.index, name="figures"),
    path(_SERIES, figures.through_papers, name="figure-series"),
    path(f"{_SERIES}picture.svg", figures.picture_of, name="figure-series-picture"),
    path(f"{_SERIES}picture.png", figures.png_of, name="figure-series-png"),
    path(_MEMBER, figures.through_papers, name="figure-member"),
    path(f"{_MEMBER}picture.svg", figures.picture_of, name="figure-member-picture"),
    path(f"{_MEMBER}picture.png", figures.png_of, name="figure-member-png"),
    path(_PAPER, editions.edition, name="paper"),
    path(f"{_PAPER}compare/", comparison.with_last, name="compare"),
    path(f"{_EDITION}compare/<int:other>/", comparison.editions, name="compare-editions"),
    path(f"{_PAPER}figures/<int:place>/", editions.figure, name="current-figure"),
    path(f"{_PAPER}background/<int:place>/", background.show, name="background"),
    path(f"{_PAPER}background/<int:place>/copy/", background.copy, name="background-copy"),
    path(_EDITION, editions.edition, name="edition"),
    path(f"{_EDITION}figures/<int:place>/", editions.figure, name="figure"),
    path(f"{_EDITION}files/<str:name>", editions.file, name="file"),
    # Last, for every other first word of an address is its own.
    path(_COUNCIL, front.show, name="council"),
]
