"""The browsers of an officer and a clerk, and the paper that the clerk writes."""

import pytest

from assurance.figures.registry import FIGURES
from reports.quotable.insertion import figure_catalogue
from tests import cast
from tests.make import drafts

# What the list beside an editor offers here: the page of every role offers, and so measures, all.
OFFERED = ("audits.done", "looked_after.children", "dbs.overdue")


@pytest.fixture
def signed_in(client):
    """The client of an officer."""
    client.force_login(cast.officer())
    return client


@pytest.fixture
def clerk(db):
    """A clerk of the usual council."""
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper that nothing stops, being written by the clerk."""
    return drafts.written(clerk)


@pytest.fixture
def few_figures(monkeypatch):
    """The lists of figures offer a few."""
    few = {key: FIGURES[key] for key in OFFERED}
    monkeypatch.setattr(figure_catalogue, "FIGURES", few)


@pytest.fixture
def browser(client, clerk, few_figures):
    """The clerk's browser, signed in, to whom the lists of figures offer a few."""
    client.force_login(clerk)
    return client
