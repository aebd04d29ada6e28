"""Show the site on this machine, and build it again when a file changes.

The site is kept in memory and nothing is written. Faults are shown in the terminal and over the page in the browser,
which otherwise shows the last site that was good.
"""

from __future__ import annotations

import html
import json
import mimetypes
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rich.console import Console
from watchfiles import watch

from .build import Built, build
from .cli.report import show, summary
from .diagnostics import Diagnostic
from .order import Account
from .resources import shared, theme_folder
from .search import Searchable
from .settings import Settings, SettingsFault, read_settings

EVENTS = "/~kyndig/events"
_SCRIPT = """<script>
new EventSource("%s?since=%d").addEventListener("built", () => location.reload());
</script>"""
_OVERLAY = """<div role="alert" lang="en" style="position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:9;
background:#12201b;color:#fff;font:15px/1.5 monospace;padding:1rem 1.5rem;border-top:6px solid #ffe566">
<strong>The content has faults; this is the last good site.</strong><ul>%s</ul></div>"""

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""The page's own policy would keep out the lines above."""


@dataclass(slots=True)
class Preview:
    """The last good site and the latest findings; `number` counts the builds, for browsers that wait.

    `searchable` is what the search index is made of until a browser first asks for it.
    """

    base: str = "/"
    files: dict[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    searchable: Searchable | None = None
    number: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def take(self, built: Built, findings: Iterable[Diagnostic], base: str) -> None:
        """Take over the result of a build and wake the browsers."""
        with self.changed:
            if built.files:
                self.files, self.searchable = dict(built.files), built.searchable
            self.findings = tuple(each for each in findings if each.severity == "error")
            self.base = base
            self.number += 1
            self.changed.notify_all()

    def find(self, path: str) -> bytes | None:
        """Return a file of the site, or None; what is not found may be in the search index, which is then made."""
        if path.startswith("search/") and path not in self.files:
            with self.changed:
                if self.searchable is not None:
                    self.files = self.files | self.searchable.files(self.files.__getitem__)
                    self.searchable = None
        return self.files.get(path)

    def wait(self, since: int, seconds: float) -> int:
        """Return the number of the latest build, waiting a while for one after `since`."""
        with self.changed:
            self.changed.wait_for(lambda: self.number != since, seconds)
            return self.number


def serve(settings_file: Path, today: date, port: int) -> None:
    """Serve the site on the loopback address until interrupted, building again at each change."""
    console, root = Console(stderr=True), settings_file.resolve().parent
    preview = Preview()
    server = start(preview, port)
    rebuild(preview, settings_file, today, console)
    console.print(
        f"http://127.0.0.1:{server.server_address[1]}{preview.base}  (Ctrl-C ends)", highlight=False
    )
    try:
        for _ in watch(*watched(root, settings_file), raise_interrupt=False):
            rebuild(preview, settings_file, today, console)
    finally:
        server.shutdown()


def start(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Start to answer browsers on the loopback address, in a thread of its own."""
    handler = type("Handler", (_Handler,), {"preview": preview})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def watched(root: Path, settings_file: Path) -> tuple[Path, ...]:
    """Return the files and folders whose change calls for a new build."""
    try:
        settings = read_settings(settings_file)
    except SettingsFault:
        settings = Settings()
    wanted = (root / settings.path, theme_folder(settings.theme, root), shared("i18n"), settings_file)
    return tuple(each for each in wanted if each.exists())


def rebuild(preview: Preview, settings_file: Path, today: date, console: Console) -> None:
    """Build once, tell the terminal, and hand the result to the browsers."""
    root = settings_file.resolve().parent
    try:
        settings = read_settings(settings_file)
        built = build(root, settings, today, theme_folder(settings.theme, root))
        base = "/" + urlsplit(settings.siteurl).path.strip("/")
    except SettingsFault as fault:
        built, base = Built({}, 0, Account(), fault.diagnostics), preview.base
    show(built.diagnostics, "text", built.account, console)
    console.print(summary(built.account, built.diagnostics), soft_wrap=True, highlight=False)
    preview.take(built, built.diagnostics, base if base.endswith("/") else base + "/")


class _Handler(BaseHTTPRequestHandler):
    preview: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == EVENTS:
            self._events(address.query.removeprefix("since="))
            return
        path = unquote(address.path).removeprefix(self.preview.base).lstrip("/")
        path = path + "index.html" if path.endswith("/") or not path else path
        data = self.preview.find(path) or self.preview.find(f"{path}/index.html")
        if data is None:
            nearest = (f"{path.split('/')[0]}/404.html", "404.html")
            missing = next(
                (self.preview.files[each] for each in nearest if each in self.preview.files), b"Not found"
            )
            self._answer(404, missing, "text/html; charset=utf-8")
        else:
            media = mimetypes.guess_type(path)[0] or "application/octet-stream"
            text = media.startswith("text/") or media.endswith(("xml", "json"))
            self._answer(200, data, f"{media}; charset=utf-8" if text else media)

    def _answer(self, status: int, data: bytes, media: str) -> None:
        if media.startswith("text/html"):
            data = _POLICY.sub(b"", data, count=1).replace(b"</body>", self._extra() + b"</body>")
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _extra(self) -> bytes:
        faults = "".join(f"<li>{html.escape(str(each))}</li>" for each in self.preview.findings)
        return ((_OVERLAY % faults if faults else "") + _SCRIPT % (EVENTS, self.preview.number)).encode()

    def _events(self, since: str) -> None:
        """Tell the browser when there is a newer build than the one it shows (server-sent events)."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        seen = int(since) if since.isdecimal() else 0
        try:
            while True:
                number = self.preview.wait(seen, 15)
                event = (
                    f"event: built\ndata: {json.dumps(number)}\n\n" if number != seen else ": still here\n\n"
                )
                self.wfile.write(event.encode())
                self.wfile.flush()
                seen = number
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it)
        """Say nothing: the terminal is for findings."""
