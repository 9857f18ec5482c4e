"""An IMAP server that answers how a test says, for what a real one cannot be made to do.

It speaks as much of RFC 9051 as a reader of one folder needs, without TLS and without IDLE, and
keeps every command it heard. What a test puts in ``instead`` is said instead of the good answer.
"""

import base64
import socketserver
import threading
from collections.abc import Mapping, Sequence
from typing import Self


def build_raw(uid: int) -> bytes:
    """Return the letter that stands at this UID."""
    return f"Message-ID: <{uid}@relay.example>\r\n\r\nWhere is my parcel?\r\n".encode()


def answer_fetch(uid: int) -> str:
    """Return what the server says when it gives this letter whole."""
    raw = build_raw(uid)
    date = 'INTERNALDATE "22-Nov-2026 10:00:00 +0000"'
    return f"* {uid} FETCH (UID {uid} {date} BODY[] {{{len(raw)}}}\r\n{raw.decode()})"


class ScriptedImap(socketserver.ThreadingTCPServer):
    """One folder, INBOX, on a port of loopback, from ``with`` to its end."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self,
        uids: Sequence[int] = (1, 2, 3),
        *,
        instead: Mapping[str, str] | None = None,
        capabilities: str = "AUTH=PLAIN",
    ) -> None:
        """Take the letters' UIDs and what is said instead to commands that begin so."""
        super().__init__(("127.0.0.1", 0), _Session)
        self.uids = list(uids)
        self.instead = dict(instead or {})
        self.capabilities = capabilities
        #: Every command without its tag, and what AUTHENTICATE carried.
        self.heard: list[str] = []

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class _Session(socketserver.StreamRequestHandler):
    """One connection."""

    server: ScriptedImap

    def handle(self) -> None:
        self._say("* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, _, command = line.partition(" ")
            self.server.heard.append(command)
            begins = [said for said in self.server.instead if command.startswith(said)]
            if begins:
                self._say(self.server.instead[begins[0]].replace("{tag}", tag))
            else:
                self._answer(command)
                self._say(f"{tag} OK {'[READ-WRITE] ' * command.startswith('SELECT')}done")

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def _answer(self, command: str) -> None:
        match command.split(" "):
            case ["CAPABILITY"]:
                self._say(f"* CAPABILITY IMAP4rev1 {self.server.capabilities}")
            case ["AUTHENTICATE", _]:
                self._say("+ ")
                self.server.heard.append(base64.b64decode(self.rfile.readline()).decode())
            case ["SELECT" | "EXAMINE", _]:
                self._say(f"* {len(self.server.uids)} EXISTS")
                self._say("* OK [UIDVALIDITY 1] valid")
                self._say(f"* OK [UIDNEXT {max(self.server.uids, default=0) + 1}] next")
                self._say("* OK [PERMANENTFLAGS (\\Flagged \\*)] kept")
            case ["LIST", *_]:
                self._say('* LIST () "/" INBOX')
            case ["UID", "SEARCH", *criteria]:
                self._say(f"* SEARCH {' '.join(map(str, self._search(criteria)))}")
            case ["FETCH", numbers, _]:
                for number in map(int, numbers.split(",")):
                    self._say(f"* {number} FETCH (UID {self.server.uids[number - 1]})")
            case ["UID", "FETCH", uids, *items]:
                for uid in map(int, uids.split(",")):
                    self._fetch(uid, " ".join(items))

    def _search(self, criteria: Sequence[str]) -> list[int]:
        if criteria[0] != "UID":
            return self.server.uids
        low, colon, high = criteria[1].partition(":")
        if not colon:
            return sorted(set(self.server.uids).intersection(map(int, low.split(","))))
        last = max(self.server.uids, default=0)
        ends = sorted((int(low), last if high == "*" else int(high)))
        return [uid for uid in self.server.uids if ends[0] <= uid <= ends[1]]

    def _fetch(self, uid: int, items: str) -> None:
        if "SIZE" in items:
            self._say(f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(build_raw(uid))})")
        else:
            self._say(answer_fetch(uid))
