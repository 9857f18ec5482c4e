"""What belongs into a backup, and where it belongs when it is put back.

Into it go the store, the letters that are kept as files, the trained models with what people taught
them, and the configuration without its passwords. The store is copied first: letters kept as files
never change once they are named, so what the copy names is there when its turn comes. Put back, the
store sends nothing that its later self may have sent (store/restoring.py). What is encrypted is
copied as it is: a backup needs no key, and putting it back does.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from daemon.backup.file import Manifest, read_archive, write_archive
from daemon.commands.config import show
from daemon.config.config import Config
from daemon.config.keys import read_keys
from daemon.exits import CommandError, Exit
from daemon.forgetting import carry_over
from daemon.learning.sealing import seal_of
from daemon.login.token_file import FOLDER
from daemon.logs import logger
from store.cipher import Keys
from store.open import open_store
from store.ownership import give_tree, make_folder, sync_folder
from store.protocol import LockedError, Store, StoreError
from store.upgrade_copy import Upgrade

log = logger("backup")

_STORE: Final = "triaged.db"
_CONFIG: Final = "config.toml"
#: A folder with what a restore has replaced.
_BEFORE: Final = "before-"
#: What else of the state folder goes along: folders, and a file.
_CORRECTIONS: Final = "corrections.jsonl"
_TAKEN: Final = ("letters", "models", _CORRECTIONS)
#: Of a backup the archive itself is the way back; a copy would hold whom we forgot since.
_WITHOUT_COPY: Final = Upgrade(keeps=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What putting back came to."""

    manifest: Manifest
    #: Acknowledgements that were to leave and are withheld.
    withheld: int
    #: Where what was there before was moved; None where nothing was.
    aside: Path | None


def back_up(config: Config, store: Store, output: Path, now: datetime) -> int:
    """Write a backup; return how many files it holds.

    Raises:
        CommandError: there is such a file already, or it cannot be written.
    """
    state = config.state_folder
    try:
        with TemporaryDirectory(dir=output.absolute().parent, prefix=".triaged-") as folder:
            copy, unfinished = Path(folder, _STORE), Path(folder, output.name)
            store.copy_to(copy)
            files = [(_STORE, copy), *_files(state)]
            texts = {_CONFIG: show(config)}
            count = write_archive(unfinished, files, texts, now, metadata.version("triaged"))
            # Whole or not at all, and never over another one.
            output.touch(mode=0o600, exist_ok=False)
            unfinished.replace(output)
            sync_folder(output.absolute().parent)
    except StoreError as error:
        raise CommandError(str(error), Exit.IOERR) from None
    except FileExistsError:
        raise CommandError(f"{output} is there already; name a new file", Exit.IOERR) from None
    except OSError as error:
        raise CommandError(f"{output}: cannot be written: {error.strerror}", Exit.IOERR) from None
    return count


def _files(state: Path) -> Iterator[tuple[str, Path]]:
    for name in _TAKEN:
        for path in (state / name, *sorted((state / name).rglob("*"))):
            if path.is_file() and not path.is_symlink():
                yield str(path.relative_to(state)), path


def put_back(config: Config, archive: Path, who: str, now: datetime) -> Restored:
    """Put a backup back; what is there is moved aside, and the store is paused.

    Raises:
        CommandError: the archive is not whole, or something cannot be written.
    """
    if config.database is None or config.database != config.state_folder / _STORE:
        raise CommandError(
            "the store is not triaged.db in the state folder; put a server's database back by its "
            "own means",
            Exit.CONFIG,
        )
    state, keys = config.state_folder, read_keys(config)
    try:
        make_folder(state)
        with TemporaryDirectory(dir=state, prefix=".restore-") as folder, _alone(config):
            fresh = Path(folder, "state")
            manifest = read_archive(archive, lambda name: _place(fresh, name))
            withheld = _begin_again(fresh, manifest, keys, who, now)
            _forget_again(state, fresh, keys, who, now)
            give_tree(fresh, state)
            aside = _move_aside(state, Path(folder), now)
            # The store comes last: until it is there, nothing begins with half of the rest.
            for path in sorted(fresh.iterdir(), key=lambda path: path.name.startswith(_STORE)):
                path.rename(state / path.name)
            sync_folder(state)
    except OSError as error:
        raise CommandError(f"{state}: cannot be written: {error.strerror}", Exit.IOERR) from None
    return Restored(manifest=manifest, withheld=withheld, aside=aside)


