"""The keys that encrypt personal data at rest: the first one encrypts, every one of them decrypts."""

import hashlib
import hmac
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workflows.errors import WrongKey


class Keyring:
    """Fernet keys, newest first, as `gatepost keys new` prints them; rotation puts a new one in front."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise WrongKey("No encryption key is configured.")
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError as error:
            raise WrongKey("An encryption key is not 32 bytes in URL-safe base64.") from error
        self._newest = Fernet(keys[0])
        self._index_keys = [_index_key(key) for key in keys]

    def seal(self, plain: bytes) -> bytes:
        """Encrypt under the newest key; the result is ASCII."""
        return self._fernet.encrypt(plain)

    def unseal(self, sealed: bytes) -> bytes:
        """Decrypt; raises WrongKey where no key of the ring fits."""
        try:
            return self._fernet.decrypt(sealed)
        except InvalidToken:
            raise WrongKey("The data was encrypted under a key that is not configured.") from None

    def renewed(self, sealed: bytes) -> bytes | None:
        """The same sealed under the newest key; None where it is already. Raises WrongKey as `unseal` does."""
        try:
            self._newest.decrypt(sealed)
        except InvalidToken:
            return self.seal(self.unseal(sealed))
        return None

    def index(self, value: str) -> str:
        """A keyed hash under the newest key, by which an encrypted value can be looked up."""
        return self.indexes(value)[0]

    def indexes(self, value: str) -> list[str]:
        """The same under every key, for look-ups while a rotation is under way."""
        folded = value.strip().casefold().encode()
        return [hmac.new(key, folded, hashlib.sha256).hexdigest() for key in self._index_keys]


def new_key() -> str:
    """A fresh key for a Keyring."""
    return Fernet.generate_key().decode()


def _index_key(key: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"gatepost look-up index").derive(key.encode())


_current: Keyring | None = None


def use_keyring(keyring: Keyring) -> None:
    """Make `keyring` the one that sealed fields use from now on (one a process)."""
    global _current
    _current = keyring


def keyring() -> Keyring:
    """The keyring in use; raises WrongKey before one was set."""
    if _current is None:
        raise WrongKey("No encryption key is loaded.")
    return _current
