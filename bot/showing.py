"""A picture or video as an answer, in parts where a browser asks for parts: some play no video otherwise."""

from aiohttp import web


def shown(request: web.Request, content: bytes, content_type: str) -> web.Response:
    """The bytes that were asked for: all (200), a part (206), or none where there are no such bytes (416)."""
    headers = {"Accept-Ranges": "bytes"}
    if "Range" not in request.headers:
        return web.Response(body=content, content_type=content_type, headers=headers)
    start, end = _asked(request, len(content))
    if start >= end:
        return web.Response(status=416, headers={**headers, "Content-Range": f"bytes */{len(content)}"})
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
    return web.Response(status=206, body=content[start:end], content_type=content_type, headers=headers)


def _asked(request: web.Request, length: int) -> tuple[int, int]:
    try:
        start, end, _ = request.http_range.indices(length)
    except ValueError:
        return 0, 0
    return start, end
