"""What the venue shows of its records: field names, masks and time formats of its answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from venuekit_sandbox.nebulaecn.state import (
    Activity,
    ApiKey,
    DataStorage,
    Document,
    Label,
    Phone,
    Profile,
    ServiceAccount,
    User,
)

Shown = dict[str, object]


def seconds(at: float) -> str:
    """ISO 8601, whole seconds, UTC."""
    return datetime.fromtimestamp(int(at), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def millis(at: float) -> str:
    """ISO 8601 with milliseconds, UTC."""
    moment = datetime.fromtimestamp(at, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def masked_middle(text: str) -> str:
    """Two characters at either end stay; nothing is hidden in four characters or fewer."""
    return re.sub(r"(?<=.{2}).(?=.{2})", "*", text)


def masked_name(name: str | None) -> str | None:
    return name if not name else name[0] + "*" * (len(name) - 1)


def masked_dob(dob: str | None) -> str | None:
    return dob and f"{dob[:8]}**"


def masked_phone(phone: Phone) -> str:
    """Country code and the last four digits stay."""
    code, rest = phone.country_code, phone.number[len(phone.country_code) :]
    return code + "*" * max(len(rest) - 4, 0) + rest[-4:]


def label(record: Label) -> Shown:
    return {
        "key": record.key,
        "value": record.value,
        "scope": record.scope,
        "created_at": seconds(record.created_at),
        "updated_at": seconds(record.updated_at),
    }


def phone(record: Phone) -> Shown:
    return {
        "country": record.region,
        "number": masked_phone(record),
        "validated_at": None if record.validated_at is None else millis(record.validated_at),
    }


def profile(record: Profile) -> Shown:
    return {
        "first_name": record.first_name,
        "last_name": masked_name(record.last_name),
        "dob": masked_dob(record.dob),
        "address": record.address,
        "postcode": record.postcode,
        "city": record.city,
        "country": record.country,
        "state": record.state,
        "metadata": record.metadata,
        "created_at": seconds(record.created_at),
        "updated_at": seconds(record.updated_at),
    }


def document(record: Document, *, documented: bool = False) -> Shown:
    """The four fields that a server shows, or the seven of the page."""
    number = record.doc_number
    shown: Shown = {
        "upload": {"url": f"/uploads/document/upload/{record.token}/{record.file_name}"},
        "doc_type": record.doc_type,
        "doc_number": None if number is None else masked_middle(number),
        "doc_expire": record.doc_expire,
    }
    if documented:
        at = seconds(record.created_at)
        url = f"/uploads/document/upload/{record.token}/{record.file_name}"
        shown |= {"upload": url, "metadata": record.metadata, "created_at": at, "updated_at": at}
    return shown


def data_storage(record: DataStorage) -> Shown:
    at = seconds(record.created_at)
    return {"title": record.title, "data": record.data, "created_at": at, "updated_at": at}


def api_key(record: ApiKey, *, with_secret: bool = False) -> Shown:
    """The secret is shown once, in the answer that creates the key."""
    shown: Shown = {
        "kid": record.kid,
        "algorithm": record.algorithm,
        "scope": record.scope,
        "state": record.state,
    }
    if with_secret:
        shown["secret"] = record.secret
    return shown | {"created_at": seconds(record.created_at), "updated_at": seconds(record.updated_at)}


def activity(record: Activity) -> Shown:
    return {
        "id": record.id,
        "user_ip": record.user_ip,
        "user_ip_country": record.user_ip_country,
        "user_agent": record.user_agent,
        "topic": record.topic,
        "action": record.action,
        "result": record.result,
        "data": None,
        "created_at": seconds(record.created_at),
    }


def user(record: User, *, csrf_token: str | None = None) -> Shown:
    """The full view; the CSRF token is part of it only where a session was opened."""
    shown: Shown = {
        "email": record.email,
        "uid": record.uid,
        "role": record.role,
        "level": record.level,
        "otp": record.otp,
        "state": record.state,
        "referral_uid": record.referral_uid,
        "data": record.data,
        "username": record.username,
        "labels": [label(item) for item in record.labels],
        "phones": [phone(item) for item in record.phones],
        "profiles": [profile(item) for item in record.profiles],
        "data_storages": [data_storage(item) for item in record.storages],
        "created_at": seconds(record.created_at),
        "updated_at": seconds(record.updated_at),
    }
    return shown if csrf_token is None else shown | {"csrf_token": csrf_token}


def service_account(record: ServiceAccount, owner: User) -> Shown:
    """The original prints the database row here, not the documented model."""
    return {
        "id": record.id,
        "uid": record.uid,
        "owner_id": owner.id,
        "email": record.email,
        "role": record.role,
        "level": owner.level,
        "state": record.state,
        "created_at": millis(record.created_at),
        "updated_at": millis(record.updated_at),
    }
