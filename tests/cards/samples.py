"""One sample of every card in every state, for goldens on every platform and for the gallery.

Long because it is data: what is shown side by side is read side by side.
"""

from dataclasses import replace
from typing import Literal

from workflows.cards import (
    AlertCard,
    ApprovalCard,
    Card,
    CommentCard,
    DraftCard,
    EvidenceCard,
    FindingLine,
    HomeCard,
    HomeLine,
    HomeSection,
    LessonCard,
    Notice,
    OutcomeCard,
    PictureLine,
    PolicyCard,
    PublishCard,
    RemovalCard,
    SuggestionCard,
    WeekLine,
    WelcomeCard,
)
from workflows.states import PostState

POST = "3f0f8a52-6a4e-4d0f-8f55-0d4d2b7c1a10"
CLAIM = "9c" * 32
SCHOOL = "Oakfield Primary School"
TEXT = (
    "What a morning at the allotment! Year 4 planted potatoes, found eleven worms and one very surprised frog.\n\n"
    "Thank you to Mrs Sarah Hughes for the biscuits, and to everybody who lent us wellies. 🥔🐸"
)
FORENAME = FindingLine(
    clause="5.2",
    meaning="Staff are called by title and surname, never by their first name.",
    sentence="This gives a member of staff's first name.",
    quote="Mrs Sarah Hughes",
    fix="Change to “Mrs Hughes”",
    number=0,
)
FACE = FindingLine(
    clause="6.2",
    meaning="Every child in a picture has a parent's permission, or is made unrecognisable.",
    sentence="Somebody in picture 2 may not be shown in public. Hide the face or take the picture out.",
    number=1,
)
INVITES = FindingLine(
    clause="5.3",
    meaning="Comments are switched off or hidden on school pages.",
    sentence="This invites comments, but they will be hidden. You could ask families to email the office.",
    quote="Tell us below",
    number=2,
    blocks=False,
)
PLANTING = PictureLine("picture-1", 1, "Three pairs of wellies in a row beside a vegetable bed", "2 pupils", True)
FROG = PictureLine("picture-2", 2, "", "", False)
HIDDEN = PictureLine(
    "picture-2", 2, "A class around a pond, seen from behind", "1 pupil without permission", True, True
)
FILM = PictureLine("video-1", 1, "A frog jumps into a pond", "Nobody recognisable", True, kind="video")
UNSEEN_FILM = PictureLine("video-2", 2, "", "", False, kind="video")
FACEBOOK = "Oakfield Primary on Facebook"

