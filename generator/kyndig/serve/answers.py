"""Answers to browsers: files, pages with the preview's script in them, and word of what is new.

Python's own server is enough here: one person on the same machine, a thread for each connection, and the work behind it
is done by one thread at a time whichever server asks for it.
"""

from __future__ import annotations

import json
import mimetypes
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from .faults import as_rows
from .preview import Preview, Shown

EVENTS = "/~kyndig/events"
SCRIPT = "/~kyndig/preview.js"
_CLIENT = Path(__file__).with_name("preview.js")
_HEARTBEAT = 15.0
"""Seconds after which a browser is told that we are still here, so that a connection that is gone is noticed."""

_NOTHING = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Faults</title><meta name="color-scheme" content="light dark"></head>
<body><h1>There is no page to show yet.</h1><p>It appears when the faults are mended.</p></body></html>
"""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def start(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Start to answer browsers on the loopback address, in threads of its own."""
    handler = type("Handler", (_Handler,), {"preview": preview})
    server = _Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class _Handler(BaseHTTPRequestHandler):
    preview: Preview
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else an answer waits for the browser to say that it has its beginning

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == EVENTS:
            self._events(parse_qs(address.query))
        elif address.path == SCRIPT:
            self._answer(200, _CLIENT.read_bytes(), "text/javascript; charset=utf-8")
        else:
            path = self._path(address.path)
            shown = self.preview.look(path)
            page = shown.status != 200 or shown.data is None
            media = "text/html" if page else mimetypes.guess_type(path)[0] or _unnamed(path)
            text = media.startswith("text/") or media.endswith(("xml", "json", "javascript"))
            data = _with_script(shown) if media == "text/html" else shown.data or b""
            self._answer(shown.status, data, f"{media}; charset=utf-8" if text else media)

    def _path(self, address: str) -> str:
        """Return the path of a file of the site by its address."""
        path = unquote(address).removeprefix(self.preview.base).lstrip("/")
        return path + "index.html" if path.endswith("/") or not path else path

    def _answer(self, status: int, data: bytes, media: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self, query: dict[str, list[str]]) -> None:
        """Tell a browser of what is newer than it shows, until it goes away (server-sent events)."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        path = self._path(query.get("path", ["/"])[0])
        told = {"page": query.get("shown", [""])[0], "faults": "[]", "making": "null"}
        try:
            while True:
                ticks = self.preview.ticks
                events = [(name, data) for name, data in self._news(path).items() if told.get(name) != data]
                told |= dict(events)
                self._say("".join(f"event: {name}\ndata: {data}\n\n" for name, data in events))
                if self.preview.wait(ticks, _HEARTBEAT) == ticks:
                    self._say(": still here\n\n")
        except OSError:
            return

    def _news(self, path: str) -> dict[str, str]:
        """Return all that a browser should know that shows a page."""
        shown = self.preview.look(path)
        news = {"faults": json.dumps(as_rows(shown.faults)), "making": json.dumps(self.preview.progress())}
        if shown.moved:
            return {"moved": json.dumps(self.preview.base + shown.moved.removesuffix("index.html")), **news}
        return {"page": shown.digest, **news} if shown.digest else news

    def _say(self, text: str) -> None:
        if text:
            self.wfile.write(text.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it)
        """Say nothing: the terminal is for findings."""


def _unnamed(path: str) -> str:
    """Return the media type of what the system has no name for; a folder is asked for by its index."""
    known = {"atom": "application/atom+xml", "rss": "application/rss+xml", "ics": "text/calendar"}
    suffix = path.rpartition("/")[2].rpartition(".")[2]
    return known.get(suffix, "application/octet-stream" if "." in path.rpartition("/")[2] else "text/html")


def _with_script(shown: Shown) -> bytes:
    """Return a page with the preview's script at its end, which its own policy must let in."""
    data = _POLICY.sub(_opened, shown.data or _NOTHING, count=1)
    script = f'<script type="module" src="{SCRIPT}" data-kyndig="{shown.digest}"></script>'.encode()
    head, end, rest = data.rpartition(b"</body>")
    return head + script + end + rest if end else data + script


_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(?=")')


def _opened(match: re.Match[bytes]) -> bytes:
    """Return a policy that lets our script run and ask us; it forbids all else that it did."""
    rules = [each.split() for each in match[2].split(b";") if each.strip()]
    named = {rule[0]: rule for rule in rules}
    for name in (b"script-src", b"connect-src"):
        rule = named.get(name)
        if rule is None and b"default-src" in named:
            rules.append([name, b"'self'"])
        elif rule is not None and b"'self'" not in rule:
            rule[1:] = [*(each for each in rule[1:] if each != b"'none'"), b"'self'"]
    return match[1] + b"; ".join(b" ".join(each) for each in rules)
