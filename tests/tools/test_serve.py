import socket
import sys
import time

import pytest

from tools import serve
from tools.common import Trouble


def test_port_in_use_is_named_and_the_next_one_taken(capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        ours, port = serve.listen("127.0.0.1", taken)
        ours.close()
    assert port > taken
    assert f"Port {taken} is in use" in capsys.readouterr().out


def sleeper(code="import time; time.sleep(60)"):
    return serve.start("The sleeper", sys.executable, "-c", code, env={})


def test_child_that_ends_by_itself_is_noticed_and_named():
    child = sleeper("raise SystemExit(3)")
    child.wait()
    with pytest.raises(Trouble, match=r"The sleeper has ended by itself \(code 3\)"):
        serve.check([child])


def test_stop_ends_all_children_also_those_that_do_not_listen(monkeypatch):
    monkeypatch.setattr(serve.signal, "signal", lambda *_: None)
    stubborn = sleeper(
        "import signal, time; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    )
    time.sleep(0.5)
    children = [sleeper(), stubborn]
    serve.stop(children, seconds=0.5)
    assert [child.poll() is None for child in children] == [False, False]
