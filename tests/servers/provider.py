"""A mail provider of the tests' own: an issuer, and Dovecot and Postfix that trust its tokens."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.dovecot import Dovecot
from tests.servers.issuer import Issuer
from tests.servers.postfix import Postfix


@dataclass(frozen=True, kw_only=True)
class Provider:
    """Its servers; users are the Dovecot's, with passwords too."""

    issuer: Issuer
    dovecot: Dovecot
    postfix: Postfix


@contextmanager
def provide(folder: Path) -> Iterator[Provider]:
    """Run a provider in an empty folder with a short path."""
    # The servers' own users must get through it.
    folder.chmod(0o755)
    places = [folder / name for name in ("issuer", "imap", "smtp")]
    for place in places:
        place.mkdir()
    with (
        Issuer(folder=places[0]) as issuer,
        Dovecot(places[1], issuer.introspection_url) as dovecot,
        Postfix(places[2], dovecot) as postfix,
    ):
        yield Provider(issuer=issuer, dovecot=dovecot, postfix=postfix)