@contextmanager
def _alone(config: Config) -> Iterator[None]:
    """Make sure that no service works on the store that is replaced.

    Raises:
        CommandError: one does.
    """
    with ExitStack() as opened:
        if config.is_started:
            try:
                store = opened.enter_context(
                    closing(_open_locked(config.store_url(), config.state_folder))
                )
                workers = {beat.worker for beat in store.read(lambda ledger: ledger.beats())}
                held = [store.hold(worker) for worker in sorted({config.worker, *workers})]
            except StoreError as error:
                # A store that is damaged is why it is put back.
                log.warning("store.failed", problem=str(error))
                held = []
            if not all(held):
                raise CommandError(
                    "a service runs on this store; stop it first: systemctl stop triaged",
                    Exit.TEMPFAIL,
                )
        yield


def _url(state: Path) -> str:
    return f"sqlite:///{state / _STORE}"


def _place(fresh: Path, name: str) -> Path | None:
    """Return where a member belongs; None for the configuration, which is only looked at."""
    wanted = name == _STORE or name.partition("/")[0] in _TAKEN
    return fresh / name if wanted else None


def _open_locked(url: str, state: Path) -> Store:
    """Open a store of which nothing is read that would take its key."""
    return open_store(url, state / "letters", locked=True)


def _begin_again(fresh: Path, manifest: Manifest, keys: Keys, who: str, now: datetime) -> int:
    try:
        store = open_store(_url(fresh), fresh / "letters", keys=keys, upgrade=_WITHOUT_COPY)
        with closing(store):
            return store.write(lambda ledger: ledger.begin_again(manifest.made_at, who, now))
    except LockedError as error:
        raise CommandError(f"the backup cannot be put back: {error}", Exit.CONFIG) from None
    except StoreError as error:
        raise CommandError(str(error), Exit.DATAERR) from None


def _forget_again(state: Path, fresh: Path, keys: Keys, who: str, now: datetime) -> None:
    """Forget in the store that is put back whom the one in use has forgotten since."""
    if not (state / _STORE).exists():
        return
    try:
        with ExitStack() as opened:
            before = opened.enter_context(closing(_open_locked(_url(state), state)))
            after = opened.enter_context(
                closing(open_store(_url(fresh), fresh / "letters", keys=keys))
            )
            carry_over(before, after, fresh / _CORRECTIONS, who, now, seal_of(after, keys))
    except StoreError as error:
        # A store that is damaged is why it is put back.
        log.warning("erasures.lost", problem=str(error))


def find_aside(state: Path) -> tuple[Path, ...]:
    """Return the folders with what restores have replaced; nothing in them forgets anybody."""
    return tuple(sorted(one for one in state.glob(f"{_BEFORE}*") if one.is_dir()))


def _move_aside(state: Path, keep: Path, now: datetime) -> Path | None:
    """Move what is in the state folder into one below it; None where nothing was."""
    # Tokens are no older for the restore, and moved they would be where more may read them.
    stays = {keep, state / FOLDER}
    there = [
        path for path in state.iterdir() if path not in stays and not path.name.startswith(_BEFORE)
    ]
    if not there:
        return None
    aside = state / f"{_BEFORE}{now:%Y%m%dT%H%M%SZ}"
    make_folder(aside)
    for path in there:
        path.rename(aside / path.name)
    return aside
