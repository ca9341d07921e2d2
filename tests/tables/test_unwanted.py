"""Columns that nobody here may hold, by heading."""

from assurance.tables.layout import UNWANTED, why_unwanted
from tests.sweeping import swept

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "HOME_POST", "PL_POST", "URN")


@swept(
    [
        *("UPN", "upn ", "U.P.N.", "Former UPN", "MOTHER", "MC_DOB", "HOME_POST", "PL POST"),
        *("URN", "Postcode", "Post code", "POST_CODE", "Home postcode", "Placement post-code"),
        *("Address", "Home address", "Address line 1", "Address 2", "Home Address Line 3"),
        *("NI number", "NI No", "National Insurance Number", "NINO", "National insurance no."),
        *("Ethnicity", "Ethnic origin", "Ethnic Group", "ETHNIC", "Religion", "Sexual orientation"),
        *("Date of birth", "DOB", "D.O.B.", "Staff DOB", "Birth date", "NHS number"),
        *("Nationality", "Disability", "Marital status", "Convictions", "Conviction details"),
        *("Disclosed information", "Passport number", "Bank account number", "Place of birth"),
    ]
)
def test_a_column_that_nobody_may_hold_is_left_out_with_a_reason(heading):
    assert why_unwanted(["Reference", heading])[heading].endswith(".")


@swept(
    [
        *("Reference", "Name", "CHILD", "SEX", "Team", "E-mail address", "Web address", "Post"),
        *("Post title", "Position", "Disclosure date", "Disclosure number", "Disclosure level"),
        *(
            *("Mother and baby unit", "Unit", "Returned", "Nights", "Number", "Date", "Due"),
            "Racecourse",
        ),
        *("Certificate number", "Placement", "PLACE", "PLACE_PROVIDER", "LA name", "new_la_code"),
        *("Risk assessment", "Strengths", "Date of issue", "Person", "Address checked on"),
    ]
)
def test_a_column_that_is_needed_stays(heading):
    assert why_unwanted(["Reference", heading]) == {}


@swept(
    [
        (HEADER, ["UPN", "MOTHER", "MC_DOB"]),
        (HEADER[::-1], ["MC_DOB", "MOTHER", "UPN"]),
        (("Child", "Sex", "Dob", "DUC"), []),
        (EPISODES, ["HOME_POST", "PL_POST", "URN"]),
        (("Child", "DOB", "Grade"), ["DOB"]),  # no file of the return
    ]
)
def test_a_file_of_the_return_keeps_birth_and_ethnicity_and_no_place(headings, lost):
    assert list(why_unwanted(headings)) == lost


def test_every_reason_is_a_sentence():
    assert all(why.endswith(".") for _, why in UNWANTED)
