"""What January's paper says otherwise than July's, and what its half-year's files hold."""

# An audit tool's and an events list's export of the half-year.
AUDITS = """Audit reference,Audit date,Team,Service,Auditor role,Date shared,Date recorded
CN-901,14/12/2015,North locality team,Child in Need Service,Practice Manager,15/12/2015,16/12/2015
CN-902,21/12/2015,East locality team,Child in Need Service,Practice Manager,22/12/2015,23/12/2015
"""
EVENTS = """Activity,Held on,For whom,Topic,Attended,Frequency
Foster carers' evening,18/12/2015,Foster carers,The placement strategy,32,
"""
SEVERAL = """The audit showed the following:

* On 5 January 2016, [[dbs.overdue @dbs_position]] members of staff had been past the date on which
  their check should have been renewed. Checks are renewed every 3 years.
* On 15 January 2016, [[dbs.without_check @dbs_position | none]] members of staff were without
  a check.

Managers of the staff concerned have been told, and the next audit will follow in March 2016."""
# What is said of other days than in July is written anew: the first two in the browser.
WRITTEN = {
    "children-looked-after": "On 1 December 2015 the Council looked after "
    "[[looked_after.children @position]] children. Between 1 January and 1 December 2015 the "
    "number [[compare looked_after.children @comparison @position]].",
    "dbs-cohort": "The Disclosure and Barring Service (DBS) audit of 5 January 2016, which gives "
    "the position on 15 January 2016, covered the [[dbs.needing_check @dbs_position]] staff of the "
    "Children and Learning directorate whose posts need a check.",
    "dbs-overdue": SEVERAL,
    "purpose": "Since June 2012 the Committee has looked every 6 months at how the Council keeps "
    "children safe. This paper covers 1 July to 31 December 2015.",
    "figures-and-dates": "Counts of children give the position on 1 December 2015 unless the text "
    "names another day. Counts of audits are for the whole half-year.",
    "supervision": "The third yearly audit of supervision began in November 2015. Its results will "
    "be known in February 2016.",
    "case-file-audits": "Managers of the Child in Need Service carried out "
    "[[audits.done @half_year]] case-file audits between 1 July and 31 December 2015. The result "
    "of the case-file audits is awaited, and will come in July 2016. During 2014, the first year "
    "of the service, they carried out [[audits.done @audits_2014]].",
    "audits-shared": "An audit teaches most when the practitioner who holds the case hears of it. "
    "In the half-year [[audits.shared @half_year | percent base]] of the audits were shared in "
    "this way. The service held its first Audit Learning Meeting (ALM) in September 2015 to bring "
    "the lessons together.",
    "strategy": "The strategy for looked-after children ran to the end of 2015. Residential homes, "
    "foster carers and the Children in Care Council helped to prepare its successor.",
    "survey": "The _Tell Us Straight_ survey of 2015 was put to councillors in December 2015, "
    "together with the draft strategy.",
    "wider-council-work": "The Executive Member for Children met senior managers of CSC every 2 "
    "weeks, and councillors were told about child sexual exploitation (CSE).",
}
