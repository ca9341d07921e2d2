"""What officers do with surveys: keep them, their questions and waves, and enter the answers."""

from django.db import transaction
from django.db.models import Max

from assurance.records import history, operations
from assurance.records.personal import Personal
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if
from assurance.surveys.models import Answer, Question, Survey, Wave, slug_of
from assurance.surveys.rules import answers as rules

WITHDRAWN = "This record was withdrawn and cannot be changed."
SURVEY_WITHDRAWN = "This survey was withdrawn: nothing can be added to it."
WAVE_WITHDRAWN = "This wave was withdrawn: nothing can be added to it."
ENTERED_ALREADY = "This question has an answer in this wave already: change that one"
OTHER_SURVEY = "This question is of another survey"
WITHDRAW_IT = "To take an answer away, withdraw it on its own page"


@transaction.atomic
def record_survey(*, council, title, audience, by, on, questions=()) -> Survey:
    """Adds a survey with its `questions` (their wordings, in order), its slug made of its title.

    Refuses a title already used, and questions that say the same.
    """
    survey = Survey(council=council)
    fields = {"title": title, "audience": audience, "slug": slug_of(title)}
    _refuse_survey(survey, fields)
    refuse_if(rules.why_not_lines(questions), "questions")
    changes = operations.add(survey, fields, on=on)
    changes = [*changes, *_create_questions(survey, questions, on)]
    history.record("surveys.record", about=survey, by=by, on=on, changes=changes)
    return survey


@transaction.atomic
def change_survey(*, record, seen, by, on, **fields) -> Survey:
    """Changes the title or the audience of the survey `record`, whose slug stays for the papers
    that name it; refuses a withdrawn one. Raises `EditConflict` where somebody saved first."""
    survey = lock(record, seen)
    refuse_if(WITHDRAWN if survey.is_withdrawn else None)
    changes = operations.change(survey, fields)
    history.record("surveys.change", about=survey, by=by, on=on, changes=changes)
    return survey


@transaction.atomic
def withdraw_survey(*, record, seen, because, by, on) -> Survey:
    """Withdraws the survey `record`, whose answers then count no more; refuses one withdrawn
    already, or without a reason."""
    survey = lock(record, seen)
    refuse_if(why_not_withdraw(survey, because), "because")
    changes = operations.withdraw(survey, because=because, by=by, on=on)
    history.record("surveys.withdraw", about=survey, by=by, on=on, changes=changes)
    return survey


@transaction.atomic
def record_question(*, council, survey, wording, by, on, order=None) -> Question:
    """Adds a question to `survey`, after those it has unless `order` is given; refuses one that is
    kept already."""
    survey = _lock_record(Survey, council, survey, SURVEY_WITHDRAWN)
    question = Question(council=council, survey=survey)
    fields = {"wording": wording, "slug": slug_of(wording), "order": order or _next(survey)}
    _refuse_named(question, survey.questions, fields["slug"], "question", "wording")
    changes = operations.add(question, fields, on=on)
    history.record("questions.record", about=question, by=by, on=on, changes=changes)
    return question


@transaction.atomic
def change_question(*, record, seen, by, on, **fields) -> Question:
    """Changes the wording or the order of the question `record`: it stays the same question, and
    the answers of earlier waves keep their wording. Refuses a withdrawn one. Raises `EditConflict`
    where somebody saved first."""
    question = lock(record, seen)
    refuse_if(WITHDRAWN if question.is_withdrawn else None)
    fields = {name: value for name, value in fields.items() if name != "order" or value}
    changes = operations.change(question, fields)
    history.record("questions.change", about=question, by=by, on=on, changes=changes)
    return question


@transaction.atomic
def withdraw_question(*, record, seen, because, by, on) -> Question:
    """Withdraws the question `record`, whose answers then count no more; refuses one withdrawn
    already, or without a reason."""
    question = lock(record, seen)
    refuse_if(why_not_withdraw(question, because), "because")
    changes = operations.withdraw(question, because=because, by=by, on=on)
    history.record("questions.withdraw", about=question, by=by, on=on, changes=changes)
    return question


