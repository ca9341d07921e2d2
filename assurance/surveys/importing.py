"""Results of surveys as a file: a row for each question of each wave.

A survey, a wave or a question that is new is added with what the row says of it; new questions
stand in the order of their wordings unless the file gives their places, so that the order of the
rows never matters.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP
from decimal import Decimal as Exact

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.surveys.models import Answer, Question, Survey, Wave, slug_of
from assurance.surveys.rules import answers as rules
from assurance.tables.cells import Percent, Whole
from assurance.tables.clean import plain
from assurance.tables.table import Cell, Unreadable

TENTH = Exact("0.1")
LAST = 10_000
COUNTS = ("n_yes", "n_answered", "n_asked")
MOST = 1_000_000
FILL_IN = "Fill it in, in one row of it at least."


class StatedPerCent:
    """A `SourcePerCent` from 54, 54.5%, over 90%; or a workbook's 0.54."""

    def __call__(self, cell: Cell, order: str = "") -> rules.SourcePerCent | None:
        """The per cent with its bound."""
        if cell is None:
            return None
        if not isinstance(cell, str) or cell.replace(".", "").rstrip("% ").isdecimal():
            number = Percent()(cell)
            if not isinstance(cell, str):
                # A workbook holds more decimals than it shows.
                return rules.SourcePerCent(number.quantize(TENTH, ROUND_HALF_UP))
        try:
            return rules.stated(cell)
        except ValueError as wrong:
            raise Unreadable("It is not a per cent.", f"{wrong}.") from wrong


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses the answer of a row by the rules of a typed one."""
    before, stated = reading.current("answer", values), values.get("per_cent")
    # An empty cell leaves what stands, so what would stand together is weighed together.
    after = reading.after("answer", values)
    details = {name: after[name] for name in (*COUNTS, "per_cent")}
    details["bound"] = after["bound"] or ""
    details["source"] = values.get("source") or after["source"] or ""
    for name, sentence in rules.faults(details):
        yield Fault("per_cent" if name == "bound" else name, sentence)
    if before is not None and stated and before.bound and not stated.bound:
        wrong = f"The register has “{rules.say_share(before)}”"
        yield Fault("per_cent", wrong, "Change it on the answer’s own page.")


def place_questions(rows: Sequence[Values], standing: Sequence[Question], reading: Reading):
    """Gives new questions their places, by those in the file, then by their wordings."""
    new = defaultdict(dict)
    for values in rows:
        if reading.current("question", values) is None:
            places, text = new[reading.place("survey", values)], plain(values["question"])
            places[text] = min(values.get("order") or LAST, places.get(text, LAST))
    orders = {}
    for survey, places in new.items():
        last = max((item.order for item in standing if item.survey_id == survey), default=0)
        ordered = sorted(places, key=lambda text: (places[text], text))
        orders |= {(survey, text): order for order, text in enumerate(ordered, last + 1)}
    for values in rows:
        key = reading.place("survey", values), plain(values["question"])
        values["place"] = orders.get(key)


def question_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The place of a new question; one that stands keeps its own."""
    return {} if reading.current("question", values) else {"order": values["place"]}


def answer_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of an answer; one that stands keeps the wording of its day."""
    stated, question = fields["per_cent"], reading.current("question", values)
    wording = question.wording if question else values["question"]
    if reading.current("answer", values):
        wording = None
    return {
        **fields,
        "wording": fields["wording"] or wording,
        "source": fields["source"] if stated else None,
        "per_cent": stated and stated.per_cent,
        "bound": stated and stated.bound,
    }


def wave_faults(fields: Mapping) -> Iterator[tuple[str, str]]:
    """What refuses the days of a wave."""
    if sentence := rules.why_not_end(fields["started_on"], fields["ended_on"]):
        yield "ended_on", sentence


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """The questions that would be added to a survey that is there: a mistyped one would be a
    question of its own."""
    new = {
        values["question"]
        for _, values in rows
        if reading.current("survey", values) and reading.current("question", values) is None
    }
    if new:
        text = ", ".join(f"“{item}”" for item in sorted(new))
        yield f"Questions that would be added: {text}."


def export_rows(council: Council) -> Iterator[tuple]:
    """Each answer that counts, in the order of its survey, its wave and its question."""
    rows = Answer.objects.of(council).listed().select_related("wave", "question__survey")
    ordered = rows.order_by("question__survey", "wave__ended_on", "wave", "question__order")
    for item in ordered.iterator(chunk_size=500):
        question = item.question
        values = {
            "wording": item.wording if item.wording != question.wording else None,
            "per_cent": None
            if item.per_cent is None
            else str(rules.SourcePerCent(item.per_cent, item.bound)),
        }
        yield question.survey, item.wave, question, item, values


def _titled(model, name, *columns, **hooks):
    return Record(
        model,
        by=(name,) if model is Survey else ("survey", name),
        title=name,
        slug=slug_of,
        why_not_name=rules.why_not_name,
        withdrawn=lambda record: (f"This {name} was withdrawn", "Import it under another."),
        columns=columns,
        **hooks,
    )


RECORDS = (
    _titled(
        Survey, "survey",
        Column("survey", "Survey", "Views of children in care", ("survey title",), required=True,
               filled=True, field="title"),
        Column("audience", "People asked", "Children in care", ("audience", "whom it asks"),
               needed=("A new survey needs the people asked", FILL_IN)),
        shared=True,
    ),
    _titled(
        Wave, "wave",
        Column("wave", "Wave", "2018–19", ("wave name", "year", "round"), required=True,
               filled=True, field="label"),
        Column("started_on", "Start date of fieldwork", "15/11/2018",
               ("fieldwork from", "first day of fieldwork"), past=True,
               needed=("A new wave needs the start date of its fieldwork", FILL_IN)),
        Column("ended_on", "End date of fieldwork", "31/01/2019",
               ("fieldwork to", "last day of fieldwork"), past=True,
               needed=("A new wave needs the end date of its fieldwork", FILL_IN)),
        shared=True,
        faults=wave_faults,
    ),
    _titled(
        Question, "question",
        Column("question", "Question", "I can rely on my worker", required=True, filled=True,
               field="wording"),
        Column("order", "Place in the survey", "1", ("order", "no"), read=Whole(1, 1000)),
        arrange=place_questions,
        fields=question_fields,
    ),
    Record(
        Answer,
        by=("wave", "question"),
        told_by=("question",),
        rows=lambda council: Answer.objects.of(council).active(),
        fields=answer_fields,
        columns=(
            Column("wording", "Wording in this wave", also=("wording",)),
            Column("n_yes", "Answered yes", "42", ("yes", "n yes", "said yes"), read=Whole(0, MOST),
                   condition="unless a per cent is stated"),
            Column("n_answered", "Answered it", "56", ("answered", "base", "n"),
                   read=Whole(0, MOST),
                   condition="unless a per cent is stated"),
            Column("n_asked", "Were asked", "90", ("asked",), read=Whole(0, MOST)),
            Column("per_cent", "Stated per cent", also=("per cent", "percent", "%"),
                   read=StatedPerCent(),
                   condition="unless it was counted"),
            Column("source", "Where it is stated", also=("source",),
                   condition="with a per cent that is stated"),
        ),
    ),
)  # fmt: skip
SURVEYS = Sheet(
    key="survey-results",
    title="Results of surveys",
    about="Answers to each question in each wave of a survey: how many answered yes of how "
    "many, or the per cent that a source states.",
    permission=Permission.RECORD_SURVEYS,
    records=RECORDS,
    faults=faults,
    warnings=warnings,
    standing=export_rows,
)
