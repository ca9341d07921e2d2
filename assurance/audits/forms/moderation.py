"""The form of moderating the grade of an audit."""

from assurance.audits.forms.case_audits import GradeChoice
from assurance.audits.models.scales import Grade
from assurance.audits.rules import moderation
from assurance.people.forms.post_fields import offer_own_posts, post_field
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.registers.forms import past


class ModerateForm(ConfirmedWordsForm):
    """The grade at moderation, by which post and on which day."""

    submit = "Save the moderation"

    grade = GradeChoice(
        Grade.objects.none(),
        label="Grade at moderation",
        help_text="Both grades are kept; the moderated one counts.",
        empty_label="Select a grade",
        error_messages={
            "required": "Select the grade at moderation",
            "invalid_choice": "Select the grade at moderation from the list",
        },
    )
    moderator = post_field("For which of your posts do you moderate it?")
    moderated_on = past("the date of moderation", "Date of moderation", required=True)

    def __init__(self, data=None, *, user, audit, **kwargs):
        self.audit = audit
        super().__init__(data, **kwargs)
        scale = audit.first_grade.scale_id if audit.first_grade else None
        self.fields["grade"].queryset = Grade.objects.of(user.council).filter(scale=scale)
        offer_own_posts(self, "moderator", user)

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        parts = [fields.get(name) for name in ("grade", "moderator", "moderated_on")]
        for name, sentence in moderation.faults(self.audit.audited_on, None, *parts):
            if name in self.fields and name not in self.errors:
                self.add_error(name, sentence)
        return fields
