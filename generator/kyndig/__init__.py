"""Kyndig: curricula, positions and courses in git, as one cross-linked site in several languages."""

__version__ = "0.1.0"
