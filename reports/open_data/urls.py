"""Addresses of data for programs, each beside a page of the publication."""

from django.urls import path

from assurance.runtime.processes.lazy_modules import LazyViews
from reports.publication.urls import COUNCIL, EDITION, MEMBER, PAPER, SERIES

# Programs that read data get files of the published folder.
views = LazyViews("reports.open_data.views")

_OF_FIGURE = (views.figure_json, views.figure_csv, views.figure_metadata)
_OF_EVERY = (views.every_json, views.every_csv, views.every_metadata)
_OF_SERIES = (views.series_json, views.series_csv, views.series_metadata)


def _data(address, name, as_json, as_csv, metadata):
    """What stands beside a page for programs: JSON, CSV, and what the columns of the CSV hold."""
    return (
        path(f"{address}.json", as_json, name=f"{name}-json"),
        path(f"{address}.csv", as_csv, name=f"{name}-csv"),
        path(f"{address}.csv-metadata.json", metadata, name=f"{name}-csv-metadata"),
    )


app_name = "open_data"
urlpatterns = [
    path("openapi.json", views.openapi, name="openapi"),
    path(f"{COUNCIL}reports/data.json", views.papers, name="data-papers"),
    path(f"{COUNCIL}ledger/data.json", views.ledger_json, name="ledger-json"),
    path(f"{COUNCIL}ledger/data.csv", views.ledger_csv, name="ledger-csv"),
    path(
        f"{COUNCIL}ledger/data.csv-metadata.json",
        views.ledger_metadata,
        name="ledger-csv-metadata",
    ),
    *_data(f"{COUNCIL}figures/data", "every", *_OF_EVERY),
    *_data(f"{SERIES}data", "figure-series", *_OF_SERIES),
    *_data(f"{MEMBER}data", "figure-member", *_OF_SERIES),
    *_data(f"{PAPER}figures/<int:place>", "current-figure", *_OF_FIGURE),
    path(f"{EDITION}data.json", views.edition, name="data-edition"),
    *_data(f"{EDITION}figures/<int:place>", "figure", *_OF_FIGURE),
]
