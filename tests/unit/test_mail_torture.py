"""MIME as it should not be: whatever the form, the words that were written are read."""

import base64
import quopri

import pytest

from mail.reading import read

WORDS = "Die Lampe ist kaputt, schöne Grüße"
PLAIN = "The lamp is broken, please help me."


def mail(body: bytes | str, *fields: str) -> bytes:
    """Build a mail of a body and its fields."""
    head = ["From: max@buyer.example", "To: shop@seller.example", "Subject: x", *fields]
    return (
        "\n".join(head).encode("utf-8")
        + b"\n\n"
        + (body if isinstance(body, bytes) else body.encode("utf-8"))
    )


def multi(sort: str, *parts: str, boundary: str = "b1") -> bytes:
    """Build a multipart of parts that are given with their fields."""
    body = "".join(f"--{boundary}\n{part}\n" for part in parts) + f"--{boundary}--\n"
    return mail(body, f'Content-Type: multipart/{sort}; boundary="{boundary}"')


TEXT = f"Content-Type: text/plain; charset=utf-8\n\n{PLAIN}\n"
HTML = f"Content-Type: text/html; charset=utf-8\n\n<p>{PLAIN}</p>\n"
EMPTY = "Content-Type: text/plain\n\n\n"
PDF = "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n"
INNER = f"From: max@buyer.example\nSubject: y\nContent-Type: text/plain\n\n{PLAIN}\n"
B64 = base64.b64encode(PLAIN.encode()).decode()
NESTED = (
    f"Content-Type: multipart/related; boundary=c\n\n--c\nContent-Type: multipart/alternative;"
    f" boundary=d\n\n--d\n{TEXT}\n--d\n{HTML}\n--d--\n--c\nContent-Type: image/png\n\nx\n--c--\n"
)

