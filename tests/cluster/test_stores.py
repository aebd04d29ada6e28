"""Output through fsspec: the same files as in a folder, and only those that differ are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kyndig.publish import RECORD, Folder, Written

from .conftest import Files, built, files_of, order_of

pytest.importorskip("fsspec", reason="fsspec is not installed: the extra `distributed` brings it")

import fsspec

from kyndig.cluster import Store, reach

SITE = {"index.html": b"front", "da/kurser/index.html": b"courses"}


@pytest.fixture(params=["memory", "file"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A store of each kind."""
    if request.param == "file":
        yield f"file://{tmp_path}/store"
        return
    memory = fsspec.filesystem("memory")
    yield "memory://site/below"
    memory.rm("/", recursive=True)


def stored(address: str) -> Files:
    """Return everything in a store but our own records."""
    system, root = reach(address)
    paths = (path for path in system.find(root) if not path.startswith(f"{root}/{RECORD}"))
    return {path.removeprefix(f"{root}/"): system.cat_file(path) for path in paths}


def left_aside(address: str) -> list[str]:
    system, root = reach(address)
    return [path for path in system.find(root) if path.startswith(f"{root}/{RECORD}-")]


def write(address: str, desk: Path, files: Files, note: Callable[[str], None] = lambda path: None) -> Written:
    store = Store(address, desk / "desk")
    store.begin(files)
    store.stamps()
    staged = [path for path, data in files.items() if store.stage(path, data)]
    written = store.settle(staged, files, note)
    assert {path: store.stamp(path)[0] for path in files} == {path: len(data) for path, data in files.items()}
    return written


def test_a_site_in_a_store_is_that_of_a_folder(address: str, site: Path, local: Files) -> None:
    first = built(order_of(site, address))
    second = built(order_of(site, address))
    assert stored(address) == local
    assert len(first.written.changed) == len(local)
    assert second.written == Written((), len(local), ())


def test_another_executor_writes_to_the_same_store(address: str, site: Path, local: Files) -> None:
    with ThreadPoolExecutor(1) as executor:
        built(order_of(site, address, executor=executor))
        assert stored(address) == local
        assert left_aside(address) == []
        again = built(order_of(site, address, executor=executor, fresh=True))
    assert again.written == Written((), len(local), ())


def test_content_that_is_deleted_or_edited_is_so_in_the_store(
    address: str, site: Path, tmp_path: Path, local: Files
) -> None:
    built(order_of(site, address))
    (site / "content" / "news" / "2026-11-22-opening.md").unlink()
    about = site / "content" / "pages" / "about.nb.md"
    about.write_text(about.read_text("utf-8") + "\nEn linje til.\n", "utf-8")
    written = built(order_of(site, address)).written
    assert len(written.changed) < len(local) / 2
    assert written.removed
    built(order_of(site, tmp_path / "folder"))
    assert stored(address) == files_of(tmp_path / "folder")


def test_only_files_that_differ_are_written(address: str, tmp_path: Path) -> None:
    assert write(address, tmp_path, SITE) == Written(("da/kurser/index.html", "index.html"), 0, ())
    assert write(address, tmp_path, SITE | {"index.html": b"Front"}) == Written(("index.html",), 1, ())
    assert stored(address) == SITE | {"index.html": b"Front"}
    assert not (tmp_path / "desk").exists()


def test_files_of_others_stay(address: str, tmp_path: Path) -> None:
    system, root = reach(address)
    system.pipe_file(f"{root}/CNAME", b"example.org")
    write(address, tmp_path, SITE)
    assert write(address, tmp_path, {"index.html": b"front"}).removed == ("da/kurser/index.html",)
    assert stored(address) == {"CNAME": b"example.org", "index.html": b"front"}


def test_a_file_that_went_missing_is_written_again(address: str, tmp_path: Path) -> None:
    write(address, tmp_path, SITE)
    system, root = reach(address)
    system.rm_file(f"{root}/index.html")
    assert write(address, tmp_path, SITE).changed == ("index.html",)


def test_the_next_build_finishes_what_was_interrupted(address: str, tmp_path: Path) -> None:
    """Files were changed, and the record was not: what is there must not be taken for what was there before."""
    write(address, tmp_path, SITE)

    def stop(path: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(address, tmp_path, {"index.html": b"other", "new.html": b"new"}, stop)
    assert stored(address)["index.html"] == b"other"
    assert write(address, tmp_path, SITE) == Written(("index.html",), 1, ("new.html",))
    assert stored(address) == SITE


def test_what_a_killed_build_left_is_swept(address: str, tmp_path: Path) -> None:
    store = Store(address, tmp_path / "desk")
    with store.away(()).at_work() as away:
        away.stage("index.html", b"half")
    assert left_aside(address)
    write(address, tmp_path, SITE)
    assert left_aside(address) == []
    assert stored(address) == SITE


def test_what_is_staged_can_be_read_wherever_it_is(address: str, tmp_path: Path) -> None:
    write(address, tmp_path, {"there.html": b"there"})
    store = Store(address, tmp_path / "desk")
    store.stamps()
    store.stage("here.html", b"here")
    with store.away(["away.html", "there.html"]).at_work() as away:
        assert away.stage("away.html", b"away")
        assert not away.stage("there.html", b"there")
    names = ("here.html", "away.html", "there.html")
    assert [store.read(name) for name in names] == [b"here", b"away", b"there"]
    assert store.settle(["away.html", "here.html"], names).changed == ("away.html", "here.html")
    assert stored(address) == {"here.html": b"here", "away.html": b"away", "there.html": b"there"}


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "a/../../b", "", "a\\b"])
def test_a_path_outside_is_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="is not inside the output store"):
        Store(f"file://{tmp_path}/store", tmp_path / "desk").begin([*SITE, path])
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_bytes(b"keep")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / RECORD).write_text("../precious.txt\t4\tab\n/etc/hostname\nhalf a line\tx\n")
    assert write(f"file://{tmp_path}/store", tmp_path, SITE).removed == ()
    assert (tmp_path / "precious.txt").exists()


def test_a_folder_understands_the_record_of_a_store(tmp_path: Path) -> None:
    write(f"file://{tmp_path}/store", tmp_path, SITE)
    folder = Folder(tmp_path / "store")
    folder.begin(["index.html"])
    folder.stamps()
    assert folder.settle([], ["index.html"]).removed == ("da/kurser/index.html",)
    assert write(f"file://{tmp_path}/store", tmp_path, SITE).changed == ("da/kurser/index.html", "index.html")
