"""The second factor: codes of six digits from a person's device, and codes for when it is lost.

A device's code (TOTP) counts for its time step of 30 seconds and for one before and after; which
step it was is told, so that the store can refuse to take it, or an older one, again. A recovery
code counts once and is kept as a digest only: with 50 bits of chance it needs no slow hash.
RFC 6238 5.2.
"""

import base64
import hashlib
import hmac
import re
import secrets
from datetime import datetime
from typing import Final

import pyotp
import segno
from markupsafe import Markup

ISSUER: Final = "triaged"
_STEP: Final = 30
_DRIFT: Final = 1
_CODES: Final = 10
#: Of a shared secret, in bytes.
_SECRET: Final = 20
_SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def offer(token: str, present: str) -> str:
    """Return a new shared secret in base32, 160 bits.

    It is made from the session's token, 256 bits of chance that nobody else has, so that a page
    that is loaded again shows the key that was scanned from it; and from the ``present`` secret,
    so that the next device gets another.
    """
    made = hmac.digest(token.encode(), f"second factor:{present}".encode(), hashlib.sha256)
    return base64.b32encode(made[:_SECRET]).decode()


def grouped(secret: str) -> str:
    """Return the secret in groups of four, as a person types it."""
    return " ".join(re.findall(".{1,4}", secret))


def address(secret: str, name: str) -> str:
    """Return the ``otpauth:`` address that an authenticator on this device opens."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def picture(address: str) -> Markup:
    """Return an address as a QR code that another device scans: an SVG element.

    Dark on light whatever the page's colours, with the light margin that scanners need.
    """
    drawn = segno.make_qr(address).svg_inline(
        dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return Markup(drawn)  # noqa: S704 - numbers and strokes; the address is not in it


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Return the time step for which the code counts; None where it counts for none near."""
    if not secret.isascii():
        # Damaged in the store; a recovery code still counts.
        return None
    given = re.sub(r"\s", "", code)
    present = int(now.timestamp()) // _STEP
    device = pyotp.TOTP(secret)
    found = None
    for step in range(present - _DRIFT, present + _DRIFT + 1):
        # Every step is compared, so that time tells nothing.
        if hmac.compare_digest(device.at(step * _STEP).encode(), given.encode()):
            found = step
    return found


def new_codes() -> tuple[str, ...]:
    """Return recovery codes as they are shown, once: two groups of five."""
    return tuple(
        "-".join("".join(secrets.choice(_SIGNS) for _ in range(5)) for _ in range(2))
        for _ in range(_CODES)
    )


def digest(code: str) -> str:
    """Return a recovery code as it is kept, whatever its case and hyphens."""
    return hashlib.sha256(re.sub(r"[\s-]", "", code).lower().encode()).hexdigest()


def is_secret(text: str) -> bool:
    """Whether the text is a secret of the kind that ``offer`` makes."""
    return re.fullmatch("[A-Z2-7]{32}", text) is not None
