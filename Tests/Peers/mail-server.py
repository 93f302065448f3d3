"""A mail server for tests: aiosmtpd on a free port of 127.0.0.1.

Arguments: `starttls` or `plain`, then a folder. It writes the certificate that it shows into the folder as
`certificate.pem`, and each message that it takes as one JSON file: as the standard library of Python reads it, and as
it came. It prints its port on one line, and ends by itself after two minutes.

It takes the name `remit` with the password `correct horse`; refuses recipients at `nowhere.example` for good and those
at `busy.example` for now.
"""

import base64
import datetime
import email
import email.policy
import ipaddress
import json
import pathlib
import signal
import socket
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

kind, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def context():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    shown = folder / "certificate.pem"
    shown.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    kept = folder / "key.pem"
    kept.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(shown, kept)
    return made


class Box:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.endswith("@nowhere.example"):
            return "550 no such mailbox"
        if address.endswith("@busy.example"):
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        raw = envelope.original_content
        message = email.message_from_bytes(raw, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        seen = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None,
            "signedIn": bool(session.authenticated),
            "headers": [[name, str(value)] for name, value in message.items()],
            "defects": [str(defect) for part in [message, *parts] for defect in part.defects],
            "parts": [
                {
                    "type": part.get_content_type(),
                    "fileName": part.get_filename(),
                    "bytes": base64.b64encode(part.get_payload(decode=True)).decode(),
                }
                for part in parts
            ],
            "raw": base64.b64encode(raw).decode(),
        }
        Box.count += 1
        place = folder / f"message-{Box.count}.json"
        partial = place.with_suffix(".part")
        partial.write_text(json.dumps(seen))
        partial.rename(place)
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    # Not handled: the server itself says no.
    return AuthResult(success=data.login == b"remit" and data.password == b"correct horse", handled=False)


signal.alarm(120)
tls = context() if kind == "starttls" else None
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
controller = Controller(
    Box(),
    hostname="127.0.0.1",
    port=port,
    tls_context=tls,
    require_starttls=tls is not None,
    authenticator=authenticate,
    auth_require_tls=tls is not None,
    ready_timeout=10,
)
controller.start()
print(port, flush=True)
while True:
    time.sleep(1)
