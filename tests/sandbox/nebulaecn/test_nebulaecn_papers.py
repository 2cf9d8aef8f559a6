"""Profiles, documents and addresses."""

from __future__ import annotations

import datetime as dt

import httpx
import pytest

from tests.sandbox.nebulaecn.helpers import PNG, Person, keys, refusal


class TestProfiles:
    def test_none_is_an_empty_list(self, member: Person) -> None:
        assert member.get("/resource/profiles/me").json() == []

    def test_draft_then_submission(self, member: Person) -> None:
        draft = member.post("/resource/profiles", first_name="John", city="  New   York ")
        assert (draft.status_code, draft.json()["state"]) == (201, "drafted")
        assert draft.json()["city"] == "New York"
        assert member.labels()["profile"] == "drafted"
        changed = member.call("PUT", "/resource/profiles", json={"last_name": "Smith", "dob": "1990-05-17"})
        assert changed.status_code == 200
        assert (changed.json()["first_name"], changed.json()["last_name"]) == ("John", "S****")
        done = member.call("PUT", "/resource/profiles", data={"confirm": "true"})
        assert (done.status_code, done.json()["state"], done.json()["dob"]) == (
            200,
            "submitted",
            "1990-05-**",
        )
        assert member.labels()["profile"] == "submitted"
        assert member.get("/resource/profiles/me").json() == [done.json()]

    @pytest.mark.parametrize("confirm", [True, False])
    def test_one_at_a_time(self, member: Person, confirm: bool) -> None:
        member.post("/resource/profiles", first_name="John", confirm=confirm)
        assert refusal(member.post("/resource/profiles", first_name="Jim")) == (422, ["state.exists"])
        member.control("kyc", email=member.email, verdict="approved")
        again = member.post("/resource/profiles", first_name="Jim")
        assert again.status_code == (201 if confirm else 422)

    def test_only_a_draft_can_be_changed(self, member: Person) -> None:
        expected = (404, ["resource.profile.doesnt_exist_or_not_editable"])
        assert refusal(member.call("PUT", "/resource/profiles", json={})) == expected
        member.post("/resource/profiles", first_name="John", confirm=True)
        assert refusal(member.call("PUT", "/resource/profiles", json={"first_name": "Jim"})) == expected

    @pytest.mark.parametrize(
        ("field", "value", "expected"),
        [
            ("first_name", "J@hn", ["first_name.invalid"]),
            ("last_name", "x" * 256, ["last_name.too_long"]),
            ("city", "<b>", ["city.invalid"]),
            ("postcode", "SW1A_1AA", ["postcode.invalid"]),
            ("address", "x\x00y", ["address.invalid"]),
            ("dob", "2999-01-01", ["dob.invalid"]),
            ("dob", "yesterday", ["invalid"]),
            ("dob", "1700000000", ["invalid"]),
            ("confirm", "perhaps", ["invalid"]),
            ("country", "XX", ["country.must have alpha2 or alpha3 format"]),
            ("country", "Great Britain", ["country.must have alpha2 or alpha3 format"]),
            ("metadata", "{nonsense", ["metadata.invalid_format"]),
        ],
    )
    def test_refusals(self, member: Person, field: str, value: str, expected: list[str]) -> None:
        assert refusal(member.post("/resource/profiles", **{field: value})) == (422, expected)
        assert member.get("/resource/profiles/me").json() == []

    def test_all_broken_rules_come_together(self, member: Person) -> None:
        member.post("/resource/profiles", first_name="John")
        answer = member.post("/resource/profiles", first_name="J@hn", country="XX")
        assert keys(answer) == [
            "state.exists",
            "first_name.invalid",
            "country.must have alpha2 or alpha3 format",
        ]

    @pytest.mark.parametrize("country", ["GB", "GBR", "gb"])
    def test_country_codes(self, member: Person, country: str) -> None:
        assert member.post("/resource/profiles", country=country).json()["country"] == country

    def test_metadata_stays_text(self, member: Person) -> None:
        text = '{"a": 1}'
        assert member.post("/resource/profiles", metadata=text).json()["metadata"] == text


