"""Addresses of publication."""

from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews
from reports.publication.format_requests import views as other_formats
from reports.publication.notes import views as noting
from reports.publication.search import views as searching
from reports.publication.views import (
    background,
    brand,
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

# Few readers compare two reports.
comparison = LazyViews("reports.publication.views.comparison")

COUNCIL = "<slug:council>/"
_DRAFT = "reports/<slug:series>/<slug:slug>/"
PAPER = f"{COUNCIL}reports/<slug:series>/<slug:slug>/"
EDITION = f"{PAPER}edition-<int:number>/"
SERIES = f"{COUNCIL}figures/<str:key>/"
MEMBER = f"{SERIES}<str:member>/"

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
    path(f"{COUNCIL}search/", searching.find, name="search"),
    path(f"{COUNCIL}search/suggestions.json", searching.suggestions, name="search-suggestions"),
    path(f"{COUNCIL}reports/", papers.papers, name="issued"),
    path(f"{COUNCIL}reports/<slug:series>/", papers.of_series, name="series-papers"),
    path(f"{COUNCIL}other-format/", other_formats.request_format, name="other-format"),
    path(f"{COUNCIL}other-format/asked/", other_formats.show_thanks, name="other-format-asked"),
    path(f"{COUNCIL}accessibility/", statements.accessibility, name="accessibility"),
    path(f"{COUNCIL}privacy/", statements.privacy, name="privacy"),
    path(f"{COUNCIL}commitments/", followed.commitments, name="public-commitments"),
    path(f"{COUNCIL}recommendations/", followed.recommendations, name="public-recommendations"),
    path(f"{COUNCIL}corrections/", papers.corrections, name="corrections"),
    path(f"{COUNCIL}commitments/<int:pk>/", followed.commitment, name="public-commitment"),
    path(
        f"{COUNCIL}recommendations/<int:pk>/",
        followed.recommendation,
        name="public-recommendation",
    ),
    path(f"{COUNCIL}colours.css", brand.colours, name="colours"),
    path(f"{COUNCIL}mark.png", brand.mark, name="mark"),
    path(f"{COUNCIL}history-fingerprints.txt", evidence.show, name="history-fingerprints"),
    path(f"{COUNCIL}compare/", comparison.choose, name="compare-reports"),
    path(f"{COUNCIL}ledger/", figures.show, name="ledger"),
    path(f"{COUNCIL}figures/", figures.index, name="figures"),
    path(SERIES, figures.through_papers, name="figure-series"),
    path(f"{SERIES}picture.svg", figures.picture_of, name="figure-series-picture"),
    path(f"{SERIES}picture.png", figures.png_of, name="figure-series-png"),
    path(MEMBER, figures.through_papers, name="figure-member"),
    path(f"{MEMBER}picture.svg", figures.picture_of, name="figure-member-picture"),
    path(f"{MEMBER}picture.png", figures.png_of, name="figure-member-png"),
    path(PAPER, editions.edition, name="paper"),
    path(f"{PAPER}compare/", comparison.with_last, name="compare"),
    path(f"{EDITION}compare/<int:other>/", comparison.editions, name="compare-editions"),
    path(f"{PAPER}figures/<int:place>/", editions.figure, name="current-figure"),
    path(f"{PAPER}background/<int:place>/", background.show, name="background"),
    path(f"{PAPER}background/<int:place>/copy/", background.copy, name="background-copy"),
    path(EDITION, editions.edition, name="edition"),
    path(f"{EDITION}figures/<int:place>/", editions.figure, name="figure"),
    path(f"{EDITION}files/<str:name>", editions.file, name="file"),
    # Last, for every other first word of an address is its own.
    path(COUNCIL, front.show, name="council"),
]
