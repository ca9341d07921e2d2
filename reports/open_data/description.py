"""Every address that gives data, declared once, the shapes of that data in JSON Schema, and their
description (OpenAPI 3.1)."""

import re
from dataclasses import dataclass

from django.conf import settings

from reports.documents.licence import licence

TEXT, WHOLE, YES_OR_NO = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
DAY = {"type": "string", "format": "date"}
ADDRESS = {"type": "string", "format": "uri-reference"}
DIGEST = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
MARKER = {"enum": ["", "c"], "description": "“c” where the number is withheld: it is null then"}


def maybe(schema: dict) -> dict:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def a_list(schema: dict) -> dict:
    """A list of such."""
    return {"type": "array", "items": schema}


def an_object(optional: tuple[str, ...] = (), **named: dict) -> dict:
    """An object of exactly these names, all there but the `optional`."""
    return {
        "type": "object",
        "properties": named,
        "required": [name for name in named if name not in optional],
        "additionalProperties": False,
    }


def named(name: str) -> dict:
    """A reference to one of `SCHEMAS`."""
    return {"$ref": f"#/components/schemas/{name}"}


_EDITION = {
    **{"council": TEXT, "series": TEXT, "paper": TEXT, "title": TEXT, "number": WHOLE},
    **{"issued_on": DAY, "period_start": DAY, "period_end": DAY},
    **{"address": ADDRESS, "paper_address": ADDRESS},
}
_DEFINED = {
    **{"key": TEXT, "member": TEXT, "title": TEXT, "start": TEXT, "end": TEXT, "when": TEXT},
    **{"unit": TEXT, "cohort": TEXT, "counts": TEXT, "out_of": TEXT, "rule": TEXT},
    **{"citation": TEXT, "source": TEXT},
}
_VALUE = {
    **{"value": maybe(WHOLE), "text": TEXT, "base": maybe(WHOLE)},
    **{"marker": MARKER, "marker_words": TEXT, "address": ADDRESS},
    "places": a_list(named("Place")),
}
_FIGURE = {**_DEFINED, **_VALUE, "made_of": TEXT, "origin": TEXT, "number": WHOLE}
_EARLIER = {
    **{"text": TEXT, "value": maybe(WHOLE), "base": maybe(WHOLE), "said_in": TEXT},
    "address": ADDRESS,
}
_TELLING = {
    "edition": named("Edition"),
    "how": TEXT,
    "places": a_list(named("Place")),
    "evidence": a_list(
        an_object(source=TEXT, when=TEXT, figures=WHOLE, rows=maybe(WHOLE), fields=WHOLE)
    ),
}
_SUBJECT = {
    **{"subject": TEXT, "title": TEXT, "papers_that_told": WHOLE, "last_told_on": maybe(DAY)},
    **{"last_told_in": maybe(ADDRESS), "months_since_told": maybe(WHOLE)},
    **{"with_figures": maybe(YES_OR_NO), "evidence_to": maybe(DAY)},
    **{"evidence_months": maybe(WHOLE), "papers_silent_since": WHOLE},
    **{"last": maybe(named("Telling")), "last_with_figures": maybe(named("Telling"))},
    "silent": a_list(ADDRESS),
}
_PAPER = {
    **{"series": TEXT, "paper": TEXT, "committee": TEXT, "title": TEXT, "period_start": DAY},
    **{"period_end": DAY, "address": ADDRESS},
    "editions": a_list(
        an_object(number=WHOLE, issued_on=DAY, taken_down=YES_OR_NO, address=ADDRESS, data=ADDRESS)
    ),
}
_NUMBERED = {"number": WHOLE, "title": TEXT, "points": a_list(named("Point"))}
_FILE = {"name": TEXT, "media_type": TEXT, "size": WHOLE, "sha256": DIGEST, "address": ADDRESS}
_LICENSED = {"licence": named("Licence")}

