"""The reference of a record, refused at once where another record has it."""

from django.core.exceptions import ValidationError


class OwnReference:
    """A form of a record of the model `referred` that is named by its `reference`: one that is used
    is refused with every other fault of what was typed, in the words of `why_not_refer`."""

    referred = None
    why_not_refer = staticmethod(lambda clash: None)

    def clean_reference(self):
        """The reference, where no other record has it."""
        reference = self.cleaned_data["reference"]
        rows = self.referred.objects.of(self.council).exclude(pk=self.record and self.record.pk)
        if sentence := self.why_not_refer(rows.with_reference(reference).first()):
            raise ValidationError(sentence)
        return reference
