"""What a fault of an IMAP connection means, in words that tell the remedy.

Promises: no word of the server and no word of ours to it is repeated, because both can hold a
user's name or a password (P11).
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from imapclient.exceptions import (
    CapabilityError,
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
    ProtocolError,
)

from daemon.config.secrets import SecretError
from daemon.dialling import ProxyFaultError
from daemon.login.refusals import TokenError


class InboxError(Exception):
    """The server cannot be read now; the sentence says why and what to do about it."""


class LoginRefusedError(InboxError):
    """The server knows this account not, or not with this password or token."""


class RefusedError(InboxError):
    """The server refused this one command; the connection goes on."""


_STRANGE: Final = (
    "the server's answer cannot be read ({0.__class__.__name__}); "
    "check that host and port are an IMAP server's"
)

#: The first class that fits speaks. Behind the libraries' own come those that a strange answer
#: breaks their parsers with.
_SENTENCES: Final[tuple[tuple[type[Exception], str], ...]] = (
    (
        ssl.SSLCertVerificationError,
        "the certificate is not trusted ({0.verify_message}); if it is yours, name it in ca_file",
    ),
    (ssl.SSLError, "no TLS here ({0.reason}); check port and tls"),
    (TimeoutError, "no answer in time"),
    (ProxyFaultError, "{0.strerror}"),
    (socket.gaierror, "the host is not found ({0.strerror}); check host"),
    (OSError, "the connection failed ({0.strerror})"),
    (CapabilityError, "the server cannot do what is asked of it; check port and tls"),
    (IMAPClientReadOnlyError, "the folder may only be read now"),
    (IMAPClientAbortError, "the server ended the conversation"),
    (ProtocolError, _STRANGE),
    (IMAPClientError, "the server refused a command"),
    (
        UnicodeEncodeError,
        "host, user, password or folder hold characters that cannot be sent; write them in ASCII",
    ),
    (UnicodeDecodeError, _STRANGE),
    (UnicodeError, "this is no host name; check host"),
    (ValueError, _STRANGE),
    (LookupError, _STRANGE),
    (TypeError, _STRANGE),
    (AttributeError, _STRANGE),
    (AssertionError, _STRANGE),
)
_FAULTS: Final = tuple(kind for kind, _ in _SENTENCES)


@contextmanager
def faults(where: str) -> Iterator[None]:
    """Turn what sockets, TLS and the IMAP library raise into an ``InboxError`` that names where."""
    try:
        yield
    except SecretError as error:
        raise InboxError(str(error)) from error
    except TokenError as error:
        raised = LoginRefusedError if error.lasting else InboxError
        raise raised(str(error)) from error
    except _FAULTS as error:
        said = next(words for kind, words in _SENTENCES if isinstance(error, kind))
        raised = RefusedError if is_refusal(error) else InboxError
        raise raised(f"{where}: {said.format(error)}") from error


def is_refusal(error: Exception) -> bool:
    """Tell whether the server said NO or BAD to one command, and the connection goes on."""
    # Every other fault of the library is a class of its own below this one.
    return type(error) is IMAPClientError