DRAFT = DraftCard(
    post=POST,
    revision=1,
    claim=CLAIM,
    state=PostState.DRAFTING,
    school=SCHOOL,
    accounts=(FACEBOOK, "@oakfieldprimary on X"),
    when="as soon as it is approved",
    text=TEXT,
)
APPROVAL = ApprovalCard(
    post=POST,
    claim=CLAIM,
    state="waiting",
    school=SCHOOL,
    author="Mr Bell",
    accounts=(FACEBOOK, "@oakfieldprimary on X"),
    when="Tuesday 3 November, 15:30",
    text=TEXT.replace("Sarah ", ""),
    pictures=(PLANTING,),
    consents=("Picture 1: both pupils may be shown on social media (register of 1 September).",),
)
SUGGESTION = SuggestionCard(POST, "open", SCHOOL, "Miss Okafor", TEXT, pictures=(FROG,))
PUBLISH = PublishCard(
    task="task-1",
    state="open",
    school=SCHOOL,
    account=FACEBOOK,
    url="https://www.facebook.com/oakfieldprimary",
    text=TEXT.replace("Sarah ", ""),
    pictures=(PLANTING,),
    steps=(
        "Open the account on a school device.",
        "Paste the text and add the picture.",
        "Switch comments off, then publish.",
    ),
)
ALERT = AlertCard(
    alert="alert-1",
    state="raised",
    school=SCHOOL,
    what="A comment describes a child so that others could recognise them.",
    where="Facebook, under the post of 2 November",
    raised="Tuesday 3 November, 16:12, by Miss Okafor",
    level=0,
    done=("The evidence is kept.", "Mr Bell was asked to delete the comment."),
    to_do=("The comment is still on the page.",),
)
REMOVAL = RemovalCard(
    task="task-2",
    kind="delete_comment",
    state="open",
    school=SCHOOL,
    where="Facebook, under the post of 2 November",
    permalink="https://www.facebook.com/oakfieldprimary/posts/1?comment_id=2",
    author="A. Visitor",
)
ACKNOWLEDGED = "Mrs Adeyemi is dealing with it since 16:20."
RESOLVED = replace(
    ALERT,
    state="resolved",
    acknowledged=ACKNOWLEDGED,
    resolved="Closed by Mrs Adeyemi on Tuesday 3 November at 17:02.",
    outcome="the parent was spoken to",
)
EVIDENCE = EvidenceCard(
    comment="comment-1",
    school=SCHOOL,
    text="We all know which little red-haired madam that was!!",
    author="A. Visitor",
    permalink="https://www.facebook.com/oakfieldprimary/posts/1?comment_id=2",
    where="Facebook, under the post of 2 November",
    captured="Tuesday 3 November, 16:12",
    sha256="5d" * 32,
)
LESSON = LessonCard(
    lesson="lesson-1",
    state="waiting",
    school=SCHOOL,
    phrase="the Grant family bakery",
    allowed="Mr Bell, 3 November 2026",
    until="3 November 2027",
)


def _outcome(outcome: str, sentence: str, **more: object) -> OutcomeCard:
    return OutcomeCard(POST, outcome, SCHOOL, sentence, TEXT[:104] + "…", **more)  # type: ignore[arg-type]


def _drafts() -> dict[str, Card]:
    states: dict[str, Card] = {f"draft_{state}": replace(DRAFT, state=state) for state in PostState}
    return states | {
        "draft_with_findings": replace(DRAFT, findings=(FORENAME, FACE, INVITES), pictures=(PLANTING, HIDDEN)),
        "draft_missing": replace(
            DRAFT, pictures=(PLANTING, FROG), missing=("Say who is in picture 2.", "Describe it.")
        ),
        "draft_with_advice": replace(DRAFT, findings=(INVITES,), links=("https://oakfield.example/allotment",)),
        "draft_without_text": replace(DRAFT, text="", accounts=(), when="", pictures=(FROG,)),
        "draft_with_videos": replace(
            DRAFT, pictures=(PLANTING, FILM, UNSEEN_FILM), missing=("Say who is in video 2.", "Describe video 2.")
        ),
        "draft_sent_back": replace(
            DRAFT, status="Sent back by Mrs Adeyemi.", reason="Lovely, but please name the allotment."
        ),
        "draft_of_several_schools": replace(DRAFT, may_move=True),
        "draft_of_a_colleague": replace(DRAFT, is_author=False, state="in_review", suggested_by="Miss Okafor"),
    }


def _approvals() -> dict[str, Card]:
    decided = "Approved by Mrs Adeyemi on Tuesday 3 November at 14:05."
    return {
        "approval_waiting": APPROVAL,
        "approval_for_a_deputy": replace(
            APPROVAL, why_you="You are asked as deputy: Mrs Adeyemi is away.", advice=(INVITES,)
        ),
        "approval_decided": replace(APPROVAL, state="decided", decision=decided),
        "approval_rejected": replace(
            APPROVAL,
            state="decided",
            decision="Rejected by Mrs Adeyemi.",
            reason="Not while the gate is being repaired.",
        ),
        "approval_with_a_video": replace(
            APPROVAL, pictures=(PLANTING, FILM), consents=("Video 1: no pupil can be recognised.",)
        ),
        "approval_changed": replace(APPROVAL, state="changed"),
        "approval_expired": replace(APPROVAL, state="expired"),
    }


