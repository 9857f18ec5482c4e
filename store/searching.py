"""Finding cases by the words of their letters.

Every case has one row of terms (cases/terms.py): its letters' words, its orders and its buyer's
name, which only grow, and facts, which are those of now. The index over it is each database's
own: FTS5 on SQLite, kept by triggers, GIN on PostgreSQL. SQLite gives the newest case first and
reads the index only as far as the page goes; PostgreSQL finds all hits and sorts them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import TextClause, column, delete, select, table, text

from cases.filters import Filter
from cases.terms import asked, fact, is_fact, terms
from cases.values import Letter
from store.schema import searches
from store.transaction import Transaction

#: A case keeps no more terms: who writes more is found by the first.
TERMS_LIMIT: Final = 4000

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
    """Return the facts by which a case is found."""
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
            {"case_id": case, "words": _join(known.get(case, "").split(), one)}
            for case, one in sorted(found.items())
        ],
    )


def give_up(tx: Transaction, case: int) -> frozenset[str]:
    """Let a case be found no more; return by what words it was."""
    words = tx.run(
        delete(searches).where(searches.c.case_id == case).returning(searches.c.words)
    ).scalar()
    return frozenset(term for term in (words or "").split() if not is_fact(term))


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
    """Return the condition that all terms are there: on SQLite of ``INDEX``, else of searches."""
    if tx.on_postgresql:
        query = " & ".join(_quote(term, "'", ":*") for term in wanted)
        return _ON_POSTGRESQL.bindparams(asked=query)
    return _ON_SQLITE.bindparams(asked=" ".join(_quote(term, '"', "*") for term in wanted))


def _quote(term: str, mark: str, beginning: str) -> str:
    """Return a term as a database's query names it; no term holds a quotation mark."""
    if term.endswith("*"):
        return f"{mark}{term[:-1]}{mark}{beginning}"
    return f"{mark}{term}{mark}"


def _join(known: Iterable[str], found: Found) -> str:
    words = found.words.union(term for term in known if not is_fact(term))
    kept = sorted(words)[: TERMS_LIMIT - len(found.facts)]
    return " ".join([*sorted(found.facts), *kept])
