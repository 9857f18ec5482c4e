"""Reading: any bytes become a Letter that holds what the mail says."""

import base64
import re
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cases.labels import Fulfilment, Kind
from mail.faults import Fault
from mail.markup import render
from mail.reading import Boundary, read

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "faults.md"

HEAD = (
    b"From: Max <max@buyer.example>\nTo: shop@seller.example\nSubject: Question\n"
    b"Date: Mon, 23 Nov 2026 10:00:00 +0100\n"
)


def parts(*bodies: bytes, sort: bytes = b"mixed") -> bytes:
    """Build a multipart of parts that bring their own fields."""
    joined = b"".join(b"--b\n" + body + b"\n" for body in bodies)
    return HEAD + b"Content-Type: multipart/" + sort + b'; boundary="b"\n\n' + joined + b"--b--\n"


def text(body: bytes, charset: str = "utf-8", fields: bytes = b"") -> bytes:
    """Build a letter of one text."""
    told = f"Content-Type: text/plain; charset={charset}\n".encode() if charset else b""
    return HEAD + told + fields + b"\n" + body


FAULTY: dict[Fault, bytes] = {
    Fault.MBOX_LINE: b"From max@buyer.example Mon Nov 23\n" + HEAD + b"\nhello",
    Fault.BAD_HEADER_LINE: b"Subject: x\nno field here\n" + HEAD + b"\nhello",
    Fault.NO_EMPTY_LINE: HEAD + b"hello, there is no empty line",
    Fault.LONG_HEADER: HEAD + b"X: " + b"y" * 300_000 + b"\n\nhello",
    Fault.DOUBLED_FROM: b"From: b@c.example\n" + HEAD + b"\nhello",
    Fault.NO_SENDER: b"From: nobody\nDate: Mon, 23 Nov 2026 10:00:00 +0100\n\nhello",
    Fault.NO_DATE: b"From: max@buyer.example\n\nhello",
    Fault.BAD_DATE: b"From: max@buyer.example\nDate: yesterday\n\nhello",
    Fault.BAD_CONTENT_TYPE: HEAD + b"Content-Type: text\n\nhello",
    Fault.NO_BOUNDARY: HEAD + b"Content-Type: multipart/mixed\n\nhello",
    Fault.WRONG_BOUNDARY: parts(b"\nhello")
    .replace(b'"b"', b'"other"')
    .replace(b"--b\n", b"--b\nContent-Type: text/plain\n"),
    Fault.UNCLOSED_MULTIPART: parts(b"\nhello").replace(b"--b--", b""),
    Fault.TOO_MANY_PARTS: parts(*[b"\nhello"] * 5001),
    Fault.TEXT_OUTSIDE_PARTS: parts(b"Content-Type: image/gif\n\nR0lG").replace(
        b"\n\n--b", b"\n\nhello\n--b", 1
    ),
    Fault.LONG_TEXT: text(b"hello " * 60_000),
    Fault.UNKNOWN_CHARSET: text(b"hello", "klingon"),
    Fault.WRONG_CHARSET: text("hello für".encode("latin-1"), "utf-8"),
    Fault.UNDECLARED_CHARSET: text("hello für".encode("latin-1"), ""),
}


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_is_named_and_the_words_are_read(fault: Fault) -> None:
    """Whatever is wrong is told, and what was written is there."""
    letter = read(FAULTY[fault])

    assert fault in letter.faults
    assert "hello" in letter.text


