"""What the site knows of languages is data."""

from __future__ import annotations

import pytest
from babel import Locale

from kyndig.locales.languages import LANGUAGES, PUBLISHED, fallbacks, normalise_tag


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("da", ("nb", "en")),
        ("nb", ("da", "en")),
        ("en", ("nb", "da")),
        ("nn", ("nb", "da", "en")),
        ("sv", ("nb", "da", "en")),
    ],
)
def test_missing_words_are_looked_for_in_the_nearest_language(lang: str, expected: tuple[str, ...]) -> None:
    assert fallbacks(lang) == expected


def test_a_site_with_more_languages_falls_back_to_them_too() -> None:
    assert fallbacks("nb", tuple(LANGUAGES)) == ("nn", "da", "sv", "en")


def test_a_language_alone_on_its_site_falls_back_to_none() -> None:
    assert fallbacks("nb", ("nb",)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("da", "da"), ("da-DK", "da"), ("da_DK", "da"), ("nb", "nb"), ("no", "nb"), ("nb-NO", "nb"), ("no-NO", "nb"),
        ("NO", "nb"), ("en", "en"), ("en-GB", "en"), ("nn-NO", "nn"), ("sv-FI", "sv"), ("se-NO", "se"),
        ("en-US", None), ("da-NO", None), ("de", None), ("false", None), ("", None), ("nb NO", None),
    ],
)  # fmt: skip
def test_a_tag_from_outside_means_one_language_or_none(text: str, expected: str | None) -> None:
    assert normalise_tag(text) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_is_whole(lang: str) -> None:
    """A new language is a data change: nothing may be missing from its row."""
    language = LANGUAGES[lang]
    assert Locale.parse(language.babel).text_direction == language.direction
    assert language.og_locale.startswith(f"{lang}_")
    assert set(language.nearest) <= set(LANGUAGES) - {lang}
    assert set(language.seasons) == {"spring", "summer", "autumn", "winter"}


def test_the_languages_name_themselves() -> None:
    assert [LANGUAGES[lang].name for lang in PUBLISHED] == ["Dansk", "Norsk", "English"]
    assert [LANGUAGES[lang].og_locale for lang in PUBLISHED] == ["da_DK", "nb_NO", "en_GB"]
