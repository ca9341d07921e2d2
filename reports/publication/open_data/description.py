"""The one declaration of every address that gives data, and its description (OpenAPI 3.1)."""

import re
from dataclasses import dataclass

from django.conf import settings

from reports.documents.licence import licence
from reports.publication.open_data.schemas import SCHEMAS, named

JSON, CSV, CSV_METADATA = "application/json", "text/csv", "application/csvm+json"
VERSION = "1.0"
ABOUT = (
    "Everything that a council has published with this service, to be read by programs. Each "
    "address of a page has its data beside it. Nothing can be written, no key is needed, and every "
    "site may ask. A published edition never changes; what is taken down answers 410."
)


@dataclass(frozen=True)
class DataAddress:
    """An address that gives data: the `name` of its route, the address with its parameters in
    braces, what it gives, its media type and its schema."""

    name: str
    address: str
    about: str
    schema: str = ""
    media_type: str = JSON
    asked: tuple[str, ...] = ()


_PAPER = "/{council}/papers/{series}/{slug}/"
_EDITION = f"{_PAPER}edition-{{number}}/"
_SERIES = "/{council}/figures/{key}/"
_TABLE = "TableDescription"


def _figures(kind, prefix, which):
    return (
        DataAddress(
            f"{kind}-json", f"{prefix}figures/{{place}}.json", f"A figure of {which}", "Figure"
        ),
        DataAddress(
            f"{kind}-csv",
            f"{prefix}figures/{{place}}.csv",
            f"A figure of {which}, as a table",
            media_type=CSV,
        ),
        DataAddress(
            f"{kind}-csv-metadata",
            f"{prefix}figures/{{place}}.csv-metadata.json",
            "What the columns of that table hold",
            _TABLE,
            CSV_METADATA,
        ),
    )


def _series(kind, prefix, which):
    return (
        DataAddress(f"{kind}-json", f"{prefix}data.json", f"{which} through all papers", "Series"),
        DataAddress(f"{kind}-csv", f"{prefix}data.csv", f"{which}, as a table", media_type=CSV),
        DataAddress(
            f"{kind}-csv-metadata",
            f"{prefix}data.csv-metadata.json",
            "What the columns of that table hold",
            _TABLE,
            CSV_METADATA,
        ),
    )


ENDPOINTS = (
    DataAddress("openapi", "/openapi.json", "This description", "Description"),
    DataAddress("data-papers", "/{council}/papers/data.json", "The published papers", "Papers"),
    DataAddress(
        "data-edition", f"{_EDITION}data.json", "An edition with its figures", "EditionFigures"
    ),
    *_figures("figure", _EDITION, "an edition"),
    *_figures("current-figure", _PAPER, "the current edition"),
    *_series("figure-series", _SERIES, "A figure"),
    *_series("figure-member", f"{_SERIES}{{member}}/", "A member of a breakdown"),
    DataAddress(
        "every-json", "/{council}/figures/data.json", "Every figure in one file", "EverySeries"
    ),
    DataAddress(
        "every-csv", "/{council}/figures/data.csv", "Every figure, as one table", media_type=CSV
    ),
    DataAddress(
        "every-csv-metadata",
        "/{council}/figures/data.csv-metadata.json",
        "What the columns of that table hold",
        _TABLE,
        CSV_METADATA,
    ),
    DataAddress(
        "ledger-json",
        "/{council}/ledger/data.json",
        "The ledger of assurance",
        "Ledger",
        asked=("committee",),
    ),
    DataAddress(
        "ledger-csv",
        "/{council}/ledger/data.csv",
        "The ledger, a row for each subject",
        media_type=CSV,
        asked=("committee",),
    ),
)
# What each parameter of an address is.
PARAMETERS = {
    "council": ("The council's short name", {"type": "string"}),
    "series": ("The short name of the papers' series", {"type": "string"}),
    "slug": ("The paper's own name in its series", {"type": "string"}),
    "number": ("The number of the edition", {"type": "integer", "minimum": 1}),
    "place": ("The number of the figure in the edition", {"type": "integer", "minimum": 1}),
    "key": ("What is counted, the same in every paper", {"type": "string"}),
    "member": ("The part of a breakdown", {"type": "string"}),
    "committee": ("The short name of one committee", {"type": "string"}),
}


def openapi() -> dict:
    """The whole description."""
    current = licence()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Published assurance papers",
            "version": VERSION,
            "description": ABOUT,
            "license": {"name": current["name"], "url": current["address"]},
        },
        "servers": [{"url": settings.PUBLIC_ADDRESS.rstrip("/") or "/"}],
        "paths": {item.address: {"get": _get(item)} for item in ENDPOINTS},
        "components": {"schemas": SCHEMAS},
    }


def _get(item):
    content = {
        item.media_type: {"schema": named(item.schema) if item.schema else {"type": "string"}}
    }
    responses = {
        "200": {"description": item.about, "content": content},
        "304": {"description": "Nothing has changed since the fingerprint (ETag) that was sent"},
    }
    if "{" in item.address:
        responses["404"] = {"description": "Nothing is published at this address"}
    if "{slug}" in item.address:
        gone = {JSON: {"schema": named("TakenDown")}}
        responses["410"] = {"description": "It was taken down", "content": gone}
    return {
        "operationId": item.name,
        "summary": item.about,
        "parameters": [
            *(_parameter(name, "path") for name in re.findall(r"{(\w+)}", item.address)),
            *(_parameter(name, "query") for name in item.asked),
        ],
        "responses": responses,
    }


def _parameter(name, where):
    about, schema = PARAMETERS[name]
    fields = {"name": name, "in": where, "description": about, "schema": schema}
    return {**fields, "required": where == "path"}
