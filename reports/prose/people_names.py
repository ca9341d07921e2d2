"""Names of people in prose, where a role should stand."""

import re

from reports.prose.content import words_of

_HONORIFICS = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|Baroness|Baron|"
    r"Rev|Reverend|Judge|Sister|Alderman)"
)
# “Lord Mayor” names an office, whoever holds it.
_OFFICES = r"(?:Mayor|Mayoress|Lieutenant|Chancellor|Chief|Justice|Advocate)"
# Given names that many people in Britain bear and that are no words, months or places.
_COMMON = words_of(
    """
    Aaron Abigail Adam Adrian Ahmed Alan Alice Alison Amanda Amelia Amy Andrea Andrew Angela Ann
    Anna Anne Anthony Barbara Beth Brenda Brian Bridget Carol Caroline Catherine Charles Charlotte
    Cheryl Chloe Chris Christine Christopher Claire Clare Colin Craig Daniel Darren David Dawn
    Debbie Deborah Denise Derek Diane Donna Dorothy Edward Eileen Elaine Eleanor Elizabeth Emily
    Emma Eric Fatima Fiona Gareth Gary Geoffrey Gillian Gordon Graham Hannah Hassan Hazel Heather
    Helen Henry Howard Hugh Ian Isabel Jack Jackie Jacqueline James Jane Janet Janice Jason Jean
    Jeffrey Jennifer Jeremy Jessica Jill Joanna Joanne John Jonathan Joseph Joyce Judith Julia
    Julian Julie Karen Kate Katherine Kathleen Katie Keith Kelly Kenneth Kerry Kevin Kim Kirsty
    Laura Lauren Lewis Liam Linda Lisa Louise Lucy Luke Lynn Malcolm Margaret Maria Marie Martin
    Mary Matthew Maureen Michael Michelle Mohammed Natalie Natasha Neil Nicholas Nicola Nigel Olivia
    Pamela Patricia Patrick Paul Pauline Peter Philip Rachel Raymond Rebecca Richard Robert Roger
    Ruth Ryan Samantha Samuel Sandra Sarah Sean Sharon Sheila Shirley Simon Sophie Stephanie Stephen
    Steven Stuart Susan Suzanne Terence Teresa Thomas Timothy Tina Tracey Tracy Valerie Vanessa
    Veronica Victoria Wendy William Yvonne Zoe
    """
)
# Names of a person wherever a post stands beside them.
GIVEN_NAMES = _COMMON | words_of(
    """
    Aisha Alex Alexandra Ali Alistair Amir Anita Annette Bethany Ellen Gail Gavin Geoff Harriet
    Helena Imran Irene Jayne Jenna Jenny Kathryn Ken Leanne Lesley Lynne Marcus Moira Philippa
    Stacey Sue Tanya Vicky Yasmin
    """
)
# A capital word behind one of these is taken for a surname without a post beside it.
_FIRST_NAMES = _COMMON | words_of(
    """
    Abdul Aidan Alexander Annie Arthur Ben Benjamin Bernadette Beverley Callum Carl Clive Dave Dean
    Dennis Douglas Ellie Ethan Frances Francis Frank Gemma George Georgia Glenn Grace Grant Greg
    Harry Holly Jacob Jamie Jasmine Joan Joshua Leah Lee Leonard Leslie Liz Lorraine Mandy Marion
    Megan Melanie Mike Muhammad Nathan Niamh Nick Oliver Phillip Ralph Robin Ronald Rosemary Sally
    Steve Tom Tony Trevor Vincent Wayne
    """
)
_SURNAME = r"(?:O[’']|Mc|Mac|De |Van )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_NAMED = re.compile(
    rf"\b{_HONORIFICS}\.?\s+(?!{_OFFICES}\b)(?:[A-Z]\.?\s+)*(?:{_SURNAME}\s+)?{_SURNAME}"
    rf"|\b(?:{'|'.join(sorted(_FIRST_NAMES))})\s+(?:[A-Z]\.?\s+)*{_SURNAME}\b"
)
# What is called after somebody is no person: a street, a school, a house.
_CALLED_AFTER = re.compile(
    r"\s+(?:Street|Road|Lane|Avenue|Close|Way|Square|House|Hall|School|College|Academy|Centre|"
    r"Hospital|Unit|Trust|Foundation|Review|Report|Act|Award|Court|Room|Ward|Park)\b"
)


def named_people(text: str) -> tuple[str, ...]:
    """Every name of a person in `text`, each once: after a title, or a given name and surname."""
    matches = (
        match[0]
        for match in _NAMED.finditer(text)
        if not _CALLED_AFTER.match(text, match.end())
        and not _CALLED_AFTER.match(f" {match[0].split()[-1]}")
    )
    return tuple(dict.fromkeys(matches))
