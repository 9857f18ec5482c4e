"""Labelled letters judged as the service would judge them, and what came of it.

A row of a table is a buyer's letter that came alone, when it says it did. Whether it would be
acknowledged is decided by the same policy; what needs a real mail is not judged. Pure.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cases.values import Letter
from classifier.classify import classify
from classifier.judging import Judged
from classifier.scorecard import Answer
from daemon.knowledge import Knowledge
from daemon.learning.labelling import Labelled
from replies.channels import Channels
from replies.policy import judge

#: Whose letters they are taken for, where nobody says: an address that can be answered.
_BUYER: Final = "buyer@letters.example"


def evaluate(labelled: Sequence[Labelled], knowledge: Knowledge) -> list[Answer]:
    """Return each letter with what it is and what is said of it."""
    letters = [_letter(one) for one in labelled]
    received = [one.correction.received for one in labelled]
    triages = classify(letters, knowledge.classifier, received, knowledge.zone_of)
    answers = []
    for one, letter, triage, then in zip(labelled, letters, triages, received, strict=True):
        shop = knowledge.find_shop(letter, None)
        decision = judge(letter, triage, shop, then, then, Channels())
        example = one.correction.example()
        example = replace(example, priority=one.priority or example.priority)
        answers.append(
            Answer(
                judged=Judged(example=example, triage=triage),
                priority=one.priority is not None,
                acknowledge=one.acknowledge,
                acknowledged=decision.send,
            )
        )
    return answers


def _letter(one: Labelled) -> Letter:
    said = one.correction
    buyer = said.buyer or _BUYER
    return Letter(
        sender=buyer,
        buyer=buyer,
        subject=said.subject,
        text=said.text,
        language=said.language,
        date=said.received,
    )
