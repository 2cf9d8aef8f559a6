"""What the published page says of each operation: success, the model it names, and the refusals it knows.

The page is wrong about eleven successes and about most refusals. `Settings.strict_docs` makes the venue answer as
the page has it, so that a client can be tried against both readings.

    status   the page's number for success; 204 has no body, and of other bodies without a model it says nothing
    lists    seven calls name one entity as their model and say "list" in words; they stay lists
    refusals missing parameters are 400 where the page has 400, and a status that the page does not have for an
             operation becomes the one that it has for that kind of thing
"""

from __future__ import annotations

from dataclasses import dataclass

from venuekit_sandbox.nebulaecn.calls import Answer
from venuekit_sandbox.nebulaecn.errors import Refusal

_PAGE = """
confirmPasswordReset 201 - 400 404 422
requestPasswordReset 201 - 400 404 422
confirmEmail 201 UserWithFullInfo 400 422
requestEmailConfirmation 201 - 400 422
registerGeetest 200 -
createUser 201 UserWithFullInfo 400 422
createWhitelistAccess 200 - 400 422
createAuth0Session 200 - 400 404
deleteSession 204 - 400 404
createSession 201 - 400 404
getIdentityConfigs 200 -
getIdentityVersion 200 -
getIdentityTime 200 -
pingIdentity 200 -
validateIdentityPassword 201 -
getSwaggerDocByName 200 -
getSwaggerDoc 200 -
updateServiceAccountApiKey 200 APIKey 400 401 404 422
deleteServiceAccountApiKey 204 - 400 401 404
createServiceAccountApiKey 201 APIKey 400 401
listServiceAccountApiKeys 200 APIKey 400 401
listServiceAccounts 200 - 400 401
createDataStorage 201 - 401 422
listApiKeys 200 APIKey 400 401
createApiKey 201 APIKey 400 401 422
deleteApiKey 204 - 400 401 404
updateApiKey 200 APIKey 400 401 404 422
verifyOtp 200 - 400 401 422
disableOtp 200 - 400 401 422
enableOtp 200 - 400 401 422
generateOtpQrcode 200 - 400 401
verifyPhone 201 UserWithFullInfo 400 401 404
sendPhoneCode 200 - 400 401 404 422
createPhone 200 - 400 401 404 422
listPhones 200 Phone 401
createDocument 201 - 400 401 422
listDocuments 200 Document 401
updateProfile 200 Profile 401 422
createProfile 201 Profile 400 401 409 422
getMyProfiles 200 Profile 401 404
deleteLabel 204 - 400 401 404
updateLabel 200 Label 400 401 404 422
getLabel 200 Label 400 401 404
createLabel 201 Label 400 401 422
listLabels 200 Label 401
changePassword 201 - 400 404 422
listActivity 200 Activity
deleteMe 204 -
updateMe 200 UserWithFullInfo
getMe 200 UserWithFullInfo
createAddress 201 - 400 401 422
getAuth0Config 200 -
getPublicConfigs 200 -
getPublicVersion 200 -
getPublicTime 200 -
pingPublic 200 -
validatePublicPassword 201 -
receiveKycCallback 201 -
"""
"""operationId, status, model or `-`, refusals; in the order of the page."""


@dataclass(frozen=True, slots=True)
class Documented:
    """One operation as the page has it."""

    status: int
    model: str | None
    refusals: frozenset[int]


def _row(line: str) -> tuple[str, Documented]:
    name, status, model, *refusals = line.split()
    return name, Documented(int(status), None if model == "-" else model, frozenset(map(int, refusals)))


PAGE: dict[str, Documented] = dict(_row(line) for line in _PAGE.strip().splitlines())
_INSTEAD = {401: (404, 400), 403: (404, 400), 404: (422, 400), 422: (400,), 400: (422,)}
"""A status that the page does not have -> those that come nearest, best first."""


def answer(name: str, given: Answer) -> Answer:
    """A success of operation `name`, as the page has it."""
    page = PAGE[name]
    return Answer(page.status, given.body, given.headers)


def refusal(name: str, given: Refusal) -> Refusal:
    """A refusal by operation `name`, as the page has it. What the gate says is not on the page."""
    page = PAGE[name]
    keys = given.body.get("errors")
    if given.plain or not isinstance(keys, list):
        return given
    words = [str(key).rpartition(".")[2] for key in keys]
    if 409 in page.refusals and keys == ["state.exists"]:
        return Refusal(409, given.body)
    if 400 in page.refusals and all(word.startswith(("missing_", "empty_")) for word in words):
        return Refusal(400, given.body)
    if given.status in page.refusals:
        return given
    status = next((other for other in _INSTEAD.get(given.status, ()) if other in page.refusals), given.status)
    return Refusal(status, given.body)
