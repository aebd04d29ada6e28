"""The languages the site can speak, and where a reader goes when words are missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Hold what is true of one language wherever it is used."""

    name: str
    """The language's own name for itself, as it stands in the language switcher."""
    babel: str
    """The locale of the CLDR that Babel formats with; English is British."""
    og_locale: str
    """The value of `og:locale` (Open Graph)."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """The direction of the text, for the attribute `dir`."""
    nearest: tuple[str, ...]
    """Other languages a reader of this one understands, the nearest first."""
    also: tuple[str, ...]
    """Other tags that mean this language when they come from outside, in lower case."""
    hyphens: str | None
    """The dictionary that pyphen hyphenates with; None where there is none."""
    joints: str | None
    """Letters that may link the parts of a word written in one; None where words are not joined."""
    currency: str
    """The currency that needs no code in this language (ISO 4217)."""
    ampersand: str
    """What `&` is read aloud as, in an address."""
    clock: str
    """The pattern of a time of day (CLDR)."""
    at: str
    """What stands between a date and a time."""
    seasons: Mapping[str, str]
    """The names of the seasons, as they stand before a year."""
    ongoing: str
    """What is said of something that has no end."""
    undated: str
    """What is said of something that has no known date."""
    others: str
    """What ends a list that names only some."""


def _seasons(spring: str, summer: str, autumn: str, winter: str) -> Mapping[str, str]:
    return MappingProxyType({"spring": spring, "summer": summer, "autumn": autumn, "winter": winter})


_DANISH = Language(
    name="Dansk",
    babel="da",
    og_locale="da_DK",
    nearest=("nb", "nn", "sv", "en"),
    also=("da-dk",),
    hyphens="da_DK",
    joints="se",
    currency="DKK",
    ampersand="og",
    clock="H.mm",
    at=" kl. ",
    ongoing="løbende",
    undated="uden dato",
    others="m.fl.",
    seasons=_seasons("foråret", "sommeren", "efteråret", "vinteren"),
)
_BOKMAL = Language(
    name="Norsk",
    babel="nb",
    og_locale="nb_NO",
    nearest=("nn", "da", "sv", "en"),
    also=("no", "nb-no", "no-no"),
    hyphens="nb_NO",
    joints="se",
    currency="NOK",
    ampersand="og",
    clock="HH.mm",
    at=" kl. ",
    ongoing="løpende",
    undated="uten dato",
    others="mfl.",
    seasons=_seasons("våren", "sommeren", "høsten", "vinteren"),
)
_ENGLISH = Language(
    name="English",
    babel="en_GB",
    og_locale="en_GB",
    nearest=("nb", "da", "nn", "sv"),
    also=("en-gb",),
    hyphens="en_GB",
    joints=None,
    currency="GBP",
    ampersand="and",
    clock="HH:mm",
    at=", ",
    ongoing="ongoing",
    undated="undated",
    others="and others",
    seasons=_seasons("spring", "summer", "autumn", "winter"),
)
_NYNORSK = Language(
    name="Nynorsk",
    babel="nn",
    og_locale="nn_NO",
    nearest=("nb", "da", "sv", "en"),
    also=("nn-no",),
    hyphens="nn_NO",
    joints="se",
    currency="NOK",
    ampersand="og",
    clock="HH.mm",
    at=" kl. ",
    ongoing="løpande",
    undated="utan dato",
    others="mfl.",
    seasons=_seasons("våren", "sommaren", "hausten", "vinteren"),
)
_SWEDISH = Language(
    name="Svenska",
    babel="sv",
    og_locale="sv_SE",
    nearest=("nb", "da", "nn", "en"),
    also=("sv-se", "sv-fi"),
    hyphens="sv",
    joints="soeu",
    currency="SEK",
    ampersand="och",
    clock="HH:mm",
    at=" kl. ",
    ongoing="löpande",
    undated="utan datum",
    others="m.fl.",
    seasons=_seasons("våren", "sommaren", "hösten", "vintern"),
)
# Nobody who writes the language has read these words yet: have it done before `se` is published.
_NORTHERN_SAMI = Language(
    name="Davvisámegiella",
    babel="se",
    og_locale="se_NO",
    nearest=("nb", "nn", "sv", "da", "en"),
    also=("se-no", "se-se", "se-fi"),
    hyphens=None,
    joints="",
    currency="NOK",
    ampersand="ja",
    clock="HH:mm",
    at=" dii. ",
    ongoing="jotkkolaš",
    undated="beaivemeari haga",
    others="ja earát",
    seasons=_seasons("giđđa", "geassi", "čakča", "dálvi"),
)

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {"da": _DANISH, "nb": _BOKMAL, "en": _ENGLISH, "nn": _NYNORSK, "sv": _SWEDISH, "se": _NORTHERN_SAMI}
)
"""Every language by its tag (BCP 47); a site speaks those of them that its settings name."""

PUBLISHED = ("da", "nb", "en")
"""The languages that have words in every catalogue today."""

_BY_TAG = {other: tag for tag, language in LANGUAGES.items() for other in (tag, *language.also)}


@cache
def fallbacks(lang: str, published: tuple[str, ...] = PUBLISHED) -> tuple[str, ...]:
    """Return the languages to look for words in when there are none in `lang`, the nearest first.

    `published` are the languages the site has. Danish, Norwegian and Swedish readers get each other's words
    before English ones.
    """
    has = frozenset(published)
    return tuple(each for each in LANGUAGES[lang].nearest if each in has)


def normalise_tag(text: str) -> str | None:
    """Return the tag that a tag from outside means, or None where it means no language of ours.

    `no` and `nb-NO` become `nb`, which is the tag the Norwegian Digitalisation Agency asks for; a region
    other than the language's own is refused rather than dropped, because `en-US` is not what the site writes.
    """
    return _BY_TAG.get(text.replace("_", "-").lower())
