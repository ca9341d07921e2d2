"""Places that are counted and named, and all of a group, right and with a slip."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.timing.days.passages import right_of, wrong_of

# A number of places, days or names, and those gone through.
NAMED = (
    "The letter came after the «fourth|fifth» of the four visits.",
    "The audit of fostering was the «third|fourth» of the three audits.",
    "The budget was settled in the «fifth|sixth» of our five meetings.",
    "The gap was closed by the «third|seventh» of the six plans.",
    "We held «two|three» meetings, on 14 July and on 6 October 2015.",
    "The panel sat on «three|five» occasions, on 14 July, on 6 October and on 8 December 2015.",
    "There were «four|three» training days, on 6 July, on 7 September, on 12 October and on 9 November 2015.",
    "Inspectors made three visits, each of two days and so «six|eight» days in all.",
    "The team ran four courses, each of three days and so «twelve|nine» days in all.",
    "We commissioned five audits, each of twelve files, making «sixty|seventy» files in all.",
    "The service opened three homes, each with six beds, making «eighteen|sixteen» beds altogether.",
    "The college gave eight places, each of four terms and so «32|36» terms in all.",
    "The visits were:\n\n* York\n* Hull\n* Selby\n\nThe record was good by the «third|fourth» of these visits.",
    "The audits were of:\n\n* fostering\n* adoption\n* short breaks\n* transport\n\nThe form was new in the «fourth|fifth» of these audits.",
    "The changes are:\n\n* a duty rota\n* a shorter form\n\nThe «second|third» of these changes took effect in May 2015.",
    "The meetings were held in:\n\n* Elm House\n* Oak House\n* Ash House\n\nCarers spoke at the «second|fifth» of those meetings.",
    "The overdue 13 sat in «three|four» teams, nine in assessment, two in homes and two in leaving care.",
    "The 24 complaints were about «three|two» homes, eleven at Elm House, eight at Oak House and five at Ash House.",
    "The 42 late checks were in «four|three» schools, eighteen at Hill, twelve at Vale, seven at Ford and five at Mill.",
    "All 36 placements were with «three|five» agencies, twenty with Harbour, ten with Beacon and six with Lantern.",
    "The 60 referrals came from «two|three» towns, 38 from York and 22 from Selby.",
    "The 48 files lay in «three|four» offices, 21 in Hull, 15 in York and 12 in Selby.",
    "«Both|All four» of the criticisms made then, the slowness of screening and the want of a record, had been met.",
    "«All three|All five» of the aims, the guide, the rota and the form, have been met.",
    "«All four|Both» of the audits, the first of fostering, the second of adoption, the third of transport and the last of pay, were on time.",
    "Plans were good in ten files at North, nine at East, seven at West and five at South. In «two|three» of the four teams fewer than eight files passed.",
    "The 30 late plans lay with «three|four» managers, fourteen with Adams, nine with Brown and seven with Clark.",
    "The 52 checks were made in «four|five» schools, twenty in Hill, fourteen in Vale, eleven in Ford and seven in Mill.",
    "The rota was new in the «second|fourth» of the three plans.",
    "We ran four workshops, each of 15 places and so «60|65» places in all.",
    "The council bought six courses, each with eight places, making «48|54» places in all.",
    "The homes were:\n\n* Elm House\n* Oak House\n* Ash House\n\nThe rota was late in the «second|fourth» of these homes.",
    "Plans were late in nine files at North, six at East and three at West. In «two|three» of the three teams fewer than eight files failed.",
)
# All, both and all but some, against what is told of the rest.
ALL = (
    "We have «two|three» new forms, both of which are short.",
    "The service runs «two|four» homes, both of which were inspected.",
    "The plan has «two|six» aims, both of which are met.",
    "We employ «two|five» advisers, both of whom are trained.",
    "Of the calls, 48 were upheld and 73 were not upheld. «So some|So all» were upheld.",
    "Of the complaints, 19 were upheld and 34 were not upheld. «Some|All» were upheld.",
    "Of the files, 88 were signed and 12 were not signed. «Many of them|All of them» were signed.",
    "«Not all|All» of the 120 files were in order, for although 112 were so, five lacked a reference.",
    "«Not every one|Every one» of the 64 checks was in date, for although 61 were so, three were late.",
    "Only two of the three forms were made, so that «one is|nothing is now» outstanding.",
    "Only eleven of the fourteen audits were done, so that «three are|none are» outstanding.",
    "Only 38 of the 42 actions were finished, so that «four are|nothing is» left.",
    "Only six of the nine visits were made, so that «three remain|none remain» to be done.",
    "Since the references had «not all|all» been supplied by May 2015, two of the eight files remained defective.",
    "Since «most|all» had been checked by June 2015, three of the nine homes were still to be seen.",
    "One of the nine has worked alone since: «the other eight|all nine» were moved that day.",
    "Three of the twelve were late: «the other nine|all twelve» were on time.",
    "Of the 30 files, 30 had a name and 29 a plan. All had the former, and all «but one|but four» the latter.",
    "Of the 80 audits, 80 had a date and 74 a grade. All had the former, and all «but six|but nine» the latter.",
    "Of the 60 plans, 57 had an aim and 60 a date. All «but three|but five» had the former, and all the latter.",
    "Of the 48 homes, 48 met the standard of space and 40 that of heat. All met the former, and «40|44» the latter.",
    "There were «220|214» replies. In all, 201 said yes and 13 no; somebody was unsure.",
    "We read «96|90» files. Of them, 71 were good and 19 fair; some were poor.",
    "A worker was named in all but «four|eight» of the 30 cases, that is in 26.",
    "A plan was held in all but «eight|eighteen» of the 120 files, that is to say 112.",
    "Checks were in date for all but «twelve|two» of the 640 staff, that is 628.",
    "Of the 140 placements all but «nine|nineteen» were seen in time, that is to say 131.",
    "Of the 64 actions all but «seven|ten» are complete, that is 57.",
    "Of the 212 referrals all but «fourteen|forty» were screened in a day, that is 198.",
    "We employ 612 staff. In May 2015 603 had a check. That is all but «nine|three».",
    "We have 184 carers. In June 2015 171 had a review. That is all but «thirteen|thirty».",
    "We look after 412 children. In September 2015 396 had a health check. That is all but «sixteen|six».",
    "Thirteen did not reply, and of these «eight|all» had moved house while five had not.",
    "Forty forms were late, and of these «31|all» were returned in May 2015 but nine were not.",
    "We have five files without a reference, all «five|eight» of which references have come.",
    "The audit named 14 homes without a rota, all «14|18» of which have one now.",
    "There were 22 complaints about transport, all «22|27» of which were answered.",
    "We drew 60 files from three teams, and all «60|64» of them were read twice.",
    "Of the 90 placements all but «five|fifteen» were reviewed in time, that is 85.",
    "Of the appeals, 14 were allowed and 6 were not allowed. «Most|All» were allowed.",
    "Only nine of the ten plans were signed, so that «one is|nothing is» outstanding.",
    "Of the 40 records, 40 had a name and 33 a date. All had the former, and all but «seven|three» the latter.",
    "Two of the seven were seen at home: «the other five|all seven» were seen at school.",
    "The list names 26 referrals, all «26|28» of which were screened.",
    "We have 171 households. In June 2015 160 had a visit. That is all but «eleven|seven».",
)


@pytest.mark.parametrize("passage", NAMED, ids=lambda text: text[:40])
def test_a_count_is_of_what_is_named(passage):
    assert right_of(passage) == set()
    assert "count-unlike-named" in wrong_of(passage)


@pytest.mark.parametrize("passage", ALL, ids=lambda text: text[:40])
def test_all_of_a_group_are_all(passage):
    assert right_of(passage) == set()
    assert "all-unlike-rest" in wrong_of(passage)
