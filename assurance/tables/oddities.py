"""What may be wrong with cells that can be read: each is said with its rows and column, and it is
for the officer to look before anything is imported.
"""

import re
from collections import defaultdict

from assurance.runtime.typography import with_capital
from assurance.tables.phrases import numbers

LOST = "\ufffd"
DAMAGED = (
    "letters look damaged, as when a file is opened and saved in another encoding "
    "(“Ã©” for “é”). Export the file again from where it came from, or correct the "
    "cells."
)
LETTERS_LOST = (
    "letters were lost before this file was made (“\ufffd”). Write them again, or export the file "
    "again."
)
OTHER_ALPHABET = (
    "the file is not written in UTF-8 and was read as a Windows file. Look whether letters with "
    "accents and signs such as £ are right here."
)
TIME_LEFT_OUT = "a time of day is given with the date; only the date is kept."
IN_THOUSANDS = (
    "the sheet shows this number in thousands or millions, and it was read in full. Check that the "
    "full number is meant."
)
SERIAL_NUMBER = (
    "a date is written as a spreadsheet’s number, and was read as a date. Check whether it is one."
)
NAMED_CHILD = (
    "this text may name a child or a relative, or give their number, telephone or address. No "
    "report needs that: take it out."
)
FOREIGN = re.compile(r"[^\x00-\x7f]+")


def at_rows(rows, heading, sentence):
    """The sentence with where it is so: `Rows 3 and 5, “Start”: …`."""
    place = numbers(sorted(rows))
    return f"{with_capital(place)}, “{heading}”: {sentence}"


def is_damaged(text):
    """Whether letters of `text` are the bytes of UTF-8 read as another alphabet."""
    return not text.isascii() and any(map(_is_misread, FOREIGN.findall(text)))


def _is_misread(letters):
    for encoding in ("cp1252", "latin-1"):
        try:
            letters.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return True
    return False


def odd_texts(headings, rows):
    """Sentences about damaged texts among `rows` of (number, cells)."""
    result = defaultdict(list)
    for number, cells in rows:
        for place, cell in enumerate(cells[: len(headings)]):
            if type(cell) is str and not cell.isascii():
                for sentence, is_odd in ((LETTERS_LOST, LOST in cell), (DAMAGED, is_damaged(cell))):
                    if is_odd:
                        result[sentence, place].append(number)
    return [at_rows(numbers_, headings[place], text) for (text, place), numbers_ in result.items()]


# A pupil's number, an NHS number, a National Insurance number; a case's number; a postcode.
OF_A_PERSON = re.compile(
    r"\b[A-Z]\d{11}[A-Z0-9]\b|\b\d{3}[ -]?\d{3}[ -]?\d{4}\b|\b[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b"
    r"|(?<![£\d.,/-])(?<!\d )\b[1-9]\d{5,8}\b(?![.,/%-]?\d)|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
    r"|\b(?:[Cc]ase|[Ff]ile|ID|[Rr]ef)(?: (?:no|number|ID))?[.: ]+(?:[A-Z]{1,4})?\d{5,}\b"
)
BORN = re.compile(r"\b(d\.?o\.?b\.?|date of birth|born(?: on)?)\b[ :]*\d", re.IGNORECASE)
# A name after a small-lettered word for a child or relative; “Child Protection” has a capital.
_NO_NAME = (
    r"(?!(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|CP|CIN|LAC|IRO|PEP|CSE|SEN|"
    r"Tables?|Charts?|Figures?|Annex|Appendix|Section|Paragraphs?|See|Note)\b)"
)
_NAME = rf"(?:[A-Z]\.? )?{_NO_NAME}(?:[A-Z][a-z]+|[A-Z]{{2,3}}\b)"
_OF_A_FAMILY = (
    r"(?:step|grand|half-|foster )?(?:child(?:ren)?|boys?|girls?|sons?|daughters?|baby|twins?|"
    r"pupil|siblings?|brothers?|sisters?|mother|father|mum|dad|carers?|aunt(?:ie)?|uncle|cousin|"
    r"niece|nephew|nan|gran|young person|YP)"
)
_TITLE = r"(?:M(?:r|rs|s|iss)\.? )?"
RELATIVE = re.compile(
    rf"\b{_OF_A_FAMILY}(?:,? (?:(?:is |was )?(?:called|named)|is|was))?[ ,:(]+{_TITLE}{_NAME}"
)
CAPITALISED = re.compile(
    r"\b(?:Child(?:ren)?|(?:Mum|Dad|Mother|Father|Aunt|Uncle|Siblings|Name),?)(?:: ?| \(|(?<=,) )"
    rf"{_NAME}(?=[,) ]|$)"
    # Initials, or a name with an age.
    r"|\b(?!U\.K|N\.B|P\.S|E\.g|I\.e)(?:[A-Z]\.){2,3}(?= [a-z])|\b[A-Z][a-z]+,? aged? \d{1,2}\b"
)
TITLED = re.compile(r"\bM(?:r|rs|s|iss)\.? [A-Z][a-z]")
# Names that children of the last twenty years have, and that are no words or places.
CHILDS_NAME = re.compile(
    r"\b(?:Aaliyah|Aiden|Alfie|Amelia|Archie|Ava|Ayesha|Bailey|Brandon|Brooke|Caitlin|Callum|Cameron|"
    r"Casey|Chloe|Connor|Corey|Courtney|Declan|Demi|Dylan|Ella|Ellie|Ethan|Evie|Finley|Freya|Freddie|"
    r"Gracie|Harley|Harvey|Isla|Jacob|Jade|Jake|Jamie|Jayden|Jenson|Jordan|Joshua|Kaden|Kai|Kayden|"
    r"Kayla|Kian|Kieran|Lacey|Layla|Leah|Leo|Lexi|Liam|Logan|Lola|Luca|Mason|Maisie|Megan|Mia|"
    r"Mohammed|Muhammad|Nathan|Niamh|Noah|Oliver|Olivia|Oscar|Phoebe|Reece|Riley|Shannon|Skye|"
    r"Sophie|Stacey|Theo|Toby|Tyler|Zach|Zara|Zoe)\b(?!\S*@)"
)

