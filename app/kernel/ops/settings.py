"""Settings, read once from `LINLI_…`. No secret has a default; production refuses the unsafe."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterator, Mapping
from enum import StrEnum
from hashlib import blake2b
from ipaddress import IPv4Network, IPv6Network
from typing import Literal, NamedTuple, Self
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.kernel.crypto.keys import Keys

LEAST_KEY = 32
"""Bytes."""


class Environment(StrEnum):
    PRODUCTION = "production"
    DEMO = "demo"


class UnsafeSettings(ValueError):
    """Says which variable, and what to do."""


class Secret(NamedTuple):
    """A secret with its variable, and its key in the variable's mapping."""

    variable: str
    text: SecretStr
    key: str | int | None = None

    @property
    def name(self) -> str:
        return self.variable if self.key is None else f"{self.variable}[{self.key}]"


def decoded(name: str, secret: SecretStr) -> bytes:
    """The bytes of a secret in base64. A PEM, SSH or JSON text is not one, nor a short one."""
    text = secret.get_secret_value().strip()
    try:
        key = b64decode(text, validate=True)
    except (NotBase64, ValueError):
        key = b""
    if len(key) < LEAST_KEY or len(set(key)) < LEAST_KEY // 4:
        raise UnsafeSettings(
            f"{name} must be the base64 of at least {LEAST_KEY} random bytes: "
            "`linli generate-secrets` makes them"
        )
    return key


LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
DEMO_SECRETS = ("token", "secret", "sealing", "index")


def demo_secret(name: str) -> SecretStr:
    """Secret of the demo and of tests: made from its name, so known to everybody."""
    secret = blake2b(f"linli demo {name}".encode(), digest_size=32).digest()
    return SecretStr(b64encode(secret).decode())


