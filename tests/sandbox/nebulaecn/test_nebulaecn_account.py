"""Labels, data storage, activity, free data, closing an account."""

from __future__ import annotations

import json

import pytest

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, keys, refusal


class TestLabels:
    PATH = "/resource/labels"

    def test_life_of_a_public_label(self, member: Person) -> None:
        made = member.post(self.PATH, key="colour", value="blue")
        assert made.status_code == 201
        assert (made.json()["key"], made.json()["value"], made.json()["scope"]) == (
            "colour",
            "blue",
            "public",
        )
        changed = member.call("PATCH", f"{self.PATH}/colour", json={"value": "red"})
        assert (changed.status_code, changed.json()["value"]) == (200, "red")
        assert member.get(f"{self.PATH}/colour").json() == changed.json()
        assert member.call("DELETE", f"{self.PATH}/colour").status_code == 204
        assert refusal(member.get(f"{self.PATH}/colour")) == (404, ["record.not_found"])

    def test_private_labels_are_out_of_reach(self, member: Person) -> None:
        answer = member.call("PATCH", f"{self.PATH}/email", json={"value": "other"})
        assert refusal(answer) == (400, ["resource.labels.private"])
        assert refusal(member.call("DELETE", f"{self.PATH}/email")) == (400, ["resource.labels.private"])

    def test_public_labels_never_raise_the_level(self, member: Person) -> None:
        for key in ("phone", "document"):
            assert member.post(self.PATH, key=key, value="verified").status_code == 201
        member.control("label", email=member.email, key="unrelated", value="yes")
        assert member.me()["level"] == 1

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            (
                {},
                [
                    "resource.label.missing_key",
                    "resource.label.empty_key",
                    "resource.label.missing_value",
                    "resource.label.empty_value",
                ],
            ),
            ({"key": "ab", "value": "good"}, ["key.too_short"]),
            ({"key": "a" * 256, "value": "good"}, ["key.too_long"]),
            ({"key": "Upper", "value": "good"}, ["key.invalid"]),
            ({"key": "good", "value": "not this one"}, ["value.invalid"]),
            ({"key": "good", "value": "x"}, ["value.too_short"]),
        ],
    )
    def test_refusals(self, member: Person, body: dict[str, str], expected: list[str]) -> None:
        assert refusal(member.post(self.PATH, **body)) == (422, expected)

    def test_taken(self, member: Person) -> None:
        member.post(self.PATH, key="colour", value="blue")
        assert keys(member.post(self.PATH, key="colour", value="red")) == ["key.taken"]

    def test_update_needs_a_value_and_shows_a_bad_one_without_keeping_it(self, member: Person) -> None:
        member.post(self.PATH, key="colour", value="blue")
        path = f"{self.PATH}/colour"
        assert keys(member.call("PATCH", path, json={})) == ["resource.label.missing_value"]
        odd = member.call("PATCH", path, json={"value": "not good"})
        assert (odd.status_code, odd.json()["value"]) == (200, "not good")
        assert member.get(path).json()["value"] == "blue"

    def test_listing_by_age(self, member: Person) -> None:
        member.advance(1)
        member.post(self.PATH, key="colour", value="blue")
        assert [label["key"] for label in member.get(self.PATH).json()] == ["email", "colour"]
        newest = member.get(self.PATH, ordering="desc").json()
        assert [label["key"] for label in newest] == ["colour", "email"]
        assert refusal(member.get(self.PATH, ordering="up")) == (422, ["value"])


class TestDataStorage:
    PATH = "/resource/data_storage"

    def test_stock_list_of_titles_is_empty(self, member: Person) -> None:
        assert refusal(member.post(self.PATH, title="answers", data="{}")) == (422, ["title.inclusion"])

    def test_switched_on(self, member: Person) -> None:
        member.control("settings", data_storage_titles=["answers"])
        kept = member.post(self.PATH, title="answers", data='{"a": 1}')
        assert (kept.status_code, kept.json()) == (201, 201)
        assert member.labels()["answers"] == "recorded"
        [shown] = member.me()["data_storages"]
        assert (shown["title"], shown["data"]) == ("answers", '{"a": 1}')
        assert keys(member.post(self.PATH, title="answers", data="{}")) == ["title.taken"]

    def test_refusals(self, member: Person) -> None:
        member.control("settings", data_storage_titles=["answers"])
        assert keys(member.post(self.PATH)) == [
            "resource.datastorage.missing_title",
            "resource.datastorage.empty_title",
            "resource.datastorage.missing_data",
            "resource.datastorage.empty_data",
        ]
        assert keys(member.post(self.PATH, title="answers", data="{")) == ["data.invalid_format"]
        long = json.dumps("x" * 5200)
        assert keys(member.post(self.PATH, title="answers", data=long)) == ["data.too_long"]


