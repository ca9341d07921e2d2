"""Parts of the page of a record besides its values: links to other records, its undo."""
