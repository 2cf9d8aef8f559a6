"""JSON as text, in all the spellings that one value has, written without a JSON library.

Each strategy gives a text together with what it means, so that a reader of JSON can be held against its writer.
"""

from __future__ import annotations

from hypothesis import strategies as st

_SHORT = {
    '"': '\\"',
    "\\": "\\\\",
    "/": "\\/",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}

blanks = st.text(" \t\n\r", max_size=3)
# Lone surrogates too: they can be written as escapes, and some client will.
characters = st.one_of(
    st.characters(categories=[], include_characters="".join(_SHORT)),
    st.characters(),
    st.characters(min_codepoint=0x1F300, max_codepoint=0x1F5FF),
    st.characters(categories=["Cs"]),
)
names = st.text(characters, max_size=6)


@st.composite
def spelled(draw: st.DrawFn, meaning: str) -> str:
    """A string literal that means `meaning`. Each character is raw or escaped, as the die says."""
    parts: list[str] = []
    for character in meaning:
        code = ord(character)
        must = code < 0x20 or character in '"\\' or 0xD800 <= code <= 0xDFFF
        how = draw(st.sampled_from(["short", "long", "raw"]))
        if how == "short" and character in _SHORT:
            parts.append(_SHORT[character])
        elif how == "long" or must:
            units = character.encode("utf-16-be", "surrogatepass")
            form = draw(st.sampled_from(["{:04x}", "{:04X}"]))
            parts += ["\\u" + form.format(int.from_bytes(units[i : i + 2])) for i in range(0, len(units), 2)]
        else:
            parts.append(character)
    return '"' + "".join(parts) + '"'


strings = names.flatmap(spelled)
# The whole grammar of numbers: no float could keep them apart.
numbers = st.from_regex(r"\A-?(0|[1-9][0-9]{0,40})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,5})?\Z")
scalars = strings | numbers | st.sampled_from(["null", "true", "false"])


@st.composite
def _list_of(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    items = [draw(blanks) + item + draw(blanks) for item in draw(st.lists(inner, max_size=3))]
    return "[" + (",".join(items) or draw(blanks)) + "]"


@st.composite
def _object_of(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    pairs = [
        f"{draw(blanks)}{draw(strings)}{draw(blanks)}:{draw(blanks)}{item}{draw(blanks)}"
        for item in draw(st.lists(inner, max_size=3))
    ]
    return "{" + (",".join(pairs) or draw(blanks)) + "}"


values = st.recursive(scalars, lambda inner: _list_of(inner) | _object_of(inner), max_leaves=8)


@st.composite
def objects(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    """An object's text, and its members in order as (name, text of the value).

    Names come twice, differ in nothing but case or an accent's form, or are those that RabbitX adds itself.
    """
    tricky = st.sampled_from(["a", "A", "á", "a\u0301", "method", "path", "", "a=", "10", "9"])
    members = draw(st.lists(st.tuples(names | tricky, values), max_size=6))
    pairs = [
        f"{draw(blanks)}{draw(spelled(name))}{draw(blanks)}:{draw(blanks)}{text}{draw(blanks)}"
        for name, text in members
    ]
    inside = ",".join(pairs) or draw(blanks)
    return draw(blanks) + "{" + inside + "}" + draw(blanks), members