class TestMe:
    PATH = "/resource/users/me"

    def test_shape(self, member: Person) -> None:
        assert set(member.me()) == {
            "email",
            "uid",
            "role",
            "level",
            "otp",
            "state",
            "referral_uid",
            "data",
            "username",
            "labels",
            "phones",
            "profiles",
            "data_storages",
            "created_at",
            "updated_at",
        }

    def test_free_data(self, member: Person) -> None:
        text = '{"language": "en"}'
        answer = member.call("PUT", self.PATH, json={"data": text})
        assert (answer.status_code, answer.json()["data"]) == (200, text)
        assert "csrf_token" not in answer.json()
        assert member.me()["data"] == text
        missing = ["resource.user.missing_data", "resource.user.empty_data"]
        assert refusal(member.call("PUT", self.PATH, json={})) == (422, missing)
        assert keys(member.call("PUT", self.PATH, json={"data": "{"})) == ["data.invalid_format"]

    @pytest.mark.parametrize("where", ["params", "data"])
    def test_closing(self, member: Person, where: str) -> None:
        answer = member.call("DELETE", self.PATH, **{where: {"password": PASSWORD}})
        assert (answer.status_code, answer.json()) == (200, 200)
        assert refusal(member.get(self.PATH)) == (401, ["authz.user_not_active"])
        assert refusal(member.log_in()) == (401, ["identity.session.deleted"])

    def test_closing_refusals(self, secured: Person) -> None:
        missing = ["resource.user.missing_password", "resource.user.empty_password"]
        assert refusal(secured.call("DELETE", self.PATH)) == (422, missing)
        wrong = secured.call("DELETE", self.PATH, params={"password": "x"})
        assert keys(wrong) == ["resource.user.invalid_password"]
        without = secured.call("DELETE", self.PATH, params={"password": PASSWORD})
        assert keys(without) == ["resource.user.missing_otp_code"]
        blank = secured.call("DELETE", self.PATH, params={"password": PASSWORD, "otp_code": ""})
        assert keys(blank) == ["resource.user.empty_otp_code"]
        bad = secured.call("DELETE", self.PATH, params={"password": PASSWORD, "otp_code": "x"})
        assert keys(bad) == ["resource.user.invalid_otp"]
        good = secured.call("DELETE", self.PATH, params={"password": PASSWORD, "otp_code": secured.code()})
        assert good.json() == 200


class TestActivity:
    PATH = "/resource/users/activity"

    def test_newest_first_with_filters(self, member: Person) -> None:
        member.post("/identity/sessions", email=member.email, password="wrong")
        member.advance(10)
        member.log_in()
        listed = member.get(f"{self.PATH}/session")
        assert [(item["action"], item["result"]) for item in listed.json()] == [
            ("login", "succeed"),
            ("login", "failed"),
        ]
        assert listed.headers["Total"] == "2"
        assert listed.json()[0]["user_ip"] == "10.1.2.3"
        assert len(member.get(f"{self.PATH}/session", result="failed").json()) == 1
        now = int(member.sandbox.world.clock.now())
        assert len(member.get(f"{self.PATH}/session", time_from=now - 5).json()) == 1
        assert len(member.get(f"{self.PATH}/session", time_to=now - 5).json()) == 1
        assert [item["action"] for item in member.get(f"{self.PATH}/account").json()] == ["signup"]
        assert len(member.get(f"{self.PATH}/all", limit=1).json()) == 1

    def test_refusals(self, member: Person) -> None:
        assert refusal(member.get(f"{self.PATH}/otp")) == (422, ["resource.user.no_activity"])
        assert refusal(member.get(f"{self.PATH}/weather")) == (422, ["resource.user.wrong_topic"])
        answer = member.get(f"{self.PATH}/all", time_from="x", time_to="", result="", page="0", limit="x")
        assert refusal(answer) == (
            422,
            [
                "resource.user.non_integer_time_from",
                "resource.user.empty_time_to",
                "resource.user.empty_result",
                "resource.user.non_positive_page",
                "resource.user.non_integer_limit",
            ],
        )


def test_control_settings_refuse_nonsense(person: Person) -> None:
    assert person.control("settings", nothing=True).status_code == 400
    assert person.control("settings", csrf="no").status_code == 400
    assert person.control("settings", require_level_for_keys="3").status_code == 400
    assert person.control("settings", captcha="hard").status_code == 400
    assert person.control("settings", levels=["email"]).status_code == 400
    assert person.control("settings").json()["csrf"] is True


def test_level_ladder_is_a_setting(member: Person) -> None:
    rungs = [["email", "verified"], ["colour", "blue"]]
    assert member.control("settings", levels=rungs).json()["levels"] == rungs
    member.control("label", email=member.email, key="colour", value="blue")
    assert member.me()["level"] == 2
