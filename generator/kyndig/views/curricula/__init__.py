"""Pages of a curriculum: competencies, areas, cards, roles, methods, requirements, the year."""
