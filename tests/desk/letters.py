"""Some letters as they lie on a desk: several languages, a photo, HTML, quoted history."""

import io
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from functools import partial

from PIL import Image

from cases.labels import Priority
from cases.values import Decision, Letter, Span, Tag, Triage, Verdict
from store.protocol import Ledger, Store
from tests.store.builders import MINUTE, NOW, OURS, arrival, filing


def photo(width: int = 400, height: int = 300) -> bytes:
    """Return a JPEG of noise, which no compression makes small."""
    kept = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(kept, "JPEG")
    return kept.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One letter; what a test does not name has a default."""

    buyer: str = "anna"
    text: str = "Where is my parcel?"
    subject: str = "Order delivery inquiry"
    language: str = "en"
    marketplace: str = "amazon.de"
    order: str = "302-1234567-1234567"
    tags: tuple[str, ...] = ("late-delivery",)
    #: The words that a rule points to, and those of the model.
    rule: str = ""
    model: str = ""
    priority: Priority = Priority.NORMAL
    reasons: tuple[str, ...] = ()
    unsure: bool = False
    quoted: str = ""
    html: str = ""
    photos: tuple[bytes, ...] = ()
    age: timedelta = field(default=10 * MINUTE)

    @property
    def raw(self) -> bytes:
        """The message."""
        mail = EmailMessage()
        mail["Subject"] = self.subject
        mail.set_content(self.text)
        if self.html:
            mail.add_alternative(self.html, subtype="html")
        for number, image in enumerate(self.photos):
            name = f"photo-{number}.jpg"
            mail.add_attachment(image, maintype="image", subtype="jpeg", filename=name)
        return mail.as_bytes()

    @property
    def verdict(self) -> Verdict:
        """What the pipeline says of it."""
        sender = f"{self.buyer}@marketplace.{self.marketplace}"
        spans = tuple(
            Span(by=by, start=at, end=at + len(words), words=words)
            for by, words in (("rule:late", self.rule), ("model", self.model))
            if words and (at := self.text.find(words)) >= 0
        )
        tags = tuple(
            Tag(tag=tag, by=("rule:late",), score=0.91, spans=spans if not number else ())
            for number, tag in enumerate(self.tags)
        )
        return Verdict(
            letter=Letter(
                message_id=f"<{self.buyer}-{self.age}@mail.example>",
                sender=sender,
                buyer=sender,
                recipients=(OURS,),
                subject=self.subject,
                text=self.text,
                quoted=self.quoted,
                language=self.language,
                marketplace=self.marketplace,
                relay=True,
                order_ids=(self.order,),
                photos=len(self.photos),
            ),
            triage=Triage(
                tags=tags,
                unsure=self.unsure,
                priority=self.priority,
                rank_reasons=self.reasons,
            ),
            decision=Decision(send=True, reason="ok", shop="main"),
            received=NOW - self.age,
        )


SAMPLES = (
    Sample(
        buyer="ben",
        order="113-7781204-0043351",
        marketplace="amazon.com",
        text="The plug got so hot that it melted the socket and there was smoke.",
        tags=("safety",),
        rule="there was smoke",
        priority=Priority.URGENT,
        reasons=("safety",),
    ),
    Sample(
        buyer="clara",
        order="302-5567718-4403391",
        language="de",
        text="Das ist jetzt meine dritte Mail! Seit drei Wochen warte ich auf mein Paket.",
        tags=("late-delivery", "review"),
        rule="Seit drei Wochen",
        model="warte ich",
        priority=Priority.HIGH,
        reasons=("angry", "repeated contact"),
        quoted="Am 1. November schrieben Sie: wir kümmern uns darum.",
    ),
    Sample(
        buyer="yuki",
        order="249-6603381-9054427",
        marketplace="amazon.co.jp",
        language="ja",
        text="箱を開けたらランプのガラスが割れていました。",
        tags=("damaged", "refund"),
        rule="割れていました",
        priority=Priority.HIGH,
        reasons=("damaged",),
        photos=(photo(),),
        html="<p>箱を開けたら<b>ランプ</b>のガラスが割れていました。</p><script>alert(1)</script>",
    ),
    Sample(
        buyer="dora",
        order="205-1112223-3334445",
        text="Could you send me an invoice with VAT?",
        tags=("invoice",),
        unsure=True,
    ),
    Sample(
        buyer="emil",
        order="305-4420981-7713306",
        language="de",
        text="Vielen Dank, alles gut angekommen!",
        tags=("thanks",),
        priority=Priority.LOW,
    ),
    Sample(
        buyer="fang",
        order="026-1180427-7730012",
        language="zh",
        text="你好，包裹里少了四颗螺丝，能补寄吗？",
        tags=("missing-item",),
        priority=Priority.HIGH,
        reasons=("missing-item",),
    ),
)


def receive(store: Store, *samples: Sample) -> list[int]:
    """File letters; return the numbers of their cases."""
    return [store.write(partial(_file, sample)) for sample in samples]


def _file(sample: Sample, ledger: Ledger) -> int:
    ledger.accept([arrival(raw=sample.raw)], None, NOW)
    number = ledger.awaiting(10_000)[-1].letter
    (filed,) = ledger.file([filing(number, sample.verdict)], NOW)
    assert filed.case is not None
    return filed.case