SCHEMAS = {
    "Licence": an_object(name=TEXT, address={"type": "string", "format": "uri"}),
    "Place": an_object(address=ADDRESS, words=TEXT),
    "Edition": an_object(**_EDITION),
    "EditionFigure": an_object(**_FIGURE),
    "Figure": an_object(
        **_FIGURE,
        compared_with=a_list(an_object(name=TEXT, words=TEXT)),
        edition=named("Edition"),
        **_LICENSED,
    ),
    "EditionFigures": an_object(
        edition=an_object(**_EDITION, notices=a_list(TEXT), digest=DIGEST, language=TEXT),
        figures=a_list(named("EditionFigure")),
        files=a_list(an_object(**_FILE)),
        **_LICENSED,
    ),
    "Point": an_object(
        **_DEFINED,
        **_VALUE,
        taken_out=YES_OR_NO,
        counted_otherwise=a_list(TEXT),
        was=a_list(an_object(**_EARLIER)),
        edition=named("Edition"),
    ),
    "Series": an_object(
        key=TEXT, member=TEXT, title=TEXT, strands=a_list(an_object(**_NUMBERED)), **_LICENSED
    ),
    "EverySeries": an_object(series=a_list(named("Series")), **_LICENSED),
    "Reports": an_object(papers=a_list(an_object(("title",), **_PAPER)), **_LICENSED),
    "Telling": an_object(**_TELLING),
    "ReportingHistory": an_object(
        true_on=DAY,
        papers=a_list(named("Edition")),
        subjects=a_list(an_object(**_SUBJECT)),
        **_LICENSED,
    ),
    "TakenDown": an_object(status={"const": 410}, taken_down_on=DAY, reason=TEXT),
    "TableDescription": {
        "type": "object",
        "required": ["@context", "url", "dc:license", "tableSchema"],
        "description": "A description of a table by the W3C’s CSV on the Web",
    },
    "Description": {"type": "object", "required": ["openapi", "info", "paths"]},
}


JSON, CSV, CSV_METADATA = "application/json", "text/csv", "application/csvm+json"
VERSION = "1.0"
ABOUT = (
    "Everything that a council has published with this service, to be read by programs. Each "
    "page has the address of its data. Nothing can be written, no key is needed, and every "
    "site may ask. A published edition never changes; what is removed answers 410."
)


@dataclass(frozen=True)
class DataAddress:
    """An address of data: its route's `name`, parameters in braces, what, media type, schema."""

    name: str
    address: str
    about: str
    schema: str = ""
    media_type: str = JSON
    asked: tuple[str, ...] = ()


_PAPER_AT = "/{council}/reports/{series}/{slug}/"
_EDITION_AT = f"{_PAPER_AT}edition-{{number}}/"
_SERIES = "/{council}/figures/{key}/"
_TABLE = "TableDescription"


def _three(kind, address, about, table, schema):
    """The data of a page as JSON and as a table, and what the columns of the table hold."""
    columns = "The columns of that table"
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
    about = f"{which} in all reports"
    return _three(kind, f"{prefix}data", about, f"{which}, as a table", "Series")


def _ledger(kind, about, **how):
    address = f"/{{council}}/ledger/data.{kind}"
    return DataAddress(f"ledger-{kind}", address, about, asked=("committee",), **how)


_EVERY = ("Every figure in one file", "Every figure, as one table", "EverySeries")
ENDPOINTS = (
    DataAddress("openapi", "/openapi.json", "This description", "Description"),
    DataAddress("data-papers", "/{council}/reports/data.json", "The published reports", "Reports"),
    DataAddress(
        "data-edition", f"{_EDITION_AT}data.json", "An edition with its figures", "EditionFigures"
    ),
    *_figures("figure", _EDITION_AT, "an edition"),
    *_figures("current-figure", _PAPER_AT, "the current edition"),
    *_series("figure-series", _SERIES, "A figure"),
    *_series("figure-member", f"{_SERIES}{{member}}/", "A member of a breakdown"),
    *_three("every", "/{council}/figures/data", *_EVERY),
    _ledger("json", "When each subject was last reported", schema="ReportingHistory"),
    _ledger("csv", "When each subject was last reported, as a table", media_type=CSV),
    DataAddress(
        "ledger-csv-metadata",
        "/{council}/ledger/data.csv-metadata.json",
        *("The columns of that table", _TABLE, CSV_METADATA),
    ),
)
# What each parameter of an address is.
PARAMETERS = {
    "council": ("The council’s short name", {"type": "string"}),
    "series": ("The short name of the series of reports", {"type": "string"}),
    "slug": ("The report’s own name in its series", {"type": "string"}),
    "number": ("The number of the edition", {"type": "integer", "minimum": 1}),
    "place": ("The number of the figure in the edition", {"type": "integer", "minimum": 1}),
    "key": ("The figure’s key, the same in every report", {"type": "string"}),
    "member": ("The part of a breakdown", {"type": "string"}),
    "committee": ("The short name of one committee", {"type": "string"}),
}


def openapi() -> dict:
    """The whole description."""
    current = licence()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Published assurance reports",
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