class TestDocuments:
    def test_required_parameters_come_in_order(self, member: Person) -> None:
        assert refusal(member.post("/resource/documents")) == (
            422,
            [
                "resource.document.missing_doc_type",
                "resource.document.empty_doc_type",
                "resource.document.missing_doc_number",
                "resource.document.empty_doc_number",
                "resource.document.missing_upload",
            ],
        )

    @pytest.mark.parametrize(
        ("field", "value", "expected"),
        [
            ("doc_expire", "soon", "resource.documents.expire_not_a_date"),
            ("doc_expire", "2030-02-30", "resource.documents.expire_not_a_date"),
            ("doc_expire", "", "resource.documents.invalid_format"),
            ("doc_expire", "2001-01-01", "resource.documents.already_expired"),
            ("doc_category", "inside", "resource.documents.doc_category"),
            ("doc_type", "Library card", "doc_type.inclusion"),
            ("doc_number", "AB/12", "doc_number.invalid"),
            ("doc_number", "1" * 129, "doc_number.too_long"),
            ("metadata", "{", "metadata.invalid_format"),
        ],
    )
    def test_refused_fields(self, member: Person, field: str, value: str, expected: str) -> None:
        assert refusal(member.upload("a.png", **{field: value})) == (422, [expected])
        assert member.get("/resource/documents").json() == []

    def test_a_document_is_good_on_its_last_day(self, member: Person) -> None:
        today = dt.datetime.fromtimestamp(member.sandbox.world.clock.now(), dt.UTC).date()
        assert member.upload("a.png", doc_expire=today.isoformat()).status_code == 201
        member.advance(86_400)
        member.log_in()
        assert keys(member.upload("a.png", doc_expire=today.isoformat())) == [
            "resource.documents.already_expired"
        ]

    @pytest.mark.parametrize("name", ["a.gif", "a.exe", "noextension"])
    def test_extension(self, member: Person, name: str) -> None:
        status, found = refusal(member.upload(name))
        assert status == 422
        assert found[0].startswith("upload.You are not allowed to upload")
        assert found[1] == "upload.blank"

    @pytest.mark.parametrize("name", ["a.jpg", "a.jpeg", "a.PNG", "a.pdf"])
    def test_good_extensions(self, member: Person, name: str) -> None:
        assert member.upload(name).status_code == 201

    def send(
        self, member: Person, files: list[tuple[str, tuple[str, bytes]]], **extra: str
    ) -> httpx.Response:
        data = {"doc_type": "Passport", "doc_number": "AB123456", "doc_expire": "2999-12-31"} | extra
        return member.call("POST", "/resource/documents", data=data, files=files)

    def test_size(self, member: Person) -> None:
        limit = 10 * 1024 * 1024
        assert self.send(member, [("upload[]", ("a.png", b"x" * limit))]).status_code == 201
        status, found = refusal(self.send(member, [("upload[]", ("a.png", b"x" * (limit + 1)))]))
        assert (status, found[-1]) == (422, "upload.blank")
        assert refusal(self.send(member, [("upload[]", ("a.png", b""))])) == (422, ["upload.blank"])

    def test_upload_without_brackets(self, member: Person) -> None:
        assert refusal(self.send(member, [("upload", ("a.png", PNG))])) == (422, ["upload.blank"])
        for _ in range(6):
            member.upload("a.png")
        answer = self.send(member, [("upload", ("a.png", PNG))])
        assert refusal(answer) == (400, ["resource.documents.limit_will_be_reached"])

    def test_text_instead_of_a_file(self, member: Person) -> None:
        body = {"doc_type": "Passport", "doc_number": "A1", "doc_expire": "2999-12-31", "upload": "text"}
        assert refusal(member.post("/resource/documents", **body)) == (500, ["server.internal_error"])

    def test_unknown_field(self, member: Person) -> None:
        assert refusal(member.upload("a.png", colour="red")) == (500, ["server.internal_error"])
        assert member.get("/resource/documents").json() == []

    def test_ten_files_and_no_more(self, member: Person) -> None:
        for _ in range(3):
            assert member.upload("a.png", "b.png", "c.png").status_code == 201
        answer = member.upload("a.png", "b.png")
        assert refusal(answer) == (400, ["resource.documents.limit_will_be_reached"])
        assert member.upload("a.png").status_code == 201
        assert refusal(member.upload("a.png")) == (400, ["resource.documents.limit_reached"])

    def test_listing_is_masked(self, member: Person) -> None:
        member.upload("front.png")
        [shown] = member.get("/resource/documents").json()
        assert set(shown) == {"upload", "doc_type", "doc_number", "doc_expire"}
        assert (shown["doc_number"], shown["doc_expire"]) == ("AB****56", "2999-12-31")
        assert shown["upload"]["url"].endswith("/front.png")

    @pytest.mark.parametrize(
        ("doc_type", "needed"), [("Passport", 2), ("Identity card", 3), ("Driver license", 3)]
    )
    def test_a_complete_batch_goes_to_verification(self, member: Person, doc_type: str, needed: int) -> None:
        for _ in range(needed - 1):
            assert member.upload("a.png", doc_type=doc_type, identificator="one").status_code == 201
        member.upload("a.png", doc_type=doc_type, identificator="another")
        assert "document" not in member.labels()
        member.upload("a.png", doc_type=doc_type, identificator="one")
        assert member.labels()["document"] == "pending"

    def test_other_types_are_never_verified(self, member: Person) -> None:
        for _ in range(4):
            member.upload("a.png", doc_type="Utility Bill", identificator="one")
        assert "document" not in member.labels()

    def test_local_provider_is_pending_at_once(self, member: Person) -> None:
        member.control("settings", kyc_provider="local")
        member.upload("a.png", doc_type="Utility Bill")
        assert member.labels()["document"] == "pending"
        callback = member.post("/public/kyc", applicant_id="x")
        assert (callback.status_code, callback.json()) == (422, 422)

    def test_vendor_callback_proves_nothing(self, member: Person) -> None:
        callback = member.post("/public/kyc", applicant_id="x", verification_id="y", verified=True)
        assert (callback.status_code, callback.json()) == (200, 200)
        assert "document" not in member.labels()


class TestAddresses:
    def send(self, member: Person, **fields: str) -> httpx.Response:
        data = {
            "country": "GB",
            "address": "12 High Street",
            "city": "London",
            "postcode": "SW1A 1AA",
        } | fields
        return member.call("POST", "/resource/addresses", data=data, files=[("upload[]", ("bill.pdf", PNG))])

    def test_cannot_work_while_documents_must_expire(self, member: Person) -> None:
        assert refusal(self.send(member)) == (422, ["doc_expire.blank"])

    def test_works_otherwise(self, member: Person) -> None:
        member.control("settings", documents_expire=False)
        answer = self.send(member)
        assert (answer.status_code, answer.json()) == (201, 201)
        assert member.labels()["address"] == "pending"

    def test_required_parameters(self, member: Person) -> None:
        names = ("country", "address", "upload", "city", "postcode")
        assert refusal(member.post("/resource/addresses")) == (
            422,
            [f"resource.address.missing_{name}" for name in names],
        )
