"""Given names that are common in England and are no words, months or places."""

from reports.prose.word_lists import words_of

GIVEN_NAMES = words_of(
    """Aaron Abigail Adam Adrian Ahmed Aisha Alan Alex Alexandra Ali Alice Alison Alistair Amanda
    Amelia Amir Amy Andrea Andrew Angela Anita Ann Anna Anne Annette Anthony Barbara Beth Bethany
    Brenda Brian Bridget Caroline Carol Catherine Charles Charlotte Cheryl Chloe Chris Christine
    Christopher Claire Clare Colin Craig Daniel Darren David Dawn Deborah Debbie Denise Derek Diane
    Donna Dorothy Edward Eileen Elaine Eleanor Elizabeth Ellen Emily Emma Eric Fatima Fiona Gail
    Gareth Gary Gavin Geoff Geoffrey Gillian Gordon Graham Hannah Harriet Hassan Hazel Heather Helen
    Helena Henry Howard Hugh Ian Imran Irene Isabel Jack Jackie Jacqueline James Jane Janet Janice
    Jason Jayne Jean Jeffrey Jenna Jennifer Jenny Jeremy Jessica Jill Joanna Joanne John Jonathan
    Joseph Joyce Judith Julia Julian Julie Karen Kate Katherine Kathleen Kathryn Katie Keith Kelly
    Ken Kenneth Kerry Kevin Kim Kirsty Laura Lauren Leanne Lesley Lewis Liam Linda Lisa Louise Lucy
    Luke Lynn Lynne Malcolm Marcus Margaret Maria Marie Martin Mary Matthew Maureen Michael Michelle
    Mohammed Moira Natalie Natasha Neil Nicola Nicholas Nigel Olivia Pamela Patricia Patrick Paul
    Pauline Peter Philip Philippa Rachel Raymond Rebecca Richard Robert Roger Ruth Ryan Samantha
    Samuel Sandra Sarah Sean Sharon Sheila Shirley Simon Sophie Stacey Stephanie Stephen Steven
    Stuart Sue Susan Suzanne Tanya Teresa Terence Thomas Timothy Tina Tracey Tracy Valerie Vanessa
    Veronica Vicky Victoria Wendy William Yasmin Yvonne Zoe"""
)
