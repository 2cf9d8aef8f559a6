"""Labels a user may write himself (public ones), and data storage."""

from __future__ import annotations

import re

from venuekit_sandbox.nebulaecn import accounts, entities
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import Faults, not_found, refuse
from venuekit_sandbox.nebulaecn.identity_users import check_data
from venuekit_sandbox.nebulaecn.params import Form
from venuekit_sandbox.nebulaecn.state import DataStorage, Label
from venuekit_schemas import nebulaecn as schemas

STORAGE_LIMIT = 5120
CREATE = Form("resource.label", schemas.CreateLabelRequest, filled=frozenset({"key", "value"}))
CHANGE = Form("resource.label", schemas.UpdateLabelRequest)
LIST = Form(
    "resource.label",
    fields=(("ordering", False),),
    choices={"ordering": (("asc", "desc"), "value")},
)
STORE = Form("resource.datastorage", schemas.CreateDataStorageRequest, filled=frozenset({"title", "data"}))


def _find(call: Call) -> Label:
    found = accounts.find_label(call.me, call.path["key"])
    if found is None:
        raise not_found()
    return found


def _public(call: Call) -> Label:
    found = _find(call)
    if found.scope == "private":
        raise refuse(400, "resource.labels.private")
    return found


def _check(field: str, text: str, shape: str, faults: Faults) -> None:
    if len(text) < 3:
        faults.add(field, "too_short")
    if len(text) > 255:
        faults.add(field, "too_long")
    if re.fullmatch(shape, text) is None:
        faults.add(field, "invalid")


def create_label(call: Call) -> Answer:
    """Add a public label. It never counts towards state or level."""
    params = call.read(CREATE)
    key, value = params.text("key"), params.text("value")
    faults = Faults()
    _check("key", key, r"[a-z0-9_-]+", faults)
    if accounts.find_label(call.me, key, scope="public") is not None:
        faults.add("key", "taken")
    _check("value", value, r"[A-Za-z0-9_-]+", faults)
    faults.check()
    label = Label(key, value, "public", call.desk.now, call.desk.now)
    call.me.labels.append(label)
    return Answer(201, entities.label(label))


def update_label(call: Call) -> Answer:
    """Change a public label. A value that breaks the rules is shown as if taken, but not kept."""
    value = call.read(CHANGE).text("value")
    label = _public(call)
    faults = Faults()
    _check("value", value, r"[A-Za-z0-9_-]+", faults)
    if faults.keys:
        return Answer(200, entities.label(label) | {"value": value})
    label.value, label.updated_at = value, call.desk.now
    return Answer(200, entities.label(label))


def delete_label(call: Call) -> Answer:
    call.me.labels.remove(_public(call))
    return Answer(204)


def get_label(call: Call) -> Answer:
    return Answer(200, entities.label(_find(call)))


def list_labels(call: Call) -> Answer:
    """All labels by creation time."""
    backwards = call.read(LIST).text("ordering") == "desc"
    labels = sorted(call.me.labels, key=lambda label: label.created_at, reverse=backwards)
    return Answer(200, [entities.label(label) for label in labels])


def create_data_storage(call: Call) -> Answer:
    """Keep a JSON text under a title the deployment allows, and note it with a private label."""
    params = call.read(STORE)
    title, data = params.text("title"), params.text("data")
    faults = Faults()
    if title not in call.desk.settings.data_storage_titles:
        faults.add("title", "inclusion")
    if any(item.title == title for item in call.me.storages):
        faults.add("title", "taken")
    check_data(data, limit=STORAGE_LIMIT, faults=faults)
    faults.check()
    call.me.storages.append(DataStorage(title, data, call.desk.now))
    accounts.set_private(call.desk, call.me, title, "recorded")
    return Answer(201, 201)


OPERATIONS = (
    Operation("createDataStorage", "POST", "/resource/data_storage", create_data_storage),
    Operation("deleteLabel", "DELETE", "/resource/labels/{key}", delete_label),
    Operation("updateLabel", "PATCH", "/resource/labels/{key}", update_label),
    Operation("getLabel", "GET", "/resource/labels/{key}", get_label),
    Operation("createLabel", "POST", "/resource/labels", create_label),
    Operation("listLabels", "GET", "/resource/labels", list_labels, LIST),
)
