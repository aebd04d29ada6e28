"""Pages of needs, plans, working groups and target groups."""
