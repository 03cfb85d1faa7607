"""What the headteacher decides on, and what the author hears of it."""

from workflows.cards import ApprovalCard, OutcomeCard
from workflows.drafts import Content, check
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.models import Decision, Post, Publication, School
from workflows.posts.moves import content_of
from workflows.posts.reviewing import review_claim
from workflows.states import PostState
from workflows.telling.drafts import finding_lines, picture_lines
from workflows.telling.phrases import account_labels, excerpt, name_of, when

WHY = {
    "deputy": "You are asked as deputy, because the headteacher has not answered, is away, or wrote this draft.",
    "reminder": "This is a reminder: the draft is still waiting for a decision.",
}
DECIDED = {"approved": "Approved", "sent_back": "Sent back", "rejected": "Rejected", "expired": "Expired"}


async def approval(tell: Tell, world: World) -> Built:
    """The approval card of one review; decided or overtaken, it is locked and says so."""
    post = await Post.get(id=tell.about)
    review, number, why = tell.detail.split("/")
    revision, content = await content_of(post, int(number))
    made = await Decision.get_or_none(post_id=post.id, review=int(review))
    waiting = made is None and post.review == int(review) and post.state == PostState.IN_REVIEW
    findings = check(content, post.school_id, await world.readers.current())
    card = ApprovalCard(
        post=post.id,
        claim=review_claim(revision.claim, int(review)),
        state=_state(made, waiting),  # type: ignore[arg-type]
        school=(await School.get(slug=post.school_id)).name,
        author=await name_of(post.author_id),
        accounts=await account_labels(content),
        when=when(content, world),
        text=content.text,
        pictures=await picture_lines(content, findings),
        consents=consents(content),
        advice=finding_lines(tuple(finding for finding in findings if not finding.blocks)),
        why_you=WHY.get(why, ""),
        decision=await _decision(made, post, waiting, world),
        reason=(made.reason or "") if made else "",
    )
    return Built(card, moot=why == "reminder" and not waiting)


def _state(made: Decision | None, waiting: bool) -> str:
    if made:
        return "expired" if made.decision == "expired" else "decided"
    return "waiting" if waiting else "changed"


async def _decision(made: Decision | None, post: Post, waiting: bool, world: World) -> str:
    if made and made.by_id:
        as_deputy = " as deputy" if made.as_deputy else ""
        return f"{DECIDED[made.decision]} by {await name_of(made.by_id)}{as_deputy}, {world.calendar.say(made.at)}."
    if made:
        return f"Nobody decided in time. Expired {world.calendar.say(made.at)}."
    if waiting:
        return ""
    if post.state == PostState.WITHDRAWN:
        return "The author withdrew this draft, so there is nothing to decide."
    return "The author changed this draft, so there is nothing to decide here. A new card follows when it is sent."


def consents(content: Content) -> tuple[str, ...]:
    """The consents that a decision relies on, one line each, counted rather than named."""
    lines = []
    for photo, number in content.numbered():
        if photo.pupils:
            count = len(photo.pupils)
            have = "1 pupil has" if count == 1 else f"{count} pupils have"
            lines.append(f"{photo.word.title()} {number}: {have} the parents' consent for pictures on social media.")
        else:
            lines.append(f"{photo.word.title()} {number}: no pupil can be recognised.")
    for consent in content.consents:
        scope = "named beside the picture" if consent.scope == "name_with_image" else "named or described"
        lines.append(f"A parent's specific consent that their child is {scope}, kept in: {consent.source}.")
    return tuple(lines)


async def outcome(tell: Tell, world: World) -> Built:
    """To the author: what became of the draft."""
    post = await Post.get(id=tell.about)
    _, content = await content_of(post)
    made = await Decision.filter(post_id=post.id).order_by("-review").first()
    who = await name_of(made.by_id) if made and made.by_id else "the headteacher"
    what = tell.detail
    card = OutcomeCard(
        post=post.id,
        outcome=_KIND.get(what, what),  # type: ignore[arg-type]
        school=(await School.get(slug=post.school_id)).name,
        sentence=_sentence(what, who, when(content, world)),
        excerpt=excerpt(content.text) or "A draft without text",
        reason=(made.reason or "") if made and what in ("sent_back", "rejected") else "",
        links=await _links(post) if what == "published" else (),
        can_change=what in ("sent_back", "held_check", "expired") and tell.to.get("person") == post.author_id,
        can_retime=what == "held_late" and tell.to.get("person") == post.author_id,
    )
    return Built(card, live=False)


_KIND = {"held_late": "held", "held_check": "held", "next_asked": "reminder"}


def _sentence(what: str, who: str, planned: str) -> str:
    return {
        "approved": f"{who} approved your draft. It goes out {planned}.".replace(
            "goes out as soon", "goes out now, as soon"
        ),
        "sent_back": f"{who} sent your draft back and asks you to change it.",
        "rejected": f"{who} rejected your draft.",
        "withdrawn": "The draft was withdrawn. Nothing goes out.",
        "published": "Your draft has been published.",
        "held_late": "Your draft was approved after its planned time, so nothing went out. Choose a new time.",
        "held_check": "Nothing went out: the last check before publishing found something. The draft card says what.",
        "expired": "Nobody decided on your draft in time. Nothing goes out. You can change it and send it again.",
        "reminder": "Your draft is still waiting for a decision. The headteacher has been reminded.",
        "next_asked": "Your draft is still waiting for a decision. The next person in line has been asked.",
    }[what]


async def _links(post: Post) -> tuple[str, ...]:
    return tuple(place.permalink for place in await Publication.filter(post_id=post.id) if place.permalink)
