# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="RiskDetails")

_KNOWN: frozenset[str] = frozenset(
    (
        "comparisonRiskNumber",
        "comparisonNetLiqBalPCRiskNumber",
        "comparisonPCChangeVolatility",
        "comparisonPCChangeUnderlying",
        "comparisonWarningLevel",
        "maxDailyTheoLoss",
        "maxDailyTheoLossPCWarning",
        "greekDelta",
        "greekDeltaWarning",
        "greekVega",
        "greekVegaWarning",
        "greekGamma",
        "greekGammaWarning",
        "greekTheta",
        "greekThetaWarning",
    )
)


@_attrs_define
class RiskDetails:
    """Risk figures of an account.

    Attributes:
        comparison_risk_number (float | str | Unset): Risk number to compare with.
        comparison_net_liq_bal_pc_risk_number (float | str | Unset): Risk number against the net liquidation balance.
        comparison_pc_change_volatility (float | str | Unset): Change of volatility in the comparison, as a fraction.
        comparison_pc_change_underlying (float | str | Unset): Change of the underlying in the comparison, as a
            fraction.
        comparison_warning_level (float | str | Unset): Warning level of the comparison, as a fraction.
        max_daily_theo_loss (float | str | Unset): Largest theoretical loss of a day.
        max_daily_theo_loss_pc_warning (float | str | Unset): Its warning level, as a fraction.
        greek_delta (float | str | Unset): Limit of delta.
        greek_delta_warning (float | str | Unset): Its warning level, as a fraction.
        greek_vega (float | str | Unset): Limit of vega.
        greek_vega_warning (float | str | Unset): Its warning level, as a fraction.
        greek_gamma (float | str | Unset): Limit of gamma.
        greek_gamma_warning (float | str | Unset): Its warning level, as a fraction.
        greek_theta (float | str | Unset): Limit of theta.
        greek_theta_warning (float | str | Unset): Its warning level, as a fraction.
    """

    comparison_risk_number: float | str | Unset = UNSET
    comparison_net_liq_bal_pc_risk_number: float | str | Unset = UNSET
    comparison_pc_change_volatility: float | str | Unset = UNSET
    comparison_pc_change_underlying: float | str | Unset = UNSET
    comparison_warning_level: float | str | Unset = UNSET
    max_daily_theo_loss: float | str | Unset = UNSET
    max_daily_theo_loss_pc_warning: float | str | Unset = UNSET
    greek_delta: float | str | Unset = UNSET
    greek_delta_warning: float | str | Unset = UNSET
    greek_vega: float | str | Unset = UNSET
    greek_vega_warning: float | str | Unset = UNSET
    greek_gamma: float | str | Unset = UNSET
    greek_gamma_warning: float | str | Unset = UNSET
    greek_theta: float | str | Unset = UNSET
    greek_theta_warning: float | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        comparison_risk_number: float | str | Unset
        if isinstance(self.comparison_risk_number, Unset):
            comparison_risk_number = UNSET
        else:
            comparison_risk_number = self.comparison_risk_number

        comparison_net_liq_bal_pc_risk_number: float | str | Unset
        if isinstance(self.comparison_net_liq_bal_pc_risk_number, Unset):
            comparison_net_liq_bal_pc_risk_number = UNSET
        else:
            comparison_net_liq_bal_pc_risk_number = self.comparison_net_liq_bal_pc_risk_number

        comparison_pc_change_volatility: float | str | Unset
        if isinstance(self.comparison_pc_change_volatility, Unset):
            comparison_pc_change_volatility = UNSET
        else:
            comparison_pc_change_volatility = self.comparison_pc_change_volatility

        comparison_pc_change_underlying: float | str | Unset
        if isinstance(self.comparison_pc_change_underlying, Unset):
            comparison_pc_change_underlying = UNSET
        else:
            comparison_pc_change_underlying = self.comparison_pc_change_underlying

        comparison_warning_level: float | str | Unset
        if isinstance(self.comparison_warning_level, Unset):
            comparison_warning_level = UNSET
        else:
            comparison_warning_level = self.comparison_warning_level

        max_daily_theo_loss: float | str | Unset
        if isinstance(self.max_daily_theo_loss, Unset):
            max_daily_theo_loss = UNSET
        else:
            max_daily_theo_loss = self.max_daily_theo_loss

        max_daily_theo_loss_pc_warning: float | str | Unset
        if isinstance(self.max_daily_theo_loss_pc_warning, Unset):
            max_daily_theo_loss_pc_warning = UNSET
        else:
            max_daily_theo_loss_pc_warning = self.max_daily_theo_loss_pc_warning

        greek_delta: float | str | Unset
        if isinstance(self.greek_delta, Unset):
            greek_delta = UNSET
        else:
            greek_delta = self.greek_delta

        greek_delta_warning: float | str | Unset
        if isinstance(self.greek_delta_warning, Unset):
            greek_delta_warning = UNSET
        else:
            greek_delta_warning = self.greek_delta_warning

        greek_vega: float | str | Unset
        if isinstance(self.greek_vega, Unset):
            greek_vega = UNSET
        else:
            greek_vega = self.greek_vega

        greek_vega_warning: float | str | Unset
        if isinstance(self.greek_vega_warning, Unset):
            greek_vega_warning = UNSET
        else:
            greek_vega_warning = self.greek_vega_warning

        greek_gamma: float | str | Unset
        if isinstance(self.greek_gamma, Unset):
            greek_gamma = UNSET
        else:
            greek_gamma = self.greek_gamma

        greek_gamma_warning: float | str | Unset
        if isinstance(self.greek_gamma_warning, Unset):
            greek_gamma_warning = UNSET
        else:
            greek_gamma_warning = self.greek_gamma_warning

        greek_theta: float | str | Unset
        if isinstance(self.greek_theta, Unset):
            greek_theta = UNSET
        else:
            greek_theta = self.greek_theta

        greek_theta_warning: float | str | Unset
        if isinstance(self.greek_theta_warning, Unset):
            greek_theta_warning = UNSET
        else:
            greek_theta_warning = self.greek_theta_warning

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if comparison_risk_number is not UNSET:
            fields_["comparisonRiskNumber"] = comparison_risk_number
        if comparison_net_liq_bal_pc_risk_number is not UNSET:
            fields_["comparisonNetLiqBalPCRiskNumber"] = comparison_net_liq_bal_pc_risk_number
        if comparison_pc_change_volatility is not UNSET:
            fields_["comparisonPCChangeVolatility"] = comparison_pc_change_volatility
        if comparison_pc_change_underlying is not UNSET:
            fields_["comparisonPCChangeUnderlying"] = comparison_pc_change_underlying
        if comparison_warning_level is not UNSET:
            fields_["comparisonWarningLevel"] = comparison_warning_level
        if max_daily_theo_loss is not UNSET:
            fields_["maxDailyTheoLoss"] = max_daily_theo_loss
        if max_daily_theo_loss_pc_warning is not UNSET:
            fields_["maxDailyTheoLossPCWarning"] = max_daily_theo_loss_pc_warning
        if greek_delta is not UNSET:
            fields_["greekDelta"] = greek_delta
        if greek_delta_warning is not UNSET:
            fields_["greekDeltaWarning"] = greek_delta_warning
        if greek_vega is not UNSET:
            fields_["greekVega"] = greek_vega
        if greek_vega_warning is not UNSET:
            fields_["greekVegaWarning"] = greek_vega_warning
        if greek_gamma is not UNSET:
            fields_["greekGamma"] = greek_gamma
        if greek_gamma_warning is not UNSET:
            fields_["greekGammaWarning"] = greek_gamma_warning
        if greek_theta is not UNSET:
            fields_["greekTheta"] = greek_theta
        if greek_theta_warning is not UNSET:
            fields_["greekThetaWarning"] = greek_theta_warning

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            comparison_risk_number=get_("comparisonRiskNumber", UNSET),
            comparison_net_liq_bal_pc_risk_number=get_("comparisonNetLiqBalPCRiskNumber", UNSET),
            comparison_pc_change_volatility=get_("comparisonPCChangeVolatility", UNSET),
            comparison_pc_change_underlying=get_("comparisonPCChangeUnderlying", UNSET),
            comparison_warning_level=get_("comparisonWarningLevel", UNSET),
            max_daily_theo_loss=get_("maxDailyTheoLoss", UNSET),
            max_daily_theo_loss_pc_warning=get_("maxDailyTheoLossPCWarning", UNSET),
            greek_delta=get_("greekDelta", UNSET),
            greek_delta_warning=get_("greekDeltaWarning", UNSET),
            greek_vega=get_("greekVega", UNSET),
            greek_vega_warning=get_("greekVegaWarning", UNSET),
            greek_gamma=get_("greekGamma", UNSET),
            greek_gamma_warning=get_("greekGammaWarning", UNSET),
            greek_theta=get_("greekTheta", UNSET),
            greek_theta_warning=get_("greekThetaWarning", UNSET),
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