FORMS: dict[str, bytes] = {
    "html alone": mail(f"<html><body><p>{PLAIN}</p></body></html>", "Content-Type: text/html"),
    "html without its type": mail(f"<html><body><p>{PLAIN}</p></body></html>"),
    "html said plain": mail(f"<div>{PLAIN}</div>", "Content-Type: text/plain"),
    "empty plain, full html": multi("alternative", EMPTY, HTML),
    "blank plain, full html": multi("alternative", "Content-Type: text/plain\n\n \t\xa0\n", HTML),
    "stub plain": multi(
        "alternative",
        "Content-Type: text/plain\n\nYour mail program does not show HTML. See the HTML part.\n",
        HTML,
    ),
    "html before plain": multi("alternative", HTML, TEXT),
    "empty html, full plain": multi("alternative", TEXT, "Content-Type: text/html\n\n<p></p>\n"),
    "related in alternative in mixed": multi("mixed", NESTED, PDF),
    "signed": multi("signed", TEXT, "Content-Type: application/pgp-signature\n\nx\n"),
    "report of a person": multi("mixed", PDF, TEXT),
    "attached message": multi("mixed", EMPTY, f"Content-Type: message/rfc822\n\n{INNER}"),
    "attached message alone": mail(INNER, "Content-Type: message/rfc822"),
    "attached message in base64": multi(
        "mixed",
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(INNER.encode()).decode(),
    ),
    "attached message in quoted-printable": multi(
        "mixed",
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n"
        + quopri.encodestring(INNER.encode()).decode(),
    ),
    "text attached": multi(
        "mixed", EMPTY, f"Content-Disposition: attachment; filename=a.txt\n{TEXT}"
    ),
    "text inline with a name": multi(
        "mixed", f"Content-Disposition: inline; filename=a.txt\n{TEXT}"
    ),
    "digest": multi("digest", f"\n{INNER}"),
    "parallel": multi("parallel", TEXT),
    "unknown multipart": multi("x-unknown", TEXT),
    "no final boundary": multi("mixed", TEXT).replace(b"--b1--\n", b""),
    "boundary never used": mail(PLAIN, "Content-Type: multipart/mixed; boundary=zzz"),
    "no boundary named": mail(PLAIN, "Content-Type: multipart/mixed"),
    "empty boundary": mail(PLAIN, 'Content-Type: multipart/mixed; boundary=""'),
    "another boundary used": multi("mixed", TEXT).replace(b'boundary="b1"', b'boundary="b2"'),
    "boundary with blanks": multi("mixed", TEXT, boundary="a b c"),
    "boundary with signs": multi("mixed", TEXT, boundary="=_(a)+?'/:.,"),
    "boundary in single quotes": mail(
        f"--b\n{TEXT}\n--b--\n", "Content-Type: multipart/mixed; boundary='b'"
    ),
}
FORMS |= {
    "type without semicolon": mail(PLAIN, "Content-Type: text/plain charset=utf-8"),
    "type that is none": mail(PLAIN, "Content-Type: text"),
    "type of garbage": mail(PLAIN, "Content-Type: ;;;=;"),
    "type twice": mail(PLAIN, "Content-Type: text/plain", "Content-Type: text/html"),
    "type empty": mail(PLAIN, "Content-Type:"),
    "type unknown": mail(PLAIN, "Content-Type: text/x-unknown"),
    "type application": mail(PLAIN, "Content-Type: application/octet-stream"),
    "plain in upper case": mail(PLAIN, "CONTENT-TYPE: TEXT/PLAIN; CHARSET=UTF-8"),
    "encoding unknown": mail(PLAIN, "Content-Transfer-Encoding: x-rot"),
    "encoding misspelt": mail(B64, "Content-Transfer-Encoding: BASE64;"),
    "encoding with comment": mail(B64, "Content-Transfer-Encoding: base64 (x)"),
    "base64 on one line": mail(B64, "Content-Transfer-Encoding: base64"),
    "base64 without padding": mail(B64.rstrip("="), "Content-Transfer-Encoding: base64"),
    "base64 with garbage": mail(
        f"{B64[:8]}!*\n {B64[8:20]}\t-\n{B64[20:]}", "Content-Transfer-Encoding: base64"
    ),
    "base64 that is plain": mail(PLAIN, "Content-Transfer-Encoding: base64"),
    "base64 with text below": mail(
        f"{B64}\n\n-- \nscanned by x.example\n", "Content-Transfer-Encoding: base64"
    ),
    "quoted-printable broken": mail(
        PLAIN.replace("broken", "bro=\nken"), "Content-Transfer-Encoding: quoted-printable"
    ),
    "quoted-printable in lower case": mail(
        PLAIN.replace(",", "=2c"), "Content-Transfer-Encoding: quoted-printable"
    ),
    "quoted-printable with blanks": mail(
        PLAIN.replace("broken", "bro= \t\nken"), "Content-Transfer-Encoding: quoted-printable"
    ),
    "quoted-printable not said": mail(PLAIN.replace(",", "=2C").replace("is", "is=20=\n")),
    "uuencoded": mail(
        'begin 644 a.txt\nC5&AE(&QA;7`@:7,@8G)O:V5N+"!P;&5A<V4@:&5L<"!M92X`\n`\nend\n',
        "Content-Transfer-Encoding: x-uuencode",
    ),
    "flowed": mail(
        PLAIN.replace("broken, ", "broken, \n"), "Content-Type: text/plain; format=flowed"
    ).replace(b"broken, \n", b"broken, \n"),
    "bare CR": mail(PLAIN).replace(b"\n", b"\r"),
    "CRLF": mail(PLAIN).replace(b"\n", b"\r\n"),
    "CR CR LF": mail(PLAIN).replace(b"\n", b"\r\r\n"),
    "NUL": mail(PLAIN.replace("lamp", "la\0mp")),
    "byte order mark first": b"\xef\xbb\xbf" + mail(PLAIN),
    "mailbox line first": b"From max@buyer.example Mon Nov 23 10:00:00 2026\n" + mail(PLAIN),
    "empty lines first": b"\n\n" + mail(PLAIN),
    "no empty line": b"From: max@buyer.example\nSubject: x\nThe lamp is broken, please help me.\n",
    "dirt in the fields": mail(PLAIN, "this is no field", "X-After: 1"),
    "no fields": b"\n" + PLAIN.encode(),
    "wrapped in UTF-16": mail(PLAIN).decode().encode("utf-16"),
    "deep": mail(
        "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(200))
        + f"--b200\n{TEXT}",
        "Content-Type: multipart/mixed; boundary=b0",
    ),
    "text before the first boundary": mail(
        f"{PLAIN}\n--b1--\n", "Content-Type: multipart/mixed; boundary=b1"
    ),
    "text in an image's clothes": multi("mixed", f"Content-Type: image/png\n\nx\n--b1\n{TEXT}"),
    "clear-signed": mail(
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
        f"{PLAIN}\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n"
    ),
    "enriched": mail(f"<bold>{PLAIN}</bold>", "Content-Type: text/enriched"),
    "calendar description": mail(
        f"BEGIN:VCALENDAR\nDESCRIPTION:{PLAIN.replace(',', chr(92) + ',')}\nEND:VCALENDAR",
        "Content-Type: text/calendar",
    ),
}


