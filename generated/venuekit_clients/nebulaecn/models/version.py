# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Version")

_KNOWN: frozenset[str] = frozenset(
    (
        "git_tag",
        "git_sha",
        "build_date",
        "version",
    )
)


@_attrs_define
class Version:
    """Build of the service.

    Attributes:
        git_tag (None | str | Unset): Tag of the build.
        git_sha (None | str | Unset): Commit of the build.
        build_date (None | str | Unset): Date of the build, free text.
        version (None | str | Unset): Version number.
    """

    git_tag: None | str | Unset = UNSET
    git_sha: None | str | Unset = UNSET
    build_date: None | str | Unset = UNSET
    version: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        git_tag: None | str | Unset
        if isinstance(self.git_tag, Unset):
            git_tag = UNSET
        else:
            git_tag = self.git_tag

        git_sha: None | str | Unset
        if isinstance(self.git_sha, Unset):
            git_sha = UNSET
        else:
            git_sha = self.git_sha

        build_date: None | str | Unset
        if isinstance(self.build_date, Unset):
            build_date = UNSET
        else:
            build_date = self.build_date

        version: None | str | Unset
        if isinstance(self.version, Unset):
            version = UNSET
        else:
            version = self.version

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if git_tag is not UNSET:
            fields_["git_tag"] = git_tag
        if git_sha is not UNSET:
            fields_["git_sha"] = git_sha
        if build_date is not UNSET:
            fields_["build_date"] = build_date
        if version is not UNSET:
            fields_["version"] = version

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            git_tag=get_("git_tag", UNSET),
            git_sha=get_("git_sha", UNSET),
            build_date=get_("build_date", UNSET),
            version=get_("version", UNSET),
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
