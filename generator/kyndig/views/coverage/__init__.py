"""Pages and parts of pages that show how well needs are covered; the counting is done in `kyndig.coverage`."""
