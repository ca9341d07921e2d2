"""Tables and charts that a report can begin with, filled from what is recorded."""
