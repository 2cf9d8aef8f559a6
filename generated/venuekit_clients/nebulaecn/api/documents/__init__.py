# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Identity documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.create_document_request import CreateDocumentRequest
    from ...models.document import Document

__all__ = ("AsyncDocumentsResource", "AsyncRawDocumentsResource", "DocumentsResource", "RawDocumentsResource")


class DocumentsResource:
    """Identity documents."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawDocumentsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawDocumentsResource(self._caller)

    def list_documents(
        self,
    ) -> list[Document]:
        """List own documents

        Returns all documents of the caller with a masked number. The verdict is not here: read the
        label `document` with `listLabels` or `getMe`.

        Sends `GET /api/v2/auth/resource/documents`.

        Returns:
            list[Document] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Document; the server
        returns an array, with upload, doc_type, doc_number and doc_expire only.)
        """
        from ...operations import OPERATIONS
        from .list_documents import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listDocuments"],
            _get_kwargs(),
            _parse_success,
        )

    def create_document(
        self,
        *,
        body: CreateDocumentRequest,
    ) -> None:
        """Upload an identity document

        Uploads one or more pictures of a document as multipart form. Nothing useful comes back; the
        label `document` turns `pending`, and `verified` or `rejected` once the operator or the KYC
        vendor decided. `verified` is what lifts the user to level 3.

        * The part is called `upload[]`, with the brackets. Without them the server answers 400 or
        422.
        * Send one call per side with the same `identificator`. A KYC vendor starts only when the set
        is
          complete: two files for a passport, three for an identity card or a driver license.
        * jpg, jpeg, png or pdf up to 10 MB; at most ten documents per user.
        * `doc_expire` is optional on paper and mandatory with the stock settings, and must not be
        past.

        Sends `POST /api/v2/auth/resource/documents`.

        Args:
            body (CreateDocumentRequest): Form fields of `createDocument`. (multipart/form-data)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `documents.list_documents`. It happened if the document is in the list.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared. File part and sides as the official web client sends them.)
        """
        from ...operations import OPERATIONS
        from .create_document import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createDocument"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncDocumentsResource:
    """Identity documents. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawDocumentsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawDocumentsResource(self._caller)

    async def list_documents(
        self,
    ) -> list[Document]:
        """List own documents

        Returns all documents of the caller with a masked number. The verdict is not here: read the
        label `document` with `listLabels` or `getMe`.

        Sends `GET /api/v2/auth/resource/documents`.

        Returns:
            list[Document] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Document; the server
        returns an array, with upload, doc_type, doc_number and doc_expire only.)
        """
        from ...operations import OPERATIONS
        from .list_documents import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listDocuments"],
            _get_kwargs(),
            _parse_success,
        )

    async def create_document(
        self,
        *,
        body: CreateDocumentRequest,
    ) -> None:
        """Upload an identity document

        Uploads one or more pictures of a document as multipart form. Nothing useful comes back; the
        label `document` turns `pending`, and `verified` or `rejected` once the operator or the KYC
        vendor decided. `verified` is what lifts the user to level 3.

        * The part is called `upload[]`, with the brackets. Without them the server answers 400 or
        422.
        * Send one call per side with the same `identificator`. A KYC vendor starts only when the set
        is
          complete: two files for a passport, three for an identity card or a driver license.
        * jpg, jpeg, png or pdf up to 10 MB; at most ten documents per user.
        * `doc_expire` is optional on paper and mandatory with the stock settings, and must not be
        past.

        Sends `POST /api/v2/auth/resource/documents`.

        Args:
            body (CreateDocumentRequest): Form fields of `createDocument`. (multipart/form-data)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `documents.list_documents`. It happened if the document is in the list.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared. File part and sides as the official web client sends them.)
        """
        from ...operations import OPERATIONS
        from .create_document import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createDocument"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawDocumentsResource:
    """Identity documents. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list_documents(
        self,
    ) -> RawResponse[list[Document]]:
        """List own documents: the answer as it came, list[Document] when parsed."""
        from ...operations import OPERATIONS
        from .list_documents import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listDocuments"],
            _get_kwargs(),
            _parse_success,
        )

    def create_document(
        self,
        *,
        body: CreateDocumentRequest,
    ) -> RawResponse[None]:
        """Upload an identity document: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_document import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createDocument"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawDocumentsResource:
    """Identity documents. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list_documents(
        self,
    ) -> RawResponse[list[Document]]:
        """List own documents: the answer as it came, list[Document] when parsed."""
        from ...operations import OPERATIONS
        from .list_documents import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listDocuments"],
            _get_kwargs(),
            _parse_success,
        )

    async def create_document(
        self,
        *,
        body: CreateDocumentRequest,
    ) -> RawResponse[None]:
        """Upload an identity document: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_document import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createDocument"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
