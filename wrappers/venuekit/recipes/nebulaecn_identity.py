"""The parts of NebulaECN's onboarding that raise the level: phone, profile, documents and the verdict on them."""

from __future__ import annotations

import io
from itertools import count
from typing import TYPE_CHECKING

from venuekit.recipes.core import CaseRejected, Interaction, Recipe, ask, give_up, numbered, step, wait
from venuekit.recipes.facts import section
from venuekit.transport.errors import NotFoundError, RejectedError, VenueError
from venuekit.transport.missing import PhoneExists
from venuekit.venues.nebulaecn import NebulaECN

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.nebulaecn.models import Document as ListedDocument
    from venuekit_clients.nebulaecn.models import PhoneCodeSent, Profile, UserWithFullInfo
    from venuekit_schemas.dossier import Document, DossierDocumentFile, NebulaecnSettings

ATTEMPTS = 5
_LOOKS = 20


def settings(facts: Facts) -> NebulaecnSettings:
    """The dossier's section for NebulaECN."""
    return section(facts.dossier.venues.nebulaecn, "nebulaecn")


def get_me(client: NebulaECN) -> UserWithFullInfo:
    """The user as the venue knows it now."""
    return client.users.get_me()


def add_phone(facts: Facts, user: UserWithFullInfo) -> Recipe[None]:
    """Add the applicant's phone and verify it by SMS, unless a verified one is there."""
    from venuekit_clients.nebulaecn.models import CreatePhoneRequest, SendPhoneCodeRequest, VerifyPhoneRequest

    if any(phone.validated_at for phone in user.phones or []):
        return

    def create(client: NebulaECN) -> PhoneCodeSent:
        return client.phones.create_phone(body=CreatePhoneRequest(phone_number=facts.phone))

    def send(client: NebulaECN) -> PhoneCodeSent:
        return client.phones.send_phone_code(body=SendPhoneCodeRequest(phone_number=facts.phone))

    try:
        # Harmless: a phone that was added by a lost call answers "exists", and its code can be sent again.
        yield from step("add-phone", "createPhone", create, harmless=True)
    except PhoneExists:
        yield from step("send-phone-code", "sendPhoneCode", send, harmless=True)

    for attempt in count(1):
        code = yield from ask(
            Interaction(
                venue="nebulaecn",
                name=numbered("phone-code", attempt),
                kind="sms",
                mode="form",
                prompt=f"The code that NebulaECN has sent to {facts.phone} by SMS"
                + (" (the last one was refused)" if attempt > 1 else ""),
                applicant=facts.email,
                secret=True,
                to=facts.phone,
                attempt=attempt,
                example="12345",
            )
        )

        def verify(client: NebulaECN, code: str = code) -> UserWithFullInfo:
            return client.phones.verify_phone(
                body=VerifyPhoneRequest(phone_number=facts.phone, verification_code=code)
            )

        def find_verified() -> Recipe[UserWithFullInfo | None]:
            me = yield from step("read-me", "getMe", get_me)
            return me if any(phone.validated_at for phone in me.phones or []) else None

        try:
            yield from step(numbered("verify-phone", attempt), "verifyPhone", verify, find=find_verified)
            return
        except (NotFoundError, RejectedError) as error:
            if attempt % ATTEMPTS == 0:
                yield from give_up(numbered("phone-codes-refused", attempt // ATTEMPTS), error)
                yield from step(
                    numbered("send-phone-code-again", attempt), "sendPhoneCode", send, harmless=True
                )


def submit_profile(facts: Facts, user: UserWithFullInfo) -> Recipe[None]:
    """Submit the personal data, unless a profile is submitted or verified already."""
    from venuekit_clients.nebulaecn.models import CreateProfileRequest

    if any(profile.state in ("submitted", "verified") for profile in user.profiles or []):
        return
    applicant = facts.dossier.applicant
    address = applicant.address

    def create(client: NebulaECN) -> Profile:
        return client.profiles.create_profile(
            body=CreateProfileRequest(
                first_name=applicant.identity.first_name,
                last_name=applicant.identity.last_name,
                dob=applicant.identity.date_of_birth,
                address=address.street,
                postcode=address.postcode,
                city=address.city,
                country=address.country,
                confirm=True,
            )
        )

    def list_profiles(client: NebulaECN) -> list[Profile]:
        return client.profiles.get_my_profiles()

    def find_profile() -> Recipe[Profile | None]:
        profiles = yield from step("list-profiles", "getMyProfiles", list_profiles)
        return next((p for p in profiles if p.state in ("submitted", "verified")), None)

    yield from step("submit-profile", "createProfile", create, find=find_profile)


def upload_documents(facts: Facts, user: UserWithFullInfo) -> Recipe[None]:
    """Upload every identity document, one call per file, unless some are in review already."""
    if _label(user, "document") in ("pending", "verified"):
        return
    there = len((yield from step("list-documents", "listDocuments", _list_documents)))
    for index, document in enumerate(facts.dossier.documents or []):
        for file in document.files:
            yield from _upload(facts, index, document, file, there)
            there += 1


def _list_documents(client: NebulaECN) -> list[ListedDocument]:
    return client.documents.list_documents()


def _upload(
    facts: Facts, index: int, document: Document, file: DossierDocumentFile, there: int
) -> Recipe[None]:
    from venuekit_clients.nebulaecn.models import CreateDocumentRequest
    from venuekit_clients.nebulaecn.types import File

    def create(client: NebulaECN) -> None:
        content = facts.file(file.path)
        return client.documents.create_document(
            body=CreateDocumentRequest(
                doc_type=document.type.value,
                doc_number=document.number,
                doc_expire=document.expires,
                doc_category=file.side.value,
                # The same on every run, so that the sides of one document belong together after a restart too.
                identificator=facts.stable_id(f"document {index} {document.number}"),
                upload=[
                    File(
                        payload=io.BytesIO(content),
                        file_name=file.path.rsplit("/", 1)[-1],
                        mime_type=_mime_type(file.path),
                    )
                ],
            )
        )

    def find_upload() -> Recipe[bool | None]:
        """Whether there is one document more than before. The list does not tell sides apart."""
        listed = yield from step("list-documents", "listDocuments", _list_documents)
        if len(listed) not in (there, there + 1):
            raise VenueError(
                f"{len(listed)} documents are listed, and {there} or {there + 1} are expected",
                venue="nebulaecn",
                operation="listDocuments",
            )
        return True if len(listed) > there else None

    name = f"upload-document-{index + 1}-{file.side.value}"
    yield from step(name, "createDocument", create, find=find_upload)


def wait_for_level(facts: Facts, level: int) -> Recipe[None]:
    """Wait until the operator has decided on the documents and the user has reached `level`."""
    for look in count(1):
        # A run that is not durable does not look for ever.
        yield from ask(_review(facts, look)) if look <= _LOOKS else wait(_review(facts, look))
        user = yield from step(numbered("check-level", look), "getMe", get_me)
        if user.level >= level:
            return
        if _label(user, "document") == "rejected":
            raise CaseRejected("the documents were rejected", venue="nebulaecn", operation="getMe")


def _review(facts: Facts, look: int) -> Interaction:
    return Interaction(
        venue="nebulaecn",
        name=numbered("document-review", look),
        kind="kyc",
        mode="acknowledge",
        prompt="NebulaECN reviews the documents. Confirm when there is a decision"
        + (" (there is none yet)" if look > 1 else ""),
        applicant=facts.email,
        attempt=look,
        readable=True,
    )


def _label(user: UserWithFullInfo, key: str) -> str | None:
    """The value of one of the user's private labels, which the venue sets."""
    for label in user.labels or []:
        if label.key == key and label.scope != "public":
            return label.value
    return None


def _mime_type(path: str) -> str:
    ending = path.rsplit(".", 1)[-1].lower()
    return {"png": "image/png", "pdf": "application/pdf"}.get(ending, "image/jpeg")
