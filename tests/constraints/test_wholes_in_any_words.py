"""Wholes, bands and totals as many officers write them: each right, and wrong by a usual slip."""

# Kept as one would type them: a paper is one line.
# ruff: noqa: E501

import re

import pytest

from tests.constraints.test_constraints import keys, noted

# `«right|wrong»` is a fault: the paper is right without it, and it is found with it.
DIVIDED = (
    "Of these 12, seven were moved at the request of a family, «two|four» were delayed by sickness and three were put back for a report.",
    "Of the 19, six retired, four became special guardians, «five|two» moved out of the county, three gave up for personal reasons and one was no longer suitable to foster.",
    "Fifty-five of our care leavers were twenty years old, fifty-two were twenty-one and «forty-nine|ninety-four» were nineteen, so that in all there were 156 young adults in this group.",
    "Of the improvement grant of £850,000, £210,000 has been spent on audits, £170,000 on the system and £140,000 on training, which makes «£520,000|£560,000» in all.",
    "Nine files were graded outstanding, seventy-two good, «seventy-eight|eighty-seven» as requiring improvement and twenty-one inadequate, from which it follows that, in all, 180 cases were read.",
    "Of those 82 staff:\n\n* application made, certificate awaited: 47\n* no application made: 23\n* on long leave: «12|21»",
    "Children were due to take part in 1,010 of the reviews. Of these, 606 were attended by the child, in 323 the child’s views were brought by others, and in «81|118» the child took no part.",
    "Of the 1,010 reviews of children aged four or over, «606|660» had the child in the room; views were sent in other ways for 323, and 81 had no participation at all.",
    "Those who left our care, «126|136» in all, did so by the following routes:\n\n* return to family: 44\n* turning eighteen: 38\n* special guardianship: 21\n* adoption: 17\n* any other route, including transfer elsewhere: 6",
    "Forty-four children went home, a further twenty-one passed to guardians and seventeen to adopters; thirty-eight came of age; and six left in some other way. Taken together, therefore, «126|136» children left care in the year.",
    "Of the sixty-four actions in the plan, thirty-eight had been completed, «seventeen|twenty-seven» were on course, six had fallen behind and three had yet to be begun.",
    "Net overspend: «£1.7m|£1.4m»; of which agency fostering £0.9m, residential £0.6m, all other lines £0.2m.",
    "The overspend of £1.7m splits three ways: £0.9m agency fostering; «£0.6m|£0.9m» residential; £0.2m everything else.",
    "2.1 The officer took 542 contacts. They were spread over the quarters as follows: April to June, 131; July to September, 118; October to December, «142|124»; January to March, 151.",
)
BALANCES = (
    "* Children looked after at 31 March 2019: 484; 31 March 2018: 451.\n* Started in the year: «212|221».\n* Ceased in the year: 179.\n* Net: plus 33.",
    "Opening balance 451 at 31 March 2018; 212 children came into care in the year; «179|197» left; closing balance 484 at 31 March 2019.",
    "Table: Flow\n| Flow, 2018/19 | Children |\n| Looked after at 31 March 2018 | 451 |\n| Started | 212 |\n| Ceased | «179|197» |\n| Looked after at 31 March 2019 | 484 |",
    "Permanent social workers (full-time equivalent): 179 at 31 March 2022; plus «30|40» starters; minus 38 leavers; 171 at 31 March 2023.",
    "Thirty permanent social workers joined in the year; 38 left; net minus «8|18». The closing figure is 171, from 179.",
    "Nineteen new households were approved and «fifteen|twenty-five» were lost, which took the number on the books from 118 at the start of the year to 122 at its end.",
    "The year began with 118 households. «Nineteen|Twenty-nine» were approved and fifteen resigned or retired, and so, at the end of the year, 122 households were available.",
    "* 31 March 2018: 386 children looked after\n* 31 March 2019: 418 children looked after\n* Net increase over the year: «32|23»",
    "Outturn on placements: «£20.1m|£21.0m». Budget: £18.4m. Pressure: £1.7m net, more than half of it (£0.9m) on agency fostering.",
    "The budget was £150,000; £146,400 was spent, and the difference of «£3,600|£6,300» has gone back to the general fund.",
    "* Budget for the year: £240,000.\n* Budget to the end of December: £180,000.\n* Spend to the end of December: £186,000.\n* Variance: «£6,000|£16,000» over.",
    "The sum of £520,000 has so far been drawn from the improvement grant of £850,000, so that «£330,000|£430,000» is still to be applied.",
    "We began the half-year with 148 fostering households and ended it with «143|134»; 14 joined; 19 left; net minus five.",
    "We began the half-year with 148 fostering households and ended it with 143; 14 joined; 19 left; net minus «five|nine».",
)
BANDS = (
    "Seventy-one of the children were under five, eighty-two were aged five to nine, 149 were aged ten to «fifteen|sixteen», and eighty-two were aged sixteen or seventeen.",
    "By age: 31 under one; 74 aged one to four; 102 aged «five|six» to nine; 189 aged ten to 15; 88 aged 16 or 17.",
    "* 16 and 17 year olds: 86\n* aged 10 to 15: 158\n* aged 5 to 9: 88\n* aged «1 to 4|2 to 4»: 62\n* not yet one: 24",
    "Of the children, eighty-two were sixteen or seventeen years old and as many were between five and nine; the ten to fifteen year olds, 149 of them, are most, and those who had not yet reached their «fifth|fourth» birthday came to seventy-one.",
    "104 children went missing once; 38 twice; 22 three to five times; ten «six|seven» times or more.",
    "Frequency, all 174 children:\n\n* ten: six or more episodes;\n* 22: three to «five|six» episodes;\n* 38: two episodes;\n* 104: one episode.",
    "Time taken to close the 196: up to one month, 139; more than «one|two» and up to three months, 41; more than three months, 16.",
    "The 196 closed cases took\n\n* up to one month: 139\n* over one month and up to three: 41\n* over «three|two» months: 16",
    "Closed within one month, 139; after one month but within three, 41; after «three|four» months, 16.",
)
TOTALS = (
    "Table: Districts\n| District | Episodes | Interviews | Within 72 hours | % in time |\n| Coldbrook | 96 | 68 | 55 | 80.9 |\n| Harby | 84 | 57 | 43 | 75.4 |\n| Elmstead | 71 | 50 | 35 | 70.0 |\n| Penwick | 67 | 44 | 31 | 70.5 |\n| County | 318 | 219 | «164|146» | 74.9 |",
    "Table: Quarter 3\n| | Coldbrook | Harby | Elmstead | Penwick | County |\n| Episodes | 96 | 84 | 71 | 67 | 318 |\n| Interviews | 68 | 57 | 50 | 44 | «219|209» |\n| Of which within 72 hours | 55 | 43 | 35 | 31 | 164 |\n| % within 72 hours | 80.9 | 75.4 | 70.0 | 70.5 | 74.9 |",
)
RIGHT = (
    "Physical harm was alleged in 103 cases, sexual harm in 51, emotional harm in 28 and neglect in 24; the other 18 were about conduct.\n\nThere were 224 allegations.",
    "Two references were on 102 of the 120 files (85%); 12 files had one reference and six had none.",
    "We met 143 of these nineteen to twenty-one year olds, which is 92 per cent.",
    "Ten in 11 sessions took place (1,878 of 2,064).",
    "Enquiries: 214. Approved: 19. Left: 15. There were 31 applications.",
    "There were 148 admissions and 126 children left. On 31 March 2019 there were 384 children; the 12 homes have 46 places.",
    "The service chaired 1,184 reviews, of which 1,113 were held in time, and raised 64 formal disputes.",
    "The year began with 118 households. Nineteen were approved and fifteen resigned, and so 122 households were available.",
    "England: 65 per 10,000 (the year before: 64).",
    "Nineteen reviews in 20 were held on time (1,237 of 1,302).",
    "* Immunisations up to date: 342 (95.0%).\n\n* Workers in the teams: 26.0.\n* Children: 484.\n* Children per worker: 18.6.",
    "A child will usually have two reviews. Children aged four or over took part in 1,010 of the reviews.",
    "Good practice is gaining ground: 81 files were good, or nine in twenty of those that were read.",
    "There were 27 aged 16 and 17, 19 aged 14 and 15, and 46 aged 14 to 17.",
    "Table: Quarters\n| Quarter | Episodes | Children |\n| 1 | 96 | 68 |\n| 2 | 84 | 57 |\n| 3 | 71 | 50 |\n| Year | 251 | 140 |",
    "We began the half-year with 148 fostering households and ended it with 143; 14 joined; 19 left; net minus five.",
    "The register opened the year with 220 children; 96 were added and 104 taken off, leaving 212.",
    "The team began with 26 workers and ended with 23: four arrived and seven departed.",
    "Though more plans were issued, 210 instead of 180, they were issued more promptly.",
    "More visits were made, 340 rather than 310, and fewer were late.",
    "We saw 210 families (180 the year before), of whom 60 came twice.",
    "We carried out 130 visits, not 120 as planned, and 40 of them were unannounced.",
    "To sum up, 210 new plans were issued, of which 147 were on time; and complaints numbered forty-four.",
    "We visited 60 homes, of which 48 were good, and fires numbered seven.",
    "Of the 88 workers, 60 are permanent, and absences reached 20.",
    "Of 130 practitioners who answered, 91 thought joint audits helpful and 26 neither helpful nor unhelpful.",
    "Of 150 parents who replied, 96 would recommend the course and 33 would not recommend it.",
    "Sixty carers answered: 38 were pleased and 15 displeased.",
    "Of 90 foster carers asked, 52 would stay for ten years and 21 had no view.",
    "It finished the quarter with 39 mentors, and had opened it with 34: 11 recruited; six resigned; net plus five.",
    "Table: Waits\n| Wait | Cases |\n| Under 6 hours | 40 |\n| 6 hours to 3 days | 31 |\n| More than 3 days | 9 |",
)


def _put(text, wording):
    return re.sub(r"«([^«»|]*)\|([^«»|]*)»", rf"\{wording}", text)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        *((text, {"parts-of-whole"}) for text in DIVIDED + BALANCES),
        *((text, {"bands-in-prose", "bands-listed"}) for text in BANDS),
        *((text, {"table-total"}) for text in TOTALS),
    ],
)
def test_a_slip_is_found_and_the_right_paper_rests(text, rules):
    assert keys(_put(text, 1)) == set()
    assert noted(_put(text, 2)) & rules


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_paper_is_left_in_peace(text):
    assert keys(text) == set()
