"""A council's mark and colours, as its reports print them."""

from django.db import models
from django.db.models import Q

from assurance.attachments import storage
from assurance.public_pages import colours
from assurance.records.named_record import plain
from assurance.records.record import RecordedModel, RecordQuerySet

NO_TEXT = "Describe the mark in a few words, for people who cannot see it"
TEXT_ALONE = "Leave this empty, or choose a mark"


class CouncilBrandQuerySet(RecordQuerySet):
    """Readings over brands."""

    def current(self, council):
        """The brand of `council`, or None where it has chosen none."""
        return self.of(council).first()

    def public_in(self, slug):
        """The brand of the council of that slug, as its public pages show it."""
        return self.filter(council__slug=slug)


class CouncilBrand(RecordedModel):
    """A council's mark, colour and whether its reports have a cover page. The picture is outside
    the database, named by its digest; a report keeps its own copy when it is frozen."""

    council = models.OneToOneField("accounts.Council", models.PROTECT, related_name="+")
    colour = models.CharField(max_length=7, default=colours.USUAL)
    mark_sha256 = models.CharField(max_length=64, blank=True)
    mark_text = models.CharField(max_length=120, blank=True)
    cover = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    history_prefix = "council_brands"
    stored_files = ("mark_sha256",)
    personal = plain("colour mark_sha256 mark_text cover")

    objects = CouncilBrandQuerySet.as_manager()

    class Meta:
        verbose_name = "mark and colours"
        verbose_name_plural = "marks and colours"
        constraints = [
            models.CheckConstraint(
                condition=Q(mark_sha256="", mark_text="") | (~Q(mark_sha256="") & ~Q(mark_text="")),
                name="council_brand_mark_has_its_text",
            ),
        ]

    def __str__(self):
        return f"Mark and colours of {self.council}"

    @property
    def history_name(self):
        """What history calls it: a council has one."""
        return f"mark and colours of {self.council.slug}"

    def faults(self, values):
        """Refuses a light colour, and a mark without its text."""
        yield "colour", colours.why_not_colour(values["colour"])
        has_mark, text = values["mark_sha256"], values["mark_text"]
        yield "mark_text", NO_TEXT if has_mark and not text else None
        yield "mark_text", TEXT_ALONE if text and not has_mark else None

    def picture(self):
        """The PNG picture of the mark; empty where there is none, or its file is gone."""
        if not self.mark_sha256:
            return b""
        place = storage.place_of(self.council.slug, self.mark_sha256)
        return storage.held_at(place, self.mark_sha256) or b""