def _outcomes() -> dict[str, Card]:
    return {
        "outcome_submitted": _outcome("submitted", "Mrs Adeyemi has your post for approval."),
        "outcome_approved": _outcome("approved", "Mrs Adeyemi approved your post. It goes out at 15:30."),
        "outcome_sent_back": _outcome(
            "sent_back", "Mrs Adeyemi sent it back.", reason="Name the allotment.", can_change=True
        ),
        "outcome_rejected": _outcome("rejected", "Mrs Adeyemi rejected your post.", reason="Not this week."),
        "outcome_withdrawn": _outcome("withdrawn", "The post was withdrawn. Nothing is published."),
        "outcome_published": _outcome(
            "published", "Your post is out.", links=("https://www.facebook.com/1", "https://x.com/2")
        ),
        "outcome_held": _outcome("held", "A parent withdrew consent, so the post was stopped.", can_change=True),
        "outcome_expired": _outcome("expired", "Nobody decided in time.", can_change=True, can_retime=True),
        "outcome_reminder": _outcome("reminder", "A post is still waiting for your decision."),
    }


def _tasks() -> dict[str, Card]:
    hide = replace(REMOVAL, kind="hide_comment")
    return {
        "suggestion_open": SUGGESTION,
        "suggestion_adopted": replace(SUGGESTION, state="adopted", decision="Taken on by Mr Bell."),
        "suggestion_declined": replace(SUGGESTION, state="declined", decision="Declined by Mr Bell."),
        "suggestion_withdrawn": replace(SUGGESTION, state="withdrawn"),
        "publish_open": PUBLISH,
        "publish_reminder": replace(PUBLISH, reminder=True),
        "publish_done": replace(PUBLISH, state="done", done="Published by Mr Bell on Tuesday at 15:41."),
        "publish_cancelled": replace(PUBLISH, state="cancelled"),
        "removal_delete": REMOVAL,
        "removal_reminder": replace(REMOVAL, reminder=True),
        "removal_hide": hide,
        "removal_done": replace(REMOVAL, state="done", done="Deleted by Mr Bell at 16:31."),
        "removal_hidden": replace(hide, state="done"),
        "removal_cancelled": replace(REMOVAL, state="cancelled"),
    }


def _alerts() -> dict[str, Card]:
    return {
        "alert_raised": ALERT,
        "alert_repeated": replace(ALERT, level=2),
        "alert_acknowledged": replace(ALERT, state="acknowledged", acknowledged=ACKNOWLEDGED),
        "alert_resolved": RESOLVED,
        "comment_urgent": CommentCard(
            "comment-1",
            SCHOOL,
            True,
            "This comment points to a child, so leadership has been told.",
            reasons=("It describes a child so that others could recognise them.",),
            steps=("The evidence is kept.", "Mr Bell deletes the comment.", "Mrs Adeyemi decides what follows."),
        ),
        "comment_ordinary": CommentCard(
            "comment-2", SCHOOL, False, "This comment will be hidden, as every comment is."
        ),
        "evidence": EVIDENCE,
        "evidence_deleted": replace(
            EVIDENCE, deleted="Tuesday 3 November, 16:31", has_screenshot=True, author="", permalink=""
        ),
    }


def _lessons() -> dict[str, Card]:
    until = "It is left alone until 6 October 2028."
    ended: dict[Literal["kept", "let_go", "lapsed", "again"], str] = {
        "kept": f"Kept by Mrs Adeyemi, Thursday 7 October, 10:12. {until}",
        "let_go": "Let go by Mr Bell, Thursday 7 October, 10:12. It is checked again.",
        "lapsed": "Nobody answered in time. It lapsed on 3 November 2027 and is checked again.",
        "again": f"Allowed again by Mr Bell, Thursday 4 November, 08:40. {until}",
    }
    decided = {f"lesson_{state}": replace(LESSON, state=state, decision=words) for state, words in ended.items()}
    return {"lesson_waiting": LESSON, **decided}


