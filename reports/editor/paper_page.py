"""The page of a paper: later apps join what it shows besides the paper itself."""

from collections.abc import Callable

from reports.papers.models.papers import Paper

Context = Callable[[object, Paper], dict]
_sources: list[Context] = []


def join(source: Context) -> None:
    """Joins `source` (account and paper in, variables of the page out) to the page of a paper."""
    _sources.append(source)


def context_of(user, paper: Paper) -> dict:
    """Every variable that was joined, for `user` and `paper`."""
    return {name: value for source in _sources for name, value in source(user, paper).items()}
