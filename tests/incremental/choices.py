"""What random edits choose from."""

from __future__ import annotations

from itertools import permutations

from hypothesis import strategies as st

from .entries import IDENTITIES, start

THEN = st.sampled_from(("go on", "build", "go on", "build", "go on", "go on", "compare"))
"""What follows an edit."""
DIGIT = st.integers(0, 9)
ENTRY = st.sampled_from((*start(), *IDENTITIES))
PAIR = st.sampled_from(
    [pair for pair in permutations(IDENTITIES, 2) if len({each.partition(":")[0] for each in pair}) == 1]
)
"""Two names of the same kind."""
MOSTLY = st.sampled_from((True, True, True, True, True, False))
"""Whether references are kept right when what they lead to goes away."""
USES = st.integers(0, 60) | st.integers(0, 900)
"""Which use of a file something happens at: a build without a cache makes about 800."""

TEMPLATES = {
    "base.html": "</footer>",
    "macros.html": "{% macro say(phrase) %}",
    "course.html": "{% block content %}",
    "news.html": '<section class="sec"',
    "mark.html": "",
}
"""Templates, and a place in each where words can stand: one all pages extend, one they import, one they include."""

WORDS = {
    "Courses": ("Kurser", "Kurs"),
    "News": ("Nyt", "Nyheter"),
    "Search": ("Søg", "Søk"),
    "path/courses": ("kurser", "kurs"),
    "path/news": ("nyt", "nytt"),
}
"""Words of the theme, two of them in addresses, in the catalogues da and nb."""

CHOICES: dict[str, tuple[object, ...]] = {
    "SITENAME": ("Lille", "Liden", "En anden"),
    "SITEURL": ("https://example.org/kurser", "https://example.net"),
    "LANGUAGES": (["da", "nb"], ["nb", "da"], ["da", "nb", "en"], ["da"], ["da", "no"]),
    "REPOSITORY": ("", "https://git.example/edit/{path}", "https://git.example/{path}"),
    "CONTACT": ("", "mailto:a@example.org"),
}
"""Settings and what they can be; one cannot."""