@transaction.atomic
def record_wave(*, council, survey, label, started_on, ended_on, by, on, source="") -> Wave:
    """Adds a wave to `survey`; refuses a label already used in it and dates out of order."""
    survey = _lock_record(Survey, council, survey, SURVEY_WITHDRAWN)
    wave = Wave(council=council, survey=survey)
    fields = {"label": label, "slug": slug_of(label), "source": source}
    fields |= {"started_on": started_on, "ended_on": ended_on}
    _refuse_named(wave, survey.waves, fields["slug"], "wave", "label")
    refuse_if(rules.why_not_end(started_on, ended_on), "ended_on")
    changes = operations.add(wave, fields, on=on)
    history.record("waves.record", about=wave, by=by, on=on, changes=changes)
    return wave


@transaction.atomic
def change_wave(*, record, seen, by, on, **fields) -> Wave:
    """Changes the label, the fieldwork or the source of the wave `record`, whose slug stays.

    Refuses dates out of order and a withdrawn wave. Raises `EditConflict` where somebody saved
    first.
    """
    wave = lock(record, seen)
    refuse_if(WITHDRAWN if wave.is_withdrawn else None)
    days = [fields.get(name, getattr(wave, name)) for name in ("started_on", "ended_on")]
    refuse_if(rules.why_not_end(*days), "ended_on")
    changes = operations.change(wave, fields)
    history.record("waves.change", about=wave, by=by, on=on, changes=changes)
    return wave


@transaction.atomic
def withdraw_wave(*, record, seen, because, by, on) -> Wave:
    """Withdraws the wave `record`, whose answers then count no more; refuses one withdrawn already,
    or without a reason."""
    wave = lock(record, seen)
    refuse_if(why_not_withdraw(wave, because), "because")
    changes = operations.withdraw(wave, because=because, by=by, on=on)
    history.record("waves.withdraw", about=wave, by=by, on=on, changes=changes)
    return wave


@transaction.atomic
def record_answer(*, council, wave, question, by, on, wording="", **fields) -> Answer:
    """Adds the answer to `question` in `wave`: the counts or a stated per cent, as `rules.WEIGHED`
    names them, in the question's wording of today unless another is given.

    Refuses what does not fit together, a question of another survey and one answered already.
    """
    wave = _lock_record(Wave, council, wave, WAVE_WITHDRAWN)
    answer = Answer(council=council, wave=wave, question=question)
    fields = {**BLANK, **fields, "wording": wording or question.wording}
    _refuse_answer(answer, fields)
    changes = operations.add(answer, fields, on=on)
    history.record("answers.record", about=answer, by=by, on=on, changes=changes)
    return answer


@transaction.atomic
def change_answer(*, record, seen, by, on, wording="", **fields) -> Answer:
    """Changes the fields `said` of the answer `record`; refuses as `record_answer` does, and a
    withdrawn one. Raises `EditConflict` where somebody saved first."""
    answer = lock(record, seen)
    refuse_if(WITHDRAWN if answer.is_withdrawn else None)
    fields = {**fields, "wording": wording or answer.wording}
    _refuse_answer(answer, fields)
    changes = operations.change(answer, fields)
    history.record("answers.change", about=answer, by=by, on=on, changes=changes)
    return answer


@transaction.atomic
def withdraw_answer(*, record, seen, because, by, on) -> Answer:
    """Withdraws the answer `record`; refuses one withdrawn already, or without a reason."""
    answer = lock(record, seen)
    refuse_if(why_not_withdraw(answer, because), "because")
    changes = operations.withdraw(answer, because=because, by=by, on=on)
    history.record("answers.withdraw", about=answer, by=by, on=on, changes=changes)
    return answer


BLANK = {
    **dict.fromkeys(("n_yes", "n_answered", "n_asked", "per_cent")),
    **dict.fromkeys(("bound", "source"), ""),
}


