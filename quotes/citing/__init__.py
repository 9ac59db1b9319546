"""A stored quote -> a citation that somebody else can follow: newsroom line, styles, BibTeX, Web Annotation, links."""
