"""A file, page or stream -> :class:`quotes.model.Document` (without quotes), its text exactly as it was read."""
