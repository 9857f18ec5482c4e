"""A Postfix of the tests' own: submission with STARTTLS, AUTH and DSN, delivered into a Dovecot.

Every recipient of every domain is a user of the Dovecot, with three exceptions:
``refused@...`` gets 550 at RCPT, ``deferred@...`` gets 450 at RCPT, and a mail to the domain
``bounces.example`` is accepted and comes back to its sender as a delivery report (RFC 3464).
With ``keep_sent`` a copy of whatever ``seller@shop`` sends is filed by ``seller+Sent@shop``, as
providers do that keep Sent copies by themselves. ``postfix start`` needs root.
"""

import shutil
import subprocess
from pathlib import Path
from typing import ClassVar

from tests.servers.dovecot import Dovecot
from tests.servers.loopback import PATIENCE, answers, free_port, wait_until
from tests.servers.server import Server

_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file_prefixes = {folder}
maillog_file = {folder}/postfix.log
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
multi_instance_enable = no
import_environment = MAIL_CONFIG
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = submission.example
mydestination =
mynetworks =
disable_dns_lookups = yes
smtpd_peername_lookup = no
append_dot_mydomain = no
biff = no
notify_classes =
in_flow_delay = 0
minimal_backoff_time = 1s
maximal_backoff_time = 5s
queue_run_delay = 1s
message_size_limit = 52428800

default_transport = lmtp:unix:{lmtp}
transport_maps = inline:{{ {{bounces.example = error:5.1.1 No such buyer}} }}

smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {sasl}
# Without this the domain that bounces would be refused at RCPT already.
smtpd_reject_unlisted_recipient = no
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{{
  {{refused@ = 550 5.1.1 No such buyer}}
  {{deferred@ = 450 4.2.0 Come back later}} }}
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
sender_bcc_maps = {sender_bcc_maps}
"""

_MASTER = """
127.0.0.1:{port} inet n - n - 200 smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix(Server):
    """One instance in ``folder`` beside a running ``dovecot``; a start keeps port and queue."""

    NEEDS: ClassVar = {**Dovecot.NEEDS, "/usr/sbin/postfix": "postfix"}

    def __init__(self, folder: Path, dovecot: Dovecot, *, keep_sent: bool = False) -> None:
        """Take an empty folder with a short path and the server to deliver into."""
        self.folder = folder
        self.log = folder / "postfix.log"
        self.port = free_port()
        self.certificate = dovecot.certificate
        self._config = folder / "config"
        self._dovecot = dovecot
        self._keep_sent = keep_sent

    def start(self) -> None:
        """Write the configuration where there is none yet and wait for the SMTP greeting."""
        if not self._config.exists():
            self._configure()
        self._postfix("start")
        wait_until(lambda: answers(self.port, b"220"), f"Postfix did not start, see {self.log}")

    def stop(self) -> None:
        """End the instance; what it has not delivered stays in its queue."""
        self._postfix("stop")

    def delivered(self, user: str) -> list[bytes]:
        """Wait until the queue is empty and return what has arrived for ``user``, in order."""
        # Twice: a bounce can enter the queue behind a look while its cause leaves before it.
        wait_until(
            lambda: self._queue_is_empty() and self._queue_is_empty(), "Postfix did not deliver"
        )
        return self._dovecot.mails(user)

    def _queue_is_empty(self) -> bool:
        queue = self.folder / "queue"
        return not any(
            path.is_file()
            for name in ("incoming", "active", "deferred")
            for path in (queue / name).rglob("*")
        )

    def _configure(self) -> None:
        self.folder.chmod(0o755)
        for name in ("config", "queue", "data"):
            (self.folder / name).mkdir()
        shutil.chown(self.folder / "data", "postfix")
        copies = self._config / "sent"
        copies.write_text("/^([^+@]+)@(.+)$/ $1+Sent@$2\n")
        main = _MAIN.format(
            folder=self.folder,
            lmtp=self._dovecot.lmtp,
            sasl=self._dovecot.sasl,
            certificate=self._dovecot.certificate,
            key=self._dovecot.key,
            sender_bcc_maps=f"regexp:{copies}" if self._keep_sent else "",
        )
        (self._config / "main.cf").write_text(main)
        (self._config / "master.cf").write_text(_MASTER.format(port=self.port))

    def _postfix(self, order: str) -> None:
        # Daemons inherit the output: a pipe would keep the caller waiting for its end.
        with (self.folder / "postfix.out").open("ab") as output:
            subprocess.run(
                ["/usr/sbin/postfix", "-c", self._config, order],
                check=True,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                timeout=PATIENCE,
            )
