import pytest

from tests.policy.school import found


@pytest.mark.parametrize(
    "swearing",
    [
        "bloody",
        "crap",
        "WTF",
        "sh*t",
        "f***ing",
        "Bl**dy",
        "b@stard",
        "bollocks",
        "pi$$",
        "s h i t",
        "arrrrse",
        "t1ts up",
        "sh*tshow",
        "full of pricks",
        "arse-nippingly cold",
        "bleddy awful",
    ],
)
def test_7_7_swearing_blocks_also_mild_or_disguised(swearing: str) -> None:
    assert found("7.7", f"The minibus is {swearing} again.") != []


@pytest.mark.parametrize(
    "text",
    [
        "Year 6 are off to Scunthorpe and Penistone.",
        "Our class passed the assessment in the grass.",
        "Teachers assess each other's displays on Friday.",
        "Charles Dickens and Dick Whittington came to assembly.",
        "A pair of blue tits, a cockerel and a peacock live by the shuttlecock hall.",
        "He had a bloody nose and the office was lovely about it.",
        "The Coastwatch team asked us to draw a titanic ship.",
        "Cock-a-leekie soup and spotted dick in the lunch hall.",
    ],
)
def test_7_7_words_that_merely_contain_swearing_are_fine(text: str) -> None:
    assert found("7.7", text) == []
