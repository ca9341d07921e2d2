"""Whether every record is as history last has it: a digest of each row that an operation wrote,
within the entry that it wrote."""
