"""The shapes of published data, in JSON Schema as OpenAPI 3.1 takes it."""

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
_FIGURE = {**_DEFINED, **_VALUE, "number": WHOLE}
_EARLIER = {
    **{"text": TEXT, "value": maybe(WHOLE), "base": maybe(WHOLE), "said_in": TEXT},
    "address": ADDRESS,
}
_TELLING = {
    "edition": named("Edition"),
    "places": a_list(named("Place")),
    "evidence": a_list(an_object(source=TEXT, when=TEXT, figures=WHOLE)),
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
    "Figure": an_object(**_FIGURE, edition=named("Edition"), **_LICENSED),
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
    "Papers": an_object(papers=a_list(an_object(("title",), **_PAPER)), **_LICENSED),
    "Telling": an_object(**_TELLING),
    "Ledger": an_object(
        true_on=DAY,
        papers=a_list(named("Edition")),
        subjects=a_list(an_object(**_SUBJECT)),
        **_LICENSED,
    ),
    "TakenDown": an_object(status={"const": 410}, taken_down_on=DAY, reason=TEXT),
    "TableDescription": {
        "type": "object",
        "required": ["@context", "url", "dc:license", "tableSchema"],
        "description": "A description of a table by the W3C's CSV on the Web",
    },
    "Description": {"type": "object", "required": ["openapi", "info", "paths"]},
}
