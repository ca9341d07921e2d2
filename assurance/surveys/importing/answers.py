"""Results of surveys as a file: a row for each question of each wave.

A survey, a wave or a question that is new is added with what the row says of it; new questions
stand in the order of their wordings unless the file gives their places, so that the order of the
rows never matters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP
from decimal import Decimal as Exact

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.runtime.periods import real_today
from assurance.surveys.importing.export import export_rows
from assurance.surveys.models import Answer, Question, Survey, Wave, slug_of
from assurance.surveys.rules import answers as rules
from assurance.tables.cells import Day, Percent, Text, Whole
from assurance.tables.clean import plain
from assurance.tables.table import Cell, Unreadable

TENTH = Exact("0.1")
LAST = 10_000
COUNTS = ("n_yes", "n_answered", "n_asked")
# What a wave or a survey needs that is not in the register yet.
NEW = {
    "audience": "A new survey needs whom it asks",
    "started_on": "A new wave needs the first day of its fieldwork",
    "ended_on": "A new wave needs the last day of its fieldwork",
}


class StatedPerCent:
    """A per cent as a source states it, as a `SourcePerCent`: 54, 54.5%, over 90%; a workbook's
    0.54."""

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


@dataclass
class SurveyIndex:
    """Surveys by plain title or slug; waves and questions by (survey, plain label, wording or
    slug); answers that stand by (wave, question); the places that new questions are to have by
    (survey, plain wording); what any row tells of a survey or a wave, by column and theirs."""

    surveys: dict[str, Survey] = field(default_factory=dict)
    waves: dict[tuple, Wave] = field(default_factory=dict)
    questions: dict[tuple, Question] = field(default_factory=dict)
    answers: dict[tuple, Answer] = field(default_factory=dict)
    orders: dict[tuple, int] = field(default_factory=dict)
    told: dict[tuple, object] = field(default_factory=dict)


def prepare(council: Council, rows: Sequence[Values]) -> SurveyIndex:
    """What `council` holds that `rows` speak of."""
    current = SurveyIndex()
    for item in _in_turn(Survey.objects.of(council)):
        current.surveys |= {plain(item.slug): item, plain(item.title): item}
    value = {item.pk for row in rows if (item := _survey(row, current))}
    for item in _in_turn(Wave.objects.of(council).filter(survey__in=value)):
        for name in (plain(item.slug), plain(item.label)):
            current.waves[item.survey_id, name] = item
    for item in _in_turn(Question.objects.of(council).filter(survey__in=value)):
        for name in (plain(item.slug), plain(item.wording)):
            current.questions[item.survey_id, name] = item
    for item in Answer.objects.of(council).active().filter(wave__survey__in=value):
        current.answers[item.wave_id, item.question_id] = item
    _place_questions(current, rows)
    for row in rows:
        for name in NEW:
            if row.get(name) is not None:
                current.told.setdefault(_about(name, row, current), row[name])
    return current


def _in_turn(rows):
    # The last takes the name: one that stands before a withdrawn one, the first before others.
    return sorted(rows, key=lambda item: (not item.is_withdrawn, -item.pk))


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: a withdrawn survey, wave or question, what a new one lacks, and the rules
    of a typed answer."""
    survey, wave, question = _find_records(values, reading.held)
    for name, item in (("survey", survey), ("wave", wave), ("question", question)):
        if item is not None and item.is_withdrawn:
            yield Fault(name, f"This {name} was withdrawn", "Bring it in under another.")
        elif item is None and (wrong := _why_not_new(name, survey, values, reading.held)):
            yield Fault(name, wrong, "Write it as the register has it, or in other words.")
    lacking = ["audience"] if survey is None else []
    lacking += ["started_on", "ended_on"] if wave is None else []
    for name in lacking:
        if _detail(name, values, reading.held) is None:
            yield Fault(name, NEW[name], "Fill it in, in one row of it at least.")
    days = [
        values.get(name) or getattr(wave, name, None) or _detail(name, values, reading.held)
        for name in ("started_on", "ended_on")
    ]
    if sentence := rules.why_not_end(*days):
        yield Fault("ended_on", sentence)
    for name in ("started_on", "ended_on"):
        if values.get(name) and values[name] > real_today():
            yield Fault(name, "It is still to come", "Write a day that has come already.")
    yield from _why_not_answer(values, reading.held.answers.get(_key(wave, question)))


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The answer of a row, with its survey, wave and question where they are new."""
    survey, wave, question = _find_records(values, reading.held)
    fields = {"audience": _detail("audience", values, reading.held)}
    of = TargetRow(Survey, {"slug": survey.slug}, fields) if survey else _new_survey(values, fields)
    fields = {name: _detail(name, values, reading.held) for name in ("started_on", "ended_on")}
    slug = wave.slug if wave else slug_of(values["wave"])
    fields |= {} if wave else {"label": values["wave"]}
    when = TargetRow(Wave, {"survey": of, "slug": slug}, fields)
    to = TargetRow(Question, *_question(values, question, of, reading.held))
    stated = values.get("per_cent")
    details = {name: values.get(name) for name in COUNTS}
    details |= {"wording": values.get("wording") or _wording(values, wave, question, reading.held)}
    details |= {"source": values.get("source") if stated else None}
    details |= {"per_cent": stated and stated.per_cent, "bound": stated and stated.bound}
    yield TargetRow(Answer, {"wave": when, "question": to}, details)


def warnings(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[str]:
    """The questions that would be added: a mistyped one would be a question of its own."""
    new = {
        values["question"] for _, values in rows if _find_records(values, reading.held)[2] is None
    }
    if new:
        text = ", ".join(f"“{item}”" for item in sorted(new))
        yield f"Questions that would be added: {text}."


def _survey(row, current):
    return current.surveys.get(plain(row["survey"]))


def _find_records(values, current):
    """The survey, the wave and the question of a row, each None where it is new."""
    survey = _survey(values, current)
    if survey is None:
        return None, None, None
    wave = current.waves.get((survey.pk, plain(values["wave"])))
    return survey, wave, current.questions.get((survey.pk, plain(values["question"])))


def _why_not_new(name, survey, values, current):
    """Why what is new cannot be kept under the name that is made of it, or None."""
    slug = slug_of(values[name])
    if name == "survey":
        is_used = plain(slug) in current.surveys
    else:
        known = current.waves if name == "wave" else current.questions
        is_used = survey is not None and (survey.pk, plain(slug)) in known
    return rules.why_not_name(name, slug, is_used)


def _of(row, current):
    """What stands for the survey of a row, whichever way it is written."""
    survey = _survey(row, current)
    return survey.pk if survey else plain(row["survey"])


def _about(name, row, current):
    """What a column of a row tells something of: its survey, or a wave of it."""
    return (name, _of(row, current), "" if name == "audience" else plain(row["wave"]))


def _detail(name, row, current):
    """What a row tells of its survey or wave; where it is silent, what another row does."""
    return row.get(name) or current.told.get(_about(name, row, current))


def _key(wave, question):
    return (wave.pk, question.pk) if wave and question else None


def _why_not_answer(values, before):
    stated = values.get("per_cent")
    details = {name: values.get(name) for name in COUNTS}
    details |= {"per_cent": stated and stated.per_cent, "bound": stated.bound if stated else ""}
    details |= {"source": values.get("source") or ""}
    # An empty cell leaves what stands, so what would stand together is weighed together.
    for name in rules.WEIGHED:
        if before is not None and details[name] in (None, ""):
            details[name] = getattr(before, name)
    for name, sentence in rules.faults(details):
        yield Fault("per_cent" if name == "bound" else name, sentence)
    if before is not None and stated and before.bound and not stated.bound:
        wrong = f"The register says “{rules.say_share(before)}”"
        yield Fault("per_cent", wrong, "Change it on the answer's own page.")


def _new_survey(values, value):
    return TargetRow(
        Survey, {"slug": slug_of(values["survey"])}, {**value, "title": values["survey"]}
    )


def _question(values, question, of, current):
    if question:
        return {"survey": of, "slug": question.slug}, {}
    wording = values["question"]
    order = current.orders[_of(values, current), plain(wording)]
    return {"survey": of, "slug": slug_of(wording)}, {"wording": wording, "order": order}


def _wording(values, wave, question, current):
    # An answer that stands keeps the wording of its day.
    if current.answers.get(_key(wave, question)):
        return None
    return question.wording if question else values["question"]


def _place_questions(current, rows):
    new = {}
    for row in rows:
        if _find_records(row, current)[2] is None:
            values = new.setdefault(_of(row, current), {})
            place, text = row.get("order") or LAST, plain(row["question"])
            values[text] = min(place, values.get(text, place))
    for survey, values in new.items():
        last = max(
            (item.order for (of, _), item in current.questions.items() if of == survey), default=0
        )
        for order, text in enumerate(
            sorted(values, key=lambda item: (values[item], item)), last + 1
        ):
            current.orders[survey, text] = order


SURVEYS = Sheet(
    key="survey-results",
    title="Results of surveys",
    about="What was answered to each question in each wave of a survey: how many said yes of how "
    "many, or the per cent that a source states.",
    permission=Permission.RECORD_SURVEYS,
    columns=(
        Column(
            "survey",
            "Survey",
            Text(160),
            "What children in care say",
            ("survey title",),
            True,
            True,
        ),
        Column("audience", "Whom it asks", Text(160), "Children in care", ("audience",)),
        Column("wave", "Wave", Text(60), "2018–19", ("wave name", "year", "round"), True, True),
        Column("started_on", "First day of fieldwork", Day(), "01/11/2018", ("fieldwork from",)),
        Column("ended_on", "Last day of fieldwork", Day(), "31/01/2019", ("fieldwork to",)),
        Column(
            "question",
            "Question",
            Text(rules.LONGEST_WORDING),
            "I can rely on my worker",
            required=True,
            filled=True,
        ),
        Column("order", "Place in the survey", Whole(1, 1000), "1", ("order", "no")),
        Column(
            "wording",
            "Wording in this wave",
            Text(rules.LONGEST_WORDING),
            also=("wording",),
        ),
        Column("n_yes", "Said yes", Whole(0, 1_000_000), "42", ("yes", "n yes")),
        Column("n_answered", "Answered it", Whole(0, 1_000_000), "56", ("answered", "base", "n")),
        Column("n_asked", "Were asked", Whole(0, 1_000_000), "90", ("asked",)),
        Column("per_cent", "Stated per cent", StatedPerCent(), "", ("per cent", "percent", "%")),
        Column("source", "Where it is stated", Text(200), "", ("source",)),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    warnings=warnings,
    standing=export_rows,
)
