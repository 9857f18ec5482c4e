"""Letters that want to do harm are shown as words, and do none."""

import io
import re
import struct
import time
import zlib

import pytest
from PIL import Image
from playwright.sync_api import Browser, Dialog, Request

from desk import photos, sanitising
from desk.photos import Photo, find_photos
from tests.desk.browsing import login
from tests.desk.hostile import HTML, T
from tests.desk.letters import Sample, photo, receive
from tests.desk.office import Office, Visitor, run

#: What acts or loads, wherever it stands in HTML.
ACTING = re.compile(
    r"<(?:script|style|svg|math|iframe|object|embed|link|meta|base|form|input|img|video|audio)\b"
    r"|<[^>]*\s(?:on\w+|style|src|srcset|href|action|background|id|class|name|hx-\w+)\s*=",
    re.IGNORECASE,
)


def test_there_are_forty() -> None:
    """The proof is as large as it says."""
    assert 40 == len(HTML)


@pytest.mark.parametrize("name", HTML)
def test_nothing_that_acts_stays(name: str) -> None:
    """No script, no style, no address, no form; and a flood costs no time."""
    began = time.perf_counter()
    shown = sanitising.sanitise(HTML[name])

    assert ACTING.search(shown or "") is None
    assert time.perf_counter() - began < 2


def test_ordinary_letters_keep_their_layout() -> None:
    """Words, lists, tables and emphasis stay as they are."""
    table = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    html = f"<p>Hello <b>you</b></p><ul><li>one</li></ul>{table}"

    assert html == sanitising.sanitise(html)


def test_a_browser_does_nothing_for_them(browser: Browser, address: str, office: Office) -> None:
    """Opened one by one, no letter asks another host, opens a dialog or runs a script."""
    office.add("li")
    receive(
        office.store,
        *(
            Sample(
                text=f"{html[:500]} words",
                subject=f"{html[:100]} subject",
                quoted=html[:500],
                html=html,
            )
            for html in HTML.values()
        ),
    )
    asked: list[str] = []
    dialogs: list[str] = []

    def see(request: Request) -> None:
        if not request.url.startswith(address):
            asked.append(request.url)

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    context = browser.new_context(locale="en-US")
    page = login(context.new_page(), address)
    context.on("request", see)
    page.on("dialog", refuse)
    letters = len(HTML)
    for number in range(1, letters + 1):
        answer = page.goto(f"{address}/letter/{number}/html")
        assert answer is not None
        assert "sandbox" in answer.headers["content-security-policy"]
    page.goto(f"{address}/case/1")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.wait_for_timeout(300)
    words = page.inner_text("main")
    page.goto(f"{address}/")
    context.close()

    assert ([], []) == (asked, dialogs)
    assert "<script>alert(1)</script> words" in words


def test_words_of_buyers_are_never_markup(office: Office, agent: Visitor) -> None:
    """Neither in the queue nor in the case: in text, subject, order and history."""
    evil = '"><script>alert(1)</script>{{ 7 * 7 }}'
    (case,) = receive(
        office.store,
        Sample(buyer="eve", text=evil, subject=evil, quoted=evil, order=f"1{evil}"),
    )
    pages = agent.get("/").text + agent.get(f"/case/{case}").text

    assert "<script>alert" not in pages
    assert "49" not in re.findall(r"\b49\b", pages)
    assert "&lt;script&gt;" in pages


def test_direction_marks_turn_nothing_around(office: Office, agent: Visitor) -> None:
    """An override in an excerpt or an order id would show "gpj.exe" as "exe.jpg"."""
    receive(office.store, Sample(buyer="eve", text="photo\u202egpj.exe", order="1\u202e2"))

    assert "\u202e" not in agent.get("/").text


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of so many pixels in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    packed = zlib.compressobj(9)
    row = b"\0" * ((width + 7) // 8 + 1)
    data = b"".join(packed.compress(row) for _ in range(min(height, 30_000))) + packed.flush()
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "raw",
    [
        bomb(30_000, 30_000),
        b"GIF89a" + b"\xff" * 3000,
        b"\xff\xd8\xff\xe0" + b"x" * 3000,
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * 3000,
        b"%!PS-Adobe-3.0 EPSF-3.0\n" + b" " * 3000,
    ],
    ids=["pixel bomb", "broken GIF", "broken JPEG", "SVG", "PostScript"],
)
def test_what_is_no_photo_shows_none(raw: bytes) -> None:
    """A bomb, a broken file or a program is refused by the process that decodes."""
    assert run(photos.shrink(Photo(name="x.png", raw=raw), photos.SMALL)) is None


def test_a_photo_is_drawn_anew() -> None:
    """Small, as a JPEG, without what the camera wrote into it."""
    kept = io.BytesIO()
    with Image.open(io.BytesIO(photo(1000, 800))) as image:
        exif = image.getexif()
        exif[271] = "SecretCam"
        image.save(kept, "JPEG", exif=exif)
    small = run(photos.shrink(Photo(name="x.jpg", raw=kept.getvalue()), photos.SMALL))
    assert small is not None
    with Image.open(io.BytesIO(small)) as image:
        shape, left = image.size, image.getexif()

    assert ((320, 256), 0) == (shape, len(left))
    assert b"SecretCam" not in small


def test_photos_are_found_and_logos_are_not() -> None:
    """What is too small to show anything is left out."""
    sample = Sample(photos=(photo(), b"GIF89a tiny"))

    assert ["photo-0.jpg"] == [one.name for one in find_photos(sample.raw)]


def test_a_photo_reaches_the_page(office: Office, agent: Visitor) -> None:
    """As a JPEG of ours; one that is not there is not found."""
    found = agent.get("/letter/3/photo/0")

    assert (200, ["image/jpeg"]) == (found.status, found.headers["content-type"])
    assert 404 == agent.get("/letter/3/photo/7").status
    assert 404 == agent.get("/letter/99/html").status
    assert T not in found.body.decode("latin-1")
    assert office.event_names()
