"""The gate: a challenger must beat the champion and must not have unlearned anything."""

from dataclasses import replace

from classifier.gate import FEWEST, Measured, Outcome, measure, refuse

GOOD = Measured(
    letters=100, main=0.8, languages={"de": 0.8, "en": 0.8}, safety=1.0, claim=1.0, calibration=0.05
)
BETTER = replace(GOOD, main=0.85)


def refused(
    champion: Measured = GOOD,
    challenger: Measured = BETTER,
    before: Measured = GOOD,
    after: Measured = GOOD,
) -> tuple[str, ...]:
    """Return what the gate says of a challenger that is better unless a test says otherwise."""
    return refuse(champion=champion, challenger=challenger, before=before, after=after)


def outcome(true: str, given: str, score: float = 0.9, language: str = "en") -> Outcome:
    """Return one letter's outcome with one tag on each side."""
    return Outcome(language=language, true=(true,), given=(given,), scores={given: score})


def test_a_better_model_passes() -> None:
    """Better on the newest letters and as good on our own is let through."""
    assert () == refused()


def test_equal_is_not_better() -> None:
    """A model that only does as well stays out."""
    (said,) = refused(challenger=GOOD)

    assert "does not beat" in said


def test_few_letters_prove_nothing() -> None:
    """Below the fewest letters nothing else is even looked at on that side."""
    (said,) = refused(challenger=replace(BETTER, letters=FEWEST - 1))

    assert "correct more letters" in said


def test_safety_and_claim_are_never_given_up() -> None:
    """One missed hazard or claim more is too many; of ours any training moves one of forty."""
    assert 1 == len(refused(challenger=replace(BETTER, safety=0.99)))
    assert 1 == len(refused(challenger=replace(BETTER, claim=0.99)))
    assert () == refused(after=replace(GOOD, safety=39 / 40, claim=39 / 40))
    assert 1 == len(refused(after=replace(GOOD, safety=38 / 40)))
    assert 1 == len(refused(after=replace(GOOD, claim=38 / 40)))


def test_unlearning_shows_as_poison() -> None:
    """What does worse on our own letters is refused: as a whole, and language by language."""
    (whole,) = refused(after=replace(GOOD, main=0.77))
    (german,) = refused(after=replace(GOOD, languages={"de": 0.74, "en": 0.86}))

    assert "look for wrong corrections" in whole
    assert "in de it does worse" in german


def test_probabilities_must_stay_true() -> None:
    """A model that is much surer than it may be is refused; what chance does is no fault."""
    (said,) = refused(challenger=replace(BETTER, calibration=0.18))
    many = refused(challenger=replace(BETTER, letters=10_000, calibration=0.09))

    assert "further from the truth" in said
    assert (said.replace("0.180", "0.090"),) == many
    assert () == refused(challenger=replace(BETTER, calibration=0.16))


def test_measuring() -> None:
    """Main tag, recall of what must not be missed, and the distance of probabilities."""
    found = measure(
        [
            *(outcome("refund", "refund", 0.9) for _ in range(18)),
            outcome("safety", "refund", 0.9),
            outcome("safety", "safety", 0.9),
        ]
    )

    assert (20, 0.95, 0.5, 1.0) == (found.letters, found.main, found.safety, found.claim)
    assert {"en": 0.95} == dict(found.languages)
    assert abs(found.calibration - 0.05) < 1e-9
