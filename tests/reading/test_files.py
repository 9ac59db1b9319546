"""Files of every kind: what is read comes back untouched, what cannot be read says so in one line."""

from __future__ import annotations

import io
import os
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.reading import ReadingError, ReadingWarning, errors, files, find_inputs, read

ARTICLE = (
    "The mayor of Harrow said on Tuesday that the bridge would stay closed.\r\n\r\n"
    "“We will not open it a day too soon,” Ines Calder told reporters.\n \n\tSo it was – for now.  \r"
)
DUTCH = (
    "De burgemeester van Harrow zei dinsdag dat de brug gesloten blijft tot de laatste inspecteurs het rapport hebben "
    "ondertekend dat de raad in maart had besteld. We zullen hem geen dag te vroeg openen, zei zij tegen de pers, "
    "en ze voegde eraan toe dat de veerboot de hele nacht zou varen. Niemand van de aannemer was er om te antwoorden, "
    "hoewel twee van zijn ingenieurs in de ochtend op de bouwplaats waren gezien."
)
RUSSIAN = (
    "Мэр города заявила во вторник, что мост останется закрытым до тех пор, пока инспекторы не подпишут отчёт. " * 4
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return tmp_path / "article.txt"


def test_the_text_is_what_stands_in_the_file(article: Path) -> None:
    article.write_bytes(ARTICLE.encode())
    document = read(article)
    assert document.text == ARTICLE
    assert document.source == str(article)
    assert document.quotes == ()


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00<{"), max_size=100))
def test_any_short_text_comes_back_untouched(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(("Said. " + text).encode())
    assert read(path).text == "Said. " + text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_stays_and_is_counted(article: Path, encoding: str) -> None:
    article.write_bytes(ARTICLE.encode(encoding))
    assert read(article).text == "\ufeff" + ARTICLE


@pytest.mark.parametrize(("encoding", "offset"), [("cp1252", 74), ("mac_roman", 74)])
def test_text_that_is_not_utf8_is_read_as_what_it_is_and_reported(article: Path, encoding: str, offset: int) -> None:
    article.write_bytes(ARTICLE.encode(encoding))
    said: list[str] = []
    assert read(article, warn=said.append).text == ARTICLE
    (line,) = said
    assert line.startswith(f"{article}: byte {offset} ")
    assert line.endswith(encoding)


def test_a_stray_byte_in_utf8_spoils_only_itself(article: Path) -> None:
    article.write_bytes(ARTICLE.encode() + b"\xff")
    with pytest.warns(ReadingWarning, match=f"byte {len(ARTICLE.encode())} is not valid UTF-8; read as utf-8"):
        assert read(article).text == ARTICLE + "\ufffd"


def test_rich_text_is_read_with_a_warning(article: Path) -> None:
    article.write_text("{\\rtf1 The mayor spoke.}")
    with pytest.warns(ReadingWarning, match="rich text"):
        assert read(article).text.startswith("{\\rtf1")


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", errors.EmptyFileError, "empty"),
        (b" \r\n\t\n", errors.EmptyFileError, "empty"),
        ("\u00a0\u2003".encode(), errors.EmptyFileError, "empty"),
        (b"%PDF-1.7 ...", errors.BinaryFileError, "PDF"),
        (b"PK\x03\x04...", errors.BinaryFileError, "zip archive or office document"),
        (b"\x89PNG\r\n\x1a\n", errors.BinaryFileError, "image"),
        (b"said\x00the mayor", errors.BinaryFileError, "binary data"),
        (DUTCH.encode(), errors.NotEnglishError, "not English"),
        (RUSSIAN.encode(), errors.NotEnglishError, "not English"),
        (b"<!DOCTYPE html><html><body><p>Log in</p></body></html>", errors.NoArticleError, "no article"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(
    article: Path, content: bytes, error: type[ReadingError], words: str
) -> None:
    article.write_bytes(content)
    with pytest.raises(error) as caught:
        read(article)
    message = str(caught.value)
    assert message.startswith(f"{article}: ")
    assert words in message
    assert "\n" not in message
    assert caught.value.source == str(article)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingFileError, match=r"nowhere.txt: there is no such file"):
        read(tmp_path / "nowhere.txt")


def test_a_file_below_a_file(article: Path) -> None:
    article.write_text("The mayor spoke.")
    with pytest.raises(errors.MissingFileError):
        read(article / "more.txt")


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(errors.NothingReadableError, match="nothing to read in this folder"):
        read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_without_permission(article: Path) -> None:
    article.write_text("The mayor spoke.")
    article.chmod(0)
    with pytest.raises(errors.UnreadableFileError, match="Permission denied"):
        read(article)


def test_a_file_that_is_too_large_is_refused_without_reading_it_all(article: Path) -> None:
    with article.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(errors.TooLargeError, match="larger than 20 MB"):
        read(article)


def test_a_device_without_end_is_refused() -> None:
    with pytest.raises(errors.TooLargeError):
        read("/dev/zero")


def test_bytes_in_no_known_encoding(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.decoding, "LIKELY", ["ascii"])
    article.write_bytes(b"The mayor \xe9\xe8\x81 spoke.")
    with pytest.raises(errors.UndecodableError, match="byte 10 is not valid UTF-8"):
        read(article)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    document = read("-")
    assert (document.text, document.source) == (ARTICLE, "-")


def test_standard_input_is_named_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(errors.EmptyFileError, match=r"^standard input: the file is empty$"):
        read("-")


def test_a_closed_standard_input_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(errors.EmptyFileError):
        read("-")


def test_a_name_that_steers_a_terminal_is_shown_harmlessly(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingFileError) as caught:
        read(tmp_path / "a\x1b[2J\n.txt")
    assert str(caught.value).isprintable()


def test_short_texts_have_the_benefit_of_the_doubt(article: Path) -> None:
    article.write_text(" ".join(DUTCH.split()[:40]))
    assert read(article).language == "en"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes"
    for content in (data, b"<html>" + data):
        path.write_bytes(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ReadingWarning)
            outcome = _text_or_error(path)
        assert outcome.strip()


def _text_or_error(path: Path) -> str:
    try:
        return read(path).text
    except ReadingError as error:
        return str(error)


def test_folders_are_searched_in_a_stable_order(tmp_path: Path) -> None:
    names = [
        "b.txt",
        "a.html",
        "z/c.TXT",
        "z/b.json",
        "c/d/e.htm",
        ".hidden/x.txt",
        ".x.txt",
        "c/notes.md",
        "nothing/x.png",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The mayor spoke.")
    found = [os.path.relpath(path, tmp_path) for path in find_inputs([tmp_path])]
    assert found == ["a.html", "b.txt", "c/d/e.htm", "z/c.TXT"]


def test_inputs_keep_their_order_and_come_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "notes"):
        (tmp_path / name).write_text("The mayor spoke.")
    (tmp_path / "empty").mkdir()
    given_paths = [str(tmp_path / name) for name in ("notes", "missing.txt", "b.txt")] + ["-", "-"]
    assert find_inputs([*given_paths, tmp_path, tmp_path / "empty"]) == [
        *given_paths[:4],
        str(tmp_path / "a.txt"),
        str(tmp_path / "empty"),
    ]
