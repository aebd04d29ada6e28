"""Tests of the site of this repository."""