class KernelSettings(BaseSettings):
    """Settings of the kernel. Those of an integration are a subclass; `app/settings.py` joins
    them."""

    model_config = SettingsConfigDict(
        env_prefix="LINLI_", extra="ignore", hide_input_in_errors=True
    )

    environment: Environment = Environment.PRODUCTION
    database_url: SecretStr | None = None
    """postgresql+asyncpg://…, as the role `linli_app`. Without it: the embedded server (demo)."""
    owner_database_url: SecretStr | None = None
    """Address for the owner of the tables, used by `linli migrate`; else `database_url`."""
    database_pool: int = Field(16, ge=2, le=100)

    token_keys: Mapping[str, SecretStr] = Field(default_factory=dict)
    """Key id → base64; tokens are signed with `token_key_id`, verified with any of them."""
    token_key_id: str = ""
    secret_key: SecretStr = SecretStr("")
    """Base64; refresh tokens, cursors and look-ups are bound to it."""
    sealing_keys: Mapping[int, SecretStr] = Field(default_factory=dict)
    """Number from 1 to 255 → base64 of 32 bytes; new values are sealed with the highest."""
    sealing_key_id: int | None = None
    """Number of the key that seals, while a higher one is not known to all processes yet."""
    index_key: SecretStr = SecretStr("")
    """Base64 of 32 bytes, for look-ups of sealed text: number 1 of `index_keys`."""
    index_keys: Mapping[int, SecretStr] = Field(default_factory=dict)
    """Number → base64 of 32 bytes. Two, of which one is odd, while the key is replaced."""

    time_zone: str = "Asia/Shanghai"
    hosts: tuple[str, ...] = ()
    """Names under which callers reach the service, without ports; probes may use any."""
    public_url: str = Field("", pattern=r"^(https?://[^\s/]+)?$")
    """Address under which people reach the service, such as https://linli.example: it stands in QR
    codes on paper. Without it: that of the request."""
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    metrics_port: int = Field(9100, ge=0, le=65535)
    """Port on loopback; 0 picks a free one."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_requests: bool = False
    serves_docs: bool = False
    serves_console: bool = True
    requires_second_factor: bool = True
    cors_origins: tuple[str, ...] = ()
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    """Networks whose X-Forwarded-For is believed."""
    requests_per_minute: int = Field(600, ge=1)
    """Limit for one person, in one process."""

    @field_validator("time_zone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError):
            raise ValueError("there is no such time zone") from None
        return name

    @classmethod
    def demo(cls, **changes: object) -> Self:
        """Makes settings for the demo and the tests, with secrets that everybody knows."""
        return cls.model_validate(cls.demo_values() | changes)

    @classmethod
    def demo_values(cls) -> dict[str, object]:
        return {
            "environment": Environment.DEMO,
            "token_keys": {"demo": demo_secret("token")},
            "token_key_id": "demo",
            "secret_key": demo_secret("secret"),
            "sealing_keys": {1: demo_secret("sealing")},
            "index_key": demo_secret("index"),
            "hosts": LOOPBACK_HOSTS,
            "serves_docs": True,
            "requires_second_factor": False,
        }

    @model_validator(mode="after")
    def _refuse_what_is_unsafe(self) -> Self:
        for problem in self.unsafe():
            raise UnsafeSettings(problem)
        return self

    def unsafe(self) -> Iterator[str]:
        """Yields each problem: the variable, and what it must be."""
        self.keys()
        self.ring()
        decoded("LINLI_SECRET_KEY", self.secret_key)
        yield from self._shared_secrets()
        if self.token_key_id not in self.token_keys:
            yield "LINLI_TOKEN_KEY_ID must name one of LINLI_TOKEN_KEYS"
        if "*" in self.cors_origins or "null" in self.cors_origins:
            yield "LINLI_CORS_ORIGINS must name each origin"
        if self.environment is Environment.PRODUCTION:
            yield from self._unsafe_in_production()

    def _unsafe_in_production(self) -> Iterator[str]:
        if self.database_url is None:
            yield "LINLI_DATABASE_URL must be set in production: the embedded server is for trying"
        if not self.hosts:
            yield "LINLI_HOSTS must name the hosts of your addresses in production"
        if not self.requires_second_factor:
            yield "LINLI_REQUIRES_SECOND_FACTOR cannot be turned off in production"
        known = {decoded(name, demo_secret(name)) for name in DEMO_SECRETS}
        for secret in self._secrets():
            if decoded(secret.variable, secret.text) in known:
                yield f"{secret.variable} is the demo's: everybody knows it"

    def _shared_secrets(self) -> Iterator[str]:
        """Yields each pair of equal secrets: who learns one of them would have the other."""
        names: dict[bytes, str] = {}
        for secret in self._secrets():
            former = names.setdefault(decoded(secret.variable, secret.text), secret.name)
            if former != secret.name:
                yield f"{former} and {secret.name} are the same secret: each has one of its own"

    def _secrets(self) -> Iterator[Secret]:
        yield Secret("LINLI_SECRET_KEY", self.secret_key)
        yield from self._index_secrets().values()
        yield from (Secret("LINLI_TOKEN_KEYS", key, id_) for id_, key in self.token_keys.items())
        yield from (Secret("LINLI_SEALING_KEYS", key, n) for n, key in self.sealing_keys.items())

    def keys(self) -> Keys:
        """Returns the keys that seal text and find it."""
        sealing = {n: decoded("LINLI_SEALING_KEYS", key) for n, key in self.sealing_keys.items()}
        index = {n: decoded(key.variable, key.text) for n, key in self._index_secrets().items()}
        digest = self.key_for("digests")
        try:
            return Keys(sealing, index, digest, self.sealing_key_id)
        except ValueError as wrong:
            variables = "LINLI_SEALING_KEYS, LINLI_SEALING_KEY_ID, LINLI_INDEX_KEYS"
            raise UnsafeSettings(f"{variables}: {wrong}") from None

    def _index_secrets(self) -> dict[int, Secret]:
        """Number → secret; LINLI_INDEX_KEY is number 1."""
        secrets = {n: Secret("LINLI_INDEX_KEYS", key, n) for n, key in self.index_keys.items()}
        if not secrets or self.index_key.get_secret_value():
            if 1 in secrets:
                raise UnsafeSettings("LINLI_INDEX_KEY is number 1 of LINLI_INDEX_KEYS: leave one")
            secrets[1] = Secret("LINLI_INDEX_KEY", self.index_key)
        return secrets

    def ring(self) -> dict[str, bytes]:
        """Key id → what access tokens are verified with."""
        return {name: decoded("LINLI_TOKEN_KEYS", key) for name, key in self.token_keys.items()}

    def key_for(self, purpose: str) -> bytes:
        """32 bytes for one purpose, from LINLI_SECRET_KEY."""
        secret = decoded("LINLI_SECRET_KEY", self.secret_key)
        return HKDF(SHA256(), 32, salt=None, info=f"linli {purpose}".encode()).derive(secret)
