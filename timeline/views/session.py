"""The page's state between reruns: it follows the address, and the address follows it.

The address wins whenever it is not the one last written: a link, the back button, a hand edit.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from timeline.views import address
from timeline.views.address import Address, State

EARLIEST, LATEST = date(1, 1, 1), date(2200, 12, 31)
"""The days that the page's date fields take."""

_KEPT = "_kept"


def follow() -> State:
    """The state of this run; widgets whose key is a parameter's name find their value in the session."""
    given = _given()
    kept: tuple[Address, State] | None = st.session_state.get(_KEPT)
    if kept is None or given != kept[0]:
        state = address.read(given)
    else:
        state = {name: st.session_state.get(name, value) for name, value in kept[1].items()}
    st.session_state.update(state)
    _write(state, given)
    return state


def change(**values: Any) -> None:
    """Set parameters; for callbacks, which run before the page is drawn."""
    st.session_state.update(values)


def settle(state: State, **values: Any) -> None:
    """Set parameters that no widget holds while the page is being drawn, in the address as well."""
    state.update(values)
    st.session_state.update(values)
    _write(state, _given())


def _given() -> Address:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _write(state: State, given: Address) -> None:
    wanted = address.write(state)
    st.session_state[_KEPT] = (wanted, dict(state))
    if wanted != given:
        st.query_params.from_dict(wanted)
