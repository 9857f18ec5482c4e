"""The beginning of an installation: a few questions, and the configuration that they come to.

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

from pydantic import SecretStr

from daemon import clock
from daemon.beginning.presets import Preset, by_address, by_host
from daemon.beginning.questions import Answers
from daemon.beginning.readings import (
    Place,
    home_zone,
    to_address,
    to_country,
    to_marketplaces,
    to_name,
    to_place,
    to_way,
    to_yes,
    to_zone,
)
from daemon.checks.finding import Finding, State
from daemon.checks.mailboxes import look_at_inbox, look_at_sender
from daemon.commands.secret import write_secret
from daemon.config.mailboxes import Mailbox
from daemon.config.sample import fill_sample
from daemon.config.secrets import KEPT, SecretSource
from daemon.exits import CommandError, Exit
from daemon.login.client import Client, ask_client
from daemon.shops import languages
from replies.shops import DEFAULT_ZONES

#: What the unit hides from it (ProtectHome=, PrivateTmp=).
_HIDDEN: Final = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")  # noqa: S108 - named, not used


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
    #: Who writes to the address itself, through no marketplace, is acknowledged too.
    direct: bool
    zone: str
    country: str | None


def ask(answers: Answers, ca_file: Path | None = None) -> Beginning:
    """Ask the questions; raise ``CommandError`` where an answer will not do.

    Args:
        answers: whoever answers.
        ca_file: further certificates to trust, for servers of one's own.
    """
    for name, judge in _SHOP.items():
        answers.foresee(name, judge, _usual(name))
    address = answers.answer("address", "The address buyers write to", to_address)
    preset = by_address(address)
    if preset is not None:
        answers.tell(f"This is {preset.name}: {preset.hint}.")
    domain = address.rpartition("@")[2]
    imap = answers.answer(
        "imap", "Its IMAP server", to_place(993), preset.imap if preset else f"imap.{domain}"
    )
    preset = preset or by_host(imap.host)
    smtp = answers.answer("smtp", "Its SMTP server", to_place(465), _smtp(preset, domain))
    user = answers.answer("user", "Log in as", to_name, address)

    def check(password: str) -> None:
        to_name(password)
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
        brand=answers.answer("brand", "The shop's name, as buyers know it", to_name),
        marketplaces=answers.answer(
            "marketplaces", "Where it sells (amazon.de, ebay, …; empty: anywhere)", to_marketplaces
        ),
        direct=answers.answer(
            "direct",
            "Acknowledge who writes to it directly, through no marketplace",
            to_yes,
            _usual("direct"),
        ),
        zone=answers.answer("zone", "Time zone of those who answer", to_zone, _usual("zone")),
        country=answers.answer(
            "country", "Country of their public holidays, such as DE", to_country
        ),
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
    witness = find_witness(beginning)
    channels = {
        **({"direct": [beginning.address]} if beginning.direct else {}),
        **({"trusted_servers": [witness]} if witness else {}),
    }
    return {
        "mode": "shadow",
        **({"channels": channels} if channels else {}),
        "mailboxes": {"main": box},
        "shops": {"main": shop},
    }


def _usual(name: str) -> str:
    """Return what an answer is where nobody gives one."""
    return _USUAL[name]() if name in _USUAL else ""


def find_witness(beginning: Beginning) -> str:
    """Return the name under which the provider vouches for senders; "" where it is not known."""
    provider = by_host(beginning.imap.host)
    return provider.witness if provider else ""


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
    return answers.answer("login", "Log in by password or token", to_way, usual) == "token"


def _smtp(preset: Preset | None, domain: str) -> str:
    if preset is None:
        return f"smtp.{domain}"
    return f"{preset.smtp}:{preset.smtp_port}/{preset.smtp_tls}"


def _language(marketplaces: tuple[str, ...]) -> str:
    """Return the language of the first marketplace that has one we write."""
    spoken = (DEFAULT_ZONES[one].language for one in marketplaces)
    written = languages()
    return next((language for language in spoken if language in written), "en")


#: What is asked after the logins, and judged before them where it was given: a server must not be
#: asked, and a person wait for it, for an answer that ends in a refusal.
_SHOP: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "brand": to_name,
        "marketplaces": to_marketplaces,
        "direct": to_yes,
        "zone": to_zone,
        "country": to_country,
    }
)
#: What these are where nobody says it.
_USUAL: Final[Mapping[str, Callable[[], str]]] = MappingProxyType(
    {"direct": lambda: "no", "zone": home_zone}
)
