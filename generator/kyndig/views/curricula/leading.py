"""Pages that only lead on: from lasting addresses, from those of earlier versions, and from those a page had before."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import base
from ...routes import FORMER, GONE, LASTING, MOVED, Page, history_of
from ..announced.facts import title_of
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
    elif MOVED in page.key:
        key = page.key.partition(MOVED)[0]
        reason = reader.word("The page has another address now.")
    else:
        key = _of_former(reader, page.key.removesuffix(FORMER))
        reason = reader.word("This address belonged to an older edition.")
    if key.startswith(GONE):
        title = title_of(reader, history_of(reader.catalogue, key).now).capital
    else:
        title = reader.title(reader.catalogue[key.partition("#")[0]]).capital
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
