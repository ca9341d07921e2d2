"""Figures as search shows them: each with its last published value."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db.models import Q

from assurance.figures.keys import keys_of
from reports.editions.models.editions import EditionQuerySet
from reports.publication.latest_figures import LatestFigure, latest_figures
from reports.publication.models.figures import PrintedFigure


def figure_results(
    keys: Sequence[tuple[str, str]], council: str, editions: EditionQuerySet
) -> list[LatestFigure]:
    """The figures of `keys`, pairs of key and member, as `editions` of a council print them."""
    if not keys:
        return []
    wanted = reduce(or_, (Q(key__in=keys_of(key), member=member) for key, member in keys))
    rows = PrintedFigure.objects.public_in(council).filter(edition__in=editions.values("pk"))
    found = latest_figures(council, rows.filter(wanted).in_order().with_newest())
    index = {(one.key, one.member): one for one in found}
    return [index[key] for key in keys if key in index]
