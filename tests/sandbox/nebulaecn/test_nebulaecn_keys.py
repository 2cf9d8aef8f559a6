"""API keys of users and of service accounts, and paging."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from tests.sandbox.nebulaecn.helpers import Person, refusal

PATH = "/resource/api_keys"


def create(person: Person, **more: str) -> dict[str, Any]:
    answer = person.post(PATH, algorithm="HS256", totp_code=person.code(), **more)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


class TestCreation:
    def test_required_parameters(self, secured: Person) -> None:
        assert refusal(secured.post(PATH)) == (
            422,
            [
                "resource.apikey.missing_algorithm",
                "resource.apikey.empty_algorithm",
                "resource.api_key.missing_totp",
                "resource.apikey.empty_totp_code",
            ],
        )
        answer = secured.post(PATH, algorithm="HS256", scope=" ", totp_code="")
        assert refusal(answer) == (422, ["resource.apikey.empty_scope", "resource.apikey.empty_totp_code"])

    def test_two_factors_are_needed(self, member: Person) -> None:
        answer = member.post(PATH, algorithm="HS256", totp_code="123456")
        assert refusal(answer) == (400, ["resource.api_key.2fa_disabled"])

    def test_the_code_that_enabled_two_factors_is_spent(self, secured: Person) -> None:
        [used] = secured.used
        answer = secured.post(PATH, algorithm="HS256", totp_code=used)
        assert refusal(answer) == (422, ["totp.error"])

    def test_wrong_code(self, secured: Person) -> None:
        answer = secured.post(PATH, algorithm="HS256", totp_code="nonsense")
        assert refusal(answer) == (422, ["resource.api_key.invalid_totp"])

    @pytest.mark.parametrize(
        ("algorithm", "expected"),
        [("HS512", ["algorithm.inclusion"]), ("RS256", ["algorithm.inclusion", "kid.blank"])],
    )
    def test_algorithms(self, secured: Person, algorithm: str, expected: list[str]) -> None:
        answer = secured.post(PATH, algorithm=algorithm, totp_code=secured.code())
        assert refusal(answer) == (422, expected)
        assert secured.get(PATH).json() == []

    def test_the_holder_must_be_active(self, person: Person) -> None:
        person.sign_up().enable_otp()
        answer = person.post(PATH, algorithm="HS256", totp_code=person.code())
        assert refusal(answer) == (422, ["key_holder_account.invalid"])

    def test_a_level_is_asked_for_only_by_switch(self, secured: Person) -> None:
        create(secured)
        secured.control("settings", require_level_for_keys=3)
        body = {"algorithm": "HS256", "totp_code": secured.code()}
        assert refusal(secured.post(PATH, **body)) == (422, ["key_holder_account.invalid"])
        secured.add_phone()
        secured.control("label", email=secured.email, key="document", value="verified")
        create(secured)

    def test_scope_is_comma_text_in_and_a_list_out(self, secured: Person) -> None:
        assert create(secured, scope="trade, read")["scope"] == ["trade", "read"]
        assert create(secured)["scope"] == []


class TestListing:
    def test_no_secrets(self, secured: Person) -> None:
        key = create(secured)
        [shown] = secured.get(PATH).json()
        assert shown == {name: value for name, value in key.items() if name != "secret"}
        assert key["secret"] not in secured.get(PATH).text

    def test_paging(self, secured: Person) -> None:
        kids = [create(secured)["kid"] for _ in range(3)]
        whole = secured.get(PATH)
        assert [key["kid"] for key in whole.json()] == kids
        assert (whole.headers["Total"], whole.headers["Per-Page"], whole.headers["Page"]) == ("3", "100", "1")
        assert "Link" not in whole.headers
        first = secured.get(PATH, limit=2)
        assert [key["kid"] for key in first.json()] == kids[:2]
        assert set(re.findall(r'rel="(\w+)"', first.headers["Link"])) == {"next", "last"}
        [following] = [link for link in first.headers["Link"].split(", ") if 'rel="next"' in link]
        target = re.findall(r"<(.+)>", following)[0]
        second = secured.client.get(target)
        assert [key["kid"] for key in second.json()] == kids[2:]
        assert set(re.findall(r'rel="(\w+)"', second.headers["Link"])) == {"first", "prev"}
        assert secured.get(PATH, page=9).json() == []

    def test_ordering(self, secured: Person) -> None:
        kids = [create(secured)["kid"] for _ in range(3)]
        newest = secured.get(PATH, ordering="desc").json()
        assert [key["kid"] for key in newest] == kids[::-1]
        by_kid = secured.get(PATH, order_by="kid").json()
        assert [key["kid"] for key in by_kid] == sorted(kids)

    @pytest.mark.parametrize(
        ("name", "value", "key"),
        [
            ("ordering", "up", "invalid_ordering"),
            ("order_by", "secret", "invalid_attribute"),
            ("page", "one", "non_integer_page"),
            ("page", "0", "non_positive_page"),
            ("limit", "1.5", "non_integer_limit"),
            ("limit", "0", "invalid_limit"),
            ("limit", "101", "invalid_limit"),
        ],
    )
    def test_refusals(self, member: Person, name: str, value: str, key: str) -> None:
        assert refusal(member.get(PATH, **{name: value})) == (422, [f"resource.api_key.{key}"])


class TestChange:
    def change(self, person: Person, kid: str, **body: str) -> httpx.Response:
        return person.call("PATCH", f"{PATH}/{kid}", json=body)

    def test_state(self, secured: Person) -> None:
        kid = create(secured, scope="trade")["kid"]
        off = self.change(secured, kid, state="inactive", scope="read", totp_code=secured.code())
        assert (off.status_code, off.json()["state"], off.json()["scope"]) == (200, "inactive", ["read"])
        assert "secret" not in off.json()

    def test_without_scope_the_scope_is_emptied(self, secured: Person) -> None:
        kid = create(secured, scope="trade")["kid"]
        assert self.change(secured, kid, totp_code=secured.code()).json()["scope"] == []
        [shown] = secured.get(PATH).json()
        assert (shown["scope"], shown["state"]) == ([], "active")

    def test_refusals(self, secured: Person) -> None:
        kid = create(secured)["kid"]
        missing = ["resource.apikey.missing_totp_code", "resource.apikey.empty_totp_code"]
        assert refusal(self.change(secured, kid)) == (422, missing)
        assert refusal(self.change(secured, kid, totp_code="x")) == (422, ["resource.api_key.invalid_totp"])
        odd = self.change(secured, kid, state="asleep", totp_code=secured.code())
        assert refusal(odd) == (422, ["state.invalid"])
        absent = self.change(secured, "0" * 16, totp_code=secured.code())
        assert refusal(absent) == (404, ["record.not_found"])

    def test_keys_of_others_are_not_found(self, secured: Person) -> None:
        kid = create(secured)["kid"]
        other = Person(secured.sandbox, "other@example.com").sign_up().confirm().enable_otp()
        assert refusal(self.change(other, kid, totp_code=other.code())) == (404, ["record.not_found"])
        gone = other.call("DELETE", f"{PATH}/{kid}", params={"totp_code": other.code()})
        assert refusal(gone) == (404, ["record.not_found"])


class TestDeletion:
    @pytest.mark.parametrize("where", ["params", "data", "json"])
    def test_code_in_query_or_body(self, secured: Person, where: str) -> None:
        kid = create(secured)["kid"]
        answer = secured.call("DELETE", f"{PATH}/{kid}", **{where: {"totp_code": secured.code()}})
        assert (answer.status_code, answer.content) == (204, b"")
        assert secured.get(PATH).json() == []

    def test_missing_code(self, secured: Person) -> None:
        answer = secured.call("DELETE", f"{PATH}/{create(secured)['kid']}")
        assert refusal(answer)[0] == 422
        assert len(secured.get(PATH).json()) == 1


class TestServiceAccounts:
    PATH = "/resource/service_accounts"

    @pytest.fixture
    def uid(self, secured: Person) -> str:
        return str(secured.control("service_account", email=secured.email).json()["uid"])

    def test_list_shows_rows(self, secured: Person, uid: str) -> None:
        [row] = secured.get(self.PATH).json()
        assert set(row) == {
            "id",
            "uid",
            "owner_id",
            "email",
            "role",
            "level",
            "state",
            "created_at",
            "updated_at",
        }
        assert row["uid"] == uid
        other = Person(secured.sandbox, "other@example.com").sign_up().confirm()
        assert other.get(self.PATH).json() == []

    def test_life_of_a_key(self, secured: Person, uid: str) -> None:
        keys = f"{self.PATH}/api_keys"
        made = secured.post(
            keys, service_account_uid=uid, algorithm="HS256", scope="a", totp_code=secured.code()
        )
        assert made.status_code == 201
        kid = made.json()["kid"]
        assert made.json()["secret"]
        listed = secured.get(keys, service_account_uid=uid)
        assert [key["kid"] for key in listed.json()] == [kid]
        assert listed.headers["Total"] == "1"
        assert secured.get(PATH).json() == []
        body = {"service_account_uid": uid, "state": "inactive", "totp_code": secured.code()}
        changed = secured.call("PUT", f"{keys}/{kid}", json=body)
        assert (changed.status_code, changed.json()["state"]) == (200, "inactive")
        query = {"service_account_uid": uid, "totp_code": secured.code()}
        assert secured.call("DELETE", f"{keys}/{kid}", params=query).status_code == 204
        assert secured.get(keys, service_account_uid=uid).json() == []

    def test_refusals(self, secured: Person, uid: str) -> None:
        keys = f"{self.PATH}/api_keys"
        assert refusal(secured.get(keys, service_account_uid="SI0")) == (
            404,
            ["resource.service_account.doesnt_exist"],
        )
        assert refusal(secured.post(keys, service_account_uid=uid, algorithm="HS256")) == (
            422,
            ["resource.service_accounts.missing_totp", "resource.serviceaccount.empty_totp_code"],
        )
        wrong = secured.post(keys, service_account_uid=uid, algorithm="HS256", totp_code="x")
        assert refusal(wrong) == (422, ["resource.service_accounts.invalid_totp"])
        query = {"service_account_uid": uid, "totp_code": secured.code()}
        absent = secured.call("DELETE", f"{keys}/0", params=query)
        assert refusal(absent) == (404, ["record.not_found"])

    def test_owner_without_two_factors(self, member: Person) -> None:
        uid = member.control("service_account", email=member.email).json()["uid"]
        body = {"service_account_uid": uid, "algorithm": "HS256", "totp_code": "1"}
        answer = member.post(f"{self.PATH}/api_keys", **body)
        assert refusal(answer) == (400, ["resource.service_accounts.2fa_disabled"])
