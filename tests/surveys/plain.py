"""Answers and waves as the rules read them, without a database."""

from decimal import Decimal
from types import SimpleNamespace


def counted(label, n_yes, n_answered, **said):
    """A counted answer of the wave called `label`."""
    return _answer(label, n_yes=n_yes, n_answered=n_answered, **said)


def only_stated(label, per_cent, **said):
    """An answer of which a source states the per cent alone."""
    return _answer(label, per_cent=Decimal(per_cent), source="The printed report", **said)


def _answer(label, **said):
    usual = {**dict.fromkeys(("n_yes", "n_answered", "n_asked", "per_cent")), "bound": ""}
    usual |= {"source": "", "wording": "I can rely on my worker"}
    return SimpleNamespace(wave=SimpleNamespace(label=label), **{**usual, **said})


YORK = (only_stated("2015", 65), only_stated("2017", 54), counted("2018–19", 42, 56))
