"""How a long form is made short: folded parts, proposed totals, rows chosen by a search."""
