# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.application_type import ApplicationType
from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="NewUser")


@_attrs_define
class NewUser:
    """The user to make. Answers name some fields otherwise: userName, appType.

    Attributes:
        username (str): Name to log in with, unique at the venue and never changeable. Usually the e-mail address; at
            least 6 characters.
        password (str): Password. The rules are not published.
        firstname (str): Given name.
        lastname (str): Family name.
        phone (str): Phone number.
        email (str): E-mail address.
        street (str): Street and number.
        city (str): City.
        county (str): County, the administrative area. Needed, and not the same as country.
        state (str): State or province code, for instance IL.
        post_code (str): Postal code.
        country (str): ISO country code, for instance US.
        apptype (ApplicationType): Whether the person uses market data professionally. It decides about fees and
            agreements.
        template_user (str | Unset): User to copy settings from, instead of the firm's default user.
    """

    username: str
    password: str = _attrs_field(repr=masked)
    firstname: str
    lastname: str
    phone: str
    email: str
    street: str
    city: str
    county: str
    state: str
    post_code: str
    country: str
    apptype: ApplicationType
    template_user: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        password = self.password

        firstname = self.firstname

        lastname = self.lastname

        phone = self.phone

        email = self.email

        street = self.street

        city = self.city

        county = self.county

        state = self.state

        post_code = self.post_code

        country = self.country

        apptype = self.apptype.value

        template_user = self.template_user

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "username": username,
                "password": password,
                "firstname": firstname,
                "lastname": lastname,
                "phone": phone,
                "email": email,
                "street": street,
                "city": city,
                "county": county,
                "state": state,
                "postCode": post_code,
                "country": country,
                "apptype": apptype,
            }
        )
        if template_user is not UNSET:
            fields_["templateUser"] = template_user

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        apptype = ApplicationType(src_dict["apptype"])

        instance_ = cls(
            username=src_dict["username"],
            password=src_dict["password"],
            firstname=src_dict["firstname"],
            lastname=src_dict["lastname"],
            phone=src_dict["phone"],
            email=src_dict["email"],
            street=src_dict["street"],
            city=src_dict["city"],
            county=src_dict["county"],
            state=src_dict["state"],
            post_code=src_dict["postCode"],
            country=src_dict["country"],
            apptype=apptype,
            template_user=get_("templateUser", UNSET),
        )
        return instance_