def test_the_page_explains_every_fault() -> None:
    """docs/reference/faults.md has one row for each."""
    rows = re.findall(r"^\| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert [str(fault) for fault in Fault] == rows


def test_a_clean_mail_has_no_fault() -> None:
    """Faults are for what is wrong."""
    assert () == read(text("Größe".encode())).faults


@pytest.mark.parametrize(
    "raw",
    [
        parts(b"Content-Type: text/plain\n\nhello", b"Content-Type: text/html\n\n<p>hello</p>"),
        parts(
            b"Content-Type: text/plain\n\nhello",
            b"Content-Type: text/html\n\n<p>HELLO, rich</p>",
            sort=b"alternative",
        ),
        parts(
            b"Content-Type: text/plain\n\n \n",
            b"Content-Type: text/html\n\n<p>hello</p>",
            sort=b"alternative",
        ),
        parts(
            b"Content-Type: text/plain\n\nYour program does not show HTML.",
            b"Content-Type: text/html\n\n<p>hello</p>",
            sort=b"alternative",
        ),
        parts(b"Content-Type: text/html\n\n<p>hello</p>", sort=b"related"),
        parts(b"Content-Type: multipart/alternative; boundary=c\n\n--c\n\nhello\n--c--"),
        text(base64.b64encode(b"hello"), fields=b"Content-Transfer-Encoding: BASE64\n"),
        text(b"aGVsbG8", fields=b"Content-Transfer-Encoding: base64\n"),
        text(b"aGVs\n\n bG8=\n==", fields=b"Content-Transfer-Encoding: base64\n"),
        text(b"h=65llo=", fields=b"Content-Transfer-Encoding: quoted-printable\n"),
        text(b"hel= \nlo", fields=b"Content-Transfer-Encoding: quoted-printable\n"),
        text(
            b"begin 644 x\n%:&5L;&\\\n \nend\n", fields=b"Content-Transfer-Encoding: x-uuencode\n"
        ),
        HEAD + b"Content-Type: text/plain charset=utf-8\n\nhello",
        text(b"hello\nbegin 644 a.gif\n%:&5L;&\\\n`\nend\n"),
        text(b"h\x00e\x00llo"),
        text(b"hel\xc2\xadl\xe2\x80\x8bo"),
        HEAD.replace(b"\n", b"\r\n") + b"\r\nhello\r\n",
        HEAD.replace(b"\n", b"\r") + b"\rhello\r",
        b"\n\n\xef\xbb\xbf" + HEAD + b"\nhello",
        (HEAD + b"\nhello").decode().encode("utf-16"),
        HEAD + b"\n--zz\nContent-Type: text/plain\n\nhello\n--zz--\n",
        parts(b"Content-Type: message/rfc822\n\nSubject: inner\n\nhello"),
        HEAD + b"Content-Type: text/plain; format=flowed; delsp=yes\n\nhel \nlo",
        text(
            b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nhello\n-----BEGIN PGP SIGNATURE--"
        ),
        HEAD + b"Content-Type: text/calendar\n\nBEGIN:VEVENT\nSUMMARY:hello\nEND:VEVENT",
    ],
)
def test_what_was_written_is_found(raw: bytes) -> None:
    """One word, in every packing."""
    assert "hello" == read(raw).text.split("\n-----")[0]


def test_an_opaque_signature_does_not_hide_the_words() -> None:
    """S/MIME without a clear part; the entity stands readable inside."""
    inner = b"\x30\x80\x06\x09\x24\x80\x04\x82Content-Type: text/plain\r\n\r\nhello\r\n\x00\x00"
    fields = b"Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n"

    assert "hello" == read(HEAD + fields + base64.encodebytes(inner)).text.split("\n")[0]


def test_the_body_inside_tnef_is_read() -> None:
    """winmail.dat with nothing beside it."""
    attribute = struct.pack("<BII", 1, 0x0002800C, 6) + b"hello\0" + b"\0\0"
    raw = b"\x78\x9f\x3e\x22\x01\x00" + struct.pack("<BII", 1, 5, 2) + b"xx\0\0" + attribute
    fields = b"Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"

    assert "hello" == read(HEAD + fields + base64.encodebytes(raw)).text


def test_three_thousand_nested_multiparts_are_read() -> None:
    """Depth costs no stack."""
    opened = b"".join(
        b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3000)
    )
    raw = HEAD + b"Content-Type: multipart/mixed; boundary=b0\n\n" + opened + b"--b3000\n\nhello\n"

    assert "hello" == read(raw).text


def test_three_thousand_nested_elements_are_read() -> None:
    """Nor does depth of HTML."""
    html = b"<div>" * 3000 + b"hello" + b"</div>" * 3000

    assert "hello" == read(HEAD + b"Content-Type: text/html\n\n" + html).text


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("cp932", "注文した商品がまだ届いていません。"),
        ("euc_jp", "注文した商品がまだ届いていません。"),
        ("iso2022_jp", "注文した商品がまだ届いていません。"),
        ("gb18030", "我还没有收到货，请退款，谢谢。"),
        ("big5", "我還沒有收到貨,請退款,謝謝您"),
        ("cp949", "주문한 상품이 아직 도착하지 않았습니다"),
        ("cp1251", "Где мой заказ? Посылка не пришла."),
        ("koi8-r", "Где мой заказ? Посылка не пришла."),
        ("cp1252", "Größe falsch – für mich “zu groß”"),
        ("cp1252", "J’ai commandé mais rien reçu, été déçu"),
    ],
)
def test_a_charset_is_found_without_and_against_its_name(charset: str, words: str) -> None:
    """Undeclared, declared, and declared as another."""
    data = words.encode(charset)

    assert [words] * 3 == [read(text(data, told)).text for told in ("", charset, "utf-8")]


