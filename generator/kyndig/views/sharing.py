"""What a page says of itself to services that show a link to it: the values of the Open Graph protocol (ogp.me).

They say what the page says and no more. A page that is not translated has the locale of its text, not of its menu.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..locales.languages import LANGUAGES
from ..routes import Page
from .parts import Alternate, Picture, Sharing
from .reader import Reader


def sharing(
    reader: Reader, page: Page, title: str, label: str, alternates: Iterable[Alternate], *, is_article: bool
) -> Sharing:
    """Return what a page says of itself; `is_article` tells what somebody wrote from lists of such."""
    others = (each.language for each in alternates if each.written and each.language != page.words)
    return Sharing(
        kind="article" if is_article else "website",
        locale=LANGUAGES[page.words].og_locale,
        others=tuple(LANGUAGES[each].og_locale for each in others),
        picture=_picture(reader, page, title, label) if page.has_picture else None,
    )


def _picture(reader: Reader, page: Page, title: str, label: str) -> Picture:
    """Return the picture of a page; one that is not translated has that of the page with its text, drawn once."""
    written = reader.site.by_key[page.key, page.words]
    kind = "" if page.is_fallback else f"{label.partition(' · ')[0]}: "  # known in the reader's language only
    return Picture(reader.site.absolute(written.picture), f"{kind}{title}")


def leading_on(words: str) -> Sharing:
    """Return what a page says that leads to another; `words` is the language of the text there."""
    return Sharing("website", LANGUAGES[words].og_locale)
