"""Tokens that must be refused: forged, expired, malformed or of another audience.

Each differs from a valid token by one change, so that only this change can be the reason of the
refusal.
"""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.identity.models import TokenAudience
from tests.client import SETTINGS

KEY_ID = SETTINGS.token_key_id
KEY = SETTINGS.ring()[KEY_ID]
Members = Mapping[str, Any]
FOREIGN: RSAPrivateKey = generate_private_key(65537, 2048)
FORMATS = (
    (Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
    (Encoding.DER, PublicFormat.PKCS1),
    (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    (Encoding.PEM, PublicFormat.PKCS1),
    (Encoding.OpenSSH, PublicFormat.OpenSSH),
)


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def signed(header: bytes, payload: bytes, key: bytes = KEY, digest: str = "sha256") -> str:
    text = f"{b64(header)}.{b64(payload)}"
    return f"{text}.{b64(hmac.digest(key, text.encode(), digest))}"


class Corpus:
    def __init__(self, user_id: UUID, audience: TokenAudience, now: datetime) -> None:
        self.now = int(now.timestamp())
        self.header = {"alg": "HS256", "typ": "at+jwt", "kid": KEY_ID}
        self.payload: dict[str, Any] = {
            "iss": "linli",
            "aud": str(audience),
            "sub": str(user_id),
            "sid": str(user_id),
            "jti": str(uuid4()),
            "iat": self.now,
            "exp": self.now + 900,
            "ver": 1,
        }

    def token(self, header: Members | None = None, payload: Members | None = None) -> str:
        """Signs the valid token with these members changed."""
        return signed(
            json.dumps({**self.header, **(header or {})}).encode(),
            json.dumps({**self.payload, **(payload or {})}).encode(),
        )

    def raw(self, header: str | None = None, payload: str | None = None) -> str:
        """Signs these texts in place of the valid JSON."""
        return signed(
            (header if header is not None else json.dumps(self.header)).encode(),
            (payload if payload is not None else json.dumps(self.payload)).encode(),
        )

    def all(self) -> dict[str, str | bytes]:
        named: dict[str, str | bytes] = {}
        families = (
            *(self.algorithms, self.headers, self.key_ids, self.keys, self.missing, self.times),
            *(self.audiences, self.identities, self.versions, self.forms, self.endings, self.json),
        )
        for family in families:
            for name, token in family():
                assert name not in named, name
                named[name] = token
        return named

    def algorithms(self) -> Iterator[tuple[str, str]]:
        others = ("none", "None", "NONE", "nOnE", "", "HS384", "HS512", "RS256", "RS512", "ES256")
        for alg in (*others, "PS256", "EdDSA", "hs256", "HS256 ", "dir", "A256KW", "RSA-OAEP"):
            yield f"alg {alg!r}", self.token({"alg": alg})
        for odd in (["HS256"], {"HS256": 1}, None, True, 256, 1.5, [], ["none", "HS256"]):
            yield f"alg {odd!r}", self.token({"alg": odd})
        for alg, digest in (("HS384", "sha384"), ("HS512", "sha512")):
            header = json.dumps({**self.header, "alg": alg}).encode()
            payload = json.dumps(self.payload).encode()
            yield f"signed by {alg}", signed(header, payload, digest=digest)
        unsigned = self.token({"alg": "none"}).rpartition(".")[0]
        yield "alg none, no signature", unsigned + "."
        yield "alg none, two parts", unsigned
        yield "no signature", self.token().rpartition(".")[0] + "."
        yield "no alg", self.raw(json.dumps({"typ": "at+jwt", "kid": KEY_ID}))

    def headers(self) -> Iterator[tuple[str, str]]:
        jwk = {"kty": "oct", "k": b64(b"k" * 32)}
        names = ("b64", "jku", "x5u", "x5c", "x5t", "cty", "zip", "enc", "iv", "tag", "nonce", "")
        extras: dict[str, object] = {name: "https://evil.example/keys.json" for name in names}
        extras |= {"crit": ["exp"], "jwk": jwk, "epk": jwk, "p2c": 2**31, "b": {}}
        for name, value in extras.items():
            yield f"header with {name!r}", self.token({name: value})
        yield "crit and b64", self.token({"crit": ["b64"], "b64": False})
        yield "crit, empty", self.token({"crit": []})
        for typ in (
            "JWT",
            "jwt",
            "AT+JWT",
            "at+jwt ",
            "application/at+jwt",
            "",
            None,
            1,
            ["at+jwt"],
        ):
            yield f"typ {typ!r}", self.token({"typ": typ})
        yield "no typ", self.raw(json.dumps({"alg": "HS256", "kid": KEY_ID}))

    def key_ids(self) -> Iterator[tuple[str, str]]:
        yield "no kid", self.raw(json.dumps({"alg": "HS256", "typ": "at+jwt"}))
        fuzz = ("", " ", "unknown", KEY_ID.upper(), KEY_ID + " ", KEY_ID + "\0", "../" + KEY_ID)
        paths = ("/dev/null", "../../../../dev/null", "/proc/self/environ", "C:\\boot.ini")
        hostile = ("' OR '1'='1", "x'; DROP TABLE users;--", "' UNION SELECT 'key'--", "${jndi:x}")
        others = ("|ls", "`id`", "http://evil.example", "%00", "*", "\u0064\u0435mo", "__class__")
        for kid in (*fuzz, *paths, *hostile, *others):
            yield f"kid {kid!r}", self.token({"kid": kid})
        for odd in (None, True, 1, 1.0, [KEY_ID], {"demo": 1}):
            yield f"kid {odd!r}", self.token({"kid": odd})
        for length in (65, 600, 3000, 65536):
            yield f"kid of {length}", self.token({"kid": "k" * length})

    def keys(self) -> Iterator[tuple[str, str]]:
        """Signs with keys that anybody can have."""
        parts = json.dumps(self.header).encode(), json.dumps(self.payload).encode()
        for encoding, form in FORMATS:
            public = FOREIGN.public_key().public_bytes(encoding, form)
            yield f"key {encoding} {form}", signed(*parts, key=public)
        for name, key in {
            "empty": b"",
            "nought": b"\0",
            "the key's name": KEY_ID.encode(),
            "the key in base64": b64(KEY).encode(),
            "the key's beginning": KEY[:16],
            "the key and more": KEY + b"\0" * 33,
            "secret": b"secret",
            "JSON": b'["a","b"]',
        }.items():
            yield f"key {name}", signed(*parts, key=key)
        yield "signed by SHA-1", signed(*parts, digest="sha1")

    def missing(self) -> Iterator[tuple[str, str]]:
        for claim in self.payload:
            rest = {name: value for name, value in self.payload.items() if name != claim}
            yield f"without {claim}", self.raw(payload=json.dumps(rest))
            yield f"{claim} null", self.token(payload={claim: None})
            yield f"{claim} empty", self.token(payload={claim: ""})
            yield f"{claim} a list", self.token(payload={claim: [self.payload[claim]]})
            yield f"{claim} an object", self.token(payload={claim: {"is": self.payload[claim]}})
        for extra in ("nbf", "scope", "role", "is_admin", "azp"):
            yield f"with {extra}", self.token(payload={extra: self.now})

    def times(self) -> Iterator[tuple[str, str]]:
        now = self.now
        for claim in ("iat", "exp"):
            good = self.payload[claim]
            odd = (str(good), good + 0.5, float(good), True, -1, -good, 2**63, 10**400, 9e99)
            for value in odd:
                yield (
                    f"{claim} {str(value)[:24]}{type(value).__name__}",
                    self.token(payload={claim: value}),
                )
            for written in ("1e999", "-1e999", "NaN", "Infinity", "1e3", "9" * 3000, "01", "0x10"):
                text = json.dumps(self.payload).replace(
                    f'"{claim}": {good}', f'"{claim}": {written}'
                )
                yield f"{claim} written {written[:12]}", self.raw(payload=text)
        for name, iat, exp in (
            ("exp is now", now - 60, now),
            ("exp is past", now - 900, now - 1),
            ("exp is nought", now - 60, 0),
            ("too long a life", now, now + 901),
            ("for ever", now, now + 10**9),
            ("ends before it begins", now + 30, now + 20),
            ("iat ahead", now + 61, now + 900),
            ("iat far ahead", now + 86400, now + 86400 + 900),
            ("the year 10000", now, 2**40),
        ):
            yield name, self.token(payload={"iat": iat, "exp": exp})

    def audiences(self) -> Iterator[tuple[str, str]]:
        [other] = set(TokenAudience) - {self.payload["aud"]}
        both = [str(audience) for audience in TokenAudience]
        mine = self.payload["aud"]
        for aud in (str(other), both, "linli", "LINLI-RESIDENT", "LINLI-ADMIN", "*", f"{mine} ", 1):
            yield f"aud {aud!r}", self.token(payload={"aud": aud})
        for iss in ("LINLI", "linli ", "https://linli", "evil", 1):
            yield f"iss {iss!r}", self.token(payload={"iss": iss})

    def identities(self) -> Iterator[tuple[str, str]]:
        """Changes the form of ids, or names another user or login."""
        sub = UUID(self.payload["sub"])
        forms = (sub.hex, str(sub).upper(), f"{{{sub}}}", sub.urn, f" {sub}", f"{sub}\n")
        odd = (*forms, str(sub)[:-1], str(sub.int), "' OR 1=1", "admin", 1, str(UUID(int=0)))
        for claim in ("sub", "sid"):
            for value in (*odd, str(uuid4())):
                shown = "another" if len(f"{value}") == 36 and value not in odd else repr(value)
                yield f"{claim} {shown}", self.token(payload={claim: value})
        yield "jti a number", self.token(payload={"jti": 1})
        yield "jti too long", self.token(payload={"jti": "j" * 65})

    def versions(self) -> Iterator[tuple[str, str]]:
        for ver in (0, 2, -1, "1", 1.0, True, 2**31 + 1, 10**30):
            yield f"ver {ver!r}", self.token(payload={"ver": ver})

    def forms(self) -> Iterator[tuple[str, str | bytes]]:
        good = self.token()
        header, payload, signature = good.split(".")
        yield "JWE", ".".join([header, "", "x", payload, signature])
        yield "JWE, five good parts", ".".join([header, payload, signature, payload, signature])
        for name, token in {
            "one part": header,
            "two parts": f"{header}.{payload}",
            "four parts": f"{good}.{signature}",
            "empty parts": "..",
            "empty header": f".{payload}.{signature}",
            "empty payload": f"{header}..{signature}",
            "swapped": f"{payload}.{header}.{signature}",
            "another's signature": f"{header}.{payload}.{self.token().split('.')[2][::-1]}",
            "a word": "token",
            "a dot": ".",
            "null": "null",
            "of 4 KB": "a." + "b" * 4095 + ".c",
            "of 64 KB": f"{header}.{payload}.{'A' * 65536}",
            "padded": f"{header}=.{payload}==.{signature}=",
            "standard base64": f"{header}.{payload}.{signature[:-4]}+/+/",
        }.items():
            yield name, token
        for name, raw in {
            "not ASCII": f"{header}.{payload}.签名".encode(),
            "unicode digits": good.replace("1", "１").encode(),
            "Cyrillic": good.replace("e", "е").encode(),
            "bytes that are no text": b"\xff\xfe." + payload.encode() + b".\xff",
        }.items():
            yield name, raw

    def endings(self) -> Iterator[tuple[str, str]]:
        good = self.token()
        alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        last = alphabet.index(good[-1])
        for step in (1, 2, 3):  # Base64 ignores the last two bits of 43 letters.
            yield f"last letter + {step}", good[:-1] + alphabet[(last & ~3) + ((last + step) & 3)]
        for end in ("!!", "=", "==", "A", "AAAA", ".", "%", " x", ",", ";", "_", "-", "~"):
            yield f"followed by {end!r}", good + end
        for at, part in enumerate(good.split(".")):
            parts = good.split(".")
            parts[at] = part[:-1] + ("A" if part[-1] != "A" else "B")
            yield f"part {at} altered", ".".join(parts)
            parts[at] = part[:-1]
            yield f"part {at} cut", ".".join(parts)

    def json(self) -> Iterator[tuple[str, str]]:
        header, payload = json.dumps(self.header), json.dumps(self.payload)
        for name, text in {
            "header nested": "[" * 380,
            "header nested, far": "[" * 5000,
            "header nested objects": '{"a":' * 90,
            "header a list": "[]",
            "header a text": '"HS256"',
            "header null": "null",
            "header a number": "1",
            "header no JSON": "{",
            "header empty object": "{}",
            "header alg twice": header.replace("{", '{"alg": "none", ', 1),
            "header kid twice": header.replace("{", '{"kid": "x", ', 1),
            "header huge int": header[:-1] + ', "n": ' + "9" * 300 + "}",
            "header of 513": header + " " * (513 - len(header)),
            "header and more": header + "{}",
            "header with BOM": "\ufeff" + header,
        }.items():
            yield name, self.raw(header=text)
        sub = self.payload["sub"]
        for name, text in {
            "payload nested": "[" * 2900,
            "payload a list": f"[{payload}]",
            "payload a text": '"payload"',
            "payload null": "null",
            "payload no JSON": payload[:-1],
            "payload sub twice": payload.replace("{", f'{{"sub": "{uuid4()}", ', 1),
            "payload sub twice, alike": payload.replace("{", f'{{"sub": "{sub}", ', 1),
            "payload aud twice": payload.replace("{", '{"aud": "linli-admin", ', 1),
            "payload exp twice": payload[:-1] + f', "exp": {self.now + 10}}}',
            "payload ver huge": payload.replace('"ver": 1', '"ver": 1' + "0" * 2000),
            "payload and more": payload + payload,
            "payload not ASCII": payload.replace("linli", "linlі", 1),
        }.items():
            yield name, self.raw(payload=text)
