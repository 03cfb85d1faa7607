"""Errors on their way to the browser: one sentence each, in JSON."""

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from workflows.errors import NotAllowed, Refused

log = structlog.get_logger()

TOO_LARGE = "That is more than 60 MB in one go. Please send fewer or smaller photos."
OURS = "Something went wrong on our side. What you wrote is still here. Please try again."


@web.middleware
async def in_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what was raised into a status and a sentence."""
    try:
        return await handler(request)
    except NotAllowed as refusal:
        return sentence(str(refusal), 403)
    except Refused as refusal:
        return sentence(str(refusal), 422)
    except web.HTTPRequestEntityTooLarge:
        return sentence(TOO_LARGE, 413)
    except web.HTTPException:
        raise
    except Exception as error:
        # Only the kind: messages of libraries may quote what somebody wrote.
        log.error("workspace.failed", path=request.path, error=type(error).__name__)
        return sentence(OURS, 500)


def sentence(text: str, status: int, **more: object) -> web.Response:
    """A refusal as the page expects it."""
    return web.json_response({"sentence": text, **more}, status=status)
