"""Serve the built site from memory as a web server should: compressed, with media types, a 404 page and a policy."""

from __future__ import annotations

import gzip
import mimetypes
import re
import threading
from collections.abc import Mapping
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
FOR_EVER = "public, max-age=31536000, immutable"
DIGEST = re.compile(r"\.[0-9a-f]{10}\.[a-z]+$")
TEXT = (
    "text/",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/rss+xml",
    "image/svg",
)
MEDIA = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".ics": "text/calendar",
}


def policy(page: bytes) -> str:
    """Return what a page allows itself to load; empty where it says nothing."""
    found = POLICY.search(page.decode())
    return found[1].replace("&#39;", "'") if found else ""


def media(path: str) -> str:
    """Return the media type of a file, with its character set where it is text."""
    suffix = "." + path.rpartition(".")[2]
    kind = MEDIA.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(TEXT) else kind


class Site:
    """The files of a site, served on the loopback address until `close`."""

    def __init__(self, files: Mapping[str, bytes], base: str = "/") -> None:
        self.files, self.base = files, base
        self.packed = cache(lambda path: gzip.compress(files[path], 9))
        handler = type("Handler", (_Handler,), {"site": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, path: str) -> str:
        return self.origin + self.base + path.removesuffix("index.html")

    def find(self, address: str) -> str:
        """Return the path of the file that an address asks for."""
        path = unquote(urlsplit(address).path).removeprefix(self.base).lstrip("/")
        return path + "index.html" if path.endswith("/") or not path else path

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.site.find(self.path)
        if path in self.site.files:
            self._answer(200, path)
        else:
            self._answer(404, f"{path.split('/')[0]}/404.html")

    def _answer(self, status: int, path: str) -> None:
        data = self.site.files.get(path, b"Not found")
        kind = media(path)
        packed = path in self.site.files and "charset" in kind
        body = self.site.packed(path) if packed else data
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", FOR_EVER if DIGEST.search(path) else "public, max-age=300")
        self.send_header("X-Content-Type-Options", "nosniff")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        if kind.startswith("text/html"):
            self.send_header(
                "Content-Security-Policy", f"{policy(data)}; frame-ancestors 'none'".lstrip("; ")
            )
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it)
        """Say nothing: failures say what matters."""
