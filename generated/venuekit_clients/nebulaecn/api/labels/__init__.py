# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Labels, on which state and level rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.create_label_request import CreateLabelRequest
    from ...models.label import Label
    from ...models.update_label_request import UpdateLabelRequest
    from ...types import Unset

__all__ = ("AsyncLabelsResource", "AsyncRawLabelsResource", "LabelsResource", "RawLabelsResource")


class LabelsResource:
    """Labels, on which state and level rest."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawLabelsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawLabelsResource(self._caller)

    def get_label(
        self,
        key: str,
    ) -> Label:
        """Read one own label

        Returns a label by its key, private ones too. `document` is the one to poll while a
        verification is under way: `pending`, then `verified` or `rejected`.

        Sends `GET /api/v2/auth/resource/labels/{key}`.

        Args:
            key (str): Key of the label. (path `key`)

        Returns:
            Label on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page.)
        """
        from ...operations import OPERATIONS
        from .get_label import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    def delete_label(
        self,
        key: str,
    ) -> None:
        """Delete an own public label

        Deletes a label of scope `public`. Private labels, which decide state and level, are out of
        reach. A second call answers 404: then the label is gone as well.

        Sends `DELETE /api/v2/auth/resource/labels/{key}`.

        Args:
            key (str): Key of the label. (path `key`)

        Returns:
            None on status 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page.)
        """
        from ...operations import OPERATIONS
        from .delete_label import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["deleteLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    def update_label(
        self,
        key: str,
        *,
        body: UpdateLabelRequest,
    ) -> Label:
        """Change an own public label

        Changes the value of a label of scope `public` and returns the label. Beware: a value that
        breaks the rules is not stored, yet the answer is 200 and shows it. Read the label again to be
        sure.

        Sends `PATCH /api/v2/auth/resource/labels/{key}`.

        Args:
            key (str): Key of the label. (path `key`)
            body (UpdateLabelRequest): Form fields of `updateLabel`.
                (application/x-www-form-urlencoded)

        Returns:
            Label on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. That a
        refused value still answers 200 is read from the upstream code.)
        """
        from ...operations import OPERATIONS
        from .update_label import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["updateLabel"],
            _get_kwargs(
                key=key,
                body=body,
            ),
            _parse_success,
        )

    def list_labels(
        self,
        *,
        ordering: str | Unset = UNSET,
    ) -> list[Label]:
        """List own labels

        Returns all labels of the caller, public and private, in order of creation. The level is the
        number of rungs, without a gap, of `email: verified`, `phone: verified`, `document: verified`;
        only private labels count.

        Sends `GET /api/v2/auth/resource/labels`.

        Args:
            ordering (str | Unset): `asc` (default) or `desc`, by time of creation. (query
                `ordering`)

        Returns:
            list[Label] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Label; the server
        returns an array of them.)
        """
        from ...operations import OPERATIONS
        from .list_labels import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listLabels"],
            _get_kwargs(
                ordering=ordering,
            ),
            _parse_success,
        )

    def create_label(
        self,
        *,
        body: CreateLabelRequest,
    ) -> Label:
        """Create a public label

        Adds a label of scope `public` to the caller and returns it. Public labels never count for
        level or permissions, with one trap: the key alone is matched, so a key such as `ban` or
        `lock` is best left alone.

        Sends `POST /api/v2/auth/resource/labels`.

        Args:
            body (CreateLabelRequest): Form fields of `createLabel`.
                (application/x-www-form-urlencoded)

        Returns:
            Label on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `labels.get_label`. It happened if the label is there.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. The server
        recomputes the state when a private label changes and then matches keys of either scope.)
        """
        from ...operations import OPERATIONS
        from .create_label import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createLabel"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncLabelsResource:
    """Labels, on which state and level rest. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawLabelsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawLabelsResource(self._caller)

    async def get_label(
        self,
        key: str,
    ) -> Label:
        """Read one own label

        Returns a label by its key, private ones too. `document` is the one to poll while a
        verification is under way: `pending`, then `verified` or `rejected`.

        Sends `GET /api/v2/auth/resource/labels/{key}`.

        Args:
            key (str): Key of the label. (path `key`)

        Returns:
            Label on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page.)
        """
        from ...operations import OPERATIONS
        from .get_label import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    async def delete_label(
        self,
        key: str,
    ) -> None:
        """Delete an own public label

        Deletes a label of scope `public`. Private labels, which decide state and level, are out of
        reach. A second call answers 404: then the label is gone as well.

        Sends `DELETE /api/v2/auth/resource/labels/{key}`.

        Args:
            key (str): Key of the label. (path `key`)

        Returns:
            None on status 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page.)
        """
        from ...operations import OPERATIONS
        from .delete_label import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["deleteLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    async def update_label(
        self,
        key: str,
        *,
        body: UpdateLabelRequest,
    ) -> Label:
        """Change an own public label

        Changes the value of a label of scope `public` and returns the label. Beware: a value that
        breaks the rules is not stored, yet the answer is 200 and shows it. Read the label again to be
        sure.

        Sends `PATCH /api/v2/auth/resource/labels/{key}`.

        Args:
            key (str): Key of the label. (path `key`)
            body (UpdateLabelRequest): Form fields of `updateLabel`.
                (application/x-www-form-urlencoded)

        Returns:
            Label on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. That a
        refused value still answers 200 is read from the upstream code.)
        """
        from ...operations import OPERATIONS
        from .update_label import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["updateLabel"],
            _get_kwargs(
                key=key,
                body=body,
            ),
            _parse_success,
        )

    async def list_labels(
        self,
        *,
        ordering: str | Unset = UNSET,
    ) -> list[Label]:
        """List own labels

        Returns all labels of the caller, public and private, in order of creation. The level is the
        number of rungs, without a gap, of `email: verified`, `phone: verified`, `document: verified`;
        only private labels count.

        Sends `GET /api/v2/auth/resource/labels`.

        Args:
            ordering (str | Unset): `asc` (default) or `desc`, by time of creation. (query
                `ordering`)

        Returns:
            list[Label] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Label; the server
        returns an array of them.)
        """
        from ...operations import OPERATIONS
        from .list_labels import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listLabels"],
            _get_kwargs(
                ordering=ordering,
            ),
            _parse_success,
        )

    async def create_label(
        self,
        *,
        body: CreateLabelRequest,
    ) -> Label:
        """Create a public label

        Adds a label of scope `public` to the caller and returns it. Public labels never count for
        level or permissions, with one trap: the key alone is matched, so a key such as `ban` or
        `lock` is best left alone.

        Sends `POST /api/v2/auth/resource/labels`.

        Args:
            body (CreateLabelRequest): Form fields of `createLabel`.
                (application/x-www-form-urlencoded)

        Returns:
            Label on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `labels.get_label`. It happened if the label is there.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. The server
        recomputes the state when a private label changes and then matches keys of either scope.)
        """
        from ...operations import OPERATIONS
        from .create_label import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createLabel"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawLabelsResource:
    """Labels, on which state and level rest. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_label(
        self,
        key: str,
    ) -> RawResponse[Label]:
        """Read one own label: the answer as it came, Label when parsed."""
        from ...operations import OPERATIONS
        from .get_label import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    def delete_label(
        self,
        key: str,
    ) -> RawResponse[None]:
        """Delete an own public label: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_label import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["deleteLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    def update_label(
        self,
        key: str,
        *,
        body: UpdateLabelRequest,
    ) -> RawResponse[Label]:
        """Change an own public label: the answer as it came, Label when parsed."""
        from ...operations import OPERATIONS
        from .update_label import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["updateLabel"],
            _get_kwargs(
                key=key,
                body=body,
            ),
            _parse_success,
        )

    def list_labels(
        self,
        *,
        ordering: str | Unset = UNSET,
    ) -> RawResponse[list[Label]]:
        """List own labels: the answer as it came, list[Label] when parsed."""
        from ...operations import OPERATIONS
        from .list_labels import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listLabels"],
            _get_kwargs(
                ordering=ordering,
            ),
            _parse_success,
        )

    def create_label(
        self,
        *,
        body: CreateLabelRequest,
    ) -> RawResponse[Label]:
        """Create a public label: the answer as it came, Label when parsed."""
        from ...operations import OPERATIONS
        from .create_label import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createLabel"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawLabelsResource:
    """Labels, on which state and level rest. Every method is a coroutine. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_label(
        self,
        key: str,
    ) -> RawResponse[Label]:
        """Read one own label: the answer as it came, Label when parsed."""
        from ...operations import OPERATIONS
        from .get_label import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    async def delete_label(
        self,
        key: str,
    ) -> RawResponse[None]:
        """Delete an own public label: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_label import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["deleteLabel"],
            _get_kwargs(
                key=key,
            ),
            _parse_success,
        )

    async def update_label(
        self,
        key: str,
        *,
        body: UpdateLabelRequest,
    ) -> RawResponse[Label]:
        """Change an own public label: the answer as it came, Label when parsed."""
        from ...operations import OPERATIONS
        from .update_label import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["updateLabel"],
            _get_kwargs(
                key=key,
                body=body,
            ),
            _parse_success,
        )

    async def list_labels(
        self,
        *,
        ordering: str | Unset = UNSET,
    ) -> RawResponse[list[Label]]:
        """List own labels: the answer as it came, list[Label] when parsed."""
        from ...operations import OPERATIONS
        from .list_labels import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listLabels"],
            _get_kwargs(
                ordering=ordering,
            ),
            _parse_success,
        )

    async def create_label(
        self,
        *,
        body: CreateLabelRequest,
    ) -> RawResponse[Label]:
        """Create a public label: the answer as it came, Label when parsed."""
        from ...operations import OPERATIONS
        from .create_label import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createLabel"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
