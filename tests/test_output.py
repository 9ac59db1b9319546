"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.output import output


def test_a_file_appears_when_all_is_well(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with output(target) as stream:
        stream.write("half\r\n")
        stream.flush()
        assert not target.exists()
    assert target.read_bytes() == b"half\r\n"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_stood_there_stays_where_something_goes_wrong(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")

    def write() -> None:
        with output(target) as stream:
            stream.write("new")
            raise error

    with pytest.raises(error):
        write()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with output(tmp_path / "link") as stream:
        stream.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    with output("/dev/null") as stream:
        stream.write("new")
    assert Path("/dev/null").is_char_device()


def test_no_folder_to_write_to(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), output(tmp_path / "nowhere" / "out.txt"):
        pass


def test_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with output(None) as stream:
        stream.write("new")
    assert capsys.readouterr().out == "new"
