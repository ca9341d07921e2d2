"""Columns that nobody here may hold, by their headings; each with its reason."""

import re

from assurance.tables.clean import plain

CHILD = "It says who a child is or where a child lives; no count needs it."
WHERE = "It says where somebody lives; no count needs it."
WHO = "It says who somebody is to other offices; no count needs it."
SPECIAL = "It is special category data about a person; no count needs it."
DISCLOSED = "What a certificate discloses is not to be kept (the DBS code of practice)."

# The plain heading (letters and figures only, without case) as a whole → why it is left out.
UNWANTED = (
    (r"upn|formerupn|uniquepupil(number|no|id|identifier)", CHILD),
    (r"mother|mcdob|motherschilddob", CHILD),
    (r"homepost(code)?|plpost(code)?|placementpostcode", CHILD),
    (r"urn|schoolurn|ofstedurn|placementurn|plurn", CHILD),
    (r"(.*)(postcode|postalcode|zipcode)", WHERE),
    (r"(home|postal|current|previous|private|residential|permanent)?address(es)?(line)?\d*", WHERE),
    (r"(home|residential|personal)address.*|addressline.*|(street|house)(name|number|no)?", WHERE),
    (r"ni|nino|ni(number|no)|nationalins(urance)?(number|no|num)?", WHO),
    (r"(nhs|passport|driving(licence|license))(number|no|id)?", WHO),
    (r"(payroll|bank)?(accountnumber|sortcode)|bankaccount(number|no)?", WHO),
    (r"ethnic|ethnicity|ethnic(group|origin|background|code|category)|staffethnicity", SPECIAL),
    (r"(ethnicity|ethnicgroup|ethnicorigin)of.*|race", SPECIAL),
    (r"religion|religionorbelief|faith|sexualorientation|sexuality", SPECIAL),
    (r"nationality|countryofbirth|placeofbirth|immigrationstatus", SPECIAL),
    (r"disability|disabled|disabilit(y|ies)(status|description|type)?|healthconditions?", SPECIAL),
    (r"tradeunion(member(ship)?)?|maritalstatus|genderidentity|gendersameasatbirth", SPECIAL),
    (r"dob|dateofbirth|birthdate|borndate|bornon|(staff|child|persons?)(dob|dateofbirth)", WHO),
    (r"(convictions?|convicted|offences?|cautions?|reprimands?)(details?|description)?", DISCLOSED),
    (r"disclos(ed|ure)(information|details?|contents?)|criminalrecord(details?)?", DISCLOSED),
)
WHOLE = tuple((re.compile(f"(?:{pattern})\\Z"), why) for pattern, why in UNWANTED)

# What the header and UASC files of the SSDA903 return need of a child (domain 3.8).
OF_A_RETURN = frozenset({"dob", "dateofbirth", "ethnic"})
SIGNS_OF_A_RETURN = frozenset({"sex", "ethnic", "duc"})


def why_unwanted(headings):
    """A dict of the headings whose columns are left out → why."""
    plains = {heading: plain(heading) for heading in headings}
    needed = OF_A_RETURN if _are_a_returns(set(plains.values())) else frozenset()
    index = {heading: _why(text) for heading, text in plains.items() if text not in needed}
    return {heading: why for heading, why in index.items() if why}


def _are_a_returns(plains):
    return "child" in plains and bool(plains & SIGNS_OF_A_RETURN)


def _why(text):
    return next((why for pattern, why in WHOLE if pattern.match(text)), "")
