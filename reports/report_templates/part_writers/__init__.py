"""Pages on which a council says who is asked to write each part of its reports."""