def _words() -> dict[str, Card]:
    can = ("Write posts and send them for approval.", "Report a comment.")
    return {
        "notice": Notice("Your draft is kept. Nothing was sent."),
        "notice_good": Notice("Thank you. The repeats have stopped.", "good"),
        "notice_warning": Notice("Only the headteacher can approve.", "warning"),
        "notice_with_button": Notice(
            "To approve it, please press the button.", post=POST, claim=CLAIM, verb="post.approve", label="Approve"
        ),
        "welcome_administrator": WelcomeCard("Mr Bell", SCHOOL, ("administrator",), can, True, True),
        "welcome_staff": WelcomeCard("Miss Okafor", SCHOOL, ("staff",), ("Suggest a post.",), False, True),
        "welcome_with_words": WelcomeCard(
            "Mr Bell", SCHOOL, ("administrator",), can, True, True, ("status: what waits for you", "post: write a post")
        ),
        "policy": PolicyCard("2025-11-06", ("5.2: no staff forenames",), ("1.6: roles",), ("7.3: two posts a week",)),
        "welcome_trust": WelcomeCard("Dr Lang", "", ("executive principal",), ("See every school.",), False, False),
    }


def _homes() -> dict[str, Card]:
    nothing, week = HomeSection(), (WeekLine(SCHOOL, 1),)
    line = "What a morning at the allotment! Year 4 planted potatoes …"
    draft = HomeLine("draft", POST, line, "Sent for approval. Changing it takes it back.")
    waiting = (
        HomeLine("approval", POST, line, "Written by Mr Bell"),
        HomeLine("suggestion", POST, line, "Suggested by Miss Okafor"),
        HomeLine("task", "task-1", "Publish by hand on Facebook @oakfield", line),
        HomeLine(
            "lesson", "lesson-1", "Say whether an allowed phrase is still a false alarm", "It lapses on 3 November"
        ),
    )
    alerts = (
        HomeLine("raised", "alert-1", f"A comment describes a child, {SCHOOL}", "Since 16:12, taken on by nobody yet"),
        HomeLine("acknowledged", "alert-2", f"A comment makes a threat, {SCHOOL}", "Taken on by Mrs Adeyemi"),
    )
    upcoming = HomeSection((HomeLine("upcoming", POST, line, "Tuesday 3 November, 15:30"),))
    trust = (WeekLine("Hilltop Academy", 0), WeekLine(SCHOOL, 2))
    return {
        "home_administrator": HomeCard(
            "Mr Bell", HomeSection(waiting[1:]), HomeSection((draft,)), nothing, upcoming, week, "", True, True
        ),
        "home_headteacher": HomeCard(
            "Mrs Adeyemi", HomeSection(waiting, 3), nothing, HomeSection(alerts), upcoming, week, "", True, True
        ),
        "home_away": HomeCard(
            "Mrs Adeyemi", nothing, nothing, nothing, nothing, week, "You are away until Monday.", True, True
        ),
        "home_staff": HomeCard(
            "Miss Okafor",
            nothing,
            HomeSection((HomeLine("suggested", POST, line, "Waiting for an administrator to adopt it."),)),
            nothing,
            nothing,
            week,
            "",
            False,
            True,
        ),
        "home_trust": HomeCard("Dr Lang", nothing, nothing, nothing, nothing, trust, "", False, False),
    }


def _offers() -> dict[str, Card]:
    offers = {
        "deputies": ("deputies.name", "Say who stands in for you.", "Choose deputies"),
        "authorise": ("role.grant", "Authorise a colleague to prepare posts.", "Authorise an administrator"),
        "revoke": ("role.revoke", "End a colleague's authorisation.", "End an authorisation"),
    }
    return {f"offer_{name}": Notice(words, verb=verb, label=label) for name, (verb, words, label) in offers.items()}


def samples() -> dict[str, Card]:
    """Every sample by its name."""
    return _drafts() | _approvals() | _outcomes() | _tasks() | _alerts() | _lessons() | _words() | _homes() | _offers()
