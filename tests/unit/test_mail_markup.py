"""HTML becomes what a person sees, and its history goes by the marks of the mail programs."""

import json
from pathlib import Path

import pytest

from mail.markup import render
from mail.newtext import split_writing

GMAIL = (
    "<div>It broke.</div><br><div class='gmail_quote'><div class='gmail_attr'>On Sun, 22 Nov 2026 "
    "at 10:00 Shop &lt;<a>s@s.example</a>&gt; wrote:<br></div><blockquote class='gmail_quote' "
    "style='border-left:1px solid'>Dear Max</blockquote></div>"
)
APPLE = (
    "It broke.<br><br><blockquote type='cite'><div>On Nov 22, 2026, at 10:00, Shop "
    "&lt;s@s.example&gt; wrote:</div><br><div>Dear Max</div></blockquote>"
)
THUNDERBIRD = (
    "<p>It broke.</p><div class='moz-cite-prefix'>Am 22.11.26 um 10:00 schrieb Shop:<br></div>"
    "<blockquote type='cite'>Dear Max</blockquote>"
)
OUTLOOK_WEB = (
    "<div>It broke.</div><div id='appendonsend'></div><hr><div id='divRplyFwdMsg'><b>From:</b> "
    "Shop &lt;s@s.example&gt;<br><b>Sent:</b> Sunday<br><b>To:</b> Max<br><b>Subject:</b> Lamp"
    "</div><div>Dear Max</div>"
)
OUTLOOK = (
    "<p class=MsoNormal>It broke.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'>"
    "<p class=MsoNormal><b>Von:</b> Shop &lt;s@s.example&gt; <br><b>Gesendet:</b> Sonntag<br>"
    "<b>An:</b> Max<br><b>Betreff:</b> Lampe</p></div><p>Dear Max</p>"
)
YAHOO = (
    "<div>It broke.</div><div class='yahoo_quoted'><div>On Sunday, Shop wrote:</div>Dear Max</div>"
)
SIGNED = (
    "<div>It broke.</div><div class='gmail_signature'>Max GmbH</div>"
    "<blockquote>Dear Max</blockquote>"
)
PROTON = "<div>It broke.</div><div class='protonmail_quote'>Shop wrote: Dear Max</div>"


@pytest.mark.parametrize(
    "html", [GMAIL, APPLE, THUNDERBIRD, OUTLOOK_WEB, OUTLOOK, YAHOO, SIGNED, PROTON]
)
def test_a_quote_in_html_is_cut(html: str) -> None:
    """By the marks of the mail programs."""
    assert "It broke." == split_writing(render(html)).new


def test_an_indented_paragraph_in_html_is_no_quote() -> None:
    """A blockquote without a border is how people indent."""
    html = "<p>My list:</p><blockquote style='margin:0 0 0 40px;border:none'>one lamp</blockquote>"

    assert "My list:\n\none lamp" == split_writing(render(html)).new


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b", "a\nb"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<table><tr><td>Order</td><td>1</td></tr><tr><td>x</td></tr></table>", "Order 1\nx"),
        ("la<b>te</b>", "late"),
        ("<pre>a\n  b</pre>", "a\n b"),
        ("a&nbsp;b &amp; c", "a b & c"),
        ("<div style='display:none'>preheader</div>a", "a"),
        ("<span style='font-size:0px'>x</span>a", "a"),
        ("<div style='font-size:0'><p>a</p></div>", "a"),
        ("<style>x</style><script>y</script><title>z</title>a<!-- c -->", "a"),
        ("a<img alt='logo' src=x>", "a"),
        ("a<img alt='😀' src=x>", "a😀"),
        ("x\u200dy 🤦\u200d♀️", "xy 🤦\u200d♀️"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
    ],
)
def test_html_becomes_what_a_person_sees(html: str, text: str) -> None:
    """Lines, lists, rows; nothing hidden."""
    assert text == render(html)


#: The HTML of answers that say "It broke.", by program.
PAGES = json.loads(
    (Path(__file__).parents[1] / "letters" / "quotes-html.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_html_of_twenty_programs_is_cut(page: str) -> None:
    """History, header and the program's own line; a name or address as a sign-off may stay."""
    first, second, *sign_off = split_writing(render(page)).new.split()

    assert ("It", "broke.") == (first, second)
    assert sign_off in ([], ["Max"], ["m@m.example"])


def test_a_bare_quote_behind_a_colon_is_the_writers() -> None:
    """What a card shall say; below an attribution the same element is history."""
    own = render("<p>Please print:</p><blockquote>For Ben</blockquote><p>in blue.</p>")
    history = render("<p>Yes.</p><p>Shop wrote:</p><blockquote>For Ben</blockquote>")

    assert "For Ben" in split_writing(own).new
    assert "Yes." == split_writing(history).new
