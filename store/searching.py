"""Finding cases by the words of their letters.

Every case has one row of terms (cases/terms.py): its letters' words, its orders and its buyer's
name, which only grow, and facts, which are those of now. The index over it is each database's
own: FTS5 on SQLite, kept by triggers, GIN on PostgreSQL. SQLite gives the newest case first and
reads the index only as far as the page goes; PostgreSQL finds all hits and sorts them.

Where there is a key, hashes stand in the place of words: of each, and of the sign that a term of
signs begins with. A fact names the key, and what is typed is looked for under every key there is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import TextClause, column, delete, select, table, text

from cases.filters import Filter
from cases.terms import asked, beginning, fact, is_fact, terms
from cases.values import Letter
from store.cipher import HASHED, Cipher, Key, in_use
from store.schema import letters, searches
from store.transaction import Transaction

#: A case keeps no more terms: who writes more is found by the first.
TERMS_LIMIT: Final = 4000

#: The fact that says by which key a case's words are hashed; it stands before all others.
_KEY: Final = "key"
KEY_FACT: Final = fact(_KEY, "")

#: FTS5's table on SQLite.
INDEX: Final = table("search_index", column("rowid"))

#: On PostgreSQL the very expression that the index is made of.
_ON_POSTGRESQL: Final = text(
    "array_to_tsvector(string_to_array(searches.words, ' ')) @@ CAST(:asked AS tsquery)"
)
_ON_SQLITE: Final = text("search_index MATCH :asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """By what a case is found."""

    #: Beside those it has already.
    words: frozenset[str] = frozenset()
    #: In place of those it has.
    facts: frozenset[str] = field(default_factory=frozenset)


def facts(
    tags: Iterable[str], language: str, marketplace: str | None, shop: str | None
) -> frozenset[str]:
    """Return the facts by which a case is found, as terms of ``cases.terms.fact``.

    Args:
        tags: all that its letters have.
        language: ISO 639-1, or "unknown".
        marketplace: amazon.<tld> is found by "amazon" as well; None for direct mail.
        shop: its id; None where it is unknown.
    """
    found = {fact("tag", tag) for tag in tags} | {fact("lang", language)}
    if marketplace:
        found |= {fact("market", marketplace), fact("market", marketplace.partition(".")[0])}
    if shop:
        found.add(fact("shop", shop))
    return frozenset(found)


def keep(tx: Transaction, found: Mapping[int, Found]) -> None:
    """Let these cases be found by what is said of each."""
    if not found:
        return
    known = tx.pairs(
        select(searches.c.case_id, searches.c.words).where(searches.c.case_id.in_(found))
    )
    statement = tx.insert(searches)
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["case_id"], set_={"words": statement.excluded.words}
        ),
        [
            {"case_id": case, "words": _join(known.get(case, "").split(), one, in_use())}
            for case, one in sorted(found.items())
        ],
    )


def renew(tx: Transaction, case: int) -> None:
    """Let a case be found as before, by words as they are kept now."""
    # First of all the row is taken away from whoever else would change it.
    gone = delete(searches).where(searches.c.case_id == case).returning(searches.c.words)
    known = tx.run(gone).scalar()
    if known is None:
        return
    facts = frozenset(
        term for term in known.split() if is_fact(term) and not term.startswith(KEY_FACT)
    )
    keep(tx, {case: Found(words=said_in(tx, case), facts=facts)})


def give_up(tx: Transaction, *cases: int) -> None:
    """Let cases be found no more."""
    tx.run(delete(searches).where(searches.c.case_id.in_(cases)))


def said_in(tx: Transaction, case: int) -> frozenset[str]:
    """Return by what words a case is to be found, from all of its letters."""
    said = tx.run(
        select(letters.c.verdict).where(letters.c.seller == tx.seller, letters.c.case_id == case)
    ).scalars()
    return frozenset().union(*(words_of(one.letter) for one in said if one is not None))


def words_of(letter: Letter) -> frozenset[str]:
    """Return by what a letter is found: what it says, who says it, of which order."""
    buyer = letter.buyer.partition("@")[0]
    about = " ".join((buyer, *letter.order_ids))
    return frozenset(terms(letter.subject) | terms(letter.text) | terms(about))


def terms_of(wanted: Filter) -> list[str]:
    """Return every term that the index can answer for a filter."""
    found = [term for word in wanted.words for term in asked(word)]
    if len(wanted.tags) == 1:
        found += [fact("tag", tag) for tag in wanted.tags]
    for name, value in (
        ("lang", wanted.language),
        ("market", wanted.marketplace),
        ("shop", wanted.shop),
    ):
        found += [fact(name, value)] if value else []
    return found


def hits(tx: Transaction, wanted: Iterable[str]) -> TextClause:
    """Return the condition that all terms are there: on SQLite of ``INDEX``, else of searches.

    The beginning of a word is found only where words are plain.
    """
    plain = list(wanted)
    ways = [plain, *([_hash(term, key) for term in plain] for key in in_use().keys.values())]
    if tx.on_postgresql:
        found = (" & ".join(_quote(term, "'", ":*") for term in way) for way in ways)
        return _ON_POSTGRESQL.bindparams(asked=" | ".join(f"({way})" for way in found))
    found = (" AND ".join(_quote(term, '"', "*") for term in way) for way in ways)
    return _ON_SQLITE.bindparams(asked=" OR ".join(f"({way})" for way in found))


def _quote(term: str, mark: str, beginning: str) -> str:
    """Return a term as a database's query names it; no term holds a quotation mark."""
    if term.endswith("*"):
        return f"{mark}{term[:-1]}{mark}{beginning}"
    return f"{mark}{term}{mark}"


def _join(known: Collection[str], found: Found, cipher: Cipher) -> str:
    key = _key_of(known, cipher) or cipher.writing
    words: Iterable[str] = found.words.union(term for term in known if not is_fact(term))
    facts = found.facts
    if key is not None:
        words = {one for term in words for one in _hashes(term, key)}
        facts |= {fact(_KEY, key.id)}
    kept = sorted(words)[: TERMS_LIMIT - len(facts)]
    return " ".join([*sorted(facts), *kept])


def _key_of(known: Iterable[str], cipher: Cipher) -> Key | None:
    """Return the key that the words of a row are hashed by; None where they are plain."""
    names = (term.removeprefix(KEY_FACT) for term in known if term.startswith(KEY_FACT))
    return next((cipher.need(name) for name in names), None)


def _hashes(term: str, key: Key) -> Iterator[str]:
    if term.startswith(HASHED):
        yield term
        return
    yield key.hash(term)
    if (sign := beginning(term)) is not None:
        yield key.hash(sign)


def _hash(term: str, key: Key) -> str:
    return term if is_fact(term) else key.hash(term)
