from tools import setup
from tools.common import fingerprint, stamped


def stamps(folder):
    return setup.Stamps(folder, demo="1", dev="2")


def test_who_has_the_packages_of_dev_has_those_of_demo(tmp_path):
    ours = stamps(tmp_path)
    assert [ours.cover(kind) for kind in ("demo", "dev")] == [False, False]
    ours.set("demo")
    assert [ours.cover(kind) for kind in ("demo", "dev")] == [True, False]
    ours.clear()
    ours.set("dev")
    assert [ours.cover(kind) for kind in ("demo", "dev")] == [True, True]


def test_changed_lock_file_makes_the_stamp_worthless(tmp_path):
    stamps(tmp_path).set("dev")
    assert not setup.Stamps(tmp_path, demo="1", dev="3").cover("dev")


def test_fingerprint_changes_with_content_and_name(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.common.ROOT", tmp_path)
    (tmp_path / "a.txt").write_text("1")
    first = fingerprint("*.txt")
    assert fingerprint("*.txt") == first
    (tmp_path / "a.txt").write_text("2")
    second = fingerprint("*.txt")
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({first, second, fingerprint("*.txt")}) == 3


def test_missing_stamp_is_no_stamp(tmp_path):
    assert not stamped(tmp_path / "stamp", "1")


def test_no_lock_file_names_a_registry():
    texts = [path.read_text() for path in (*setup.ROOT.glob("*.txt"), *setup.ROOT.glob("tools/*.txt"))]
    texts.append((setup.ROOT / "package-lock.json").read_text())
    assert not any("http" in text or "index-url" in text or "resolved" in text for text in texts)
