"""The walk through the content folder: everything is either found or named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kyndig.sources import Source, find

NAME_RULE = 'a name begins with one of a-z, A-Z, 0-9 and holds only these and ".", "-", "_"'
NOBODY = 65534
KNOWN = "known are .md .yaml .yml .svg .png .jpg .jpeg .webp .avif .pdf .csv .txt"


@pytest.fixture
def unprivileged_root() -> Iterator[Path]:
    """Give a folder and run as somebody whom permissions stop, even where the tests run as root."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "content").mkdir()
        yield Path(folder)
        if os.getuid() == 0:
            os.seteuid(0)
        for each in (Path(folder) / "content").iterdir():
            each.chmod(0o700)


def write(root: Path, *paths: str) -> None:
    """Write a small file at each path."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"a: 1\n")


def report(root: Path) -> list[str]:
    """Return the findings of a walk in which no file was found."""
    sources, found = find(root)
    assert sources == ()
    return [str(each) for each in found]


def test_files_come_sorted_by_path_with_their_bytes_and_digest(tmp_path: Path) -> None:
    write(tmp_path, "content/b.md", "content/a/z.yaml", "content/a-b/x.svg", "content/a/B.yml", "other/c.md")
    sources, found = find(tmp_path)
    digest = sha256(b"a: 1\n").hexdigest()
    paths = ["content/a-b/x.svg", "content/a/B.yml", "content/a/z.yaml", "content/b.md"]
    assert sources == tuple(Source(path, b"a: 1\n", digest) for path in paths)
    assert found == ()


def test_another_folder_can_be_named(tmp_path: Path) -> None:
    write(tmp_path, "site/texts/a.md")
    assert [source.path for source in find(tmp_path, "site/texts/")[0]] == ["site/texts/a.md"]


@pytest.mark.parametrize(
    "name", [".DS_Store", ".gitkeep", "x.md~", "#x.md#", ".x.md.swp", ".git/config", ".#x.md"]
)
def test_hidden_files_and_backups_are_ignored_but_named(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"content/{name}")
    shown = name.split("/")[0]
    assert report(tmp_path) == [
        f"content/{shown}:1:1: notice file.ignored: hidden files and the backups of editors are not read"
    ]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Årsmøde på Ærø.md", 'call it "Aarsmoede-paa-Aeroe.md"'),
        ("a\u030ar.md", 'call it "aar.md"'),
        ("café (2).md", 'call it "cafe-2.md"'),
        ("_draft.md", 'call it "draft.md"'),
        ("-x.md", 'call it "x.md"'),
        ("a & b", 'call it "a-b"'),
        ("日本.md", "choose such a name"),
        ("日本", "choose such a name"),
    ],
)
def test_a_name_that_cannot_stand_in_an_address_gets_a_better_one(
    tmp_path: Path, name: str, remedy: str
) -> None:
    write(tmp_path, f"content/{name}")
    assert report(tmp_path) == [f"content/{name}:1:1: error path.name: {NAME_RULE}; {remedy}"]


def test_a_folder_with_a_bad_name_is_not_entered(tmp_path: Path) -> None:
    write(tmp_path, "content/på dansk/x.md")
    assert report(tmp_path) == [f'content/på dansk:1:1: error path.name: {NAME_RULE}; call it "paa-dansk"']


def test_a_name_that_no_terminal_can_show_is_written_with_escapes(tmp_path: Path) -> None:
    write(tmp_path, "content/a\nb.md")
    (tmp_path / os.fsdecode(b"content/l\xe6ge.md")).write_bytes(b"")
    assert report(tmp_path) == [
        f'content/a\\nb.md:1:1: error path.name: {NAME_RULE}; call it "a-b.md"',
        f'content/l\\udce6ge.md:1:1: error path.name: {NAME_RULE}; call it "lge.md"',
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("x.docx", f'the suffix ".docx" is not known; {KNOWN}'),
        ("README", f"the name has no suffix; {KNOWN}"),
        ("x.MD", 'the suffix ".MD" is not known; write .md'),
    ],
)
def test_a_suffix_nobody_reads_is_an_error(tmp_path: Path, name: str, words: str) -> None:
    write(tmp_path, f"content/{name}")
    assert report(tmp_path) == [f"content/{name}:1:1: error file.suffix: {words}"]


@pytest.mark.parametrize(
    ("name", "limit", "words"),
    [
        (
            "x.md",
            1_000_000,
            "the file has 1,000,001 bytes, more than 1,000,000; divide it into several files",
        ),
        ("x.png", 20_000_000, "the file has 20,000,001 bytes, more than 20,000,000; make it smaller"),
    ],
)
def test_a_file_may_be_as_large_as_its_limit_and_no_larger(
    tmp_path: Path, name: str, limit: int, words: str
) -> None:
    write(tmp_path, f"content/{name}")
    os.truncate(tmp_path / "content" / name, limit)
    assert find(tmp_path)[1] == ()
    os.truncate(tmp_path / "content" / name, limit + 1)
    assert report(tmp_path) == [f"content/{name}:1:1: error file.size: {words}"]


def test_symbolic_links_are_refused_by_name(tmp_path: Path) -> None:
    """Pelican alone publishes what they point to, also outside the folder."""
    write(tmp_path, "secret/x.md", "content/a.md")
    (tmp_path / "content/file.md").symlink_to(tmp_path / "secret/x.md")
    (tmp_path / "content/folder").symlink_to(tmp_path / "secret")
    (tmp_path / "content/loop").symlink_to(tmp_path / "content")
    (tmp_path / "content/nowhere.md").symlink_to("gone")
    sources, found = find(tmp_path)
    assert [source.path for source in sources] == ["content/a.md"]
    assert [str(each) for each in found] == [
        f"content/{name}:1:1: error path.symlink: symbolic links are not followed; "
        "put the file or folder itself here"
        for name in ("file.md", "folder", "loop", "nowhere.md")
    ]


def test_a_content_folder_that_is_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "secret/x/a.md")
    (tmp_path / "content").symlink_to("secret")
    expected = (
        "content:1:1: error path.symlink: symbolic links are not followed; put the file or folder itself here"
    )
    assert report(tmp_path) == [expected]
    assert [str(each) for each in find(tmp_path, "content/x")[1]] == [expected]


def test_names_that_differ_only_in_capitals_are_an_error(tmp_path: Path) -> None:
    write(tmp_path, "content/Courses/a.md", "content/courses/b.md", "content/x.md", "content/X.md")
    sources, found = find(tmp_path)
    assert len(sources) == 4
    assert [str(each) for each in found] == [
        'content/courses:1:1: error path.case: "courses" and "Courses" differ only in capital letters; '
        "rename one of them",
        'content/x.md:1:1: error path.case: "x.md" and "X.md" differ only in capital letters; '
        "rename one of them",
    ]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert report(tmp_path) == [
        "content:1:1: error path.unreadable: this cannot be read: No such file or directory; "
        "check that it exists, and its permissions"
    ]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/x.md")
    assert report(tmp_path) == [
        "content/x.md:1:1: error path.unreadable: this is neither a file nor a folder; delete it"
    ]


def test_what_may_not_be_read_is_an_error(unprivileged_root: Path) -> None:
    """Pelican alone leaves out such a folder without a word."""
    write(unprivileged_root, "content/closed/a.md", "content/x.md")
    (unprivileged_root / "content/closed").chmod(0)
    (unprivileged_root / "content/x.md").chmod(0)
    if os.getuid() == 0:
        os.seteuid(NOBODY)
    assert report(unprivileged_root) == [
        f"content/{name}:1:1: error path.unreadable: this cannot be read: Permission denied; "
        "check that it exists, and its permissions"
        for name in ("closed", "x.md")
    ]
