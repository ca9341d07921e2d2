"""The public addresses of papers, editions and figures, without a host: kept for ever."""


def paper_address(paper) -> str:
    """`/eborford/reports/safeguarding/january-2016/`: shows the current edition."""
    return f"/{paper.council.slug}/reports/{paper.series.slug}/{paper.slug}/"


def edition_address(edition) -> str:
    """`…/edition-2/`: one edition, for as long as there is a record."""
    return f"{paper_address(edition.paper)}edition-{edition.number}/"


def figure_address(edition, number) -> str:
    """`…/edition-1/figures/3/`: what one printed figure counts."""
    return figure_below(edition_address(edition), number)


def figure_below(address: str, number) -> str:
    """The same of the edition at an `address`."""
    return f"{address}figures/{number}/"


def series_address(council: str, key: str, member: str = "") -> str:
    """`/eborford/figures/dbs.overdue/`: one figure, or a member of it, through all reports."""
    return f"/{council}/figures/{key}/{f'{member}/' if member else ''}"