@transaction.atomic
def record_answers(*, record, seen, rows, by, on) -> list[Answer]:
    """Enters the answers of the wave `record`, one page of them: `rows` of (question, what is said
    of it as for `record_answer`). An answer that stands is changed, one that says the same is left;
    one row of history, under the wave, tells of all.

    Refuses what `record_answer` refuses, naming the question, and an answer emptied. Raises
    `EditConflict` where somebody saved first.
    """
    wave = lock(record, seen)
    refuse_if(WAVE_WITHDRAWN if wave.is_withdrawn else None)
    index = {
        answer.question_id: answer for answer in wave.answers.active().select_related("question")
    }
    written, changes = [], operations.change(wave, {})
    for question, value in rows:
        answer = index.get(question.pk) or Answer(
            council=wave.council, wave=wave, question=question
        )
        if rules.is_empty(value):
            refuse_if(answer.pk and f"{question}: {WITHDRAW_IT}", f"n_yes_{question.pk}")
            continue
        value = {**value, "wording": value.get("wording") or answer.wording or question.wording}
        _refuse_answer(answer, value, question)
        if answer.pk is None or any(getattr(answer, name) != value[name] for name in value):
            before = {question.slug: answer.said} if answer.pk else {}
            _write(answer, value, on)
            values = {question.slug: answer.said}
            changes = [*changes, *history.changes(before, values, {question.slug: PLAIN})]
            written.append(answer)
    history.record("waves.record_answers", about=wave, by=by, on=on, changes=changes)
    return written


PLAIN = Personal.NONE


def _create_questions(survey, wordings, on):
    made = [
        Question(
            **{"council": survey.council, "survey": survey, "created_on": on},
            **{"wording": wording, "slug": slug_of(wording), "order": order},
        )
        for order, wording in enumerate(wordings, 1)
    ]
    slugs = [item.slug for item in made]
    alike = next((item for item in made if not item.slug or slugs.count(item.slug) > 1), None)
    refuse_if(alike and f"“{alike.wording}” cannot be told from another question", "questions")
    Question.objects.bulk_create(made)
    return history.changes({}, {"questions": list(wordings)}, {"questions": PLAIN})


def _write(answer, value, on):
    return operations.change(answer, value) if answer.pk else operations.add(answer, value, on=on)


def _lock_record(model, council, row, withdrawn):
    # Held, so that two people adding at once are not given one place.
    record = model.objects.of(council).select_for_update(of=("self",)).get(pk=row.pk)
    refuse_if(withdrawn if record.is_withdrawn else None)
    return record


def _next(survey):
    return (survey.questions.aggregate(last=Max("order"))["last"] or 0) + 1


def _refuse_survey(survey, value):
    is_used = Survey.objects.of(survey.council).filter(slug=value["slug"]).exists()
    refuse_if(rules.why_not_name("survey", value["slug"], is_used), "title")


def _refuse_named(row, siblings, slug, what, field):
    is_used = siblings.exclude(pk=row.pk).filter(slug=slug).exists()
    refuse_if(rules.why_not_name(what, slug, is_used), field)


def _refuse_answer(answer, value, question=None):
    """Refuses an answer; where it is one of many, at its question's own field."""

    def current_value(name):
        return value[name] if name in value else getattr(answer, name)

    at = f"_{question.pk}" if question else ""
    before = f"{question}: " if question else ""
    if answer.question.survey_id != answer.wave.survey_id:
        refuse_if(before + OTHER_SURVEY, f"question{at}")
    others = answer.wave.answers.active().exclude(pk=answer.pk)
    is_used = answer.pk is None and others.filter(question=answer.question).exists()
    refuse_if(is_used and before + ENTERED_ALREADY, f"question{at}")
    for field, sentence in rules.faults({name: current_value(name) for name in rules.WEIGHED}):
        refuse_if(before + sentence, f"{field}{at}")
