"""Names of people in prose, where a role should stand."""

import re

_HONORIFICS = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|Baroness|Baron|"
    r"Rev|Reverend|Judge|Sister|Alderman)"
)
# “Lord Mayor” names an office, whoever holds it.
_OFFICES = r"(?:Mayor|Mayoress|Lieutenant|Chancellor|Chief|Justice|Advocate)"
# Given names that many people in Britain bear; a capital word behind one is taken for a surname.
_FIRST_NAMES = """
    Aaron Abdul Abigail Adam Adrian Ahmed Aidan Alan Alexander Alice Alison Amanda Amelia Amy Andrea
    Andrew Angela Ann Anna Anne Annie Anthony Arthur Barbara Ben Benjamin Bernadette Beth Beverley
    Brenda Brian Bridget Callum Carl Carol Caroline Catherine Charles Charlotte Cheryl Chloe Chris
    Christine Christopher Claire Clare Clive Colin Craig Daniel Darren Dave David Dawn Dean Debbie
    Deborah Denise Dennis Derek Diane Donna Dorothy Douglas Edward Eileen Elaine Eleanor Elizabeth
    Ellie Emily Emma Eric Ethan Fatima Fiona Frances Francis Frank Gareth Gary Gemma Geoffrey George
    Georgia Gillian Glenn Gordon Grace Graham Grant Greg Hannah Harry Hassan Hazel Heather Helen
    Henry Holly Howard Hugh Ian Isabel Jack Jackie Jacob Jacqueline James Jamie Jane Janet Janice
    Jasmine Jason Jean Jeffrey Jennifer Jeremy Jessica Jill Joan Joanna Joanne John Jonathan Joseph
    Joshua Joyce Judith Julia Julian Julie Karen Kate Katherine Kathleen Katie Keith Kelly Kenneth
    Kerry Kevin Kim Kirsty Laura Lauren Leah Lee Leonard Leslie Lewis Liam Linda Lisa Liz Lorraine
    Louise Lucy Luke Lynn Malcolm Mandy Margaret Maria Marie Marion Martin Mary Matthew Maureen
    Megan Melanie Michael Michelle Mike Mohammed Muhammad Natalie Natasha Nathan Neil Niamh
    Nicholas Nick Nicola Nigel Olivia Oliver Pamela Patricia Patrick Paul Pauline Peter Philip
    Phillip Rachel Ralph Raymond Rebecca Richard Robert Robin Roger Ronald Rosemary Ruth Ryan Sally
    Samantha Samuel Sandra Sarah Sean Sharon Sheila Shirley Simon Sophie Stephanie Stephen Steve
    Steven Stuart Susan Suzanne Teresa Terence Thomas Timothy Tina Tom Tony Tracey Tracy Trevor
    Valerie Vanessa Veronica Victoria Vincent Wayne Wendy William Yvonne Zoe
"""
_SURNAME = r"(?:O[’']|Mc|Mac|De |Van )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_NAMED = re.compile(
    rf"\b{_HONORIFICS}\.?\s+(?!{_OFFICES}\b)(?:[A-Z]\.?\s+)*(?:{_SURNAME}\s+)?{_SURNAME}"
    rf"|\b(?:{'|'.join(_FIRST_NAMES.split())})\s+(?:[A-Z]\.?\s+)*{_SURNAME}\b"
)
# What is called after somebody is no person: a street, a school, a house.
_CALLED_AFTER = re.compile(
    r"\s+(?:Street|Road|Lane|Avenue|Close|Way|Square|House|Hall|School|College|Academy|Centre|"
    r"Hospital|Unit|Trust|Foundation|Review|Report|Act|Award|Court|Room|Ward|Park)\b"
)


def named_people(text: str) -> tuple[str, ...]:
    """Every name of a person in `text`, in order, each once: after a title such as Mrs or
    Councillor, or a given name with a surname behind it."""
    matches = (
        match[0]
        for match in _NAMED.finditer(text)
        if not _CALLED_AFTER.match(text, match.end())
        and not _CALLED_AFTER.match(f" {match[0].split()[-1]}")
    )
    return tuple(dict.fromkeys(matches))
