"""What officers do with surveys beside adding, changing and withdrawing one record."""

from django.db import transaction

from assurance.records import history, writes
from assurance.records.personal import Personal
from assurance.records.record import checked_fields, lock
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.typography import typographic
from assurance.surveys.models import Answer, Question, Survey, slug_of
from assurance.surveys.rules import answers as rules

WITHDRAW_IT = "To take an answer away, withdraw it on its own page"


@transaction.atomic
def record_survey(*, council, title, audience, by, on, questions=()) -> Survey:
    """Adds a survey with its `questions` (their wordings, in order), its slug made of its title.
    Refuses a title already used, and questions that say the same."""
    survey = Survey(council=council)
    fields = checked_fields(survey, {"title": title, "audience": audience})
    refuse_if(rules.why_not_lines(questions), "questions")
    changes = writes.insert(survey, fields, on=on)
    changes = [*changes, *_create_questions(survey, questions, on)]
    history.record("surveys.record", about=survey, by=by, on=on, changes=changes)
    return survey


@transaction.atomic
def record_answers(*, record, version, rows, by, on) -> list[Answer]:
    """Enters the answers of the wave `record`, one page of them: `rows` of (question, what is said
    of it as fields of an answer). An answer that stands is changed, one that says the same is left;
    one row of history, under the wave, tells of all.

    Refuses what `Answer.faults` say, naming the question, and an answer emptied. Raises
    `EditConflict` where somebody saved first.
    """
    wave = lock(record, version)
    refuse_if(Answer.why_not_within(wave))
    index = {
        answer.question_id: answer for answer in wave.answers.active().select_related("question")
    }
    written, changes = [], writes.update(wave, {})
    for question, value in rows:
        answer = index.get(question.pk) or Answer(
            council=wave.council, wave=wave, question=question
        )
        if rules.is_empty(value):
            refuse_if(answer.pk and f"{question}: {WITHDRAW_IT}", f"n_yes_{question.pk}")
            continue
        value = _checked_answer(answer, value)
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
    wordings = [typographic(wording) for wording in wordings]
    made = [
        Question(
            **{"council": survey.council, "survey": survey, "created_on": on},
            **{"wording": wording, "slug": slug_of(wording), "order": order},
        )
        for order, wording in enumerate(wordings, 1)
    ]
    slugs = [item.slug for item in made]
    alike = next((item for item in made if not item.slug or slugs.count(item.slug) > 1), None)
    refuse_if(alike and f"“{alike.wording}” is too like another question", "questions")
    Question.objects.bulk_create(made)
    return history.changes({}, {"questions": wordings}, {"questions": PLAIN})


def _checked_answer(answer, value):
    """As `checked_fields`, refused at the fields of its question, which the sentence names."""
    try:
        return checked_fields(answer, value)
    except Refused as refused:
        sentence = f"{answer.question}: {refused.sentence}"
        raise Refused(sentence, f"{refused.field}_{answer.question_id}") from refused


def _write(answer, value, on):
    return writes.update(answer, value) if answer.pk else writes.insert(answer, value, on=on)
