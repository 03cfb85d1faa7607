from tests.policy.school import found


def test_5_8_a_slur_blocks_even_when_disguised() -> None:
    assert found("5.8", "What a bunch of r3tards at the away match.") == ["r3tards"]


def test_5_8_ordinary_words_are_fine() -> None:
    assert found("5.8", "The recipe calls for a savage amount of spice, and a frog has moved into the pond.") == []
    assert found("5.8", "Faggots and peas for lunch, then a walk along the dyke until a chink of light is left.") == []
