"""What may be wrong with cells that can be read: each is said with its rows and column, and it is
for the officer to look before anything is imported.
"""

import re
from collections import defaultdict

from assurance.tables.phrases import numbers

LOST = "\ufffd"
DAMAGED = (
    "letters look damaged, as when a file is opened and saved in another encoding (“Ã©” for “é”). "
    "Export the file again from where it came from, or mend the cells."
)
LETTERS_LOST = (
    "letters were lost before this file was made (“\ufffd”). Write them again, or export the file "
    "again."
)
OTHER_ALPHABET = (
    "the file is not written in UTF-8 and was read as a Windows file. Look whether letters with "
    "accents and signs such as £ are right here."
)
TIME_LEFT_OUT = "a time of day stands with the day; only the day is kept."
SERIAL_NUMBER = "a day stands as a spreadsheet's number, and was read as a day. Look whether it is."
NAMED_CHILD = (
    "this text may name or number a child or somebody of the family. No report needs that: take it "
    "out of the file."
)
FOREIGN = re.compile(r"[^\x00-\x7f]+")


def at_rows(rows, heading, sentence):
    """The sentence with where it is so: `Rows 3 and 5, “Start”: …`."""
    place = numbers(sorted(rows))
    return f"{place[:1].upper()}{place[1:]}, “{heading}”: {sentence}"


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
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|CP|CIN|LAC|IRO|PEP|CSE|SEN)\b)"
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
    rf"{_NAME}(?=[,) ]|$)|\bM(?:r|rs|s|iss)\.? [A-Z][a-z]"
    # Initials, or a name with an age.
    r"|\b(?!U\.K|N\.B|P\.S|E\.g|I\.e)(?:[A-Z]\.){2,3}(?= [a-z])|\b[A-Z][a-z]+,? aged? \d{1,2}\b"
)
# Names that children of the last twenty years have, and that are no words or places.
CHILDS_NAME = re.compile(
    r"\b(?:Aaliyah|Aiden|Alfie|Amelia|Archie|Ava|Ayesha|Bailey|Brandon|Brooke|Caitlin|Callum|Cameron|"
    r"Casey|Chloe|Connor|Corey|Courtney|Declan|Demi|Dylan|Ella|Ellie|Ethan|Evie|Finley|Freya|Freddie|"
    r"Gracie|Harley|Harvey|Isla|Jacob|Jade|Jake|Jamie|Jayden|Jenson|Jordan|Joshua|Kaden|Kai|Kayden|"
    r"Kayla|Kian|Kieran|Lacey|Layla|Leah|Leo|Lexi|Liam|Logan|Lola|Luca|Mason|Maisie|Megan|Mia|"
    r"Mohammed|Muhammad|Nathan|Niamh|Noah|Oliver|Olivia|Oscar|Phoebe|Reece|Riley|Shannon|Skye|"
    r"Sophie|Stacey|Theo|Toby|Tyler|Zach|Zara|Zoe)\b(?!\S*@)"
)


PATTERNS = (OF_A_PERSON, BORN, RELATIVE, CAPITALISED, CHILDS_NAME)


def may_name_a_child(text):
    """Whether a free text has what looks like a child's name, number or day of birth."""
    return any(pattern.search(text) for pattern in PATTERNS)
