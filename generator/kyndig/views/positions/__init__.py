"""Pages of position documents and their statements."""
