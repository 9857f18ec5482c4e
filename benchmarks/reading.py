"""Letters read a second on one core: bytes to Letter, with HTML, history, kind and language.

Beside two measures of the same run on the same letters, because machines drift: the bytes alone
(every line found, nothing understood) and the standard library's parser with its own policy, which
is asked for four fields and the body. Usage: make bench-reading; PROFILE=20 prints what costs most.
"""

import cProfile
import email
import email.policy
import os
import pstats
import random
import statistics
import time
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from typing import Final

from mail.reading import read

_LETTERS: Final = int(os.environ.get("LETTERS", "1200"))
_PROFILE: Final = int(os.environ.get("PROFILE", "0"))
_ROUNDS: Final = 5
#: As a letter in measures.md: 6.1 KB.
_SIZE: Final = 6100

#: Sentences that are strung together to letters.
_SENTENCES: Final = {
    "en": ("I ordered the lamp two weeks ago and it has not arrived yet.",
           "The box was torn open and one of the screws is missing.",
           "Could you tell me where my parcel is?", "I would like my money back, please."),
    "de": ("Ich habe die Lampe vor zwei Wochen bestellt und sie ist noch nicht da.",
           "Der Karton war aufgerissen und eine Schraube fehlt.",
           "Können Sie mir sagen, wo mein Paket ist?", "Ich möchte bitte mein Geld zurück."),
    "fr": ("J'ai commandé la lampe il y a deux semaines et elle n'est pas arrivée.",
           "Le carton était déchiré et il manque une vis.",
           "Pouvez-vous me dire où est mon colis ?", "Je voudrais être remboursé."),
    "es": ("Pedí la lámpara hace dos semanas y todavía no ha llegado.",
           "La caja estaba rota y falta un tornillo.",
           "¿Pueden decirme dónde está mi paquete?", "Quiero que me devuelvan el dinero."),
    "it": ("Ho ordinato la lampada due settimane fa e non è ancora arrivata.",
           "La scatola era aperta e manca una vite.",
           "Potete dirmi dov'è il mio pacco?", "Vorrei un rimborso, per favore."),
    "ja": ("二週間前にランプを注文しましたが、まだ届いていません。",
           "箱が破れていて、ネジが一本足りません。",
           "荷物が今どこにあるか教えてください。", "返金をお願いいたします。"),
}  # fmt: skip
_WROTE: Final = {
    "en": "On Fri, Nov 20, 2026 at 10:12 AM Shop <shop@seller.example> wrote:",
    "de": "Am Fr., 20. Nov. 2026 um 10:12 Uhr schrieb Shop <shop@seller.example>:",
    "fr": "Le ven. 20 nov. 2026 à 10:12, Shop <shop@seller.example> a écrit :",
    "es": "El vie, 20 nov 2026 a las 10:12, Shop (<shop@seller.example>) escribió:",
    "it": "Il giorno ven 20 nov 2026 alle ore 10:12 Shop <shop@seller.example> ha scritto:",
    "ja": "2026年11月20日(金) 10:12 Shop <shop@seller.example>:",
}


def build_letters(number: int, seed: int = 2026) -> list[bytes]:
    """Return letters of about 6 KB: plain, HTML and both, direct and through a relay."""
    dice = random.Random(seed)  # noqa: S311 - it varies letters, nothing secret
    return [_build(dice, one) for one in range(number)]


def _build(dice: random.Random, number: int) -> bytes:
    language = dice.choice(list(_SENTENCES))
    message = EmailMessage()
    relay = number % 2 == 0
    message["From"] = (
        f"Max <a{number:013}@marketplace.amazon.de>" if relay else "Max <max@buyer.example>"
    )
    message["To"] = "shop@seller.example"
    message["Subject"] = f"{_SENTENCES[language][0][:30]} (302-{number:07}-1234567)"
    message["Date"] = "Mon, 23 Nov 2026 10:00:00 +0100"
    message["Message-ID"] = f"<{number}@buyer.example>"
    for hop in range(4):
        message["Received"] = (
            f"from mx{hop}.example (mx{hop}.example [192.0.2.{hop}]) by mx.seller.example with"
            f" ESMTPS id {number}{hop}; Mon, 23 Nov 2026 10:00:0{hop} +0100"
        )
    new = " ".join(dice.choice(_SENTENCES[language]) for _ in range(dice.randint(3, 9)))
    if relay:
        dashes = "-" * 13
        new = f"{dashes} Message: {dashes}\n\n{new}\n\n{dashes} End message {dashes}"
    history = [dice.choice(_SENTENCES[language]) for _ in range(12)]
    plain = f"{new}\n\n{_WROTE[language]}\n\n" + "\n".join(f"> {line}" for line in history)
    rows = "".join(f"<p style='margin:0'>{line}</p>" for line in history)
    html = (
        f"<html><body><div dir='ltr'>{new}</div><br><div class='gmail_quote'><div class="
        f"'gmail_attr'>{_WROTE[language]}</div><blockquote>{rows}</blockquote></div></body></html>"
    )
    form = number % 4
    if form == 0:
        message.set_content(plain, cte="base64" if language == "ja" else "quoted-printable")
    elif form == 1:
        message.set_content(html, subtype="html")
    else:
        message.set_content(plain)
        message.add_alternative(html, subtype="html")
    message["X-Filler"] = "x" * max(_SIZE - len(message.as_bytes()) - 30, 1)
    return message.as_bytes()


def _bytes_alone(raw: bytes) -> object:
    return raw.partition(b"\n\n")[0].split(b"\n"), raw.count(b"\n")


def _standard_library(raw: bytes) -> object:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    fields = [str(message[name]) for name in ("From", "To", "Subject", "Date")]
    return fields, body.get_content() if body is not None else ""


def _rate(work: Callable[[bytes], object], letters: Sequence[bytes]) -> float:
    """Return letters a second of processor time."""
    began = time.process_time()
    for raw in letters:
        work(raw)
    return len(letters) / (time.process_time() - began)


def main() -> None:
    """Print the rates and the ratios."""
    letters = build_letters(_LETTERS)
    for raw in letters[:50]:
        read(raw)
    if _PROFILE:
        with cProfile.Profile() as profile:
            for raw in letters:
                read(raw)
        pstats.Stats(profile).sort_stats("tottime").print_stats(_PROFILE)
        return
    few = letters[: max(_LETTERS // 6, 1)]
    rounds = [
        (_rate(read, letters), _rate(_bytes_alone, letters), _rate(_standard_library, few))
        for _ in range(_ROUNDS)
    ]
    ours, raw, standard = (statistics.median(column) for column in zip(*rounds, strict=True))
    size = statistics.mean(map(len, letters)) / 1000
    print(f"letters                        {_LETTERS} of {size:.1f} KB, {_ROUNDS} rounds, medians")
    print(f"bytes alone                    {raw:10.0f} letters/s")
    print(f"email, policy.default          {standard:10.0f} letters/s")
    print(f"triaged, bytes to Letter       {ours:10.0f} letters/s, {1000 / ours:.2f} ms each")
    print(f"of bytes alone                 {ours / raw:10.5f}")
    print(f"of email, policy.default       {ours / standard:10.1f}")


if __name__ == "__main__":
    main()
