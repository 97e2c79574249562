"""One reader's session on the page's server, without a browser: a text is pasted, the button pressed, the result read.

A browser would be loud by itself in a place where every attempt to leave is counted. So this speaks what Streamlit's
own page speaks: its messages over a WebSocket.
"""

import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

_LIMIT_S = 60
_DONE = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY


def open_session(port: int) -> ClientConnection:
    """A session whose script has not run yet; close it by leaving its `with`."""
    address = f"127.0.0.1:{port}"
    return connect(
        f"ws://{address}/_stcore/stream",
        origin=f"http://{address}",
        subprotocols=["streamlit"],
        max_size=None,
        proxy=None,
    )


def translate_on_page(session: ClientConnection, text: str, target: str, expected: str) -> None:
    """Paste a text, ask for its briefing in a language, return when the page shows what is expected.

    Raises:
        TimeoutError: The page did not show it.
    """
    seen = _run(session, f"to={target}", {}, "")
    paste, go = _widget(seen, "paste"), _widget(seen, "go")
    _run(session, f"to={target}", {paste: text}, "")
    seen = _run(session, f"to={target}", {paste: text}, go)
    end = time.monotonic() + _LIMIT_S
    while expected not in seen:
        if time.monotonic() > end:
            raise TimeoutError(f"the page did not show {expected!r} within {_LIMIT_S} s")
        time.sleep(0.5)
        seen = _run(session, f"to={target}", {}, "")


def _run(session: ClientConnection, query: str, texts: dict[str, str], pressed: str) -> str:
    """What the page's elements say after a run of its script."""
    message = BackMsg()
    message.rerun_script.query_string = query
    for name, value in texts.items():
        message.rerun_script.widget_states.widgets.add(id=name, string_value=value)
    if pressed:
        message.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
    session.send(message.SerializeToString())
    seen = ""
    while True:
        found = ForwardMsg.FromString(session.recv(_LIMIT_S))
        if found.WhichOneof("type") == "script_finished" and found.script_finished == _DONE:
            return seen
        seen += str(found)


def _widget(seen: str, key: str) -> str:
    """The id of the element with a key, which Streamlit puts at its end."""
    ids = [part.partition('"')[0] for part in seen.split('id: "')[1:]]
    return next(name for name in ids if name.endswith(f"-{key}"))