INSIDE = f"--b1\n{TEXT}\n--b1--\n"
FORMS |= {
    "utf16 lie even": mail(PLAIN, "Content-Type: text/plain; charset=utf-16"),
    "charset semicolon": mail(PLAIN.encode(), 'Content-Type: text/plain; charset="utf-8;"'),
    "charset twice": mail(PLAIN, "Content-Type: text/plain; charset=utf-8; charset=iso-8859-1"),
    "charset comment": mail(PLAIN, "Content-Type: text/plain; charset=utf-8 (Unicode)"),
    "type comment": mail(PLAIN, "Content-Type: text/plain (plain text); charset=utf-8"),
    "multi base64 whole": mail(
        base64.encodebytes(INSIDE.encode()),
        "Content-Type: multipart/mixed; boundary=b1",
        "Content-Transfer-Encoding: base64",
    ),
    "multi qp whole": mail(
        quopri.encodestring(INSIDE.replace("text/plain", "text=2Fplain").encode()),
        "Content-Type: multipart/mixed; boundary=b1",
        "Content-Transfer-Encoding: quoted-printable",
    ),
    "delivery-status only": multi("report", "Content-Type: message/delivery-status\n\n" + PLAIN),
    "prefix boundaries": mail(
        f"--ab\nContent-Type: multipart/mixed; boundary=a\n\n--a\n{TEXT}\n--a--\n--ab--\n",
        "Content-Type: multipart/mixed; boundary=ab",
    ),
    "same boundary twice": mail(
        f"--b1\nContent-Type: multipart/alternative; boundary=b1\n\n--b1\n{TEXT}\n--b1--\n",
        "Content-Type: multipart/mixed; boundary=b1",
    ),
    "alt plain attach html": multi("alternative", f"Content-Disposition: attachment\n{TEXT}"),
    "html attach only": multi("mixed", f"Content-Disposition: attachment; filename=a.html\n{HTML}"),
    "html attach with empty": multi(
        "mixed", EMPTY, f"Content-Disposition: attachment; filename=a.html\n{HTML}"
    ),
    "plain with sig txt": multi(
        "mixed",
        TEXT,
        "Content-Type: text/plain; name=x.txt\nContent-Disposition: attachment\n\nother",
    ),
    "img first": multi("related", "Content-Type: image/png\nContent-ID: <a>\n\nx", HTML),
    "related start": mail(
        f"--b1\nContent-Type: image/png\n\nx\n--b1\nContent-ID: <s>\n{HTML}\n--b1--\n",
        'Content-Type: multipart/related; boundary=b1; start="<s>"',
    ),
    "html body in title": mail(
        f"<html><head><title>t</title></head><body>{PLAIN}</body>", "Content-Type: text/html"
    ),
    "html unclosed": mail(f"<div><table><tr><td>{PLAIN}", "Content-Type: text/html"),
    "html in comment cond": mail(
        f"<!--[if mso]>x<![endif]--><p>{PLAIN}</p>", "Content-Type: text/html"
    ),
    "html noscript head": mail(
        f"<html><body><noscript>{PLAIN}</noscript></body></html>", "Content-Type: text/html"
    ),
    "html textarea": mail(f"<form><textarea>{PLAIN}</textarea></form>", "Content-Type: text/html"),
    "html frameset": mail(
        f"<html><body><center><font>{PLAIN}</font></center></body></html>",
        "Content-Type: text/html",
    ),
    "html uppercase": mail(f"<HTML><BODY><P>{PLAIN}</P></BODY></HTML>", "Content-Type: TEXT/HTML"),
    "html double-escaped nbsp": mail(
        f"<p>{PLAIN.replace(' ', '&nbsp;')}</p>", "Content-Type: text/html"
    ),
    "html all in blockquote": mail(f"<blockquote>{PLAIN}</blockquote>", "Content-Type: text/html"),
    "html all in cite": mail(
        f"<blockquote type=cite>{PLAIN}</blockquote>", "Content-Type: text/html"
    ),
    "html all in signature div": mail(
        f"<div class='gmail_signature'>{PLAIN}</div>", "Content-Type: text/html"
    ),
    "html all in class signature": mail(
        f"<div id='signature'>{PLAIN}</div>", "Content-Type: text/html"
    ),
    "plain all quoted": mail("> " + PLAIN),
    "plain only signature": mail("-- \n" + PLAIN),
    "xhtml": mail(
        f'<?xml version="1.0"?><html xmlns="x"><body><p>{PLAIN}</p></body></html>',
        "Content-Type: application/xhtml+xml",
    ),
    "text amp": multi("alternative", "Content-Type: text/x-amp-html\n\n<p>amp</p>", HTML),
    "watch html": multi("alternative", EMPTY, "Content-Type: text/watch-html\n\n<p>w</p>", HTML),
    "form data": mail(
        f'--b1\nContent-Disposition: form-data; name="text"\n\n{PLAIN}\n--b1--\n',
        "Content-Type: multipart/form-data; boundary=b1",
    ),
    "voice": multi("voice-message", TEXT),
    "nested alt in alt": multi(
        "alternative",
        f"Content-Type: multipart/alternative; boundary=c\n\n--c\n{TEXT}\n--c\n{HTML}\n--c--\n",
    ),
    "mixed text pdf text": multi(
        "mixed",
        "Content-Type: text/plain\n\nThe lamp is broken,",
        PDF,
        "Content-Type: text/plain\n\nplease help me.",
    ),
    "mixed html text": multi(
        "mixed",
        "Content-Type: text/html\n\n<p>The lamp is broken,</p>",
        "Content-Type: text/plain\n\nplease help me.",
    ),
    "apple mixed": multi(
        "mixed",
        "Content-Type: text/html\n\n<html><body>The lamp is broken,</body></html>",
        "Content-Type: image/jpeg\nContent-Disposition: inline; filename=a.jpg\n\nx",
        "Content-Type: text/html\n\n<html><body>please help me.</body></html>",
    ),
}


