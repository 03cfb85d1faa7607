import pytest

from workflows.people.files import RejectedLine, TrustFileError, read_register, read_staff, read_trust
from workflows.policy.facts import Consents, School, Trust

TRUST = Trust("Fernhill", schools=(School("elder-bank", "Elder Bank"),))
HEADER = (
    "pupil_id,school,forename,preferred_name,surname,year_group,class_name,"
    "image_internal,name_print,image_public,named_press,date_of_birth"
)
LINE = "P1,elder-bank,Saoirse,,Tolland,Year 4,Kestrel,yes,no,Y,,2017-05-04"


def rejected(*lines: str) -> list[RejectedLine]:
    return read_register("\n".join([HEADER, *lines]), TRUST)[1]


def test_a_register_line_becomes_a_pupil_and_an_empty_consent_counts_as_no() -> None:
    (pupil,), bad = read_register(f"{HEADER}\n{LINE}\n", TRUST)
    assert (pupil.id, pupil.forename, pupil.surname, str(pupil.date_of_birth)) == (
        "P1",
        "Saoirse",
        "Tolland",
        "2017-05-04",
    )
    assert pupil.consents == Consents(image_internal=True, image_public=True)
    assert bad == []


def test_excels_byte_order_mark_semicolons_line_ends_and_extra_columns_are_taken() -> None:
    text = '\ufeffpupil_id;school;forename;surname;house\r\nP1;elder-bank;"Mei; Ling";Tolland;Red\r\n\r\n'
    (pupil,), bad = read_register(text, TRUST)
    assert (pupil.forename, bad) == ("Mei; Ling", [])


def test_a_british_date_is_read() -> None:
    (pupil,), _ = read_register(f"{HEADER}\n{LINE.replace('2017-05-04', '04/05/2017')}", TRUST)
    assert str(pupil.date_of_birth) == "2017-05-04"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (LINE.replace("P1", ""), "The column pupil_id is empty."),
        (LINE.replace("elder-bank", "elsewhere"), "The column school names no school of this trust."),
        (LINE.replace("Saoirse", " "), "The column forename is empty."),
        (LINE.replace("Tolland", "123"), "The column surname holds no letters."),
        (LINE.replace("yes", "perhaps"), "The column image_internal holds neither yes nor no."),
        (
            LINE.replace("2017-05-04", "2017-13-04"),
            "The column date_of_birth holds no date such as 2018-03-31 or 31/03/2018.",
        ),
        (LINE.replace("Saoirse", "Sao\0irse"), "The line holds a character that cannot stand in a text (NUL)."),
        (LINE + ",too,many", "The line has 14 columns, the header has 12."),
        (LINE.replace("Saoirse", '"Saoirse'), "A quotation mark is opened and not closed."),
    ],
)
def test_a_bad_line_is_rejected_with_its_number_and_a_reason_without_names(line: str, reason: str) -> None:
    good = LINE.replace("P1", "P2")
    pupils, bad = read_register("\n".join([HEADER, line, good]), TRUST)
    assert [pupil.id for pupil in pupils] == ["P2"]
    assert bad == [RejectedLine(2, reason)]


def test_an_id_that_stands_there_twice_is_taken_once() -> None:
    assert rejected(LINE, LINE) == [RejectedLine(3, "The id already stands on an earlier line.")]


def test_a_missing_column_or_an_empty_file_is_said_once() -> None:
    assert read_register("pupil_id,forename\nP1,Saoirse", TRUST) == (
        [],
        [RejectedLine(1, "The header has no column school and no column surname.")],
    )
    assert read_register("", TRUST) == ([], [RejectedLine(1, "The file is empty or has no header line.")])


def test_staff_may_have_an_email_column() -> None:
    text = "staff_id,school,title,forename,surname,role,email\n"
    text += "S1,elder-bank,Mr,Gareth,Pell,Teacher,g.pell@elderbank.example\n"
    (member,), bad = read_staff(text, TRUST)
    assert (member.email, bad) == ("g.pell@elderbank.example", [])
    _, bad = read_staff(text.replace("g.pell@", ""), TRUST)
    assert bad == [RejectedLine(2, "The column email holds no email address.")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ('{"schools": []}', "no entry 'name'"),
        ('{"name": "T", "schools": "none"}', "not arranged"),
        ('{"name": "T", "schools": [{"slug": "a", "name": "A"}, {"slug": "a", "name": "B"}]}', "twice"),
    ],
)
def test_a_trust_file_that_cannot_be_used_is_refused_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises(TrustFileError, match=said):
        read_trust(text)
