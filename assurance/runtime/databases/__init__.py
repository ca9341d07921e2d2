"""Django's two databases, which remember the rows that the transaction under way has written."""
