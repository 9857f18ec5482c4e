"""How the mailboxes of known providers are reached, and what each wants in the place of a password.

A provider is recognised by the domain of an address, or by the host of a server already named.
The hints use the words that the provider's own pages use, because people look for those. None of
this was tried against the providers themselves: each is their published setting.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One provider's servers."""

    name: str
    #: Domains of its addresses; () where customers bring their own.
    domains: tuple[str, ...] = ()
    imap: str
    smtp: str
    smtp_port: int = 465
    smtp_tls: str = "implicit"
    #: What to do first, or where a login is refused.
    hint: str
    #: Who gives tokens for it (daemon/login/issuers.py); "" where it takes passwords alone.
    issuer: str = ""
    #: It takes no passwords.
    by_token: bool = False
    #: From must be the login's own address.
    sends_as_login: bool = False
    #: The name (authserv-id) under which it vouches for senders; "" where that is not known.
    witness: str = ""


_CODE: Final = (
    "switch IMAP/SMTP on in the web settings (设置 → POP3/SMTP/IMAP) and log in with the "
    "authorisation code (授权码) that is shown there, not with the password"
)
_APP: Final = "make an app password in the account's security settings and log in with that"


def _netease(domain: str) -> Preset:
    return Preset(
        name=f"NetEase {domain}",
        domains=(domain,),
        imap=f"imap.{domain}",
        smtp=f"smtp.{domain}",
        hint=f"{_CODE}; choose to receive all mail there, else the last 30 days alone are shown",
        sends_as_login=True,
    )


PRESETS: Final = (
    Preset(
        name="Gmail",
        domains=("gmail.com", "googlemail.com"),
        imap="imap.gmail.com",
        smtp="smtp.gmail.com",
        hint="switch on 2-step verification, make an app password at "
        "myaccount.google.com/apppasswords and log in with that; or log in by token with a client "
        "of your own",
        issuer="google",
        witness="mx.google.com",
    ),
    Preset(
        name="Microsoft 365 and Outlook.com",
        domains=("outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "hotmail.fr"),
        imap="outlook.office365.com",
        smtp="smtp.office365.com",
        smtp_port=587,
        smtp_tls="starttls",
        hint="it takes passwords over IMAP no more; log in by token, with a client of your own",
        issuer="microsoft",
        by_token=True,
    ),
    *(_netease(domain) for domain in ("163.com", "126.com", "yeah.net")),
    Preset(
        name="NetEase qiye",
        imap="imap.qiye.163.com",
        smtp="smtp.qiye.163.com",
        hint=_CODE,
        sends_as_login=True,
    ),
    Preset(
        name="QQ",
        domains=("qq.com", "foxmail.com"),
        imap="imap.qq.com",
        smtp="smtp.qq.com",
        hint=_CODE,
        sends_as_login=True,
    ),
    Preset(
        name="Tencent Exmail",
        imap="imap.exmail.qq.com",
        smtp="smtp.exmail.qq.com",
        hint="switch IMAP/SMTP on, and make a client password (客户端专用密码) in the web settings",
        sends_as_login=True,
    ),
    Preset(
        name="Aliyun",
        domains=("aliyun.com",),
        imap="imap.aliyun.com",
        smtp="smtp.aliyun.com",
        hint="log in with the security password for third-party clients (三方客户端安全密码)",
        sends_as_login=True,
    ),
    Preset(
        name="Aliyun qiye",
        imap="imap.qiye.aliyun.com",
        smtp="smtp.qiye.aliyun.com",
        hint="log in with the security password for third-party clients (三方客户端安全密码)",
        sends_as_login=True,
    ),
    Preset(
        name="Fastmail",
        domains=("fastmail.com", "fastmail.fm"),
        imap="imap.fastmail.com",
        smtp="smtp.fastmail.com",
        hint=_APP,
    ),
    Preset(
        name="GMX",
        domains=("gmx.de", "gmx.net", "gmx.at", "gmx.ch"),
        imap="imap.gmx.net",
        smtp="mail.gmx.net",
        hint="switch IMAP on (E-Mail → Einstellungen → POP3/IMAP Abruf); with two factors, make an "
        "app password (anwendungsspezifisches Passwort)",
    ),
    Preset(
        name="WEB.DE",
        domains=("web.de",),
        imap="imap.web.de",
        smtp="smtp.web.de",
        hint="switch IMAP on (E-Mail → Einstellungen → POP3/IMAP Abruf); with two factors, make an "
        "app password (anwendungsspezifisches Passwort)",
    ),
    Preset(
        name="T-Online",
        domains=("t-online.de", "magenta.de"),
        imap="secureimap.t-online.de",
        smtp="securesmtp.t-online.de",
        hint="set a password for e-mail programs (Passwort für E-Mail-Programme)",
    ),
    Preset(
        name="IONOS",
        imap="imap.ionos.de",
        smtp="smtp.ionos.de",
        hint="log in with the mailbox's own password, not that of the contract",
    ),
    Preset(
        name="Yahoo",
        domains=("yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.it", "yahoo.es", "yahoo.co.uk"),
        imap="imap.mail.yahoo.com",
        smtp="smtp.mail.yahoo.com",
        hint=_APP,
    ),
    Preset(
        name="Yahoo! Japan",
        domains=("yahoo.co.jp",),
        imap="imap.mail.yahoo.co.jp",
        smtp="smtp.mail.yahoo.co.jp",
        hint="switch on IMAP/POP/SMTP access (IMAP/POP/SMTPアクセス) in the mail settings",
    ),
    Preset(
        name="iCloud",
        domains=("icloud.com", "me.com", "mac.com"),
        imap="imap.mail.me.com",
        smtp="smtp.mail.me.com",
        smtp_port=587,
        smtp_tls="starttls",
        hint="make an app-specific password at account.apple.com and log in with that",
    ),
    Preset(
        name="Orange",
        domains=("orange.fr", "wanadoo.fr"),
        imap="imap.orange.fr",
        smtp="smtp.orange.fr",
        hint="allow IMAP (Paramètres → Messageries tierces) and log in with the mailbox's password",
    ),
    Preset(
        name="Free",
        domains=("free.fr",),
        imap="imap.free.fr",
        smtp="smtp.free.fr",
        hint="switch on authenticated SMTP (SMTP authentifié) in the account's pages",
    ),
    Preset(
        name="Libero",
        domains=("libero.it",),
        imap="imapmail.libero.it",
        smtp="smtp.libero.it",
        hint="make an application password (password specifica per applicazione)",
    ),
    Preset(
        name="Zoho",
        domains=("zoho.com", "zohomail.com", "zoho.eu"),
        imap="imap.zoho.com",
        smtp="smtp.zoho.com",
        hint=f"switch IMAP on (Settings → Mail Accounts → IMAP); with two factors, {_APP}",
    ),
)


def by_address(address: str) -> Preset | None:
    """Return the provider whose domain an address has; None where it is nobody's we know."""
    domain = address.rpartition("@")[2].lower()
    return next((preset for preset in PRESETS if domain in preset.domains), None)


def by_host(host: str) -> Preset | None:
    """Return the provider that a server belongs to; None where it is nobody's we know."""
    name = host.lower().rstrip(".")
    return next((preset for preset in PRESETS if name in {preset.imap, preset.smtp}), None)
