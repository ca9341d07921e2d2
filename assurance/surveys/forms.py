"""The forms of surveys, their questions, waves and answers, and of a claim."""

from copy import deepcopy

from crispy_forms.layout import Layout
from django import forms
from django.template.loader import render_to_string

from assurance.govuk.forms import GovukFilterForm, GovukForm, Group, search_box
from assurance.govuk.numbers import WholeNumberField
from assurance.govuk.refusals import name_in_refusals
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, line
from assurance.runtime.text import filled_lines
from assurance.surveys.models import Question
from assurance.surveys.rules import answers as rules
from assurance.surveys.rules.claims import CLAIMS

PARTS = ("n_yes", "n_answered", "n_asked", "per_cent", "wording")


def count(label, hint=""):
    """A field of a count that may be left empty."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=1_000_000,
        example=42,
    )


class PerCentField(forms.CharField):
    """A per cent as a source states it; its cleaned value is a `SourcePerCent`, or None."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-10"})

    # By the rule's own sentence, so that a form can name its question before it.
    default_error_messages = {
        **{sentence: sentence for sentence in (rules.UNREADABLE, rules.OUT_OF_RANGE)},
        "max_length": rules.UNREADABLE,
    }

    def __init__(self, **kwargs):
        super().__init__(required=False, max_length=30, **kwargs)

    def clean(self, value):
        """Reads `54`, `54.5%` or `over 90%`."""
        text = super().clean(value)
        try:
            return rules.stated(text) if text else None
        except ValueError as wrong:
            raise forms.ValidationError(self.error_messages[str(wrong)]) from wrong


def answer_values(values, source):
    """What an operation is told of one answer; the source goes with a stated per cent alone."""
    stated = values["per_cent"]
    return {
        **{name: values[name] for name in ("n_yes", "n_answered", "n_asked", "wording")},
        "per_cent": stated.per_cent if stated else None,
        "bound": stated.bound if stated else "",
        "source": source if stated else "",
    }


class SurveyForm(RecordForm):
    """A survey; when it is added, with its questions."""

    title = line("Title", 160, "Such as “Views of children in care”.")
    audience = line("People asked", 160, "Such as “Children in care aged 8 and over”.")
    questions = forms.CharField(
        label="Questions, one to a line",
        help_text="They are kept over its waves. More can be added later.",
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
    )

    def prepare_for(self, council):
        """Asks for questions when the survey is new."""
        if self.record:
            del self.fields["questions"]
            self.helper.layout = Layout(*self.fields)

    def clean_questions(self):
        """The wordings, each a question."""
        lines = filled_lines(self.cleaned_data["questions"])
        if sentence := rules.why_not_lines(lines):
            raise forms.ValidationError(sentence)
        return lines


class SurveyFilters(ListFilters):
    """The filter of the list of surveys."""

    text = search_box("surveys", "title or audience")


class QuestionForm(RecordForm):
    """A question of a survey."""

    wording = line(
        "Wording",
        rules.LONGEST_WORDING,
        "A new wording applies from the next wave on; earlier answers keep theirs.",
    )
    order = WholeNumberField(
        label="Place in the survey",
        help_text="Empty for the last.",
        required=False,
        min_value=1,
        max_value=1_000,
        example=3,
    )


class WaveForm(RecordForm):
    """A wave of a survey."""

    label = line("Name of the wave", 60, "Such as “2017” or “2018–19”.")
    started_on = PastDateField(what="the start date of fieldwork", label="Start date of fieldwork")
    ended_on = PastDateField(what="the end date of fieldwork", label="End date of fieldwork")
    source = line("Where its results are printed", 200, required=False)

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        wrong = rules.why_not_end(fields.get("started_on"), fields.get("ended_on"))
        if wrong:
            self.add_error("ended_on", wrong)
        return fields