@pytest.mark.parametrize("raw", FORMS.values(), ids=FORMS)
def test_the_words_are_read_from_any_form(raw: bytes) -> None:
    """All of them, and nothing else."""
    assert PLAIN == " ".join(read(raw).text.split())


#: Declared, really written in.
CHARSETS = [
    *(("utf-8", one) for one in ("utf-8", "cp1252", "iso-8859-1")),
    *(("iso-8859-1", one) for one in ("utf-8", "cp1252", "iso-8859-15")),
    *(("us-ascii", one) for one in ("utf-8", "cp1252")),
    *(("", one) for one in ("utf-8", "cp1252")),
    *(("unknown-8bit", one) for one in ("utf-8", "cp1252")),
    *(("x-no-such", one) for one in ("utf-8", "cp1252")),
    ("utf-16", "utf-16"), ("utf-16", "utf-8"), ("utf-16le", "utf-16-le"),
    ("utf-7", "utf-7"), ("utf-32", "utf-32"),
    ("windows-1252", "cp1252"), ("cp-850", "cp1252"), ("default", "cp1252"), ('"utf-8"', "utf-8"),
    ("utf8", "utf-8"), ("UTF_8", "utf-8"), ("iso-8859-8-i", "utf-8"), ("ansi", "cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "real"), CHARSETS)
def test_the_words_are_read_whatever_charset_is_claimed(declared: str, real: str) -> None:
    """In all three transfer encodings that carry eight bits."""
    content_type = f"Content-Type: text/plain; charset={declared}" if declared else "X-None: 1"
    data = WORDS.encode(real)
    forms = [
        *([] if b"\0" in data else [mail(data, content_type)]),
        mail(base64.encodebytes(data), content_type, "Content-Transfer-Encoding: base64"),
        mail(
            quopri.encodestring(data), content_type, "Content-Transfer-Encoding: quoted-printable"
        ),
    ]

    assert [WORDS] * len(forms) == [read(raw).text for raw in forms]


JAPANESE = "注文した商品が届きません。いつ届きますか。"
CHINESE = "您好，我订的灯坏了，请问可以退货吗？"
RUSSIAN = "Здравствуйте, лампа не работает, верните деньги."
KOREAN = "주문한 상품이 아직 도착하지 않았습니다."
TAIWANESE = "您好，我訂的燈壞了，請問可以退貨嗎？"
POLISH = "Proszę o zwrot pieniędzy, żarówka jest uszkodzona."
GREEK = "Καλημέρα, η λάμπα δεν λειτουργεί."
TURKISH = "Lambanın ışığı çalışmıyor, iade istiyorum."


@pytest.mark.parametrize(
    ("declared", "real", "words"),
    [
        ("iso-2022-jp", "iso-2022-jp", JAPANESE),
        ("us-ascii", "iso-2022-jp", JAPANESE),
        ("", "iso-2022-jp", JAPANESE),
        ("utf-8", "cp932", JAPANESE),
        ("shift_jis", "cp932", JAPANESE),
        ("iso-2022-jp", "cp932", JAPANESE),
        ("", "euc-jp", JAPANESE),
        ("iso-8859-1", "utf-8", JAPANESE),
        ("gb2312", "gb18030", CHINESE),
        ("gbk", "gb18030", CHINESE),
        ("utf-8", "gb18030", CHINESE),
        ("", "gb18030", CHINESE),
        ("gb2312", "utf-8", CHINESE),
        ("hz-gb-2312", "hz", CHINESE),
        ("big5", "big5", TAIWANESE),
        ("", "big5", TAIWANESE),
        ("gb2312", "big5", TAIWANESE),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("windows-1251", "cp1251", RUSSIAN),
        ("", "cp1251", RUSSIAN),
        ("", "koi8-r", RUSSIAN),
        ("iso-8859-1", "utf-8", RUSSIAN),
        ("iso-8859-5", "iso-8859-5", RUSSIAN),
        ("ks_c_5601-1987", "cp949", KOREAN),
        ("euc-kr", "cp949", KOREAN),
        ("", "cp949", KOREAN),
        ("iso-2022-kr", "iso-2022-kr", KOREAN),
        ("utf-16le", "utf-16-le", "您好灯坏了请换新"),
        ("iso-8859-2", "iso-8859-2", POLISH),
        ("windows-1250", "cp1250", POLISH),
        ("iso-8859-2", "utf-8", POLISH),
        ("windows-1253", "cp1253", GREEK),
        ("iso-8859-7", "iso-8859-7", GREEK),
        ("windows-1254", "cp1254", TURKISH),
        ("iso-8859-9", "iso-8859-9", TURKISH),
    ],
)
def test_the_scripts_of_the_world_are_read(declared: str, real: str, words: str) -> None:
    """Also where their charset is not told, or told wrong."""
    content_type = f"Content-Type: text/plain; charset={declared}" if declared else "X-None: 1"

    assert words == read(mail(words.encode(real), content_type)).text


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        (b"=?utf-8?B?R3LDvMOfZQ==?=", "Grüße"),
        (b"=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        (b"=?UTF-8?q?Gr=C3=BC?= =?UTF-8?q?=C3=9Fe?=", "Grüße"),
        (b"=?utf-8?B?R3LDvA?= =?utf-8?B?w59l?=", "Grüße"),
        (b"=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße"),
        (b"=?iso-8859-1?Q?Gr=FC=DFe?=", "Grüße"),
        (b"=?us-ascii?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        (b"=?x-none?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        (b"=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("cp1252"), "Grüße"),
        (b"Re: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= x", "Re: Grüße x"),
        (b"=?utf-8?Q?a?=\n =?utf-8?Q?b?=", "ab"),
        (b"=?utf-8?Q?a=0D=0AX-Evil:_1?=", "a X-Evil: 1"),
        (b"=?utf-8?Q?a b c?=", "a b c"),
        (b'"=?utf-8?Q?Gr=C3=BC=C3=9Fe?="', '"Grüße"'),
        (b"=?iso-2022-jp?B?GyRCQ20bKEI=?=", "注"),
        (b"=?gb2312?B?zNjK4g==?=", "特殊"),
        (b"=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        (b"=?utf-8?B?", "=?utf-8?B?"),
    ],
)
def test_a_subject_is_read_in_any_form(raw: bytes, subject: str) -> None:
    """Encoded words that are split, mislabelled, folded, broken or left out."""
    assert subject == read(b"From: a@b.example\nSubject: " + raw + b"\n\nx").subject
