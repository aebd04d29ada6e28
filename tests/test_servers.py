"""The files for web servers that `kyndig init` writes, tried with the servers themselves where they are installed."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner

from kyndig.cli.main import main
from kyndig.scaffold import init

FOR_EVER, OFTEN, HOUR, ASK = (
    "public, max-age=31536000, immutable", "public, max-age=900", "public, max-age=3600", "no-cache",
)  # fmt: skip
SAFE = {
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LONG = "Long enough to be worth packing.\n" * 60
MADE = {
    "da/calendars/courses.ics": f"BEGIN:VCALENDAR\r\n{LONG}END:VCALENDAR\r\n",
    "da/feeds/topics/pain.json": f'{{"version": "https://jsonfeed.org/version/1.1", "title": "{LONG.strip()[:600]}"}}',
    "da/feeds.opml": f"<opml>{LONG}</opml>",
    "da/table.csv": f"a,b\r\n{LONG}",
    "da/kurser/picture.png": "not looked at",
    "da/kurser/paper.pdf": "not looked at",
    "da/drawing.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{LONG}</desc></svg>',
    ".well-known/security.txt": "Contact: mailto:a@b.example\n",
    ".kyndig-secret": "of the build",
}
"""Files that not every site has; their bytes do not matter here."""
KINDS = {
    "/": ("text/html; charset=utf-8", ASK),
    "/da/": ("text/html; charset=utf-8", ASK),
    "/da/kurser/": ("text/html; charset=utf-8", ASK),
    "/training-worker.js": ("text/javascript; charset=utf-8", ASK),
    "/sitemap.xml": ("application/xml", ASK),
    "/robots.txt": ("text/plain; charset=utf-8", ASK),
    "/.well-known/security.txt": ("text/plain; charset=utf-8", ASK),
    "/da/names.json": ("application/json", ASK),
    "/da/table.csv": ("text/csv; charset=utf-8", ASK),
    "/da/drawing.svg": ("image/svg+xml", ASK),
    "/da/feeds/all.rss": ("application/rss+xml", OFTEN),
    "/da/feeds/all.atom": ("application/atom+xml", OFTEN),
    "/da/feeds/topics/pain.json": ("application/feed+json", OFTEN),
    "/da/feeds.opml": ("text/x-opml; charset=utf-8", OFTEN),
    "/da/calendars/courses.ics": ("text/calendar; charset=utf-8", OFTEN),
    "/da/kurser/picture.png": ("image/png", HOUR),
    "/da/kurser/paper.pdf": ("application/pdf", HOUR),
}
"""Address → media type, and how long it may be kept."""

pytestmark = pytest.mark.xdist_group("servers")


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """A site that `kyndig init` has begun, built, in a folder that a server without rights may read."""
    with TemporaryDirectory(prefix="kyndig-servers-") as name:
        folder = Path(name) / "site"
        init(folder)
        command = ["build", "-s", str(folder / "publishconf.py"), "--date", "2026-11-22"]
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, result.output
        for path, text in MADE.items():
            target = folder / "output" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        Path(name).chmod(0o755)
        yield folder


def _text(site: Path, name: str, *changes: tuple[str, str]) -> str:
    """Return the file for a server with what its reader is told to change, and the port, changed."""
    text = (site / "servers" / name).read_text("utf-8").replace("/srv/my-site/output", str(site / "output"))
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def _nginx(site: Path, room: Path, port: int, program: str) -> tuple[list[str], list[str]]:
    own = _text(
        site, "nginx.conf", ("listen 80;", f"listen 127.0.0.1:{port};"), ("    listen [::]:80;\n", "")
    )
    (room / "site.conf").write_text(own, "utf-8")
    stores = "".join(
        f"{each}_temp_path {room}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (room / "nginx.conf").write_text(
        f"daemon off; pid {room}/pid; error_log {room}/errors; events {{}}\n"
        f"http {{ access_log off; {stores} include {room}/site.conf; }}\n", "utf-8"
    )  # fmt: skip
    command = [program, "-p", str(room), "-c", str(room / "nginx.conf"), "-e", str(room / "errors")]
    return [*command, "-t"], command


APACHE = (
    "mpm_event",
    "authz_core",
    "dir",
    "mime",
    "headers",
    "filter",
    "alias",
    "deflate",
    "brotli",
    "unixd",
)


def _apache(site: Path, room: Path, port: int, program: str) -> tuple[list[str], list[str]]:
    places = (Path("/usr/lib/apache2/modules"), Path("/usr/lib64/httpd/modules"), Path("/etc/httpd/modules"))
    modules = next((each for each in places if each.is_dir()), None)
    if modules is None:
        pytest.skip("the modules of Apache are not where this test looks for them")
    own = _text(site, "apache.conf", ("*:80>", f"127.0.0.1:{port}>"))
    load = "".join(
        f"LoadModule {each}_module {modules}/mod_{each}.so\n"
        for each in APACHE
        if (modules / f"mod_{each}.so").is_file()
    )
    (room / "apache.conf").write_text(
        f"{load}ServerRoot {room}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {room}/pid\nErrorLog {room}/errors\n"
        f"TypesConfig /dev/null\nUser nobody\nGroup nogroup\nMutex file:{room}\n<Directory />\nRequire all denied\n</Directory>\n{own}",
        "utf-8",
    )
    command = [program, "-f", str(room / "apache.conf")]
    return [*command, "-t"], [*command, "-DFOREGROUND"]


def _caddy(site: Path, room: Path, port: int, program: str) -> tuple[list[str], list[str]]:
    own = _text(site, "Caddyfile", ("example.org {", f"http://127.0.0.1:{port} {{"))
    (room / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{own}", "utf-8")
    more = ["--config", str(room / "Caddyfile"), "--adapter", "caddyfile"]
    return [program, "validate", *more], [program, "run", *more]


SERVERS: dict[str, tuple[tuple[str, ...], Callable[[Path, Path, int, str], tuple[list[str], list[str]]]]] = {
    "nginx": (("nginx",), _nginx),
    "apache": (("apache2", "httpd"), _apache),
    "caddy": (("caddy",), _caddy),
}
"""Server → the names of its program, and what makes the commands that check its file and run it."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    name: str
    port: int

    def get(self, path: str, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, site: Path) -> Iterator[Server]:
    """A server with the file that belongs to it, which it has found right."""
    programs, prepare = SERVERS[request.param]
    search = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    program = next((found for each in programs if (found := shutil.which(each, path=search))), None)
    if program is None:
        pytest.skip(f"{request.param} is not installed")
    with ExitStack() as stack:
        room = Path(stack.enter_context(TemporaryDirectory(prefix="kyndig-server-")))
        room.chmod(0o777)
        port = _free_port()
        check, run = prepare(site, room, port, program)
        environment = {
            **os.environ,
            "HOME": str(room),
            "XDG_DATA_HOME": str(room),
            "XDG_CONFIG_HOME": str(room),
        }
        checked = subprocess.run(check, capture_output=True, text=True, env=environment, check=False)
        said = checked.stdout + checked.stderr
        assert checked.returncode == 0, said
        assert "warn" not in said.lower().replace("warn_", ""), said
        stack.enter_context(_running(run, port, room, environment))
        yield Server(request.param, port)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, room: Path, environment: dict[str, str]) -> Iterator[None]:
    with (room / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        try:
            for _ in range(100):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            else:
                pytest.fail((room / "said").read_text("utf-8"))
            yield
        finally:
            process.terminate()
            process.wait(20)


@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_file_is_called_what_it_is_and_kept_as_long_as_it_may_be(
    server: Server, path: str
) -> None:
    answer = server.get(path)
    assert answer.status == 200
    media, kept = KINDS[path]
    assert answer.headers["content-type"].lower() == media
    assert answer.headers["cache-control"] == kept
    assert {name: answer.headers.get(name) for name in SAFE} == SAFE


def test_what_changes_its_name_with_its_bytes_is_kept_for_a_year(server: Server, site: Path) -> None:
    output = site / "output"
    lasting = [path for path in (output / "theme").rglob("*") if path.is_file()]
    lasting += [
        path for path in (output / "search").rglob("*") if re.search(r"\.(pf_\w+|pagefind|js)$", path.name)
    ]
    assert {path.suffix for path in lasting} >= {".css", ".js", ".svg"}
    for path in lasting:
        answer = server.get(f"/{path.relative_to(output).as_posix()}")
        assert (answer.status, answer.headers["cache-control"]) == (200, FOR_EVER), path
    for path in (output / "search").rglob("*"):
        if path.is_file() and path not in lasting:
            assert server.get(f"/{path.relative_to(output).as_posix()}").headers["cache-control"] == ASK, path


PACKED = (
    "/da/kurser/",
    "/da/calendars/courses.ics",
    "/da/feeds/all.atom",
    "/da/feeds/topics/pain.json",
    "/da/drawing.svg",
)


@pytest.mark.parametrize("path", PACKED)
@pytest.mark.parametrize("packing", ["identity", "gzip", "br"])
def test_who_asks_again_is_told_that_nothing_has_changed(server: Server, path: str, packing: str) -> None:
    first = server.get(path, Accept_Encoding=packing)
    if packing == "br" and server.name != "apache":
        packing = "identity"  # only Apache comes with it
    assert first.headers.get("content-encoding", "identity") == packing
    again = server.get(path, Accept_Encoding=packing, If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    dated = server.get(path, Accept_Encoding=packing, If_Modified_Since=first.headers["last-modified"])
    assert (dated.status, dated.body) == (304, b"")
    assert server.get(path, Accept_Encoding=packing, If_None_Match='"another"').status == 200


@pytest.mark.parametrize("path", PACKED)
def test_what_depends_on_the_packing_says_so(server: Server, path: str) -> None:
    assert "accept-encoding" in server.get(path, Accept_Encoding="gzip").headers["vary"].lower()


def test_an_address_that_is_not_there_gets_the_page_for_that(server: Server, site: Path) -> None:
    page = (site / "output/404.html").read_bytes()
    for path in ("/nothing", "/da/kurser/nothing.html", "/.kyndig", "/.kyndig-secret", "/da/.hidden/x.html"):
        answer = server.get(path)
        assert answer.status == 404, path
        assert answer.body == page
        assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
        assert answer.headers["cache-control"] == ASK
        assert {name: answer.headers.get(name) for name in SAFE} == SAFE


def test_a_folder_without_its_slash_is_led_to_the_same_host(server: Server) -> None:
    answer = server.get("/da/kurser", Host=f"127.0.0.1:{server.port}")
    assert answer.status in (301, 308)
    assert answer.headers["location"].removeprefix(f"http://127.0.0.1:{server.port}") in (
        "/da/kurser/",
        "kurser/",
    )


def test_programs_on_other_sites_may_read_feeds_and_calendars_and_no_page(server: Server) -> None:
    for path, (_, kept) in KINDS.items():
        assert server.get(path).headers.get("access-control-allow-origin") == (
            "*" if kept == OFTEN else None
        ), path


def test_the_policy_of_the_server_forbids_nothing_that_a_page_needs(site: Path) -> None:
    """A browser applies both: what a page loads is for the page to say, and who may frame it only a server can."""
    pages = [path.read_text("utf-8") for path in (site / "output").rglob("*.html")]
    said = {name.split()[0] for page in pages for name in _policy(page)}
    assert "frame-ancestors" not in said
    for name in ("nginx.conf", "apache.conf", "Caddyfile"):
        text = (site / "servers" / name).read_text("utf-8")
        assert re.findall(r'Content-Security-Policy "([^"]*)"', text) == ["frame-ancestors 'none'"]


def _policy(page: str) -> list[str]:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return found[1].split("; ")


def test_every_kind_of_file_of_a_site_is_named_to_each_server(site: Path) -> None:
    suffixes = {
        path.suffix
        for path in (site / "output").rglob("*")
        if path.is_file() and not path.name.startswith(".") and "search" not in path.parts
    }
    assert suffixes - {".html", ".css"} == {Path(each).suffix for each in KINDS} - {""}
    for name in ("nginx.conf", "apache.conf"):
        text = (site / "servers" / name).read_text("utf-8")
        assert not [each for each in suffixes if not re.search(rf"\b{each[1:]}\b", text)], name
