"""A built site for a browser: served from memory with the headers of a plain web server, and Chromium to look at it."""

from __future__ import annotations

import mimetypes
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from .browser.tools import QUIET


class NoBrowser(Exception):
    """Chromium or Playwright is not installed; the message says which."""


@contextmanager
def served(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve files by their path, with 404.html for what is missing; gives the address without a slash at the end."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            path = path + "index.html" if path.endswith("/") or not path else path
            data = files.get(path)
            nearest = files.get(f"{path.split('/')[0]}/404.html", files.get("404.html", b""))
            self.send_response(404 if data is None else 200)
            kind = (
                "text/html" if data is None else mimetypes.guess_type(path)[0] or "application/octet-stream"
            )
            data = nearest if data is None else data
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it)
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Any]:
    """Start the system's Chromium through Playwright. Raises NoBrowser where either is missing."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise NoBrowser("Chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise NoBrowser("Playwright is not installed") from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()
