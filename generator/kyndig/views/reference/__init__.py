"""Pages to look things up in: organisations, topics, professions, regions, terms, sources."""