def test_mojibake_is_mended() -> None:
    """UTF-8 that was once read as windows-1252."""
    twice = "Größe für später".encode().decode("cp1252").encode()

    assert "Größe für später" == read(text(twice)).text


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"=?utf-8?B?R3LDtg==?= =?utf-8?B?w59l?=", "Größe"),
        (b"=?utf-8?B?R3LD?= =?utf-8?B?tsOfZQ==?=", "Größe"),
        (b"=?utf-8?Q?Gr=C3=B6=C3=9Fe?= jetzt", "Größe jetzt"),
        (b"=?ISO-8859-1*de?Q?Gr=F6=DFe?=", "Größe"),
        (b"=?gb2312?B?tqm1pQ==?=", "订单"),
        ("Größe".encode(), "Größe"),
        ("Größe".encode("latin-1"), "Größe"),
        (b"=?utf-8?Q?x=0D=0ABcc:_a@b.example?=", "x Bcc: a@b.example"),
        (b"=?utf-8?Q?a=00b=7Fc?=", "a b c"),
        (b"a\n b\n\tc", "a b c"),
        (b"=?bad?X?zz?= y", "=?bad?X?zz?= y"),
        (b"=?utf-8?B?####?=", ""),
    ],
)
def test_a_subject_is_decoded_on_one_line(raw: bytes, told: str) -> None:
    """RFC 2047, raw bytes, and no line break ever."""
    assert told == read(b"Subject: " + raw + b"\n\nx").subject


@pytest.mark.parametrize(
    ("field", "address", "name"),
    [
        (b"Max <Max@Buyer.Example>", "max@buyer.example", "Max"),
        (b'"Doe, Jane" <j@d.example>', "j@d.example", "Doe, Jane"),
        (b"j@d.example (Jane)", "j@d.example", "Jane"),
        (b"<j@d.example>", "j@d.example", ""),
        (b"Jane j@d.example", "j@d.example", "Jane"),
        (b"=?utf-8?Q?J=C3=A4ne?= <j@d.example>", "j@d.example", "Jäne"),
        (b'"a@b.example" <j@d.example>', "j@d.example", "a@b.example"),
        (b"Jane <@x.example,@y.example:j@d.example>", "j@d.example", "Jane"),
        (b"Jane <j@xn--bcher-kva.example>", "j@bücher.example", "Jane"),
        (b"Jane <mailto:j@d.example>", "j@d.example", "Jane"),
        (b"Jane < j @ d.example >", "j@d.example", "Jane"),
        (b"undisclosed-recipients:;", "", "undisclosed-recipients:;"),
        (b"((((j@d.example", "", "((((j@d.example"),
        (b'"Jane <j@d.example>', "j@d.example", "Jane"),
    ],
)
def test_a_sender_is_read(field: bytes, address: str, name: str) -> None:
    """Names, comments, routes, and what careless programs write."""
    letter = read(b"From: " + field + b"\n\nx")

    assert (address, name) == (letter.sender, letter.sender_name)


@pytest.mark.parametrize(
    "field",
    [
        "Mon, 23 Nov 2026 10:00:00 +0100",
        "Mon, 23 Nov 2026 09:00:00 GMT",
        "23 Nov 26 10:00 CET",
        "Mon, 23 Nov 2026 04:00:00 -0500 (EST)",
        "Mon Nov 23 09:00:00 2026",
        "2026-11-23T10:00:00+01:00",
        "Mon, 23 November 2026 10:00:00 +01:00",
        "Nov 23, 2026 9:00 AM",
    ],
)
def test_a_date_is_read_in_utc(field: str) -> None:
    """RFC 5322, its obsolete forms, and what stands between."""
    raw = f"Date: {field}\nReceived: from a by b; {field}\n\nx".encode()
    told = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    assert (told, told) == (read(raw).date, read(raw).received)


@pytest.mark.parametrize("field", ["", "soon", "99 Nov 2026 10:00:00", "1 Jan 0 0:00", "x" * 9999])
def test_what_is_no_date_is_none(field: str) -> None:
    """Never an error, never a guess."""
    assert None is read(f"Date: {field}\n\nx".encode()).date


def test_every_recipient_field_counts() -> None:
    """A shop is found by any of them."""
    raw = (
        b"To: A <a@x.example>, b@x.example\nCc: c@x.example\nDelivered-To: d@x.example\n"
        b"X-Original-To: e+shop@x.example\nEnvelope-To: a@x.example\n\nx"
    )

    assert (
        "a@x.example",
        "b@x.example",
        "c@x.example",
        "d@x.example",
        "e+shop@x.example",
    ) == read(raw).recipients


