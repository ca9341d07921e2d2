"""National bodies whose letters mean one thing everywhere."""

BODIES = {
    "ADASS": "Association of Directors of Adult Social Services",
    "ADCS": "Association of Directors of Children's Services",
    "CQC": "Care Quality Commission",
    "DBS": "Disclosure and Barring Service",
    "ICO": "Information Commissioner's Office",
    "LGA": "Local Government Association",
    "NSPCC": "National Society for the Prevention of Cruelty to Children",
}
