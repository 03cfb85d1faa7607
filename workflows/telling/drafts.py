"""What the author of a draft sees, and what administrators see of a suggestion."""

from workflows.cards import DraftCard, FindingLine, Notice, PictureLine, SuggestionCard
from workflows.drafts import Content, Photo, check, missing
from workflows.engine.commands import Tell
from workflows.engine.world import Built, World
from workflows.models import Decision, Post, Pupil, School
from workflows.policy.findings import Finding
from workflows.policy.meanings import meaning
from workflows.posts.moves import content_of
from workflows.posts.moving import could_move
from workflows.states import PostState
from workflows.telling.phrases import account_labels, name_of, when

STATUS = {
    PostState.SUGGESTED: "Waiting for an administrator to adopt it.",
    PostState.IN_REVIEW: "Sent for approval. Changing it takes it back.",
    PostState.APPROVED: "Approved. Changing it means that it has to be approved again.",
    PostState.PUBLISHING: "Approved and being published.",
    PostState.PUBLISHED: "Published.",
    PostState.REJECTED: "Rejected.",
    PostState.WITHDRAWN: "Withdrawn.",
    PostState.EXPIRED: "Nobody decided in time. Change it or send it again.",
}
HELD = {
    "late": "Approved too late for its time. Choose a new one.",
    "check": "Stopped just before publishing: the check found something new.",
}


def finding_lines(findings: tuple[Finding, ...]) -> tuple[FindingLine, ...]:
    """Findings as people see them, numbered for the one-click fix."""
    return tuple(
        FindingLine(
            clause=finding.clause,
            meaning=meaning(finding.clause),
            sentence=finding.sentence,
            quote=finding.quote,
            fix=finding.fix.label if finding.fix else "",
            number=number,
            blocks=finding.blocks,
        )
        for number, finding in enumerate(findings, start=1)
    )


async def picture_lines(
    content: Content, findings: tuple[Finding, ...] = (), *, names: bool = True
) -> tuple[PictureLine, ...]:
    """The pictures and videos of a draft; with the names of the pupils in them only for those who may see them."""
    wanted = {pupil for photo in content.photos for pupil in photo.pupils}
    known = {pupil.id: pupil for pupil in await Pupil.filter(id__in=wanted)} if names and wanted else {}
    blocked = {index for finding in findings if finding.blocks for index in finding.media}
    return tuple(
        PictureLine(
            id=photo.picture,
            number=number,
            alt=photo.alt,
            who=_who([known[one] for one in photo.pupils if one in known], photo),
            declared=photo.declared,
            blocked=index in blocked,
            kind=photo.word,
        )
        for index, (photo, number) in enumerate(content.numbered())
    )


def _who(pupils: list[Pupil], photo: Photo) -> str:
    count = len(photo.pupils)
    if not photo.declared:
        return f"Nobody has said yet who is in this {photo.word}."
    if not count:
        return "No pupil can be recognised."
    if not pupils:
        return f"{count} pupil{'s' if count > 1 else ''}"
    return ", ".join(sorted(pupil_name(pupil) for pupil in pupils))


def pupil_name(pupil: Pupil) -> str:
    """A pupil as the people who work with a draft see them: forename, surname and class."""
    known = pupil.identity
    return f"{known['preferred_name'] or known['forename']} {known['surname']} ({pupil.class_name})"


async def draft(tell: Tell, world: World) -> Built:
    """The draft card."""
    post = await Post.get(id=tell.about)
    revision, content = await content_of(post)
    findings = check(content, post.school_id, await world.readers.current())
    state = PostState(post.state)
    back = await Decision.filter(post_id=post.id, review=post.review, decision__in=("sent_back", "rejected")).first()
    card = DraftCard(
        post=post.id,
        revision=post.revision,
        claim=revision.claim,
        state=state,
        school=(await School.get(slug=post.school_id)).name,
        accounts=await account_labels(content),
        when=when(content, world),
        text=content.text,
        findings=finding_lines(findings),
        pictures=await picture_lines(content, findings),
        missing=missing(content),
        status=HELD.get(post.held_for, "") if state is PostState.HELD else STATUS.get(state, ""),
        reason=(back.reason or "") if back else "",
        suggested_by=await name_of(post.suggested_by_id) if post.suggested_by_id else "",
        is_author=tell.to.get("person") == post.author_id,
        may_move=await could_move(post, post.author_id),
    )
    return Built(card)


async def suggestion(tell: Tell, world: World) -> Built:
    """A colleague's draft, for the administrators."""
    post = await Post.get(id=tell.about)
    _, content = await content_of(post)
    states = {PostState.SUGGESTED: "open", PostState.REJECTED: "declined", PostState.WITHDRAWN: "withdrawn"}
    state = states.get(PostState(post.state), "adopted") if post.review == 0 else "adopted"
    decided = "" if state in ("open", "withdrawn") else f"{state.title()} by {await name_of(await _decider(post))}."
    card = SuggestionCard(
        post=post.id,
        state=state,  # type: ignore[arg-type]
        school=(await School.get(slug=post.school_id)).name,
        suggested_by=await name_of(post.suggested_by_id),
        text=content.text,
        pictures=await picture_lines(content, names=False),
        decision=decided,
    )
    return Built(card)


async def _decider(post: Post) -> int | None:
    declined = await Decision.filter(post_id=post.id, decision="declined").first()
    return declined.by_id if declined else post.author_id


async def suggested(tell: Tell, world: World) -> Built:
    """To whoever suggested a post: it has arrived."""
    post = await Post.get(id=tell.about)
    sentence = (
        "Thank you. Your suggestion has gone to the administrators of your school's accounts."
        " You will hear what becomes of it."
    )
    return Built(Notice(sentence, "good", post=post.id, verb="post.withdraw", label="Take it back"), live=False)


async def suggestion_outcome(tell: Tell, world: World) -> Built:
    """To whoever suggested a post: adopted, or declined with the reason."""
    post = await Post.get(id=tell.about)
    declined = await Decision.filter(post_id=post.id, decision="declined").first()
    if declined:
        reason = f" The reason: {declined.reason}" if declined.reason else ""
        return Built(Notice(f"{await name_of(declined.by_id)} declined your suggestion.{reason}"), live=False)
    sentence = f"{await name_of(post.author_id)} has adopted your suggestion and looks after it now."
    return Built(Notice(sentence, "good"), live=False)