@pytest.mark.parametrize(
    ("field", "told"),
    [(b"Return-Path: <>\n", ""), (b"Return-Path: <A@b.example>\n", "a@b.example"), (b"", None)],
)
def test_a_return_path_is_null_told_or_not_told(field: bytes, told: str | None) -> None:
    """The null path is a sign; a missing field is none."""
    assert told == read(field + HEAD + b"\nx").return_path


def test_threading_ids_are_read_without_blanks() -> None:
    """Folding and dirt inside ids do not matter."""
    raw = b"Message-ID: < a@x >\nIn-Reply-To: your mail <b@x>\nReferences: <c@x>\n\t<b@x>\n\nx"
    letter = read(raw)

    assert ("<a@x>", ("<b@x>",), ("<c@x>", "<b@x>")) == (
        letter.message_id,
        letter.in_reply_to,
        letter.references,
    )


def test_a_bounce_refers_to_the_mail_it_returns() -> None:
    """So it is found by the id that we sent."""
    raw = (
        b"From: MAILER-DAEMON@x.example\nContent-Type: multipart/report; boundary=b;"
        b" report-type=delivery-status\n\n--b\n\nno such user\n--b\nContent-Type:"
        b" message/delivery-status\n\nAction: failed\n--b\nContent-Type: message/rfc822\n\n"
        b"Message-ID: <ours@seller.example>\nSubject: Re\n\nx\n--b--\n"
    )
    plain = b"From: MAILER-DAEMON@x.example\n\nno such user\n\nMessage-ID: <ours@seller.example>\n"

    assert [("<ours@seller.example>",)] * 2 == [read(raw).references, read(plain).references]


@pytest.mark.parametrize(
    ("subject", "body", "ids"),
    [
        ("Order 302-1234567-1234567", "not 303-1234567-1234567", None),
        ("Hello", "Order 302-1234567-1234567 please", None),
        ("Hello", "30212345671234567", None),
        ("Hello", "302‑1234567‑1234567", None),
        ("Hello", "３０２-１２３４５６７-１２３４５６７", None),
        ("Hello", "x302-1234567-12345678", ()),
    ],
)
def test_an_order_id_is_found(subject: str, body: str, ids: tuple[str, ...] | None) -> None:
    """Subject before text, in any writing of digits and hyphens."""
    raw = f"From: a1@marketplace.amazon.de\nSubject: {subject}\n\n{body}".encode()
    wanted = ("302-1234567-1234567",) if ids is None else ids

    assert wanted == read(raw).order_ids[:1]


def test_the_history_gives_an_order_only_where_nothing_newer_does() -> None:
    """A history cites other orders."""
    quoted = "\n\n> order 303-1111111-1111111\n"
    one = read(text(b"about 302-1234567-1234567" + quoted.encode()))
    other = read(text(b"about my lamp" + quoted.encode()))

    assert (("302-1234567-1234567",), ("303-1111111-1111111",)) == (one.order_ids, other.order_ids)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("It was fulfilled by Amazon.", Fulfilment.FBA),
        ("Versand durch Amazon", Fulfilment.FBA),
        ("Amazonから発送", Fulfilment.FBA),
        ("shipped by the seller", Fulfilment.MERCHANT),
        ("not fulfilled by Amazon", Fulfilment.UNKNOWN),
        ("I bought it on Amazon", Fulfilment.UNKNOWN),
    ],
)
def test_fulfilment_is_told_not_guessed(body: str, told: Fulfilment) -> None:
    """Unknown unless the mail says so."""
    assert told is read(text(body.encode())).fulfilment


def test_photos_are_counted_and_ornaments_are_not() -> None:
    """An attached picture is a photo, a small one shown in the text is a logo."""
    picture = (
        b"Content-Type: image/jpeg; name=a.jpg\nContent-Disposition: attachment\n\n" + b"x" * 90
    )
    logo = b"Content-Type: image/png; name=logo.png\nContent-ID: <l>\n\n" + b"x" * 90
    raw = parts(b'Content-Type: text/html\n\nhello <img src="cid:l">', picture, picture, logo)

    assert 2 == read(raw).photos


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (b"Authentication-Results: mx.ours; dmarc=fail (p=none)\n", True),
        (b"Authentication-Results: mx.ours 1; dmarc=pass; spf=fail\n", False),
        (b"Authentication-Results: mx.ours; spf=fail; dkim=none\n", True),
        (b"Authentication-Results: mx.ours; spf=softfail; dkim=pass\n", False),
        (b"Authentication-Results: mx.theirs; dmarc=fail\n", False),
        (b"", False),
    ],
)
def test_only_a_trusted_server_makes_a_mail_suspect(field: bytes, *, told: bool) -> None:
    """RFC 8601: the others may have been written by the sender; absent is not fail."""
    raw = field + b"From: a1@marketplace.amazon.de\n\nx"

    assert told is read(raw, Boundary(trusted=frozenset({"mx.ours"}))).suspect


