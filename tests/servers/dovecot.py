r"""A Dovecot of the tests' own: IMAP, IMAPS, LMTP for Postfix and its SASL, in one folder.

Any address is a user with the password ``PASSWORD``, or a token where an issuer is named, and the
mailboxes INBOX and Sent (\Sent).
A mail to ``seller+Sent@...`` lands in Sent. Keywords are kept; every IMAP ID is in the log.
Works as root, which steps down to the packaged users, and as any other user.
"""

import grp
import itertools
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from imapclient import IMAPClient

from tests.servers.certificate import make_certificate
from tests.servers.loopback import PATIENCE, answers, free_port, is_root, wait_until
from tests.servers.server import Server

PASSWORD = "kestrel-7391"

_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = {internal_user}
default_internal_group = {internal_group}
default_login_user = {login_user}
first_valid_uid = 1
first_valid_gid = 1

ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = no
auth_mechanisms = plain login {token_mechanisms}
auth_failure_delay = 0
{token_passdb}passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={mail_uid} gid={mail_gid} home={folder}/mail/%u allow_all_users=yes
}}

mail_location = maildir:~/Maildir
mail_fsync = never
mailbox_idle_check_interval = 1 secs
mail_max_userip_connections = 1000
imap_id_log = *
recipient_delimiter = +
lmtp_save_to_detail_mailbox = yes
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    special_use = \\Sent
    auto = subscribe
  }}
}}

service imap-login {{
  chroot =
  service_count = 0
  client_limit = 1000
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service imap {{
  process_limit = 1024
}}
service lmtp {{
  unix_listener {folder}/lmtp {{
    mode = 0666
  }}
}}
service auth {{
  unix_listener {folder}/sasl {{
    mode = 0666
  }}
}}
service anvil {{
  chroot =
  # No growing delay after wrong passwords.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""

_TOKENS = """
passdb {{
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = {file}
}}
"""
_INTROSPECTION = """
introspection_mode = post
introspection_url = {url}
username_attribute = username
active_attribute = active
active_value = true
"""


class Dovecot(Server):
    """One server in ``folder``; a stop ends every session at once, a start keeps ports and mail."""

    NEEDS: ClassVar = {
        "/usr/lib/dovecot/imap": "dovecot-imapd",
        "/usr/lib/dovecot/lmtp": "dovecot-lmtpd",
        "/usr/bin/openssl": "openssl",
    }

    def __init__(self, folder: Path, introspection_url: str | None = None) -> None:
        """Take an empty folder with a short path: sockets are made in it.

        With ``introspection_url`` it lets in by token too, whom that issuer names (RFC 7662).
        """
        self._introspection_url = introspection_url
        self.folder = folder
        self.log = folder / "dovecot.log"
        self.port = free_port()
        self.tls_port = free_port()
        #: Where Postfix delivers.
        self.lmtp = folder / "lmtp"
        #: Where Postfix asks for a password.
        self.sasl = folder / "sasl"
        self.certificate = folder / "localhost.pem"
        self.key = folder / "localhost.key"
        self._config = folder / "dovecot.conf"
        self._numbers = itertools.count(1)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Write the configuration where there is none yet and wait for the IMAP greeting."""
        if not self._config.exists():
            self._configure()
        with (self.folder / "dovecot.out").open("ab") as output:
            self._process = subprocess.Popen(
                ["/usr/sbin/dovecot", "-F", "-c", self._config],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=self.folder,
                start_new_session=True,
            )
        wait_until(lambda: answers(self.port, b"* OK"), f"Dovecot did not start, see {self.log}")

    def stop(self) -> None:
        """End the server and every session it serves."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE)
            # The master's children share its process group; idle sessions outlive the master.
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process = None

    def new_user(self, name: str = "seller") -> str:
        """Return an address that no test has used yet."""
        return f"{name}-{next(self._numbers)}@shop.example"

    @contextmanager
    def session(self, user: str) -> Iterator[IMAPClient]:
        """Lend a logged-in IMAP session."""
        with IMAPClient("127.0.0.1", self.port, ssl=False, timeout=PATIENCE) as client:
            client.login(user, PASSWORD)
            yield client

    def append(
        self, user: str, mail: bytes, mailbox: str = "INBOX", at: datetime | None = None
    ) -> None:
        """Put one mail into a mailbox, unread; it arrived ``at`` that time, else now."""
        with self.session(user) as client:
            client.append(mailbox, mail, msg_time=at)

    def mails(self, user: str, mailbox: str = "INBOX") -> list[bytes]:
        """Return the mails of a mailbox in order of their UIDs; nothing on the server changes."""
        with self.session(user) as client:
            client.select_folder(mailbox, readonly=True)
            found = client.fetch(client.search(), ["BODY.PEEK[]"])
            return [found[uid][b"BODY[]"] for uid in sorted(found)]

    def _configure(self) -> None:
        user, group = pwd.getpwuid(os.geteuid()), grp.getgrgid(os.getegid())
        internal_user = login_user = user.pw_name
        internal_group = group.gr_name
        if is_root():
            internal_user, login_user, internal_group = "dovecot", "dovenull", "dovecot"
            user = pwd.getpwnam("nobody")
        made = make_certificate(self.folder, "*.provider.example")
        mail = self.folder / "mail"
        mail.mkdir()
        # The packaged users must get through the folder that the tests made for themselves.
        self.folder.chmod(0o755)
        shutil.chown(mail, user.pw_uid, user.pw_gid)
        tokens = self.folder / "tokens.conf"
        if self._introspection_url:
            tokens.write_text(_INTROSPECTION.format(url=self._introspection_url))
        self._config.write_text(
            _CONFIG.format(
                token_mechanisms="oauthbearer xoauth2" if self._introspection_url else "",
                token_passdb=_TOKENS.format(file=tokens) if self._introspection_url else "",
                folder=self.folder,
                internal_user=internal_user,
                internal_group=internal_group,
                login_user=login_user,
                mail_uid=user.pw_uid,
                mail_gid=user.pw_gid,
                certificate=made.certificate,
                key=made.key,
                password=PASSWORD,
                port=self.port,
                tls_port=self.tls_port,
            )
        )
