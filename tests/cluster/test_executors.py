"""Whoever makes the pages, they are the same: threads, processes, a cluster, and one of which a part dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from kyndig.publish import Folder
from kyndig.render import Press

from .conftest import Files, built, files_of, order_of

pytest.importorskip("fsspec", reason="fsspec is not installed: the extra `distributed` brings it")

from kyndig.cluster import Unlike, jobs, parcel

pytestmark = pytest.mark.xdist_group("cluster")

EXECUTORS: dict[str, Callable[[], Executor]] = {
    "threads": lambda: ThreadPoolExecutor(3),
    "processes": lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn")),
}


@pytest.fixture(autouse=True)
def _short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be several runs for each worker."""
    monkeypatch.setattr(jobs, "_SIZE", 8)


@pytest.mark.parametrize("name", EXECUTORS)
def test_any_executor_makes_the_same_site(name: str, site: Path, tmp_path: Path, local: Files) -> None:
    with EXECUTORS[name]() as executor:
        built(order_of(site, tmp_path / "output", executor=executor))
    assert files_of(tmp_path / "output") == local
    assert list((site / "cache" / "parcel").iterdir()) == []


def test_what_an_executor_made_is_remembered(site: Path, tmp_path: Path, local: Files) -> None:
    with ThreadPoolExecutor(1) as executor:
        order = order_of(site, tmp_path / "output", executor=executor)
        built(order)
        made: list[int] = []
        again = built(order, lambda what, done, total: made.append(total))
    assert (again.written.changed, made) == ((), [])
    here = built(order_of(site, tmp_path / "output"), lambda what, done, total: made.append(total))
    assert (here.written.changed, made) == ((), [])


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two worker processes on this machine, and a client of theirs."""
    distributed = pytest.importorskip(
        "distributed", reason="distributed is not installed: the extra `distributed` brings it"
    )
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as started,
        distributed.Client(started, set_as_default=False) as client,
    ):
        yield client


def test_a_cluster_makes_the_same_site(cluster: Any, site: Path, tmp_path: Path, local: Files) -> None:
    from kyndig.cluster.scheduler import connected

    with connected(cluster.scheduler.address) as executor:
        built(order_of(site, tmp_path / "output", executor=executor))
    assert files_of(tmp_path / "output") == local


def test_a_cluster_writes_to_a_store(cluster: Any, site: Path, tmp_path: Path, local: Files) -> None:
    with cluster.get_executor(pure=False) as executor:
        order = order_of(site, f"file://{tmp_path}/output", executor=executor)
        first, second = built(order), built(order)
    assert files_of(tmp_path / "output") == local
    assert len(first.written.changed) == len(local)
    assert second.written.changed == ()


def test_a_worker_that_is_killed_changes_nothing(
    cluster: Any, site: Path, tmp_path: Path, local: Files
) -> None:
    workers = list(cluster.run(os.getpid).values())
    killed: list[int] = []

    def kill(what: str, done: int, total: int) -> None:
        if not killed and done < total:
            killed.append(workers[0])
            with suppress(ProcessLookupError):
                os.kill(workers[0], signal.SIGKILL)

    with cluster.get_executor(pure=False) as executor:
        built(order_of(site, tmp_path / "output", executor=executor), kill)
    assert killed
    assert files_of(tmp_path / "output") == local


@pytest.fixture
def press(site: Path) -> Press:
    from kyndig.build import check_site

    order = order_of(site, site / "output")
    checked = check_site(site, order.settings)
    whole = (checked.catalogue, checked.site, checked.words, order.settings, order.today)
    return Press.of(*whole, order.theme)


def test_a_worker_of_another_version_makes_no_page(press: Press, tmp_path: Path) -> None:
    with parcel.shared(press, str(tmp_path / "shared")) as good:
        other = parcel.Parcel(good.address, good.digest, "another")
        job = jobs.Job(other, Folder(tmp_path), (0,), frozenset())
        with pytest.raises(Unlike, match="another version"):
            jobs.run(job)


@pytest.mark.parametrize("which", ["site", "prose"])
def test_a_parcel_that_somebody_changed_is_refused(press: Press, tmp_path: Path, which: str) -> None:
    with parcel.shared(press, str(tmp_path / "shared")) as good:
        for path in (tmp_path / "shared").glob(f"*.{which}"):
            path.write_bytes(bytes(each ^ 1 for each in path.read_bytes()))
        job = jobs.Job(good, Folder(tmp_path), tuple(range(len(press.site.pages))), frozenset())
        with pytest.raises(Unlike, match="is not what this build wrote"):
            jobs.run(job)


def test_a_parcel_that_a_killed_build_left_is_swept(press: Press, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "old.site").write_bytes(b"old")
    with parcel.shared(press, str(folder)):
        assert not (folder / "old.site").exists()
    assert list(folder.iterdir()) == []
