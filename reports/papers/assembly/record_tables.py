"""Tables of records in a paper: what, filter, columns; read at assembly and frozen at issue like a
figure.

A block's `data["records"]` is {"what", "filter": {field: value}, "columns": [names], "group":
name}. A group is a column put first. Nothing about a person has a column here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from assurance.governance import quotable
from assurance.improvement.models.actions import PROGRESS, Action
from assurance.reviews.models.findings import Finding, Review
from assurance.runtime.periods import say_day, today
from reports.papers.models.commitments import Commitment


@dataclass(frozen=True)
class Kind:
    """A kind of list: its rows for a council, the filters it knows, and its columns with heading
    and reading. `told_at` gives the rows as they stood at the end of a day, where that is held;
    `of_paper` its rows for a paper, where each paper has its own."""

    rows: Callable
    filters: Mapping[str, str]
    columns: Mapping[str, tuple[str, Callable]]
    told_at: Callable = lambda rows, day: rows
    of_paper: Callable | None = None


@dataclass(frozen=True)
class RecordList:
    """A list as words: headings and rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ListRefused(ValueError):
    """A list that cannot be made; the message is one sentence for the writer."""


def listed(council, mapping: Mapping, at: date | None = None, paper=None) -> RecordList:
    """The list that `wanted` describes, true at the end of the day `at` (today where none is
    given), as `paper` prints it where one is given; raises `ListRefused` naming the first thing
    that is not known."""
    kind, chosen, filters = check(mapping)
    own = kind.of_paper(paper) if kind.of_paper and paper else kind.rows(council)
    rows = kind.told_at(own, at or today())
    for name, value in filters.items():
        try:
            rows = rows.filter(**{kind.filters[name]: value})
        except ValueError:
            raise ListRefused(f"“{value}” is no {name} of this list: write a number.") from None
    headings = tuple(kind.columns[name][0] for name in chosen)
    return RecordList(
        headings,
        tuple(tuple(str(kind.columns[name][1](row)) for name in chosen) for row in rows.distinct()),
    )


def check(wanted: Mapping):
    """(kind, column names, filters) of a list; raises `ListRefused` naming the first thing that is
    not known."""
    kind = KINDS.get(wanted.get("what", ""))
    if kind is None:
        raise ListRefused(
            f"A list of “{wanted.get('what', '')}” is not known: use {', '.join(KINDS)}."
        )
    group = [wanted["group"]] if wanted.get("group") else []
    chosen = [
        *group,
        *(name for name in wanted.get("columns") or kind.columns if name not in group),
    ]
    filters = dict(wanted.get("filter") or {})
    _refuse_strange("column", chosen, kind.columns)
    _refuse_strange("filter", filters, kind.filters)
    return kind, chosen, filters


def _refuse_strange(what, names, known):
    for name in names:
        if name not in known:
            raise ListRefused(f"“{name}” is not a {what} of this list: use {', '.join(known)}.")


def _actions(council):
    rows = Action.objects.of(council).active().select_related("priority")
    response = Prefetch("findings", Finding.objects.listed().select_related("review"))
    together = rows.prefetch_related(response, "impact_changes")
    return together.order_by("priority__order", "reference")


def _findings(council):
    rows = Finding.objects.of(council).listed().select_related("theme", "review")
    rows = rows.prefetch_related(Prefetch("actions", Action.objects.active()))
    return rows.order_by("review", "theme__order", "kind", "number")


def _reviews(council):
    return Review.objects.of(council).active()


def _commitments(council):
    return Commitment.objects.of(council).kept_track_of().with_papers()


def _due_for(paper):
    return Commitment.objects.due_for(paper).with_papers()


def _made_in(paper):
    return Commitment.objects.kept_track_of().filter(paper=paper).with_papers()


def _short(finding):
    """`Area 3`: a column has no room for the kind in full."""
    return f"{finding.kind.replace('_', ' ').capitalize()} {finding.number}"


def _day(name):
    return lambda row: say_day(getattr(row, name))


IMPACTS = dict(Action.IMPACTS)
_COMMITMENT = {
    "what": ("What we said", lambda row: row.what),
    "promised": ("Where", lambda row: f"Paper of {row.paper.told_on:%B %Y}"),
    "who": ("Who", lambda row: row.who),
    "due": ("When it was due", lambda row: row.due_words),
    "outcome": ("What became of it", lambda row: row.outcome),
}
KINDS: Mapping[str, Kind] = {
    "actions": Kind(
        _actions,
        {
            "plan": "priority__plan__slug",
            "priority": "priority__order",
            "status": "status_then",
            "finding": "findings__number",
        },
        {
            "reference": ("Action", lambda row: row.reference),
            "priority": ("Priority", lambda row: row.priority.title),
            "text": ("What we will do", lambda row: row.text),
            "owner": ("Who leads", lambda row: row.owner_role),
            "due": ("Due", _day("due_then")),
            "status": ("Progress", lambda row: PROGRESS[row.status_then]),
            "impact": ("Difference made", lambda row: IMPACTS[row.impact_then]),
            "findings": (
                "Findings answered",
                lambda row: ", ".join(map(_short, row.findings.all())) or "none",
            ),
        },
        lambda rows, day: rows.told_at(day),
    ),
    "findings": Kind(
        _findings,
        {"review": "review__slug", "kind": "kind", "theme": "theme__slug"},
        {
            "number": ("Number", lambda row: row.number),
            "theme": ("Theme", lambda row: row.theme.title if row.theme else ""),
            "kind": ("Kind", lambda row: row.get_kind_display()),
            "text": ("Finding", lambda row: row.text),
            "place": ("Where in the report", lambda row: row.place),
            "actions": (
                "Actions",
                lambda row: ", ".join(action.reference for action in row.actions.all()),
            ),
            "no_action_because": ("Why there is no action", lambda row: row.no_action_because),
        },
    ),
    "reviews": Kind(
        _reviews,
        {"kind": "kind"},
        {
            "title": ("Review", lambda row: row.title),
            "body": ("By", lambda row: row.body),
            "started": ("From", _day("started_on")),
            "ended": ("To", _day("ended_on")),
            "grade": ("Judgement", lambda row: row.grade),
        },
    ),
    "commitments_due": Kind(_commitments, {"state": "state"}, _COMMITMENT, of_paper=_due_for),
    "commitments_made": Kind(_commitments, {"state": "state"}, _COMMITMENT, of_paper=_made_in),
    **{what: Kind(*values) for what, values in quotable.LISTED.items()},
}
