"""The ways out of the house, and whether a failure is worth another try."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from webchat.private import make_file, make_folder

_SECONDS = 20


class TryAgain(Exception):
    """It did not go now, and may go later: the line was busy, the server was away."""


class WillNotGo(Exception):
    """It will not go, however often it is tried: no such address, no service set up."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message on its way. `key` stays the same for every try, so that a second copy can be told."""

    to: str
    subject: str
    body: str
    key: str


class WayOut(Protocol):
    """An email server, a text message service, or a folder that stands in for one."""

    def send(self, parcel: Parcel) -> None:
        """Send it. Raises TryAgain or WillNotGo."""


@dataclass(frozen=True, slots=True)
class NotSetUp:
    """No service of this kind: every message becomes a task at the desk, never a false "sent"."""

    def send(self, parcel: Parcel) -> None:
        """Say that it will not go."""
        raise WillNotGo("not_set_up")


@dataclass(frozen=True, slots=True)
class Folder:
    """Messages as files: what the demo "sends", to look at; `is_mail` or texts to a number."""

    path: Path
    is_mail: bool = True

    def send(self, parcel: Parcel) -> None:
        """Write it down, for the owner of the folder alone."""
        make_folder(self.path)
        write = checked_email if self.is_mail else as_email
        email = write(parcel, "demo@localhost")
        file = self.path / f"{parcel.key.replace(':', '-')}.eml"
        make_file(file)
        file.write_bytes(bytes(email))


@dataclass(frozen=True, slots=True)
class Smtp:
    """An email server: smtp://user:password@host:port, or smtps:// for TLS from the first byte."""

    address: str
    sender: str

    def send(self, parcel: Parcel) -> None:
        """Hand the message to the server, within 20 seconds a step."""
        email = checked_email(parcel, self.sender)
        try:
            with self._connect() as server:
                server.send_message(email)
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            raise (WillNotGo if all(code >= 500 for code in codes) else TryAgain)("recipient") from refused
        except smtplib.SMTPResponseException as refused:
            raise (WillNotGo if refused.smtp_code >= 500 else TryAgain)(str(refused.smtp_code)) from refused
        except (OSError, smtplib.SMTPException) as away:
            raise TryAgain(type(away).__name__) from away

    def _connect(self) -> smtplib.SMTP:
        parts = urlsplit(self.address)
        host = parts.hostname or "localhost"
        if parts.scheme == "smtps":
            secure = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=_SECONDS, context=secure)
        else:
            server = smtplib.SMTP(host, parts.port or 25, timeout=_SECONDS)
            if parts.username:
                server.starttls(context=ssl.create_default_context())
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        return server


def checked_email(parcel: Parcel, sender: str) -> EmailMessage:
    """An email to one address. Raises WillNotGo for what a server could read as another, several or none."""
    try:
        email = as_email(parcel, sender)
        if [one.addr_spec for one in email["To"].addresses] != [parcel.to]:
            raise ValueError("not one address")
        return email
    except (ValueError, AttributeError, IndexError) as odd:  # the last two are the parser's own slips
        raise WillNotGo("address") from odd


def as_email(parcel: Parcel, sender: str) -> EmailMessage:
    """A plain email. A line break in an address or a subject is refused with ValueError (ASVS 1.3.11)."""
    email = EmailMessage()
    email["From"] = sender
    email["To"] = parcel.to
    email["Subject"] = parcel.subject
    email["Date"] = formatdate(localtime=False)
    email["Message-ID"] = f"<{parcel.key.replace(':', '.')}@{sender.rpartition('@')[2]}>"
    email["Auto-Submitted"] = "auto-generated"
    email.set_content(parcel.body)
    return email


def way_out(address: str, sender: str, folder: Path, is_mail: bool = True) -> WayOut:
    """The way out a setting names: nothing, `file`, or an smtp address. Raises ValueError."""
    if not address:
        return NotSetUp()
    if address == "file":
        return Folder(folder, is_mail)
    if urlsplit(address).scheme in ("smtp", "smtps"):
        return Smtp(address, sender)
    raise ValueError(address)
