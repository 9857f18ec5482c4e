"""What is wrong between the tables of a configuration, each of which is right alone."""

from collections.abc import Callable, Container, Iterator
from typing import Final

from daemon.config import positions
from daemon.config.config import Config
from daemon.config.faults import nearest_word

Found = Iterator[tuple[positions.Path, str]]


def find_broken(config: Config, wrong: Container[str] = frozenset()) -> Found:
    """Yield the key and a sentence for each reference that leads nowhere.

    Args:
        config: as far as it could be read.
        wrong: names of keys that could not; what is compared with one of them tells nothing.
    """
    for look, keys in _LOOKS:
        if not any(key in wrong for key in keys):
            yield from look(config)


def _owners(config: Config) -> dict[str, str]:
    """Return the mailbox of each address, the first that names it."""
    return {
        address: name
        for name, mailbox in reversed(config.mailboxes.items())
        for address in (mailbox.address, *mailbox.aliases)
    }


def _mailbox_faults(config: Config) -> Found:
    owners = _owners(config)
    for name, mailbox in config.mailboxes.items():
        if mailbox.shop is not None and mailbox.shop not in config.shops:
            hint = nearest_word(mailbox.shop, config.shops) or f"add [shops.{mailbox.shop}]"
            yield ("mailboxes", name, "shop"), f"there is no shop of this name; {hint}"
        key: positions.Path = ("mailboxes", name, "address")
        for address in (mailbox.address, *mailbox.aliases):
            if owners[address] != name:
                said = (
                    f"stands in mailboxes.{owners[address]} too; give each address to one mailbox"
                )
                yield key, said


def _sender_faults(config: Config) -> Found:
    for name, mailbox in config.mailboxes.items():
        if not any(mailbox.address in shop.senders for shop in config.shops.values()):
            key: positions.Path = ("mailboxes", name, "address")
            yield key, "is among the senders of no shop, so nothing could be sent; add it there"


def _login_faults(config: Config) -> Found:
    for name, mailbox in config.mailboxes.items():
        said = f"is missing; add it, or log in by token under [mailboxes.{name}.oauth]"
        for side, server in (("imap", mailbox.imap), ("smtp", mailbox.smtp)):
            if server.password is None and mailbox.oauth is None:
                yield ("mailboxes", name, side, "password"), said


def _shop_faults(config: Config) -> Found:
    for name, shop in config.shops.items():
        if not any(shop.hours.by_weekday().values()):
            said = "no day has open hours, so no reply time can be promised"
            yield ("shops", name, "hours"), said


def _channel_faults(config: Config) -> Found:
    owners = _owners(config)
    for number, address in enumerate(config.channels.direct, start=1):
        if address not in owners:
            hint = nearest_word(address, owners) or "name a mailbox's address or alias"
            yield ("channels", "direct"), f"entry {number} is no address of a mailbox; {hint}"


#: Each look, and the keys that it compares.
_LOOKS: Final[tuple[tuple[Callable[[Config], Found], tuple[str, ...]], ...]] = (
    (_mailbox_faults, ("address", "aliases", "shop")),
    (_sender_faults, ("address", "senders")),
    (_login_faults, ("oauth",)),
    (_shop_faults, ("hours",)),
    (_channel_faults, ("direct", "address", "aliases")),
)
