"""What the workspace refuses before anything else: other machines, other names for this one, other pages."""

from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler

MAX_REQUEST = 60 * 1024 * 1024
"""Bytes of one request: a message with a handful of photos from a telephone, or with a video."""

NAMES = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
    " media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'; trusted-types gatepost",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "Gatepost",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@web.middleware
async def protected(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let only this machine's own pages through (a foreign page may know our port, or point its name at us)."""
    if not (_is_loopback(request) and _is_our_name(request) and _is_our_page(request)):
        raise web.HTTPForbidden(text="The local workspace answers only to its own page on this machine.")
    return await handler(request)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Give every answer the strict headers (a signal, so that streams and errors have them too)."""
    for name, value in HEADERS.items():
        response.headers[name] = value


def _is_loopback(request: web.Request) -> bool:
    peer = request.transport.get_extra_info("peername") if request.transport else None
    return peer is not None and ip_address(peer[0]).is_loopback


def _is_our_name(request: web.Request) -> bool:
    return request.headers.get("Host") in {f"{name}:{_port(request)}" for name in NAMES}


def _is_our_page(request: web.Request) -> bool:
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        # A link to the workspace from elsewhere may be followed, nothing more.
        return request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    return request.method == "GET" or request.headers.get("Origin") == f"http://{request.headers.get('Host')}"


def _port(request: web.Request) -> int:
    return int(request.transport.get_extra_info("sockname")[1]) if request.transport else 0
