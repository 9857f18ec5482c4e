"""The hold-out: stable, random and of the size that was asked for."""

import pytest

from cases.holdout import is_held_out

KEY = bytes(32)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.5])
def test_the_share_is_held_out(share: float) -> None:
    """Of many cases about that part."""
    held = sum(is_held_out(KEY, case, share) for case in range(20_000))

    assert abs(held - share * 20_000) <= 300


def test_a_larger_share_holds_out_the_same_cases_and_more() -> None:
    """Who raises the share loses none of what was measured; another key draws others."""
    few, many = (
        {case for case in range(2_000) if is_held_out(KEY, case, share)} for share in (0.05, 0.1)
    )
    others = {case for case in range(2_000) if is_held_out(b"another", case, 0.05)}

    assert few < many
    assert few != others
