"""What reading a return replaced, kept so that it can be taken back exactly."""

from django.db import models

from assurance.looked_after.models.returns import Return
from assurance.records.personal import Personal


class ReplacedReturn(models.Model):
    """What a return found and replaced when it was read, packed, so that taking it back puts every
    row back as it was; it goes with the rows of any return that it holds rows of."""

    held_return = models.OneToOneField(Return, models.PROTECT, related_name="before")
    content = models.BinaryField()

    personal = {"content": Personal.SPECIAL}

    class Meta:
        verbose_name = "what a return replaced"
        verbose_name_plural = "what returns replaced"

    def __str__(self):
        return f"before return {self.held_return_id}"
