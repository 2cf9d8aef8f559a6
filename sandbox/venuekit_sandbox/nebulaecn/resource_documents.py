"""Identity documents and proofs of address, uploaded as multipart files."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from venuekit_sandbox.magic import KYC_APPROVED, KYC_REJECTED, outcomes
from venuekit_sandbox.nebulaecn import accounts, entities
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import Faults, Refusal, internal_error, refuse
from venuekit_sandbox.nebulaecn.params import Form, Params, Upload, is_json, parse_date
from venuekit_sandbox.nebulaecn.state import Document
from venuekit_schemas import nebulaecn as schemas

TYPES = (
    "Passport",
    "Identity card",
    "Driver license",
    "Utility Bill",
    "Residental",
    "Institutional",
    "Address",
)
BATCH = {"Passport": 2, "Identity card": 3, "Driver license": 3}
"""Files with one identificator that make a batch complete; no other type is ever sent for verification."""
EXTENSIONS = ("jpg", "jpeg", "png", "pdf")
SIZE_LIMIT = 10 * 1024 * 1024
NUMBER_LIMIT = 128
_PARTS_OF_A_FILE = 5
"""Entries the original's web server keeps per file; it counts them when a file comes without brackets."""

_UPLOAD = frozenset({"upload"})
CREATE = Form(
    "resource.document",
    schemas.CreateDocumentRequest,
    filled=frozenset({"doc_type", "doc_number"}),
    untyped=_UPLOAD,
    invalid={"doc_expire": "resource.documents.expire_not_a_date"},
    choices={"doc_category": (("front_side", "back_side", "selfie"), "resource.documents.doc_category")},
    dates=frozenset({"doc_expire"}),
)
ADDRESS = Form("resource.address", schemas.CreateAddressRequest, untyped=_UPLOAD)
_KNOWN = {
    "doc_type",
    "doc_number",
    "upload",
    "doc_expire",
    "doc_category",
    "identificator",
    "metadata",
}


def create_document(call: Call) -> Answer:
    """Store the files of one side of a document; a complete batch goes to verification."""
    params = call.read(CREATE)
    if call.desk.settings.documents_expire:
        _check_expiry(call, params)
    files = _files(call, call.raw.get("upload"))
    if not call.raw.keys() <= _KNOWN:
        # The original hands every parameter to its record, which trips over a name it does not have.
        raise internal_error()
    for file in files:
        _check_document(params, file).check()
        call.me.documents.append(_document(call, params, file))
    if files:
        _verification(call, params.text("doc_type"), params.optional("identificator"))
    return Answer(201, 201)


def _check_expiry(call: Call, params: Params) -> None:
    expires = parse_date(params.text("doc_expire"))
    if expires is None:
        raise refuse(422, "resource.documents.invalid_format")
    if expires < datetime.fromtimestamp(call.desk.now, UTC).date():
        raise refuse(422, "resource.documents.already_expired")


def _files(call: Call, upload: object) -> list[Upload]:
    """The files of `upload[]`. A bare `upload` is what it is in the original: a file taken apart, or a crash."""
    if call.desk.settings.storage_down:
        raise Refusal(422, {"error": "Connection error"})
    kept, limit = len(call.me.documents), call.desk.settings.documents_limit
    if kept >= limit:
        raise refuse(400, "resource.documents.limit_reached")
    count = _PARTS_OF_A_FILE if isinstance(upload, Upload) else len(upload) if isinstance(upload, list) else 0
    if kept + count > limit:
        raise refuse(400, "resource.documents.limit_will_be_reached")
    if isinstance(upload, Upload):
        raise refuse(422, "upload.blank")
    if not isinstance(upload, list):
        raise internal_error()
    if not all(isinstance(item, Upload) for item in upload):
        raise refuse(422, "upload.blank")
    return [item for item in upload if isinstance(item, Upload)]


def _check_document(params: Params, file: Upload) -> Faults:
    faults = Faults()
    check_file(file, faults)
    if params.text("doc_type") not in TYPES:
        faults.add("doc_type", "inclusion")
    number = params.text("doc_number")
    if re.fullmatch(r"[A-Za-z0-9\-\s]+", number) is None:
        faults.add("doc_number", "invalid")
    if len(number) > NUMBER_LIMIT:
        faults.add("doc_number", "too_long")
    metadata = params.optional("metadata")
    if metadata is not None and not is_json(metadata):
        faults.add("metadata", "invalid_format")
    return faults


def check_file(file: Upload, faults: Faults) -> None:
    """Extension and size. A file the uploader refuses is not stored, so it is missing as well."""
    extension = file.filename.rpartition(".")[2].lower() if "." in file.filename else ""
    if not file.filename or not file.data:
        faults.add("upload", "blank")
    elif extension not in EXTENSIONS:
        allowed = ", ".join(EXTENSIONS)
        faults.add("upload", f'You are not allowed to upload "{extension}" files, allowed types: {allowed}')
        faults.add("upload", "blank")
    elif len(file.data) > SIZE_LIMIT:
        faults.add("upload", "File size should be less than 10 MB")
        faults.add("upload", "blank")


def _document(call: Call, params: Params, file: Upload) -> Document:
    expires = parse_date(params.text("doc_expire"))
    return Document(
        doc_type=params.text("doc_type"),
        doc_number=params.text("doc_number"),
        file_name=file.filename,
        size=len(file.data),
        doc_expire=None if expires is None else expires.isoformat(),
        doc_category=params.optional("doc_category"),
        identificator=params.optional("identificator"),
        metadata=params.optional("metadata"),
        created_at=call.desk.now,
    )


def _verification(call: Call, doc_type: str, identificator: str | None) -> None:
    """Mark documents as pending: at once with the local provider, else when the batch is complete."""
    if call.desk.settings.kyc_provider == "kycaid":
        batch = [
            item
            for item in call.me.documents
            if (item.doc_type, item.identificator) == (doc_type, identificator)
        ]
        if len(batch) != BATCH.get(doc_type):
            return
    accounts.set_private(call.desk, call.me, "document", "pending")
    forced = outcomes(call.me.email)
    if KYC_REJECTED in forced:
        accounts.decide(call.desk, call.me, "rejected")
    elif KYC_APPROVED in forced:
        accounts.decide(call.desk, call.me, "verified")


def list_documents(call: Call) -> Answer:
    strict = call.desk.settings.strict_docs
    return Answer(200, [entities.document(document, documented=strict) for document in call.me.documents])


def create_address(call: Call) -> Answer:
    """Store a proof of address. While documents must expire this cannot work: the call has no expiry date."""
    params = call.read(ADDRESS)
    files = _files(call, call.raw.get("upload"))
    for file in files:
        faults = Faults()
        check_file(file, faults)
        if call.desk.settings.documents_expire:
            faults.add("doc_expire", "blank")
        faults.check()
        document = _document(call, params, file)
        document.doc_type, document.doc_number = "Address", None
        call.me.documents.append(document)
    if files:
        accounts.set_private(call.desk, call.me, "address", "pending")
    return Answer(201, 201)


OPERATIONS = (
    Operation("createDocument", "POST", "/resource/documents", create_document),
    Operation("listDocuments", "GET", "/resource/documents", list_documents),
    Operation("createAddress", "POST", "/resource/addresses", create_address),
)
