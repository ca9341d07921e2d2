"""The texts by which search finds passages, figures, commitments and recommendations, written as
an edition is published.

A commitment or recommendation that was changed since has a text of an earlier version: a search
reads it whatever its words are, until the next edition is published.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from django.db.models import Q

from assurance.figures.fields import current_key_of
from assurance.figures.registry import FIGURES
from reports.documents.document import (
    NOTE,
    Chart,
    Facts,
    Headlines,
    Item,
    Paragraph,
    Run,
    Section,
    Table,
    text_of,
)
from reports.documents.entries import STATED
from reports.editions.models.editions import Edition
from reports.language.rules.due_dates import OPEN, STATES
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules.subjects import BY_SLUG, spoken_of, subject_of
from reports.publication.models.figures import PrintedFigure
from reports.publication.models.search_texts import FigureText, RecordText
from reports.vocabulary.stems import stems

IDENTITY = ("council", "key", "member")
OWN = ("title", "name", "text", "around", "day")

# After these no sign parts what follows.
SENTENCE_ENDS = (".", "?", "!", ".”", "?”", "!”", ".)")


def write_figure_texts(edition: Edition) -> None:
    """Writes the text of each figure that `edition` prints, as the newest editions have it."""
    others = Edition.objects.readable().exclude(paper=edition.paper_id)
    printings = (
        PrintedFigure.objects.exclude(key=STATED)
        .without_differences()
        .filter(
            Q(edition=edition) | Q(edition__in=others.values("pk")),
            edition__paper__council=edition.paper.council_id,
        )
    )
    own = printings.filter(edition=edition).annotate(figure=current_key_of("key"))
    used = {tuple(pair) for pair in own.order_by().values_list("figure", "member")}
    keys = {key for key, _ in used}
    rows = printings.gathered().filter(figure__in=keys)
    months = _months_of(printings.annotate(figure=current_key_of("key")).filter(figure__in=keys))
    texts = [
        FigureText(
            council_id=edition.paper.council_id,
            **figure_text(row, months[row["figure"], row["member"]]),
        )
        for row in rows
        if (row["figure"], row["member"]) in used
    ]
    FigureText.objects.bulk_create(
        texts, update_conflicts=True, unique_fields=IDENTITY, update_fields=OWN
    )


def write_record_texts(edition: Edition) -> None:
    """Writes the texts of the commitments and recommendations of `edition`, and again
    of those of its council that were changed since theirs was written."""
    council = edition.paper.council
    for kind, model, written in (
        ("commitment", Commitment, commitment_text),
        ("recommendation", Recommendation, recommendation_text),
    ):
        own = Q(paper=edition.paper_id) | Q(
            pk__in=model.objects.public_in(council.slug).values("pk")
        )
        rows = model.objects.filter(own, RecordText.objects.stale(kind)).select_related(
            "paper__meeting"
        )
        texts = [
            RecordText(council=council, **{kind: row}, version=row.version, text=written(row))
            for row in rows
        ]
        RecordText.objects.bulk_create(
            texts,
            update_conflicts=True,
            unique_fields=[kind],
            update_fields=["version", "text"],
        )


def _months_of(printings):
    """(figure, member) → the months of its printed values in words, the first first."""
    months: dict[tuple[str, str], dict[str, None]] = {}
    rows = printings.filter(end__isnull=False).order_by("end")
    for figure, member, end in rows.values_list("figure", "member", "end"):
        months.setdefault((figure, member), {})[f"{end:%B %Y}"] = None
    return defaultdict(tuple, {name: tuple(texts) for name, texts in months.items()})


def heading_and_words(thing) -> tuple[str, str] | None:
    """The heading and the words that a block prints, as an excerpt shows them; None for what has
    neither."""
    match thing:
        case Section():
            return f"{thing.number} {thing.title}".strip(), ""
        case Paragraph():
            return printed_words(thing.heading), printed_words(thing.content)
        case Table():
            text = f"{_cells((thing.columns, *thing.rows))} {printed_words(thing.notes)}"
            return f"{thing.label} {thing.caption}".strip(), text.strip()
        case Chart():
            text = f"{thing.finding} {_cells(thing.table.rows)}"
            return f"{thing.label} {thing.caption}".strip(), text.strip()
        case Headlines():
            items = " ".join(map(_headline, thing.items))
            return "", f"{items} {printed_words(thing.main_points)}".strip()
        case Facts():
            rows = (f"{row.name}: {printed_words(row.lines)}" for row in thing.rows)
            return "", _joined(rows, "; ")
        case Item():
            return "", printed_words(thing.content)


def printed_words(value) -> str:
    """What `value` of a document prints, without the marks that call notes."""
    return " ".join(text_of(_without_marks(value)).split())


def _cells(rows):
    """Rows of cells with signs between them; an empty cell adds none."""
    texts = ([printed_words(cell.runs) for cell in row] for row in rows)
    return _joined((_joined(row, ", ") for row in texts), "; ")


def _joined(texts, sign):
    """The texts that are not empty with `sign` between them; none where a sentence has ended."""
    whole = ""
    for text in filter(None, texts):
        ends = whole.endswith(SENTENCE_ENDS)
        whole += f"{(' ' if ends else sign) if whole else ''}{text}"
    return whole


def _headline(item):
    """A headline figure as a sentence or two."""
    value = " ".join(filter(None, (printed_words(item.value), item.unit)))
    about = printed_words(item.about)
    sentences = (f"{item.name}: {', '.join(filter(None, (value, about)))}", item.change)
    return " ".join(f"{text.rstrip('.')}." for text in sentences if text)


def _without_marks(value):
    if not isinstance(value, tuple):
        runs = getattr(value, "runs", None)
        return value if runs is None else _without_marks(runs)
    rows = (item for item in value if not (isinstance(item, Run) and item.kind == NOTE))
    return tuple(_without_marks(item) if not isinstance(item, Run) else item for item in rows)


def figure_text(row: Mapping, months: Collection[str] = ()) -> dict:
    """The fields of the text of a figure whose printings are gathered in `row`, which has values of
    `months`."""
    key = row["figure"]
    subject, declared = BY_SLUG.get(subject_of(key)), FIGURES.get(key)
    near = key.replace("_", " ").replace(".", " ")
    around = [subject.title] if subject else []
    around += [declared.title, declared.counts, declared.out_of] if declared else []
    around += months
    # Each year that it has a value of is as much its own as that of the last.
    years = dict.fromkeys(month.rpartition(" ")[2] for month in months)
    return {
        "key": key,
        "member": row["member"],
        "title": row["title"],
        "name": stems(row["title"]),
        "text": stems(f"{row['title']} {near} {' '.join(years)} {row['last'] or ''}"),
        "around": stems(" ".join(around)),
        "day": row["last"],
    }


def commitment_text(row: Commitment) -> str:
    """The text of a commitment, in stems: its words, its dates, what it is about."""
    about = "".join(map(words_about, spoken_of(f"{row.what} {row.sentence}")))
    return f"{stems(row.what)}{commitment_around(row)}{stems(f'due {row.due_words}')}{about}"


def commitment_around(row: Commitment) -> str:
    """Who keeps a commitment and the month of its report, in stems."""
    return stems(f"{row.who} {row.paper.told_on:%B %Y}")


def recommendation_text(row: Recommendation) -> str:
    """The text of a recommendation, in stems."""
    return f"{stems(f'{row.wording} {row.amended}')}{recommendation_around(row)}"


def recommendation_around(row: Recommendation) -> str:
    """The decision on a recommendation, its minute and the month of its report, in stems."""
    minute = f"minute {row.minute}" if row.minute else ""
    return stems(f"{row.decision_words} {minute} {row.paper.told_on:%B %Y}")


def states_in(phrases) -> Iterator[str]:
    """The states of commitments that any of `phrases`, in stems, may name."""
    for state, title in STATES:
        words = stems(f"{title} due overdue" if state == OPEN else title)
        if any(phrase in words for phrase in phrases):
            yield state


@cache
def words_about(slug: str) -> str:
    """The titles of the figures of a subject, with the subject's own words, in stems."""
    subject = BY_SLUG[slug]
    titles = [declared.title for key, declared in FIGURES.items() if subject_of(key) == slug]
    return "".join(map(stems, (subject.title, *subject.words, *titles)))
