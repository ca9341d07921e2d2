"""The words that search knows: plain, in stems, and those of one meaning."""
