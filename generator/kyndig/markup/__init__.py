"""From an author's Markdown to HTML that is safe to show: the only door to Python-Markdown and nh3.

`convert` knows nothing of the site: every link goes through a function that says where it leads, and
everything the author should know comes back as diagnostics. Codes: `link.unknown`, `link.unsafe`,
`link.empty`, `markup.html`, `markup.alt`, `markup.fence`, `markup.footnote` and `markup.too-complex`.
"""

from .convert import convert
from .links import LinkFault, Links, ResolvedLink, format_of
from .safe import plain_text
from .slots import Passage, passage

__all__ = ["LinkFault", "Links", "Passage", "ResolvedLink", "convert", "format_of", "passage", "plain_text"]
