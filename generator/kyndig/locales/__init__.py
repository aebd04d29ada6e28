"""Door to Babel."""
