"""Translation of pages and records: only one's own, never silent, never wrong by a file."""
