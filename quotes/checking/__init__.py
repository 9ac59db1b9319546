"""A claimed quotation -> a verdict against the index."""
