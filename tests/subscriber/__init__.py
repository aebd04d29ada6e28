"""A year of a subscriber's life: what changes must be heard of once, what does not must not, and nothing may be lost."""
