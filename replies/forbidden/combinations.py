"""Which concepts together break which rule: the logic of the wording rules, once for all languages.

A combination holds where all its concepts are in one sentence, in whatever order, and none that
excuses it: the carrier's name is innocent and so is "dropped", yet not both together, unless it is
the buyer who tells of it. A language that has no words for a concept never meets its combinations.

Rules: mail-facts on the marketplaces' rules of wording; practice S0.3, S0.12, S3.22, S3.24, X1-X3.
"""

from dataclasses import dataclass
from typing import Final

#: The rule of promises, which binds automatic texts and no person.
PROMISED: Final = "remedy-promised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Concepts that break a rule together."""

    rule: str
    #: All of them have to be there; the words of the first are shown.
    needs: tuple[str, ...]
    #: None of them may be.
    unless: tuple[str, ...] = ()


COMBINATIONS: Final = (
    # Away from the marketplace: past it, our number, one printed somewhere, a search for our name.
    Combination(rule="other-contact", needs=("outside", "deal")),
    Combination(rule="other-contact", needs=("our_number",)),
    Combination(rule="other-contact", needs=("number", "printed"), unless=("labelled",)),
    Combination(rule="other-contact", needs=("lookup", "us_online")),
    Combination(rule="payment", needs=("pay", "elsewhere"), unless=("repaid",)),
    Combination(rule="claim", needs=("drop", "claim"), unless=("platform_acts",)),
    Combination(rule="claim", needs=("claim", "needless"), unless=("platform_acts",)),
    Combination(rule="stock", needs=("cancel", "no_stock")),
    # Advertising.
    Combination(rule="promotion", needs=("invite", "our_goods"), unless=("quoted",)),
    Combination(rule="promotion", needs=("suits", "goods"), unless=("quoted", "checking")),
    Combination(rule="promotion", needs=("seen", "launched"), unless=("quoted",)),
    Combination(rule="promotion", needs=("buy_more",)),
    Combination(rule="code", needs=("coupon",), unless=("coupon_packed",)),
    Combination(rule="code", needs=("saving", "next_buy")),
    Combination(rule="code", needs=("checkout", "enter"), unless=("unworded",)),
    # Reviews, under whatever name.
    Combination(rule="review", needs=("stars",), unless=("starry",)),
    Combination(rule="review", needs=("single_star", "harsh")),
    Combination(rule="review", needs=("public", "voice"), unless=("quoted", "described")),
    Combination(rule="review", needs=("undo", "utterance"), unless=("we_undo",)),
    Combination(rule="incentive", needs=("give_you", "treat"), unless=("quoted",)),
    Combination(rule="incentive", needs=("surprise",), unless=("unpleasant",)),
    # Nobody is blamed, nothing is belittled.
    Combination(rule="blame", needs=("mistake",), unless=("ours",)),
    Combination(rule="blame", needs=("carrier", "bungle"), unless=("quoted", "ours", "checking")),
    Combination(rule="blame", needs=("only_you",)),
    Combination(rule="blame", needs=("misdeed",), unless=("ours",)),
    Combination(rule="belittling", needs=("giveaway", "send_back"), unless=("keep",)),
    Combination(rule="belittling", needs=("giveaway", "merely"), unless=("asked_whether",)),
    # A promise has more forms than a table: a remedy is spoken of as a matter or not at all.
    Combination(rule=PROMISED, needs=("promise",)),
    Combination(rule=PROMISED, needs=("remedy",), unless=("framed",)),
)

#: A rule that is not broken where these are found: the buyer's own coupon, the advice not to write
#: a telephone number, the review of a damage, a refund that cannot be promised yet.
EXCUSES: Final = (
    Combination(rule="code", needs=("asked",), unless=("grant",)),
    Combination(rule="other-contact", needs=("advised_against",)),
    Combination(rule="payment", needs=("advised_against",)),
    Combination(rule="review", needs=("assessing",)),
    Combination(rule=PROMISED, needs=("undecided",), unless=("however",)),
)
