# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="TradeConfig")

_KNOWN: frozenset[str] = frozenset(
    (
        "customerAccess",
        "positionsConfig",
        "ordersConfig",
        "ordersHistoryConfig",
        "filledOrdersConfig",
        "accountDetailsConfig",
        "limits",
        "rateLimits",
    )
)


@_attrs_define
class TradeConfig:
    """Columns of the venue's tables, and its limits.

    Attributes:
        customer_access (CustomerAccess | None | Unset):
        positions_config (None | TableConfig | Unset):
        orders_config (None | TableConfig | Unset):
        orders_history_config (None | TableConfig | Unset):
        filled_orders_config (None | TableConfig | Unset):
        account_details_config (None | TableConfig | Unset):
        limits (list[Limit] | None | Unset): Sizes the venue answers at most.
        rate_limits (list[RateLimit] | None | Unset): Calls the venue takes per interval.
    """

    customer_access: CustomerAccess | None | Unset = UNSET
    positions_config: None | TableConfig | Unset = UNSET
    orders_config: None | TableConfig | Unset = UNSET
    orders_history_config: None | TableConfig | Unset = UNSET
    filled_orders_config: None | TableConfig | Unset = UNSET
    account_details_config: None | TableConfig | Unset = UNSET
    limits: list[Limit] | None | Unset = UNSET
    rate_limits: list[RateLimit] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        customer_access: dict[str, Any] | None | Unset
        if isinstance(self.customer_access, Unset):
            customer_access = UNSET
        elif isinstance(self.customer_access, CustomerAccess):
            customer_access = self.customer_access.to_dict()
        else:
            customer_access = self.customer_access

        positions_config: dict[str, Any] | None | Unset
        if isinstance(self.positions_config, Unset):
            positions_config = UNSET
        elif isinstance(self.positions_config, TableConfig):
            positions_config = self.positions_config.to_dict()
        else:
            positions_config = self.positions_config

        orders_config: dict[str, Any] | None | Unset
        if isinstance(self.orders_config, Unset):
            orders_config = UNSET
        elif isinstance(self.orders_config, TableConfig):
            orders_config = self.orders_config.to_dict()
        else:
            orders_config = self.orders_config

        orders_history_config: dict[str, Any] | None | Unset
        if isinstance(self.orders_history_config, Unset):
            orders_history_config = UNSET
        elif isinstance(self.orders_history_config, TableConfig):
            orders_history_config = self.orders_history_config.to_dict()
        else:
            orders_history_config = self.orders_history_config

        filled_orders_config: dict[str, Any] | None | Unset
        if isinstance(self.filled_orders_config, Unset):
            filled_orders_config = UNSET
        elif isinstance(self.filled_orders_config, TableConfig):
            filled_orders_config = self.filled_orders_config.to_dict()
        else:
            filled_orders_config = self.filled_orders_config

        account_details_config: dict[str, Any] | None | Unset
        if isinstance(self.account_details_config, Unset):
            account_details_config = UNSET
        elif isinstance(self.account_details_config, TableConfig):
            account_details_config = self.account_details_config.to_dict()
        else:
            account_details_config = self.account_details_config

        limits: list[dict[str, Any]] | None | Unset
        if isinstance(self.limits, Unset):
            limits = UNSET
        elif isinstance(self.limits, list):
            limits = []
            for limits_type_0_item_data in self.limits:
                limits_type_0_item = limits_type_0_item_data.to_dict()
                limits.append(limits_type_0_item)

        else:
            limits = self.limits

        rate_limits: list[dict[str, Any]] | None | Unset
        if isinstance(self.rate_limits, Unset):
            rate_limits = UNSET
        elif isinstance(self.rate_limits, list):
            rate_limits = []
            for rate_limits_type_0_item_data in self.rate_limits:
                rate_limits_type_0_item = rate_limits_type_0_item_data.to_dict()
                rate_limits.append(rate_limits_type_0_item)

        else:
            rate_limits = self.rate_limits

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if customer_access is not UNSET:
            fields_["customerAccess"] = customer_access
        if positions_config is not UNSET:
            fields_["positionsConfig"] = positions_config
        if orders_config is not UNSET:
            fields_["ordersConfig"] = orders_config
        if orders_history_config is not UNSET:
            fields_["ordersHistoryConfig"] = orders_history_config
        if filled_orders_config is not UNSET:
            fields_["filledOrdersConfig"] = filled_orders_config
        if account_details_config is not UNSET:
            fields_["accountDetailsConfig"] = account_details_config
        if limits is not UNSET:
            fields_["limits"] = limits
        if rate_limits is not UNSET:
            fields_["rateLimits"] = rate_limits

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_customer_access(data: object) -> CustomerAccess | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_access_type_0 = CustomerAccess.from_dict(data)

                return customer_access_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        customer_access = _parse_customer_access(get_("customerAccess", UNSET))

        def _parse_positions_config(data: object) -> None | TableConfig | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                positions_config_type_0 = TableConfig.from_dict(data)

                return positions_config_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        positions_config = _parse_positions_config(get_("positionsConfig", UNSET))

        def _parse_orders_config(data: object) -> None | TableConfig | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                orders_config_type_0 = TableConfig.from_dict(data)

                return orders_config_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        orders_config = _parse_orders_config(get_("ordersConfig", UNSET))

        def _parse_orders_history_config(data: object) -> None | TableConfig | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                orders_history_config_type_0 = TableConfig.from_dict(data)

                return orders_history_config_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        orders_history_config = _parse_orders_history_config(get_("ordersHistoryConfig", UNSET))

        def _parse_filled_orders_config(data: object) -> None | TableConfig | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                filled_orders_config_type_0 = TableConfig.from_dict(data)

                return filled_orders_config_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        filled_orders_config = _parse_filled_orders_config(get_("filledOrdersConfig", UNSET))

        def _parse_account_details_config(data: object) -> None | TableConfig | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                account_details_config_type_0 = TableConfig.from_dict(data)

                return account_details_config_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        account_details_config = _parse_account_details_config(get_("accountDetailsConfig", UNSET))

        def _parse_limits(data: object) -> list[Limit] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                limits_type_0 = []
                _limits_type_0 = data
                for limits_type_0_item_data in _limits_type_0:
                    limits_type_0_item = Limit.from_dict(limits_type_0_item_data)

                    limits_type_0.append(limits_type_0_item)

                return limits_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        limits = _parse_limits(get_("limits", UNSET))

        def _parse_rate_limits(data: object) -> list[RateLimit] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                rate_limits_type_0 = []
                _rate_limits_type_0 = data
                for rate_limits_type_0_item_data in _rate_limits_type_0:
                    rate_limits_type_0_item = RateLimit.from_dict(rate_limits_type_0_item_data)

                    rate_limits_type_0.append(rate_limits_type_0_item)

                return rate_limits_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        rate_limits = _parse_rate_limits(get_("rateLimits", UNSET))

        instance_ = cls(
            customer_access=customer_access,
            positions_config=positions_config,
            orders_config=orders_config,
            orders_history_config=orders_history_config,
            filled_orders_config=filled_orders_config,
            account_details_config=account_details_config,
            limits=limits,
            rate_limits=rate_limits,
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


from ..models.customer_access import CustomerAccess
from ..models.limit import Limit
from ..models.rate_limit import RateLimit
from ..models.table_config import TableConfig
