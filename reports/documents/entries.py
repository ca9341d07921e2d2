"""What goes with the words of a document: its figures, typed numbers and records, its files."""

from dataclasses import dataclass

# The key of a typed number, which no record was counted for.
STATED = "stated"
# Its name for readers, with which its title begins.
TYPED_NUMBER, STATEMENT = "Typed number", "Statement"
# What the member of a difference begins with.
DIFFERENCE = "difference-"
# How a value came to be recorded (assurance.figures.rules.units.Origin).
COUNTED = "counted"
ENTERED, PARTLY, PUBLISHED = "entered", "partly entered", "published"
NOT_COUNTED = "Not counted from the council’s records."
# Kinds of run that print and Word have and no edition keeps: the mark of a note on a source, and a
# figure in a table that leads to its note.
SOURCE_MARK, SOURCED = "source mark", "sourced"
# Where the notes on sources are, the last section of print and Word.
END_NOTES = "sources-and-notes"
ABOUT = "About this edition"
QR_TITLE = "QR code of the permanent address of this edition"


@dataclass(frozen=True)
class Entry:
    """What the public may know of a figure: never its rows. `text` and `base` are as print has
    them, `count` and `base_count` the same as numbers, None where the value is withheld. `made_of`
    are the numbers of the figures that a derived one is reckoned from. `population` is its slug and
    `definition` a digest: two entries are alike where both are. Of a typed number, of the key
    `STATED`, `counts` is its sentence.
    `description` is what a record of its own counts, in the words of that record.
    `origin` is how the value came to be recorded, empty in editions that were frozen before it was
    kept: there it is not known."""

    number: int
    key: str
    title: str
    text: str
    counts: str
    out_of: str
    when: str
    cohort: str
    source: str
    rule: str
    citation: str
    base: str = ""
    places: tuple[str, ...] = ()
    mark: str = ""
    unit: str = ""
    member: str = ""
    start: str = ""
    end: str = ""
    count: int | None = None
    base_count: int | None = None
    made_of: tuple[int, ...] = ()
    population: str = ""
    definition: str = ""
    origin: str = ""
    description: str = ""

    @property
    def counted_words(self) -> str:
        """Its definition with the whole that it is out of, in the words of its record if any."""
        whole = f", out of {self.out_of}" if self.out_of else ""
        return self.description or f"{(self.counts or self.title).rstrip('.')}{whole}"

    @property
    def heading(self) -> str:
        """Its title as pages print it: with one colon at most, for a part may have one of its
        own."""
        first, _, rest = self.title.partition(": ")
        parts = rest.split(": ")
        sign = ": " if len(parts) == 2 else ", "
        return self.title if len(parts) == 1 else f"{first} – {sign.join(parts)}"

    @property
    def is_difference(self) -> bool:
        """True if it is one number less another."""
        return bool(self.made_of) and self.member.startswith(DIFFERENCE)

    @property
    def stated_kind(self) -> str:
        """The name of a typed number for readers: a statement where it is in words alone."""
        return STATEMENT if self.title.startswith(f"{STATEMENT}: ") else TYPED_NUMBER


@dataclass(frozen=True)
class RecordEntry:
    """What a paper prints of records besides figures: a list of `kind`, `rows` long, or with `slug`
    and `field` the `text` of one record's field; `day` is the ISO day at which it was read."""

    kind: str
    day: str
    slug: str = ""
    field: str = ""
    text: str = ""
    rows: int | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class StoredFile:
    """A file as imported: its name's ending (`.pdf`), size in bytes, SHA-256 in hexadecimal."""

    ending: str
    words: str
    media_type: str
    size: int
    sha256: str
    accessible: bool = False


@dataclass(frozen=True)
class Enclosed:
    """What goes with a paper as a file of its own: a `background` paper or an `annex` (`purpose`),
    `dated` an ISO day; `reason` is why there is no copy, or no form that everybody can read."""

    purpose: str
    number: int
    title: str
    anchor: str = ""
    dated: str = ""
    summary: str = ""
    files: tuple[StoredFile, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class ColophonRow:
    """A last line of an edition; `to` is the address that its words lead to, if any."""

    name: str
    words: str
    to: str = ""


@dataclass(frozen=True)
class Colophon:
    """The last lines of an edition, its permanent address, and the QR code of it as a drawing and
    as a PNG picture, all empty where no address is known."""

    rows: tuple[ColophonRow, ...]
    address: str = ""
    qr: str = ""
    picture: bytes = b""
