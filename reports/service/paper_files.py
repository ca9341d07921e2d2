"""A paper out of a file that a command names: a draft, made in whatever transaction is open."""

import json
from datetime import date

from django.core.management.base import CommandError

from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.runtime.digits import whole
from assurance.runtime.periods import today
from reports.conversion.blocks.paper_file import slugged
from reports.conversion.operations.drafts import import_typed_paper
from reports.conversion.operations.paper_import import import_paper
from reports.conversion.paper import paper_file
from reports.conversion.results import ConvertedPaper, NotAPaper
from reports.conversion.summary import apply_answers
from reports.papers.models.papers import Paper

# What a command may say of a paper that its file does not say.
ANSWERS = ("series", "committee", "title", "meeting", "paper_date", "period")


def draft_from(council, value) -> tuple[Paper, ConvertedPaper | None]:
    """(the new draft of `council`, what was recognised in text or Word, or None for a paper file).

    `said` holds `file`, a path, `by` and `ANSWERS`. Raises `CommandError` with a sentence for a
    file that cannot be read or makes no paper.
    """
    try:
        data = value["file"].read_bytes()
        if value["file"].suffix.lower() == ".json":
            return _exchanged(council, data, value), None
        return _convert(council, data, value)
    except OSError as missing:
        raise CommandError(f"{value['file']} cannot be read: {missing.strerror}.") from missing
    except NotAPaper as wrong:
        raise CommandError(f"{value['file']}: {wrong}") from wrong
    except Refused as refused:
        raise CommandError(str(refused)) from refused


def _convert(council, data, value):
    made = paper_file(value["file"].name, data, today())
    period = [_day(item) for item in value["period"] or ()]
    if period and period[1] < period[0]:
        raise CommandError("--period: the end date is before the start date. Swap them.")
    plain = apply_answers(
        made.paper,
        title=(value["title"] or "").strip(),
        series=_named(value["series"]),
        committee=_named(value["committee"]),
        meeting=_day(value["meeting"]),
        period=tuple(period) if period else None,
        paper_date=_day(value["paper_date"]),
    )
    paper = import_typed_paper(
        council=council,
        plain=plain,
        template=made.template,
        file=value["file"].name,
        missed=len(made.missed),
        by=CommandLine(value["by"]),
        on=today(),
    )
    return paper, made


def _named(text):
    """The slug and title of a series or committee that somebody names by either."""
    if not text:
        return None
    slug = slugged(text, "")
    if not slug:
        raise CommandError(f"“{text}” has no letter that an address can have.")
    return slug, text.strip()[:160]


def _exchanged(council, data, value):
    """The draft from a paper file; raises `CommandError` for what is no JSON."""
    name = value["file"]
    try:
        plain = json.loads(data.decode("utf-8"), parse_int=_number)
    except UnicodeDecodeError as fault:
        raise CommandError(f"{name} is not text in UTF-8.") from fault
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise CommandError(f"{name} is not JSON at {where}: {fault.msg}.") from fault
    except _TooLong as fault:
        raise CommandError(f"{name} has a number that is too long.") from fault
    except RecursionError as fault:
        raise CommandError(f"{name} has lists within lists without end.") from fault
    by = CommandLine(value["by"])
    return import_paper(council=council, plain=plain, by=by, on=today())


def _day(text):
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise CommandError(f"“{text}” is not a date: write it as 2016-01-18.") from fault


class _TooLong(Exception):
    """A number of more digits than any that a paper file has."""


def _number(digits):
    number = whole(digits.removeprefix("-"))
    if number is None:
        raise _TooLong
    return -number if digits.startswith("-") else number
