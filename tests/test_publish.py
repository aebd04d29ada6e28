"""Writing never shows a reader half a site, and never touches what is not ours."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from kyndig.publish import RECORD, Busy, Written, locked, write

SITE = {"index.html": b"front", "da/kurser/index.html": b"courses"}


def _files(output: Path) -> dict[str, bytes]:
    found = (each for each in output.rglob("*") if each.is_file() and not each.name.startswith(RECORD))
    return {each.relative_to(output).as_posix(): each.read_bytes() for each in found}


def test_a_site_is_written_whole(tmp_path: Path) -> None:
    noted: list[str] = []
    assert write(tmp_path, SITE, noted.append) == Written(("da/kurser/index.html", "index.html"), 0, ())
    assert _files(tmp_path) == SITE
    assert noted == ["da/kurser/index.html", "index.html"]


def test_only_files_whose_bytes_differ_are_written(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    before = (tmp_path / "index.html").stat()
    written = write(tmp_path, SITE | {"da/kurser/index.html": b"Courses"})
    after = (tmp_path / "index.html").stat()
    assert written == Written(("da/kurser/index.html",), 1, ())
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_no_longer_belongs_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    assert write(tmp_path, {"index.html": b"front"}) == Written((), 1, ("da/kurser/index.html",))
    assert not (tmp_path / "da").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    (tmp_path / "CNAME").write_bytes(b"example.org")
    (tmp_path / "da/kurser/notes.txt").write_bytes(b"mine")
    write(tmp_path, {"index.html": b"front"})
    assert _files(tmp_path) == {
        "index.html": b"front",
        "CNAME": b"example.org",
        "da/kurser/notes.txt": b"mine",
    }


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "a/../../b", "", "a\\b"])
def test_a_path_outside_is_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    output = tmp_path / "output"
    output.mkdir()
    with pytest.raises(ValueError, match="is not inside the output folder"):
        write(output, SITE | {path: b"x"})
    assert _files(tmp_path) == {}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, output = tmp_path / "outside", tmp_path / "output"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"theirs")
    write(output, SITE)
    (output / "da/kurser/index.html").unlink()
    (output / "da/kurser").rmdir()
    (output / "da/kurser").symlink_to(outside)
    with pytest.raises(OSError, match="leads out of the output folder"):
        write(output, SITE)
    write(output, {"index.html": b"front"})
    assert _files(outside) == {"index.html": b"theirs"}


def test_a_record_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_bytes(b"keep")
    output = tmp_path / "output"
    output.mkdir()
    (output / RECORD).write_text("../precious.txt\n/etc/hostname\n")
    assert write(output, SITE).removed == ()
    assert (tmp_path / "precious.txt").exists()


def test_a_link_in_place_of_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"front")
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").symlink_to(tmp_path / "theirs")
    write(output, {"index.html": b"front"})
    assert not (output / "index.html").is_symlink()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, SITE)
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if "index.html" in path.name:
            real(path, data[:2])
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, {"index.html": b"new front"})
    assert _files(tmp_path) == SITE
    assert [each.name for each in tmp_path.rglob(f"{RECORD}-*")] == []


def test_the_next_build_finishes_what_was_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, SITE)

    def stop(path: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, {"a.html": b"a", "b.html": b"b"}, stop)
    assert _files(tmp_path) == SITE | {"a.html": b"a"}
    assert write(tmp_path, {"b.html": b"b"}).removed == ("a.html", "da/kurser/index.html", "index.html")


def test_what_a_killed_build_left_unfinished_is_swept(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    (tmp_path / "da" / f"{RECORD}-index.html").write_bytes(b"ha")
    write(tmp_path, SITE)
    assert not (tmp_path / "da" / f"{RECORD}-index.html").exists()


def _hold(output: Path, held: Event, let_go: Event) -> None:
    with locked(output):
        held.set()
        let_go.wait(30)


def test_two_builds_do_not_write_to_one_folder(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, let_go = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held, let_go))
    other.start()
    try:
        assert held.wait(30)
        with pytest.raises(Busy, match=str(tmp_path)), locked(tmp_path):
            pass
    finally:
        let_go.set()
        other.join(30)
    with locked(tmp_path):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_an_error_of_the_disk(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        write(tmp_path, SITE)
