"""The figures and promises that a paper may quote, as they are now: what a clerk chooses from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assurance.figures.figure import Figure, FigureRequest, Mark, Timing, Value
from assurance.figures.labels import RECORD_NAMES
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When, month_of, span_of
from reports.language.grammar import PERIOD
from reports.language.tokens import DateName
from reports.papers.assembly.commitments import slug_of, told_in
from reports.papers.assembly.figure_text import in_form
from reports.papers.manuscript import POSITION, Manuscript
from reports.papers.models.commitments import Commitment
from reports.papers.wording import date_words

SUBJECTS = {
    "looked_after": "Looked-after children",
    "dbs": "DBS checks",
    "audits": "Case-file audits",
    "reviews": "Inspections and reviews",
    "actions": "Improvement actions",
    "surveys": "Surveys",
    "developments": "Developments",
    "documents": "Documents",
    "events": "Engagement events",
    "risks": "Risks",
    "measures": "Measures",
}


@dataclass(frozen=True)
class Other:
    """Another way in which a line goes in: its name, its token, whether as a line of its own."""

    name: str
    token: str
    as_line: bool = False


@dataclass(frozen=True)
class FigureLine:
    """One line of the list; `called` says what its token puts in, where its value does not; `adds`
    that it is a part of a whole, which can be added to others."""

    token: str
    value: str
    title: str
    when: str
    definition: str
    others: tuple[Other, ...] = ()
    called: str = ""
    adds: bool = False


def offered(manuscript: Manuscript) -> list[tuple[str, list[FigureLine]]]:
    """(subject, its figures) for every figure that has an answer at one of the paper's named dates.

    Values are exact, as the records give them: the clerk's list, never the public's.
    """
    return _grouped(
        (figure, _in_words(figure, value, when, token_of(figure, value, at)))
        for figure, at, when, value in answers(manuscript)
    )


def offered_dates(manuscript: Manuscript) -> list[tuple[str, list[FigureLine]]]:
    """(heading, lines) of the paper's named days and periods, its own period first."""
    names = [PERIOD, *sorted(manuscript.names)]
    return [("Named by this report", [_date_line(manuscript, name) for name in names])]


def _date_line(manuscript, name):
    long, *rest = (DateName(name, form) for form in date_words.FORMS)
    label = manuscript.date_text(DateName(name, "label")) or ""
    others = [
        Other(f"as {text}", written_date(token))
        for token in rest
        if (text := manuscript.date_text(token))
    ]
    what = "The report’s period" if name == PERIOD else label or "No label yet"
    return FigureLine(written_date(long), manuscript.date_text(long), what, "", "", tuple(others))


def written_date(token: DateName) -> str:
    """The token as it is typed."""
    return (
        f"[[date:{token.name}]]"
        if token.form == "long"
        else f"[[date:{token.name} | {token.form}]]"
    )


def answers(manuscript: Manuscript) -> Iterator[tuple[Figure, str, When, Value]]:
    """Figure, what a token says after @, day or period, and value, at each named date."""
    span = span_of((manuscript.period, *manuscript.names.values()))
    own = {"span": span, "shared": {}}
    asking = cache(lambda when: FigureRequest(manuscript.council, when, **own))
    for figure in FIGURES.values():
        for at, when in _times(figure, manuscript):
            for value in _values(figure, asking(when)):
                yield figure, at, when, value


def token_of(figure: Figure, value: Value, at: str, form: str = "number") -> str:
    """The token that quotes `value` in `form`."""
    time = f" @{at}" if at else ""
    read = "" if form == "number" else f" | {form}"
    return f"[[{_key(figure, value)}{time}{read}]]"


def label_of(figure: Figure, value: Value) -> str:
    """What the row of a table is called that `value` stands in."""
    return (value.label or figure.title).replace("|", "/")


def _grouped(lines):
    groups = {}
    for figure, line in lines:
        groups.setdefault(SUBJECTS.get(figure.subject, figure.subject), []).append(line)
    return list(groups.items())


def _times(figure: Figure, manuscript: Manuscript):
    """(what the token says after @, the day or period) for each time that suits the figure."""
    named = sorted(manuscript.names.items())
    if figure.timing == Timing.AT:
        return [("" if name == POSITION else name, when) for name, when in named if when.is_day]
    if figure.timing == Timing.MONTH:
        return [(name, when) for name, when in named if when == month_of(when.start)]
    return [("", manuscript.period), *((name, when) for name, when in named if not when.is_day)]


def _values(figure, figure_request: FigureRequest):
    answer = figure.measure(figure_request)
    return [value for value in answer.values() if value.mark != Mark.NOT_RETURNED]


def _in_words(figure, value, when, token):
    row = Other("as a row", f"{label_of(figure, value)} | {token}", as_line=True)
    return _offered(figure, value, when, token, (row,))


def _key(figure, value):
    return f"{figure.key}:{value.member}" if value.member else figure.key


def _offered(figure, value, when, token, others=()):
    return FigureLine(
        token=token,
        value=in_form([value], "number"),
        title=figure.title_of(value.label),
        when=str(when),
        definition=f"Counts {figure.counts}.",
        others=others,
        adds=bool(figure.adds and value.member),
    )


MOST = 200
PROMISE_ROW = "{what} | {due} | {outcome}"
FIELDS = ("paper", "what", "due", "state", "outcome")


def promises(manuscript: Manuscript) -> list[tuple[str, list[FigureLine]]]:
    """(when promised, promises) of the series: to answer first; of older ones the last 200 due."""
    paper, current = manuscript.paper, Commitment.objects.kept_track_of()
    due_here = list(current.due_for(paper).with_papers().with_proposals(paper))
    before = current.promised_before(paper).exclude(pk__in=[item.pk for item in due_here])
    older = list(before.with_papers().order_by("-due_on", "-pk")[:MOST])
    groups = (
        ("For this report to answer", due_here),
        ("Earlier commitments", older),
        ("Commitments of this report", current.made_in(paper).with_papers()),
    )
    return [
        (title, [_offered_promise(row, paper) for row in rows]) for title, rows in groups if rows
    ]


def _offered_promise(item, paper):
    tokens = {name: f"[[record:commitment/{slug_of(item)}.{name}]]" for name in FIELDS}
    sentence = RECORD_NAMES["commitment"].sentences[0]
    return FigureLine(
        token=tokens["outcome"],
        value=told_in(item, paper).get_state_display(),
        title=item.what,
        when=item.due_words,
        called="its outcome",
        definition=f"Commitment in the report of {item.paper.told_on:%B %Y}.",
        others=(
            Other("as a sentence", sentence.format(**tokens)),
            Other("its words", tokens["what"]),
            Other("as a row of a table", PROMISE_ROW.format(**tokens), as_line=True),
        ),
    )
