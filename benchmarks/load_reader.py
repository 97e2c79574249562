"""A reader of the page without a browser: it asks as Streamlit's own page does, as often, and waits as one would."""

from time import monotonic, sleep

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from tests.page_session import open_session

_LIMIT_S = 600
_POLL_S = 0.5


class PageReader:
    """One session; close() is closing the tab."""

    def __init__(self, port: int, target: str = "pt") -> None:
        """The form, drawn."""
        self._connection: ClientConnection = open_session(port)
        self._query = f"page=en&to={target}"
        self._widgets: dict[str, str] = {}
        self._fragment = ""
        self._values: dict[str, str] = {}
        self._ask()

    def paste(self, text: str) -> None:
        """Put a text into the field."""
        self._values = {self._widgets["paste"]: text}
        self._ask()

    def press(self, key: str) -> None:
        """Press a button."""
        self._ask(pressed=self._widgets[key])

    def wait_for(self, key: str, limit_s: float = _LIMIT_S) -> bool:
        """Look every half second until there is a button of this name; whether it came in time."""
        end = monotonic() + limit_s
        while key not in self._widgets:
            if monotonic() > end:
                return False
            sleep(_POLL_S)
            self._ask(fragment=self._fragment)
        return True

    def close(self) -> None:
        """Close the tab."""
        self._connection.close()

    def _ask(self, pressed: str = "", fragment: str = "") -> None:
        """Have the page's script run, or a part of it, until it and what it starts is done."""
        if not fragment:
            self._widgets, self._fragment = {}, ""
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.fragment_id = fragment
        for name, value in self._values.items():
            message.rerun_script.widget_states.widgets.add(id=name, string_value=value)
        if pressed:
            message.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
        self._connection.send(message.SerializeToString())
        while not self._took(ForwardMsg.FromString(self._received())):
            pass

    def _received(self) -> bytes:
        """The next message.

        Raises:
            TimeoutError: None came, or the server closed the connection.
        """
        try:
            found = self._connection.recv(_LIMIT_S)
        except ConnectionClosed as error:
            raise TimeoutError("the server closed the connection") from error
        return found if isinstance(found, bytes) else found.encode()

    def _took(self, found: ForwardMsg) -> bool:
        """Note what a message says; whether it is the last one for now."""
        match found.WhichOneof("type"):
            case "auto_rerun":
                self._fragment = found.auto_rerun.fragment_id
            case "delta" if found.delta.WhichOneof("type") == "new_element":
                element = found.delta.new_element
                inner = getattr(element, element.WhichOneof("type"))
                if name := getattr(inner, "id", ""):
                    self._widgets[name.rpartition("-")[2]] = name
            case "script_finished":
                status = found.script_finished
                done = ForwardMsg.ScriptFinishedStatus
                return status in (done.FINISHED_SUCCESSFULLY, done.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
        return False