class AnswerForm(RecordForm):
    """The answer to one question in a wave."""

    question = forms.ModelChoiceField(
        Question.objects.none(),
        label="Question",
        empty_label="Select a question",
        error_messages={
            "required": "Select the question",
            "invalid_choice": "Select a question of this survey from the list",
        },
    )
    n_yes = count("Answered yes")
    n_answered = count("Answered it")
    n_asked = count("Were asked")
    per_cent = PerCentField(label="Or a stated per cent")
    wording = line("Wording in this wave", rules.LONGEST_WORDING, required=False)
    source = line("Where a stated per cent is printed", 200, required=False)

    def prepare_for(self, council):
        """Offers the survey's questions; an answer stays that of its question."""
        if self.record:
            del self.fields["question"]
            self.helper.layout = Layout(*self.fields)
            return
        self.fields["question"].queryset = self.parent.survey.questions.active()

    def initial_of(self, record):
        """The answer as it was entered."""
        stated = record.n_yes is None and str(rules.SourcePerCent(record.per_cent, record.bound))
        return {**super().initial_of(record), "per_cent": stated or ""}

    def values_to_save(self):
        """What an operation is told."""
        values = self.cleaned_data
        context = {"question": values["question"]} if "question" in values else {}
        return {**context, **answer_values(values, values["source"])}


class QuestionFields(Group):
    """The fields of one question in a row, under its wording."""

    def render(self, form, context, template_pack="govuk", **kwargs):
        """The fieldset's markup."""
        inside = self.get_rendered_fields(form, context, template_pack, **kwargs)
        return render_to_string("surveys/question.html", {"legend": self.legend, "inside": inside})


class AnswersForm(GovukForm):
    """The answers of one wave to every question, on one page."""

    def __init__(self, data=None, *, wave, version, **kwargs):
        self.questions = wave.survey.questions_held
        self.held = {answer.question_id: answer for answer in wave.answers.active()}
        super().__init__(data, version=version, **kwargs)
        for question in self.questions:
            self._ask(question, self.held.get(question.pk))
        self.fields["source"] = line(
            "Where stated per cents are printed", 200, "Needed where a per cent is stated.", False
        )
        sources = [wave.source, *(value.source for value in self.held.values())]
        self.initial["source"] = next(filter(None, sources), "")
        groups = [
            QuestionFields(question.wording, *(f"{part}_{question.pk}" for part in PARTS))
            for question in self.questions
        ]
        self.helper.layout = Layout(*groups, "source", "version")
        self.helper.mark_optional = False

    def _ask(self, question, answer):
        for part in PARTS:
            field = deepcopy(AnswerForm.base_fields[part])
            # The list of errors stands apart from the question.
            name_in_refusals(part, field)
            value = field.error_messages.items()
            field.error_messages = {kind: f"{question}: {text}" for kind, text in value}
            self.fields[f"{part}_{question.pk}"] = field
            self.initial[f"{part}_{question.pk}"] = getattr(answer, part, None)
        self.initial[f"wording_{question.pk}"] = (answer or question).wording
        if answer and answer.n_yes is None:
            stated = rules.SourcePerCent(answer.per_cent, answer.bound)
            self.initial[f"per_cent_{question.pk}"] = str(stated)

    def rows(self):
        """(question, what is said of it) of every question."""
        values = self.cleaned_data
        return [
            (
                question,
                answer_values(
                    {part: values[f"{part}_{question.pk}"] for part in PARTS},
                    self._source(question),
                ),
            )
            for question in self.questions
        ]

    def _source(self, question):
        # Two answers may have two sources; what the page did not change stays with each.
        typed = self.cleaned_data["source"]
        record = self.held.get(question.pk)
        return (
            record.source if record and record.source and typed == self.initial["source"] else typed
        )


class ClaimForm(GovukFilterForm):
    """A claim to hold a survey's series against."""

    submit = "Test the claim"

    claim = forms.ChoiceField(
        label="The claim",
        choices=list(CLAIMS.items()),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Select the claim from the list"},
    )
