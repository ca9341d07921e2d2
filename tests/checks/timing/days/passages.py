"""Passages with an edit, `«right|wrong»`, and what every rule finds in either of their sides."""

import re
from dataclasses import replace

from reports.checks.context import EarlierFigure
from tests.checks.drawn import KNOWN, keys

EDIT = re.compile(r"«([^|«»]*)\|([^«»]*)»")


def right_of(passage, **known):
    """What is found in a passage as it should be."""
    return set(keys(EDIT.sub(r"\1", passage), known=replace(KNOWN, **known)))


def wrong_of(passage, **known):
    """What is found in a passage with its slip."""
    return set(keys(EDIT.sub(r"\2", passage), known=replace(KNOWN, **known)))


def counted(day, count, noun):
    """A count that the last paper had for a day."""
    return EarlierFigure(
        key="",
        member="",
        cohort="",
        start=day,
        end=day,
        text=str(count),
        count=count,
        base=None,
        paper="Update of October 2015",
        words=noun,
    )


EARLIER = (
    counted("2015-06-30", 412, "children looked after"),
    counted("2015-06-30", 236, "children with a child protection plan"),
    counted("2015-06-30", 184, "approved foster households"),
    counted("2015-06-30", 1204, "open cases"),
    counted("2015-06-30", 640, "staff with a DBS check"),
)
