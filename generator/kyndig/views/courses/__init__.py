"""Pages of courses and their dates."""
