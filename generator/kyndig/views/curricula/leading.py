"""Pages that only lead on: from the lasting address of the current version, and from short ones of earlier versions."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import base
from ...routes import FORMER, LASTING, Page
from ..editions import successors
from ..parts import Shell
from ..reader import Reader
from ..sharing import leading_on


@dataclass(frozen=True, slots=True)
class LeadingView:
    """What the template of a page that leads on shows."""

    href: str
    reason: str


def leading(reader: Reader, page: Page) -> tuple[Shell, LeadingView]:
    """Make a page that leads to where its address is shown."""
    if page.key.endswith(LASTING):
        key = page.key.removesuffix(LASTING)
        reason = reader.word("This address always leads to this edition, also when there is a newer one.")
    else:
        key = _of_former(reader, page.key.removesuffix(FORMER))
        reason = reader.word("This address belonged to an older edition.")
    entity = reader.catalogue[key.partition("#")[0]]
    title = reader.title(entity).capital
    target = reader.site.page(key, reader.language)
    shell = Shell(
        language=page.language,
        title=title,
        page_title=f"{title.text} · {reader.settings.sitename}",
        description=reason,
        canonical=reader.site.absolute(reader.site.page(key, target.words).path),
        alternates=(),
        crumbs=(),
        section="",
        sharing=leading_on(target.words),
    )
    return shell, LeadingView(reader.href(key), reason)


def _of_former(reader: Reader, key: str) -> str:
    """Return the key of what stands in the current version for a page of an earlier one; else that page itself."""
    ref, _, rest = key.partition("#")
    entity = reader.catalogue[ref]
    now = reader.catalogue[f"curriculum:{base(entity.document.id)}"]
    if entity.kind == "curriculum":
        return f"{now.ref}#{rest}" if rest else now.ref
    found = successors(reader, entity, now)
    return found[0][0].ref if found else ref
