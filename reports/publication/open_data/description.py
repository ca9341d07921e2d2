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
    "site may ask. A published edition never changes; what is removed answers 410."
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


def _three(kind, address, about, table, schema):
    """The data of a page as JSON and as a table, and what the columns of the table hold."""
    columns = "What the columns of that table hold"
    return (
        DataAddress(f"{kind}-json", f"{address}.json", about, schema),
        DataAddress(f"{kind}-csv", f"{address}.csv", table, media_type=CSV),
        DataAddress(
            f"{kind}-csv-metadata", f"{address}.csv-metadata.json", columns, _TABLE, CSV_METADATA
        ),
    )


def _figures(kind, prefix, which):
    about = f"A figure of {which}"
    return _three(kind, f"{prefix}figures/{{place}}", about, f"{about}, as a table", "Figure")


def _series(kind, prefix, which):
    about = f"{which} through all papers"
    return _three(kind, f"{prefix}data", about, f"{which}, as a table", "Series")


def _ledger(kind, about, **how):
    address = f"/{{council}}/ledger/data.{kind}"
    return DataAddress(f"ledger-{kind}", address, about, asked=("committee",), **how)


_EVERY = ("Every figure in one file", "Every figure, as one table", "EverySeries")
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
    *_three("every", "/{council}/figures/data", *_EVERY),
    _ledger("json", "The ledger of assurance", schema="Ledger"),
    _ledger("csv", "The ledger, a row for each subject", media_type=CSV),
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
        responses["410"] = {"description": "It was removed", "content": gone}
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
