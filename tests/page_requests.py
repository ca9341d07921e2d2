"""Short words for what the tests of pages ask: addresses, typed dates, errors, answers."""

from datetime import date
from functools import cache

from django.forms import MultipleChoiceField
from django.test import Client
from django.urls import reverse

from tests.pages_by_role import PAGES

OF_REPORTS = {
    *("verdicts", "conversion", "contributions", "approvals", "issue", "published", "editor"),
    "publication",
    "report_templates",
}


def at(paper, name, *more, **query):
    """The address of a paper's page, with the query that it takes."""
    address = reverse(of_reports(name), args=[paper.series.slug, paper.slug, *more])
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    return f"{address}?{asked}" if asked else address


@cache
def of_reports(name):
    """The name of a page of reports with its namespace."""
    [found] = {name, *(f"{one}:{name}" for one in OF_REPORTS)} & set(PAGES)
    return found


def boxes(**dates):
    """The three boxes of date fields, each typed as in `2 3 2016`; empty for no date."""
    return {
        f"{name}_{part}": text
        for name, written in dates.items()
        for part, text in zip(("day", "month", "year"), written.split() or ("",) * 3, strict=True)
    }


def drawn(answer):
    """What a page's form would send as it stands: field → text."""
    sent = {}
    for field in answer.context["form"]:
        value = field.value()
        if isinstance(value, date):
            sent |= boxes(**{field.html_name: f"{value.day} {value.month} {value.year}"})
        elif isinstance(field.field, MultipleChoiceField):
            sent[field.html_name] = value or []
        elif isinstance(value, list):
            sent |= boxes(**{field.html_name: " ".join(filter(None, value))})
        elif value not in (None, False):
            sent[field.html_name] = getattr(value, "pk", value)
    return sent


def errors(answer):
    """Field → sentences of the form that an answer shows again."""
    return {name: list(said) for name, said in answer.context["form"].errors.items()}


def words(answer):
    """The page as one line of text with its markup."""
    return " ".join(answer.content.decode().split())


def wrong_blocks(answer):
    """The slugs of the blocks in which the page of a draft names an error."""
    causes = answer.context["arrangement"].verdict.errors
    return {item.fault.block for cause in causes for item in cause.results}


def browser_of(user):
    """A browser in which `user` is signed in."""
    client = Client()
    client.force_login(user)
    return client
