# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Order")


@_attrs_define
class Order:
    """An open order. Prices and sizes are decimal strings or numbers.

    Attributes:
        id (str | Unset): Identifier of the order.
        client_order_id (None | str | Unset): The client's own name for it.
        profile_id (int | Unset): Profile that owns it.
        market_id (str | Unset): Market, for example `BTC-USD`.
        order_type (str | Unset): Kind of order, for example `limit` or `market`.
        side (str | Unset): `long` or `short`.
        status (str | Unset): State of the order, for example `open`.
        reason (None | str | Unset): Why it was cancelled or rejected.
        time_in_force (None | str | Unset): How long it stays, for example `good_till_cancel`.
        price (float | None | str | Unset): Limit price.
        size (float | None | str | Unset): Size that is left.
        initial_size (float | None | str | Unset): Size when it was placed.
        size_percent (float | None | str | Unset): Share of the position that it closes.
        total_filled_size (float | None | str | Unset): Size that was filled.
        trigger_price (float | None | str | Unset): Price that sets it off.
        created_at (int | None | Unset): When it was placed.
        updated_at (int | None | Unset): When it last changed.
        timestamp (int | None | Unset): Time at the venue, unix microseconds.
    """

    id: str | Unset = UNSET
    client_order_id: None | str | Unset = UNSET
    profile_id: int | Unset = UNSET
    market_id: str | Unset = UNSET
    order_type: str | Unset = UNSET
    side: str | Unset = UNSET
    status: str | Unset = UNSET
    reason: None | str | Unset = UNSET
    time_in_force: None | str | Unset = UNSET
    price: float | None | str | Unset = UNSET
    size: float | None | str | Unset = UNSET
    initial_size: float | None | str | Unset = UNSET
    size_percent: float | None | str | Unset = UNSET
    total_filled_size: float | None | str | Unset = UNSET
    trigger_price: float | None | str | Unset = UNSET
    created_at: int | None | Unset = UNSET
    updated_at: int | None | Unset = UNSET
    timestamp: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        client_order_id: None | str | Unset
        if isinstance(self.client_order_id, Unset):
            client_order_id = UNSET
        else:
            client_order_id = self.client_order_id

        profile_id = self.profile_id

        market_id = self.market_id

        order_type = self.order_type

        side = self.side

        status = self.status

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        time_in_force: None | str | Unset
        if isinstance(self.time_in_force, Unset):
            time_in_force = UNSET
        else:
            time_in_force = self.time_in_force

        price: float | None | str | Unset
        if isinstance(self.price, Unset):
            price = UNSET
        else:
            price = self.price

        size: float | None | str | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        initial_size: float | None | str | Unset
        if isinstance(self.initial_size, Unset):
            initial_size = UNSET
        else:
            initial_size = self.initial_size

        size_percent: float | None | str | Unset
        if isinstance(self.size_percent, Unset):
            size_percent = UNSET
        else:
            size_percent = self.size_percent

        total_filled_size: float | None | str | Unset
        if isinstance(self.total_filled_size, Unset):
            total_filled_size = UNSET
        else:
            total_filled_size = self.total_filled_size

        trigger_price: float | None | str | Unset
        if isinstance(self.trigger_price, Unset):
            trigger_price = UNSET
        else:
            trigger_price = self.trigger_price

        created_at: int | None | Unset
        if isinstance(self.created_at, Unset):
            created_at = UNSET
        else:
            created_at = self.created_at

        updated_at: int | None | Unset
        if isinstance(self.updated_at, Unset):
            updated_at = UNSET
        else:
            updated_at = self.updated_at

        timestamp: int | None | Unset
        if isinstance(self.timestamp, Unset):
            timestamp = UNSET
        else:
            timestamp = self.timestamp

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if id is not UNSET:
            fields_["id"] = id
        if client_order_id is not UNSET:
            fields_["client_order_id"] = client_order_id
        if profile_id is not UNSET:
            fields_["profile_id"] = profile_id
        if market_id is not UNSET:
            fields_["market_id"] = market_id
        if order_type is not UNSET:
            fields_["order_type"] = order_type
        if side is not UNSET:
            fields_["side"] = side
        if status is not UNSET:
            fields_["status"] = status
        if reason is not UNSET:
            fields_["reason"] = reason
        if time_in_force is not UNSET:
            fields_["time_in_force"] = time_in_force
        if price is not UNSET:
            fields_["price"] = price
        if size is not UNSET:
            fields_["size"] = size
        if initial_size is not UNSET:
            fields_["initial_size"] = initial_size
        if size_percent is not UNSET:
            fields_["size_percent"] = size_percent
        if total_filled_size is not UNSET:
            fields_["total_filled_size"] = total_filled_size
        if trigger_price is not UNSET:
            fields_["trigger_price"] = trigger_price
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at
        if timestamp is not UNSET:
            fields_["timestamp"] = timestamp

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        values_ = dict(src_dict)
        id = values_.pop("id", UNSET)

        def _parse_client_order_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        client_order_id = _parse_client_order_id(values_.pop("client_order_id", UNSET))

        profile_id = values_.pop("profile_id", UNSET)

        market_id = values_.pop("market_id", UNSET)

        order_type = values_.pop("order_type", UNSET)

        side = values_.pop("side", UNSET)

        status = values_.pop("status", UNSET)

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(values_.pop("reason", UNSET))

        def _parse_time_in_force(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        time_in_force = _parse_time_in_force(values_.pop("time_in_force", UNSET))

        def _parse_price(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        price = _parse_price(values_.pop("price", UNSET))

        def _parse_size(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        size = _parse_size(values_.pop("size", UNSET))

        def _parse_initial_size(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        initial_size = _parse_initial_size(values_.pop("initial_size", UNSET))

        def _parse_size_percent(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        size_percent = _parse_size_percent(values_.pop("size_percent", UNSET))

        def _parse_total_filled_size(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        total_filled_size = _parse_total_filled_size(values_.pop("total_filled_size", UNSET))

        def _parse_trigger_price(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        trigger_price = _parse_trigger_price(values_.pop("trigger_price", UNSET))

        def _parse_created_at(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        created_at = _parse_created_at(values_.pop("created_at", UNSET))

        def _parse_updated_at(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        updated_at = _parse_updated_at(values_.pop("updated_at", UNSET))

        def _parse_timestamp(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        timestamp = _parse_timestamp(values_.pop("timestamp", UNSET))

        instance_ = cls(
            id=id,
            client_order_id=client_order_id,
            profile_id=profile_id,
            market_id=market_id,
            order_type=order_type,
            side=side,
            status=status,
            reason=reason,
            time_in_force=time_in_force,
            price=price,
            size=size,
            initial_size=initial_size,
            size_percent=size_percent,
            total_filled_size=total_filled_size,
            trigger_price=trigger_price,
            created_at=created_at,
            updated_at=updated_at,
            timestamp=timestamp,
        )

        instance_.additional_properties = values_
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
