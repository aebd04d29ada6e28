"""Tests of Kyndig; they mirror the package."""
