# ruff: noqa: E501 - the table of faults reads best with one fault a line
"""A bad configuration names file, line, column, key and remedy, all faults at once."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from daemon.config.faults import ConfigError
from daemon.config.reading import load_config, parse_config
from daemon.config.values import Table
from daemon.exits import CommandError, Exit

GOOD = """\
mode = "shadow"
state_folder = "/tmp/somewhere"

[mailboxes.de]
address = "shop@example.com"
shop = "main"

[mailboxes.de.imap]
host = "imap.example.com"
user = "shop"
password = {env = "IMAP"}

[mailboxes.de.smtp]
host = "smtp.example.com"
user = "shop"
password = {env = "SMTP"}

[shops.main]
brand = "Shop"
zone = "Europe/Berlin"
senders = ["shop@example.com"]

[channels]
direct = ["shop@example.com"]
"""

#: What is broken, how, and what the message must say.
BROKEN = (
    ("unknown key", 'mode = "shadow"', 'mdoe = "shadow"', "x.toml:1:1: mdoe: unknown key; did you mean mode?"),
    ("wrong mode", '"shadow"', '"shadwo"', "x.toml:1:1: mode: expected 'shadow', 'approve' or 'live'"),
    ("not TOML", "[channels]", "[channels", "x.toml:23:10: not TOML:"),
    ("doubled key", "shop = ", 'address = "b@c.de"\nshop = ', "x.toml:6:"),
    ("no address", '"shop@example.com"\nshop', '"shop"\nshop', "x.toml:5:1: mailboxes.de.address: not an e-mail address"),
    ("missing host", 'host = "imap.example.com"\n', "", "x.toml:8:2: mailboxes.de.imap.host: is missing; add it"),
    ("port as text", 'host = "imap.example.com"', 'host = "h"\nport = "five"', "x.toml:10:1: mailboxes.de.imap.port: expected a whole number"),
    ("port too high", 'host = "imap.example.com"', 'host = "h"\nport = 99999', "x.toml:10:1: mailboxes.de.imap.port: input should be less than"),
    ("plain text abroad", 'host = "imap.example.com"', 'host = "h.example"\ntls = "none"', 'tls = "none" is for loopback addresses only'),
    ("two sources", '{env = "IMAP"}', '{env = "A", file = "b"}', "x.toml:11:1: mailboxes.de.imap.password: give exactly one of"),
    ("misspelt password", 'password = {env = "IMAP"}', 'pasword = "geheim"', "did you mean password?"),
    ("unknown shop", 'shop = "main"', 'shop = "mian"', "x.toml:6:1: mailboxes.de.shop: there is no shop of this name; did you mean main?"),
    ("unknown zone", "Europe/Berlin", "Berlin", "x.toml:20:1: shops.main.zone: unknown time zone"),
    ("duration as number", 'mode = "shadow"', "settle = 3", "x.toml:1:1: settle: expected a length of time in quotes"),
    ("hours backwards", 'zone = "Europe/Berlin"', 'hours.mon = "18:00-09:00"', "x.toml:20:1: shops.main.hours.mon: '18:00-09:00' ends before it begins"),
    ("never open", 'zone = "Europe/Berlin"', 'hours = {mon = "", tue = "", wed = "", thu = "", fri = ""}', "no day has open hours"),
    ("country name", 'zone = "Europe/Berlin"', 'country = "Germany"', "x.toml:20:1: shops.main.country:"),
    ("no mailbox", GOOD, '[mailboxes]\n[shops.main]\nbrand = "S"\n', "x.toml:1:2: mailboxes: is empty; describe one under [mailboxes.NAME]"),
    ("nobody may send", 'senders = ["shop@', 'senders = ["other@', "x.toml:5:1: mailboxes.de.address: is among the senders of no shop"),
    ("other database", 'mode = "shadow"', 'store = "mysql://x"', "x.toml:1:1: store: no store triaged can use"),
    ("port of a store", 'mode = "shadow"', 'store = "postgresql://u@h:abc/d"', "x.toml:1:1: store: no store triaged can use"),
    ("bracket of a store", 'mode = "shadow"', 'store = "postgresql://[::1/d"', "x.toml:1:1: store: no store triaged can use"),
    ("store without a file", 'mode = "shadow"', 'store = "sqlite:///"', "x.toml:1:1: store: no store triaged can use"),
    ("words for a store", 'mode = "shadow"', 'store = "sqlite:////s.db?x=1"', "x.toml:1:1: store: no store triaged can use"),
    ("longer than a calendar", 'mode = "shadow"', 'history = "999999d"', "x.toml:1:1: history: at most 3650 days"),
    ("missing certificates", 'host = "imap.example.com"', 'host = "h"\nca_file = "/nope"', "x.toml:10:1: mailboxes.de.imap.ca_file: cannot be read as certificates"),
    ("poll without pause", 'mode = "shadow"', 'poll = "0s"', "x.toml:1:1: poll:"),
    ("empty password", 'password = {env = "IMAP"}', 'password = ""', "x.toml:11:1: mailboxes.de.imap.password: is empty; name a source"),
    ("state somewhere", 'state_folder = "/tmp/somewhere"', 'state_folder = "state"', 'x.toml:2:1: state_folder: write the whole path, as in "/var/lib/triaged"; a relative one is another place for each folder that a command is started in. To keep the store of an earlier version, write where it is: find / -name triaged.db'),
    ("store somewhere", 'mode = "shadow"', 'store = "sqlite:///shop.db"', 'x.toml:1:1: store: write the whole path, as in "sqlite:////var/lib/triaged/triaged.db"; a relative one is another place for each folder that a command is started in. To keep the store of an earlier version, write where it is: find / -name shop.db'),
    ("state in a file", 'state_folder = "/tmp/somewhere"', 'state_folder = "/etc/hostname/x"', "x.toml:2:1: state_folder: /etc/hostname is a file; name a folder"),
    ("quiet without end", "[channels]", '[alarms]\nquiet = "20:00"\n[channels]', "x.toml:24:1: alarms.quiet: '20:00' is no span of hours"),
    ("desk without scheme", "[channels]", '[alerts]\ndesk = "desk.example.com"\n[channels]', "x.toml:24:1: alerts.desk: write it as a browser wants it"),
    ("digest below the level", "[channels]", '[alerts]\ndigest = "08:00"\nlevel = "error"\n[channels]', "alerts: digest is a note"),
    ("direct is nobody's", 'direct = ["shop@', 'direct = ["shpo@', "did you mean shop@example.com?"),
)  # fmt: skip


def test_good_configuration_loads() -> None:
    """The configuration that all broken ones are made from is good."""
    config = parse_config(GOOD, "x.toml")

    assert ["de"] == list(config.mailboxes)
    assert 993 == config.mailboxes["de"].imap.port


@pytest.mark.parametrize(
    ("old", "new", "said"), [row[1:] for row in BROKEN], ids=[r[0] for r in BROKEN]
)
def test_fault_is_named(old: str, new: str, said: str) -> None:
    """Each fault is told at its line with its key and what to do."""
    broken = GOOD.replace(old, new, 1)

    assert broken != GOOD
    with pytest.raises(ConfigError) as caught:
        parse_config(broken, "x.toml")
    assert said in str(caught.value)
    assert Exit.CONFIG is caught.value.code


def test_all_faults_are_told_at_once() -> None:
    """Three faults in three tables give three lines, in the order of the file."""
    broken = GOOD.replace('"shadow"', '"x"').replace("imap.example.com", "").replace("Europe/", "")
    with pytest.raises(ConfigError) as caught:
        parse_config(broken, "x.toml")

    assert [1, 9, 20] == [fault.line for fault in caught.value.faults]
    assert 3 == len(str(caught.value).splitlines())


def test_wrong_values_hide_no_wrong_reference() -> None:
    """What is wrong between tables is told beside what is wrong within one."""
    broken = GOOD.replace('"shadow"', '"x"').replace('shop = "main"', 'shop = "man"')
    with pytest.raises(ConfigError) as caught:
        parse_config(broken, "x.toml")

    assert ["mode", "mailboxes.de.shop"] == [fault.key for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('zone = "Europe/Berlin"', 'hours.mon = "9"', "shops.main.hours.mon"),
        ('brand = "Shop"', "", "shops.main.brand"),
        ('brand = "Shop"', "brand = 5", "shops.main.brand"),
        ('host = "smtp.example.com"', "", "mailboxes.de.smtp.host"),
        ("[channels]", '[channels]\nown_domains = ["a", 5]', "channels.own_domains.1"),
    ],
)
def test_no_other_fault_hides_that_nobody_may_send(old: str, new: str, key: str) -> None:
    """Neither a wrong value of another table, nor a missing one, nor one in a list."""
    broken = GOOD.replace('senders = ["shop@', 'senders = ["other@').replace(old, new)
    with pytest.raises(ConfigError) as caught:
        parse_config(broken, "x.toml")

    assert {"mailboxes.de.address", key} == {fault.key for fault in caught.value.faults}


def test_a_wrong_value_makes_no_second_fault() -> None:
    """Senders that cannot be read are one fault, and not that nobody may send as well."""
    broken = GOOD.replace('senders = ["shop@example.com"]', 'senders = ["nobody"]')
    with pytest.raises(ConfigError) as caught:
        parse_config(broken, "x.toml")

    assert ["shops.main.senders.0"] == [fault.key for fault in caught.value.faults]


def test_no_value_is_repeated() -> None:
    """A password under a misspelt key never reaches the message."""
    with pytest.raises(ConfigError) as caught:
        parse_config(GOOD.replace('password = {env = "IMAP"}', 'pasword = "geheim"'), "x.toml")

    assert "geheim" not in str(caught.value)


def test_plain_password_wants_a_private_file(tmp_path: Path) -> None:
    """A plain password in a file that others can read is refused with its line."""
    path = tmp_path / "config.toml"
    path.write_text(GOOD.replace('{env = "IMAP"}', '"geheim"'), encoding="utf-8")
    path.chmod(0o644)
    with pytest.raises(ConfigError) as caught:
        load_config(path)

    assert ":11:1: mailboxes.de.imap.password: a plain password" in str(caught.value)
    path.chmod(0o600)
    assert "geheim" == load_config(path).mailboxes["de"].imap.read_password()


def test_a_plain_address_of_a_channel_wants_a_private_file(tmp_path: Path) -> None:
    """It holds a key as a password does."""
    path = tmp_path / "config.toml"
    alarms = '[alarms]\nurls = ["json://geheim"]\nping = "https://geheim.example/"\n'
    path.write_text(GOOD + alarms, encoding="utf-8")
    path.chmod(0o644)
    with pytest.raises(ConfigError) as caught:
        load_config(path)

    assert ["alarms.urls.0", "alarms.ping"] == [fault.key for fault in caught.value.faults]
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no such file"), (b"a = '\xff'", "not UTF-8")],
    ids=["absent", "latin"],
)
def test_unreadable_file_is_told(tmp_path: Path, content: bytes | None, said: str) -> None:
    """A file that is not there or not UTF-8 is a sentence, not a traceback."""
    path = tmp_path / "config.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError) as caught:
        load_config(path)

    assert said in str(caught.value)
    assert Exit.CONFIG is caught.value.code


#: Keys whose value in the sample is an example, because the default is nothing.
EXAMPLES = {
    "mailboxes.main.shop",
    *(f"mailboxes.main.{side}.password" for side in ("imap", "smtp", "proxy")),
    *(f"mailboxes.main.oauth.{key}" for key in ("client_id", "client_secret", "key")),
    "mailboxes.main.proxy.user",
    "shops.main.senders",
    "shops.main.country",
    "shops.main.subdivision",
    *(f"mailboxes.main.smtp.{key}" for key in ("connections", "per_connection")),
    *(f"mailboxes.main.smtp.per_{window}" for window in ("minute", "quarter", "day")),
}


def test_sample_names_every_key_with_its_default() -> None:
    """The sample configuration, switched on, is valid, has every key and shows every default."""
    lines = Path("config.toml").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line.removeprefix("#") if _is_key(line) else line for line in lines)
    config, sample = parse_config(text, "config.toml"), tomllib.loads(text)
    shown = dict(_walk(sample))
    meant = {
        f"{path}.{key}".lstrip("."): (table, key)
        for path, table in _tables(config)
        for key in _keys(table)
    }

    assert set(meant) == set(shown)
    for name, (table, key) in meant.items():
        field = type(table).model_fields[key]
        if not field.is_required() and name not in EXAMPLES:
            assert field.get_default(call_default_factory=True) == getattr(table, key), name


def _keys(table: Table) -> set[str]:
    return {key for key, value in table if not isinstance(value, (Table, dict))}


def _tables(table: Table, path: str = "") -> Iterator[tuple[str, Table]]:
    yield path, table
    for key, value in table:
        below = value.items() if isinstance(value, dict) else [("", value)]
        for name, one in below:
            if isinstance(one, Table):
                yield from _tables(one, ".".join(filter(None, (path, key, name))))


def _walk(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        name = f"{path}.{key}".lstrip(".")
        if isinstance(value, dict) and key not in {"password", "client_secret", "key"}:
            yield from _walk(value, name)
        else:
            yield name, value


def _is_key(line: str) -> bool:
    body = line.removeprefix("#")
    return line.startswith("#[") or (line.startswith("#") and body[:1].isalpha() and " = " in body)
