# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="CodeDeliveryDetails")

_KNOWN: frozenset[str] = frozenset(
    (
        "destination",
        "deliveryMedium",
        "attributeName",
    )
)


@_attrs_define
class CodeDeliveryDetails:
    """Where a code went.

    Attributes:
        destination (None | str | Unset): Masked phone number or e-mail address.
        delivery_medium (None | str | Unset): How the code was sent. Known: SMS, EMAIL.
        attribute_name (None | str | Unset): Which attribute of the person was used, for instance phone_number.
    """

    destination: None | str | Unset = UNSET
    delivery_medium: None | str | Unset = UNSET
    attribute_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        destination: None | str | Unset
        if isinstance(self.destination, Unset):
            destination = UNSET
        else:
            destination = self.destination

        delivery_medium: None | str | Unset
        if isinstance(self.delivery_medium, Unset):
            delivery_medium = UNSET
        else:
            delivery_medium = self.delivery_medium

        attribute_name: None | str | Unset
        if isinstance(self.attribute_name, Unset):
            attribute_name = UNSET
        else:
            attribute_name = self.attribute_name

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if destination is not UNSET:
            fields_["destination"] = destination
        if delivery_medium is not UNSET:
            fields_["deliveryMedium"] = delivery_medium
        if attribute_name is not UNSET:
            fields_["attributeName"] = attribute_name

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            destination=get_("destination", UNSET),
            delivery_medium=get_("deliveryMedium", UNSET),
            attribute_name=get_("attributeName", UNSET),
        )
        if not _KNOWN.issuperset(src_dict):
            rest_ = {key: value for key, value in src_dict.items() if key not in _KNOWN}
            instance_.additional_properties = rest_
        return instance_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