# Two capitals that are no initials of a child: offices, services, grades, plans, law, Latin.
_SHORT = (
    "AA AC AD AM AO AP AR AS BA BM BO BR BS CC CD CE CM CO CP CS CT CV CW DA DC DI DM DS DT DV EC "
    "EH EP ES EU EY FC FE FF FS FT GM GP HE HO HR HT HV IA ID II IP IR IS IT IV IX JP KS LA LD LO "
    "LP LW MP NB NE NI NW OK OM OT PA PB PC PE PM PO PP PR PS PT QA QC RE RI SA SC SE SG SI SM SS "
    "ST SW TA TL TM TV UK UN US VI VS XI YJ YO YP"
).replace(" ", "|")
_INITIALS = rf"(?!(?:{_SHORT})\b)[A-Z]{{2}}\b"
_DOES = (
    "was|is|has|had|went|moved|said|says|told|asked|lives|lived|likes|came|wants|wanted|feels|felt|who|"
    "did|does|attends|attended|settled|remains|became|ran|started|left|returned|stays"
)
INITIALS = re.compile(
    rf"(?<![\w&.’'/-]){_INITIALS}(?=['’]s\b|,? \(\d\d?\)| (?:{_DOES})\b| and (?:his|her|their)\b)"
    r"|\b(?:for|to|with|of|saw|seen|visited|child|person|between|by|that|until|from|about|met|placed)"
    rf" {_INITIALS}(?!['’/-]\w{{2}}| [A-Z\d]|&)"
)
# The word for a relative as the beginning of a name: “Aunt Maria”, “her partner Darren”.
NAMED_RELATIVE = re.compile(
    r"\b(?:Aunt(?:ie|y)?|Uncle|Cousin|Nann?a?|Nanny|Gran(?:ny|n?dm?a|n?dad|n?dpa|dmother|dfather)?|"
    r"(?:Step)?(?:[Mm]um|[Dd]ad)(?:my|dy)?|(?:[Hh]er|[Hh]is|[Mm]um[’']s|[Mm]other[’']s) partner) "
    r"(?!Unit|Service|Box|Project|Group|House|Day|Team)[A-Z][a-z]+"
)
_RELATIVE_WORD = (
    r"mum|dad|mother|father|parents?|grand\w+|nan|aunt|uncle|her|his|their|family|carer"
)
# A mobile telephone anywhere, and another beside who answers it; offices print theirs.
TELEPHONE = re.compile(
    r"(?:\+44 ?(?:\(0\) ?)?|\b0)7\d{3}[ -]?\d{3}[ -]?\d{3}\b"
    rf"|\b(?:{_RELATIVE_WORD})\b[^.;]{{0,40}}(?:\+44 ?|\b0)[12](?:[ -]?\d){{8,9}}\b",
    re.IGNORECASE,
)
_PUBLIC = r"[\w.-]*\b(?:gov\.uk|nhs\.uk|nhs\.net|police\.uk|sch\.uk|ac\.uk|cjsm\.net|example)\b"
_OFFICE = r"(?:info|enquir\w*|admin\w*|office|contact|help\w*|mash|team|referrals?|safeguarding)@"
EMAIL = re.compile(
    rf"(?<![\w.+-])(?!{_OFFICE})[\w.+-]+@(?!{_PUBLIC})[\w-]+\.[\w.-]+", re.IGNORECASE
)
SMALL_POSTCODE = re.compile(
    r"\b[a-z]{1,2}\d[a-z\d]? \d(?!st|nd|rd|th|am|pm|[ckm]m|kg|lb)[a-z]{2}\b"
)

PATTERNS = (
    *(OF_A_PERSON, BORN, RELATIVE, CAPITALISED, CHILDS_NAME, INITIALS, NAMED_RELATIVE),
    *(TELEPHONE, EMAIL, SMALL_POSTCODE, TITLED),
)
# In a report, which names members and officers by titles and groups by ages, these are sure.
OF_REPORTS = (OF_A_PERSON, BORN, RELATIVE, CHILDS_NAME, NAMED_RELATIVE)


def naming_passage(text, patterns=PATTERNS):
    """(start, end) of the first passage of a free text that looks like the name, initials, number,
    address or day of birth of a child or relative; None where there is none."""
    matches = [match.span() for pattern in patterns if (match := pattern.search(text))]
    return min(matches, default=None)


def may_name_a_child(text):
    """Whether a free text has such a passage."""
    return naming_passage(text) is not None


def names_more_children(text, before):
    """Whether a free text has such a passage that was not in the text `before` it."""
    known = {match[0] for pattern in PATTERNS for match in pattern.finditer(before)}
    return any(match[0] not in known for pattern in PATTERNS for match in pattern.finditer(text))
