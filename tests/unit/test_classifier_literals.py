"""Literals: packed and read again, and known by their heads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.literals import Literals, pack_literals


@pytest.mark.parametrize("literals", [[], ["a"], ["a", "zu spät", "まだ", "b"]])
def test_literals_come_out_as_they_went_in(literals: list[str]) -> None:
    """One behind the other, each is found at its place, and none is there behind the last."""
    packed = pack_literals(literals)

    assert literals == list(packed)
    assert literals[1:3] == packed[1:3]
    assert bool(literals) == bool(packed)
    with pytest.raises(IndexError):
        packed[len(literals)]


@given(st.sets(st.text("abまé", min_size=1, max_size=8), max_size=12).map(sorted))
def test_a_head_is_as_short_as_it_can_be_and_no_other_begins_with_it(literals: list[str]) -> None:
    """Head and tail are the literal; one sign less would be the head of another too."""
    packed = pack_literals(reversed(literals))
    told = list(reversed(literals))
    heads = [head for head, _ in packed.parted()]

    assert told == [head + tail for head, tail in packed.parted()]
    for place, head in enumerate(heads):
        others = [*told[:place], *told[place + 1 :]]
        assert head == told[place] or not any(one.startswith(head) for one in others)
        assert len(head) == 1 or any(one.startswith(head[:-1]) for one in others)


def test_packed_literals_are_packed_again() -> None:
    """What is kept makes the same literals, head by head."""
    packed = pack_literals(["spät", "später", "nie"])
    again = Literals(packed.packed.tobytes(), packed.heads)

    assert ["spät", "späte", "n"] == [head for head, _ in again.parted()]
    assert list(packed) == list(again)
