"""Personal data: a draft that can be changed, then a submission that cannot."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from venuekit_sandbox.nebulaecn import accounts, entities
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.countries import is_country
from venuekit_sandbox.nebulaecn.errors import Faults, not_found, refuse
from venuekit_sandbox.nebulaecn.params import Form, Params, is_json, parse_date
from venuekit_sandbox.nebulaecn.state import Profile
from venuekit_schemas import nebulaecn as schemas

_DATES = frozenset({"dob"})
CREATE = Form("resource.profile", schemas.CreateProfileRequest, dates=_DATES)
UPDATE = Form("resource.profile", schemas.UpdateProfileRequest, dates=_DATES)

TEXT_LIMIT = 255
_SHAPES = {
    "first_name": re.compile(r"[\w\s\-']+"),
    "last_name": re.compile(r"[\w\s\-']+"),
    "city": re.compile(r"[\w\s\-'.]+"),
    "postcode": re.compile(r"[A-Za-z0-9\s\-]+"),
    "address": re.compile(r"[\w\s\-',./#&()]+"),
}


def create_profile(call: Call) -> Answer:
    """Store personal data as a draft, or submit it at once with `confirm`."""
    params = call.read(CREATE)
    faults = Faults()
    if any(profile.state in ("drafted", "submitted") for profile in call.me.profiles):
        faults.add("state", "exists")
    _check(call, params, faults)
    now = call.desk.now
    profile = Profile(state="drafted", created_at=now, updated_at=now)
    call.me.profiles.append(profile)
    _fill(call, profile, params)
    return Answer(201, entities.profile(profile))


def update_profile(call: Call) -> Answer:
    """Change the draft; `confirm` submits it."""
    params = call.read(UPDATE)
    profile = next((item for item in call.me.profiles if item.state == "drafted"), None)
    if profile is None:
        raise refuse(404, "resource.profile.doesnt_exist_or_not_editable")
    _check(call, params, Faults())
    _fill(call, profile, params)
    return Answer(200, entities.profile(profile))


def get_my_profiles(call: Call) -> Answer:
    """Every profile of the caller; an empty list is not an error, except on the page."""
    if call.desk.settings.strict_docs and not call.me.profiles:
        raise not_found()
    return Answer(200, [entities.profile(profile) for profile in call.me.profiles])


def _check(call: Call, params: Params, faults: Faults) -> None:
    for name, shape in _SHAPES.items():
        value = _squished(params, name)
        if value is None:
            continue
        if len(value) > TEXT_LIMIT:
            faults.add(name, "too_long")
        if shape.fullmatch(value) is None:
            faults.add(name, "invalid")
    born = parse_date(params.text("dob"))
    if born is not None and born >= datetime.fromtimestamp(call.desk.now, UTC).date():
        faults.add("dob", "invalid")
    country = _squished(params, "country")
    if country is not None and not is_country(country):
        faults.add("country", "must have alpha2 or alpha3 format")
    metadata = params.optional("metadata")
    if metadata is not None and not is_json(metadata):
        faults.add("metadata", "invalid_format")
    faults.check()


def _fill(call: Call, profile: Profile, params: Params) -> None:
    for name in (*_SHAPES, "country"):
        if params.has(name):
            setattr(profile, name, _squished(params, name))
    if params.has("dob"):
        born = parse_date(params.text("dob"))
        profile.dob = None if born is None else born.isoformat()
    if params.has("metadata"):
        profile.metadata = params.optional("metadata")
    if params.flag("confirm"):
        profile.state = "submitted"
    profile.updated_at = call.desk.now
    accounts.set_private(call.desk, call.me, "profile", profile.state)


def _squished(params: Params, name: str) -> str | None:
    return " ".join(params.text(name).split()) or None


OPERATIONS = (
    Operation("updateProfile", "PUT", "/resource/profiles", update_profile),
    Operation("createProfile", "POST", "/resource/profiles", create_profile),
    Operation("getMyProfiles", "GET", "/resource/profiles/me", get_my_profiles),
)
