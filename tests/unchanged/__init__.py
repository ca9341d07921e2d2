"""What must not move while the project is re-arranged: published files, figures, pages by role,
papers' files, the description for programs. `record` makes it, `test_unchanged` compares."""
