"""A small identity provider of OpenID Connect on this machine: discovery, keys, authorisation,
token and userinfo, with as many faults as a test asks for."""

import base64
import hashlib
import hmac
import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "candour-client", "a secret of the client"
KEY, OTHER_KEY = (rsa.generate_private_key(65537, 2048) for _ in range(2))


class Provider:
    """What the provider says of the one person who signs in at it. `token` and `config` change what
    it would say; `refuses` is the error that it answers with in place of a code."""

    def __init__(self, issuer):
        self.issuer = issuer
        self.person = {"sub": "person-1", "email": "quill@netherby.example", "name": "Quill Ash"}
        self.groups, self.amr = ["group-clerks"], ["pwd", "mfa"]
        self.token, self.config, self.info = {}, {}, {}
        self.refuses, self.key, self.algorithm = "", KEY, "RS256"
        self.asked, self.codes, self.no_token = [], {}, False
        self.logouts = 0

    def discovery(self):
        """What the provider says of itself."""
        address = self.issuer
        return {
            "issuer": address,
            "authorization_endpoint": f"{address}/authorise",
            "token_endpoint": f"{address}/token",
            "jwks_uri": f"{address}/keys",
            "userinfo_endpoint": f"{address}/userinfo",
            "backchannel_logout_supported": True,
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **self.config,
        }

    def keys(self):
        """The public key by which tokens are checked."""
        jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [{**jwk, "kid": "key-1", "use": "sig", "alg": "RS256"}]}

    def identity_token(self, nonce):
        """The signed token of the person."""
        now = int(time.time())
        values = {
            **self.person,
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "groups": self.groups,
            "amr": self.amr,
            **self.token,
        }
        return self.signed(values)

    def logout_token(self, **changes):
        """What is sent to a service when the person has signed out here; a change to None leaves
        a value out."""
        now = int(time.time())
        self.logouts += 1
        values = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 120,
            "jti": f"logout-{self.logouts}",
            "sub": self.person["sub"],
            "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
            **changes,
        }
        return self.signed(values)

    def signed(self, values):
        """A token with those of `values` that are not None."""
        values = {name: value for name, value in values.items() if value is not None}
        if self.algorithm == "HS256":
            return signed_with_public_key(values)
        return jwt.encode(values, self.key, self.algorithm, headers={"kid": "key-1"})

    def authorise(self, query):
        """Where the browser is sent back to, with a code or the error."""
        self.asked.append(query)
        back = {"state": query["state"]}
        if self.refuses:
            return f"{query['redirect_uri']}?{urlencode({**back, 'error': self.refuses})}"
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({**back, 'code': code})}"

    def exchange(self, fields):
        """The tokens for a code, once, for who knows the secret and the verifier."""
        asked = self.codes.pop(fields.get("code"), None)
        digest = hashlib.sha256(fields.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        ours = (fields.get("client_id"), fields.get("client_secret")) == (CLIENT, SECRET)
        if asked is None or not ours or asked.get("code_challenge") != challenge:
            return 400, {"error": "invalid_grant"}
        tokens = {"access_token": "access", "token_type": "Bearer", "expires_in": 300}
        if not self.no_token:
            tokens["id_token"] = self.identity_token(asked["nonce"])
        return 200, tokens

    def userinfo(self):
        """What the provider tells of the person besides."""
        return {**self.person, **self.info}


def signed_with_public_key(values):
    """A token signed with a shared secret, for which the provider's public key is taken: the
    library would not write it."""
    how = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    secret = KEY.public_key().public_bytes(*how)
    parts = ({"alg": "HS256", "kid": "key-1", "typ": "JWT"}, values)
    text = ".".join(_packed(json.dumps(part).encode()) for part in parts)
    return f"{text}.{_packed(hmac.digest(secret, text.encode(), 'sha256'))}"


def _packed(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        place, provider = urlsplit(self.path), self.server.provider
        if place.path == "/authorise":
            query = {name: values[0] for name, values in parse_qs(place.query).items()}
            return self._send(302, {}, provider.authorise(query))
        pages = {
            "/.well-known/openid-configuration": provider.discovery,
            "/keys": provider.keys,
            "/userinfo": provider.userinfo,
        }
        return self._send(200, pages[place.path]()) if place.path in pages else self._send(404, {})

    def do_POST(self):
        length = int(self.headers.get("Content-Length", "0"))
        fields = parse_qs(self.rfile.read(length).decode())
        flat = {name: values[0] for name, values in fields.items()}
        return self._send(*self.server.provider.exchange(flat))

    def log_message(self, *_values):
        """Says nothing."""

    def _send(self, status, values, location=""):
        body = json.dumps(values).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def running():
    """A provider that answers while the block lasts; `stop` ends it before."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.provider = Provider(f"http://127.0.0.1:{server.server_port}")
    server.provider.stop = lambda: (server.shutdown(), server.server_close())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
