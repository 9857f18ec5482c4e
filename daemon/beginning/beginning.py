"""The beginning of an installation: seven questions, and the configuration that they come to.

A login by password is tried while it is asked for, over IMAP and SMTP, and sends nothing; one by
token is described, and tried by ``triaged login``. Secrets go into files of their own: those that
systemd loads them from, or beside the configuration.
"""

import asyncio
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import available_timezones

from pydantic import SecretStr

from daemon import clock
from daemon.beginning.presets import Preset, by_address, by_host
from daemon.beginning.questions import Answers
from daemon.checks.finding import Finding, State
from daemon.checks.mailboxes import look_at_inbox, look_at_sender
from daemon.commands.secret import write_secret
from daemon.config.mailboxes import Mailbox
from daemon.config.sample import fill_sample
from daemon.config.secrets import KEPT, SecretSource
from daemon.config.values import is_loopback
from daemon.exits import CommandError, Exit
from daemon.login.client import Client, ask_client
from daemon.shops import languages
from replies.calendar import check_country
from replies.shops import DEFAULT_ZONES

_TLS: Final = {"tls": "implicit", "implicit": "implicit", "starttls": "starttls", "none": "none"}
#: As many as cannot be one any more: int() refuses thousands of them.
_DIGITS: Final = 6
_LAST_PORT: Final = 65_535
#: What the unit hides from it (ProtectHome=, PrivateTmp=).
_HIDDEN: Final = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")  # noqa: S108 - named, not used
_LOCALTIME: Final = Path("/etc/localtime")
#: Names of the time that servers keep anywhere, and nobody lives by.
_NOWHERE: Final = frozenset({"UTC", "UCT", "GMT", "GMT0", "Universal", "Zulu"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a server is."""

    host: str
    port: int
    tls: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What was answered."""

    address: str
    user: str
    imap: Place
    smtp: Place
    #: Further certificates to trust.
    ca_file: Path | None
    #: "" where it logs in by token.
    password: str = field(repr=False)
    #: What asks for its tokens; None where it logs in by password.
    client: Client | None = None
    brand: str
    marketplaces: tuple[str, ...]
    zone: str
    country: str | None


def ask(answers: Answers, ca_file: Path | None = None) -> Beginning:
    """Ask the questions; raise ``CommandError`` where an answer will not do.

    Args:
        answers: whoever answers.
        ca_file: further certificates to trust, for servers of one's own.
    """
    for name, judge in _SHOP.items():
        answers.foresee(name, judge, home_zone() if name == "zone" else "")
    address = answers.answer("address", "The address buyers write to", _address)
    preset = by_address(address)
    if preset is not None:
        answers.tell(f"This is {preset.name}: {preset.hint}.")
    domain = address.rpartition("@")[2]
    imap = answers.answer(
        "imap", "Its IMAP server", _place(993), preset.imap if preset else f"imap.{domain}"
    )
    preset = preset or by_host(imap.host)
    smtp = answers.answer("smtp", "Its SMTP server", _place(465), _smtp(preset, domain))
    user = answers.answer("user", "Log in as", _named, address)

    def check(password: str) -> None:
        _named(password)
        secret = SecretSource(plain=SecretStr(password))
        box = {"address": address} | _servers(imap, smtp, ca_file, user, secret)
        try_logins(Mailbox.model_validate(box), clock.now())

    by_token = preset is not None and _wants_token(answers, preset)
    client = ask_client(answers, preset.issuer) if preset and by_token else None
    password = "" if client else answers.password("Its password (nothing is shown)", check)
    return Beginning(
        address=address,
        user=user,
        imap=imap,
        smtp=smtp,
        ca_file=ca_file,
        password=password,
        client=client,
        brand=answers.answer("brand", "The shop's name, as buyers know it", _named),
        marketplaces=answers.answer(
            "marketplaces", "Where it sells (amazon.de, ebay, …; empty: anywhere)", _marketplaces
        ),
        zone=answers.answer("zone", "Time zone of those who answer", _zone, home_zone()),
        country=answers.answer("country", "Country of their public holidays, such as DE", _country),
    )


def try_logins(box: Mailbox, now: datetime) -> None:
    """Log in at both servers.

    Raises:
        ValueError: they refuse user or password; another one may do.
        CommandError: they cannot be reached, which no password mends.
    """
    findings: list[Finding] = [
        *look_at_inbox("", box, now=now),
        *asyncio.run(look_at_sender("", box)),
    ]
    if failed := [one for one in findings if one.state is State.FAIL]:
        said = "; ".join(map(_tell, failed))
        if any(one.check.endswith("-server") for one in failed):
            raise CommandError(
                f"{said}; nothing was written: begin again and name the right servers",
                Exit.UNAVAILABLE,
            )
        provider, names = by_host(box.imap.host), {one.check for one in failed}
        # IMAP's sentence says what may be wrong; SMTP's is the server's own.
        usual = "" if "imap-login" in names else "check user and password"
        remedy = provider.hint if provider else usual
        raise ValueError(f"{said} → {remedy}" if remedy else said)


def _tell(one: Finding) -> str:
    """Return a finding in words; a server's remedy names keys, which are still to be written."""
    server = one.check.partition("-")[0]
    return (
        f"{server.upper()}: {one.sentence}"
        if server in {"imap", "smtp"}
        else f"{one.sentence} → {one.remedy}"
    )


def is_for_service(output: Path) -> bool:
    """Tell whether the installation is the machine's, which systemd runs as a user of its own."""
    return os.geteuid() == 0 and output.is_relative_to("/etc")


def is_hidden(path: Path) -> bool:
    """Tell whether a file that is there cannot be read by the service."""
    whole = path.absolute()
    if any(whole.is_relative_to(folder) for folder in _HIDDEN):
        return True
    lets_through = all(folder.stat().st_mode & stat.S_IXOTH for folder in whole.parents)
    return not (lets_through and whole.stat().st_mode & stat.S_IROTH)


def write(beginning: Beginning, output: Path, sample: str) -> Iterator[Path]:
    """Write the password and the configuration; yield what was written.

    Raises:
        CommandError: it cannot be written.
    """
    as_root = is_for_service(output)
    kept = beginning.client.secret if beginning.client else beginning.password
    secret = KEPT / "mail" if as_root else output.absolute().with_suffix(".password")
    if kept and not as_root and secret.exists():
        raise CommandError(
            f"{secret} is there already and may be another configuration's; remove it, or name "
            "another configuration with --output",
            Exit.IOERR,
        )
    if kept:
        write_secret(secret, kept)
        yield secret
    source = {"credential": "mail"} if as_root else {"file": str(secret)}
    given = describe(beginning, source)
    if not as_root:
        given["state_folder"] = str(output.absolute().with_suffix(".state"))
    try:
        output.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8") as file:
            file.write(fill_sample(sample, given))
    except OSError as error:
        raise CommandError(f"{output}: cannot be written: {error.strerror}", Exit.IOERR) from None
    yield output


def describe(beginning: Beginning, source: dict[str, str]) -> dict[str, Any]:
    """Return the tables of the configuration, with the secret's source in its place."""
    shop = {
        "brand": beginning.brand,
        "senders": [beginning.address],
        "marketplaces": list(beginning.marketplaces),
        "language": _language(beginning.marketplaces),
        "zone": beginning.zone,
        **({"country": beginning.country} if beginning.country else {}),
    }
    client, password = beginning.client, None if beginning.client else source
    servers = _servers(beginning.imap, beginning.smtp, beginning.ca_file, beginning.user, password)
    box = {"address": beginning.address} | servers
    if client is not None:
        box["oauth"] = client.describe(source)
    provider = by_host(beginning.imap.host)
    trusted = [provider.witness] if provider and provider.witness else []
    return {
        "mode": "shadow",
        **({"channels": {"trusted_servers": trusted}} if trusted else {}),
        "mailboxes": {"main": box},
        "shops": {"main": shop},
    }


def _servers(
    imap: Place, smtp: Place, ca_file: Path | None, user: str, password: object
) -> dict[str, Any]:
    """Return the tables of both servers."""
    trusted = {} if ca_file is None else {"ca_file": str(ca_file.absolute())}
    return {
        name: {"host": place.host, "port": place.port, "tls": place.tls}
        | {"user": user}
        | ({"password": password} if password else {})
        | (trusted if place.tls != "none" else {})
        for name, place in (("imap", imap), ("smtp", smtp))
    }


def _wants_token(answers: Answers, preset: Preset) -> bool:
    """Ask how to log in, where there is more than one way."""
    if not preset.issuer:
        return False
    usual = "token" if preset.by_token else "password"
    return answers.answer("login", "Log in by password or token", _way, usual) == "token"


def _way(text: str) -> str:
    if text not in {"password", "token"}:
        raise ValueError("write password or token")
    return text


def _smtp(preset: Preset | None, domain: str) -> str:
    if preset is None:
        return f"smtp.{domain}"
    return f"{preset.smtp}:{preset.smtp_port}/{preset.smtp_tls}"


def _named(text: str) -> str:
    if not text:
        raise ValueError("is empty")
    return text


def _address(text: str) -> str:
    local, _, domain = text.rpartition("@")
    if not local or "." not in domain or any(mark in text for mark in ' <>,"'):
        raise ValueError("write an address, as in shop@example.com")
    return text.lower()


def _place(port: int) -> Callable[[str], Place]:
    def check(text: str) -> Place:
        where, _, tls = text.partition("/")
        host, _, number = where.partition(":")
        if not host or (number and not (number.isascii() and number.isdigit())):
            raise ValueError("write a host, as in imap.example.com or imap.example.com:993")
        if tls and tls not in _TLS:
            raise ValueError("after the slash write tls, starttls or none")
        if number and not 1 <= int(number[:_DIGITS]) <= _LAST_PORT:
            raise ValueError(f"a port lies between 1 and {_LAST_PORT}")
        if tls == "none" and not is_loopback(host):
            raise ValueError("without TLS only a loopback address is asked; write tls or starttls")
        wanted = int(number[:_DIGITS]) if number else port
        # 143 and 587 begin in the clear by convention (RFC 8314 section 3).
        usual = "starttls" if wanted in {143, 587} else "implicit"
        return Place(host=host, port=wanted, tls=_TLS[tls] if tls else usual)

    return check


def _marketplaces(text: str) -> tuple[str, ...]:
    named = tuple(filter(None, (one.strip().lower() for one in text.split(","))))
    if unknown := [one for one in named if one not in DEFAULT_ZONES]:
        raise ValueError(f"{unknown[0]!r} is none we know; known: {', '.join(DEFAULT_ZONES)}")
    return named


def _language(marketplaces: tuple[str, ...]) -> str:
    """Return the language of the first marketplace that has one we write."""
    spoken = (DEFAULT_ZONES[one].language for one in marketplaces)
    written = languages()
    return next((language for language in spoken if language in written), "en")


def _zone(text: str) -> str:
    if not text:
        # What buyers are promised is said in it, so it is never guessed.
        raise ValueError('is not known from this machine; write an IANA name: "Europe/Berlin"')
    if text not in available_timezones():
        raise ValueError('write an IANA name, such as "Europe/Berlin"')
    return text


def home_zone(link: Path = _LOCALTIME) -> str:
    """Return the zone of this machine; "" where it keeps none or UTC, as servers do anywhere.

    Args:
        link: what systems keep it as (localtime(5)).
    """
    named = os.path.realpath(link).partition("/zoneinfo/")[2]
    lives = named in available_timezones() and named.rpartition("/")[2] not in _NOWHERE
    return named if lives else ""


def _country(text: str) -> str | None:
    if text and not (len(text) == 2 and text.isascii() and text.isalpha()):  # noqa: PLR2004 - ISO
        raise ValueError("write two letters, or nothing")
    if text and (faults := check_country(text.upper())):
        raise ValueError(faults[0])
    return text.upper() or None


#: What is asked after the logins, and judged before them where it was given: a server must not be
#: asked, and a person wait for it, for an answer that ends in a refusal.
_SHOP: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {"brand": _named, "marketplaces": _marketplaces, "zone": _zone, "country": _country}
)