@pytest.mark.parametrize(
    ("results", "told"),
    [
        ("mx.ours; dmarc=pass (p=none) header.from=buyer.example", True),
        ("mx.ours; dmarc=pass", True),
        ("mx.ours; dmarc=pass header.from=evil.example", False),
        ("mx.ours; dmarc=bestguesspass header.from=buyer.example", False),
        ("mx.ours; spf=pass smtp.mailfrom=anna@buyer.example", True),
        ("mx.ours; spf=pass smtp.mailfrom=bounces.buyer.example", True),
        ("mx.ours; spf=pass smtp.mailfrom=evil.example", False),
        ("mx.ours; spf=pass smtp.helo=buyer.example", False),
        ("mx.ours; spf=softfail smtp.mailfrom=buyer.example", False),
        ("mx.ours; dkim=fail header.d=buyer.example; dkim=pass header.d=buyer.example", True),
        ("mx.ours; dkim=pass header.i=@buyer.example header.s=x", True),
        ("mx.ours; dkim=pass header.d=notbuyer.example", False),
        ("mx.ours; dkim=pass header.d=example", False),
        ("mx.ours; dkim=pass header.d=evil.example (header.d=buyer.example)", False),
        ('mx.ours; spf=pass smtp.mailfrom="x;dkim=pass header.d=buyer.example"@evil.test', False),
        ("mx.theirs; dmarc=pass header.from=buyer.example", False),
        ("mx.ours; none", False),
    ],
)
def test_a_sender_is_authentic_where_a_trusted_server_says_so_of_its_domain(
    results: str, *, told: bool
) -> None:
    """A pass for another domain proves nothing (RFC 7489 3.1, relaxed alignment)."""
    raw = f"Authentication-Results: {results}\nFrom: Anna <anna@buyer.example>\n\nx".encode()

    assert told is read(raw, Boundary(trusted=frozenset({"mx.ours"}))).authenticated


def test_nothing_at_all_is_a_letter_too() -> None:
    """The smallest input."""
    assert (Kind.BUYER, "", "") == (read(b"").kind, read(b"").sender, read(b"").text)


def forwarded(*, ours: str, sealer: str, seen: str) -> bytes:
    """Build a relayed letter that a forwarder sealed."""
    return (
        b"From: a1b2c3@marketplace.amazon.de\nTo: shop@seller.example\nSubject: x\n"
        + f"Authentication-Results: mx.ours; dmarc=fail; {ours}\n"
        f"ARC-Seal: i=1; a=rsa-sha256; d={sealer}; s=x; cv=none; b=abc\n"
        f"ARC-Authentication-Results: i=1; mx.forwarder.example; dmarc={seen} (p=reject)\n"
        "\nhello\n".encode()
    )


@pytest.mark.parametrize(
    ("ours", "sealer", "seen", "told"),
    [
        ("arc=pass (i=1)", "forwarder.example", "pass", False),
        ("arc=pass", "mail.forwarder.example", "pass", False),
        ("arc=pass", "forwarder.example", "fail", True),
        ("arc=fail", "forwarder.example", "pass", True),
        ("spf=pass", "forwarder.example", "pass", True),
        ("arc=pass", "evil.example", "pass", True),
        ("arc=pass", "forwarder.example.evil.test", "pass", True),
    ],
)
def test_a_named_forwarders_seal_is_believed(
    ours: str, sealer: str, seen: str, *, told: bool
) -> None:
    """Where our server found it whole, what the forwarder saw counts; a stranger's never does."""
    known = Boundary(trusted=frozenset({"mx.ours"}), forwarders=frozenset({"forwarder.example"}))

    assert told is read(forwarded(ours=ours, sealer=sealer, seen=seen), known).suspect


def test_words_below_too_many_elements_are_kept() -> None:
    """Deeper than anybody nests them the tags are left out, and nothing that stands in them."""
    html = "<div>" * 5000 + "deep" + "</div>" * 5000 + "<p>after</p>"

    assert ["deep", "after"] == render(html).split()
