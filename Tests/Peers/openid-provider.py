"""An OpenID provider for tests: oidc-provider-mock with the code challenges of Authlib asked for of everybody.

Serves on a free port of 127.0.0.1, prints its address on one line, and ends by itself after two minutes.
"""

import os
import signal

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import oidc_provider_mock._app as provider
from authlib.integrations import flask_oauth2
from authlib.oauth2.rfc6749.errors import InvalidRequestError
from authlib.oauth2.rfc7636 import CodeChallenge
from werkzeug.serving import make_server

challenges = {}


class Challenge(CodeChallenge):
    """Remembers each code's challenge, and lets no code go without its verifier."""

    def __init__(self):
        super().__init__(required=True)

    def get_authorization_code_challenge(self, authorization_code):
        return challenges[authorization_code.code]

    def get_authorization_code_challenge_method(self, authorization_code):
        return "S256"


class CodeGrant(provider.AuthorizationCodeGrant):
    def validate_authorization_request(self):
        asked = self.request.payload.data
        if not asked.get("code_challenge") or asked.get("code_challenge_method") != "S256":
            raise InvalidRequestError("a code challenge of method S256 is asked for")
        return super().validate_authorization_request()

    def save_authorization_code(self, code, request):
        super().save_authorization_code(code, request)
        challenges[code] = request.payload.data["code_challenge"]


class Server(flask_oauth2.AuthorizationServer):
    def register_grant(self, grant, extensions=None):
        if issubclass(grant, provider.AuthorizationCodeGrant):
            grant, extensions = CodeGrant, [*extensions, Challenge()]
        super().register_grant(grant, extensions)


provider.flask_oauth2.AuthorizationServer = Server

signal.alarm(120)
users = [
    provider.User(
        sub="s-1001",
        claims={
            "name": "Ada Müller",
            "email": "ada@wexbourne.example",
            "email_verified": True,
            "groups": ["remit-managers", "all-staff"],
        },
    )
]
app = provider.app(require_nonce=True, user_claims=users)
app.debug = False
server = make_server("127.0.0.1", 0, app, threaded=True)
print(f"http://127.0.0.1:{server.port}", flush=True)
server.serve_forever()
