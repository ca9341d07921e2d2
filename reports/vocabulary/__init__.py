"""The words that searches know: plain, in stems, those of one meaning, and everyday words."""
