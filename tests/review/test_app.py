"""What the desk answers, and whom it turns away."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from claimcheck.lint.decisions import DECISIONS, read_decisions
from claimcheck.report.look import Look
from claimcheck.review.app import app_of
from claimcheck.review.desk import Keeper, with_all_rows
from claimcheck.review.store import Store
from claimcheck.session import Session

HOST = "127.0.0.1:8123"
OWN = {"Host": HOST, "Origin": f"http://{HOST}"}


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    (tmp_path / "a.txt").write_text("Exports of Laos reached 3.1 billion USD in 2023.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("In 2023 exports of Laos reached 4.2 billion USD.\n", encoding="utf-8")
    return Keeper(Session([tmp_path]), lambda report: report, Store(tmp_path), with_all_rows(Look()))


@pytest.fixture
def client(keeper: Keeper) -> TestClient:
    return TestClient(app_of(keeper, "token", 8123), base_url=f"http://{HOST}", follow_redirects=False)


def _decision(keeper: Keeper, **changes: str) -> dict[str, str]:
    mark = keeper.desk().view.findings[0].mark
    return {"finding": mark, "number": "1", "decision": "fix", "because": "", **changes}


def test_the_page_is_there_with_its_policy(client: TestClient) -> None:
    answer = client.get("/token/")
    assert answer.status_code == 200
    assert "script-src 'sha256-" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/other/", "/toke/", "/token2/", "/other/decide", "/tökén/"])
def test_without_the_token_there_is_nothing(path: str, client: TestClient) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path, headers=OWN).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:81", "evil.example:8123", "localhost:8123.x"])
def test_another_host_is_turned_away(host: str, client: TestClient) -> None:
    assert client.get("/token/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("headers", [
    {}, {"Origin": "null"}, {"Origin": "http://evil.example"}, {"Origin": "https://127.0.0.1:8123"},
    {"Origin": "http://localhost:8123"}, {**OWN, "Sec-Fetch-Site": "cross-site"},
])
def test_another_page_decides_nothing(
    headers: Mapping[str, str], client: TestClient, keeper: Keeper, tmp_path: Path
) -> None:
    assert client.post("/token/decide", data=_decision(keeper), headers=headers).status_code == 403
    assert not (tmp_path / DECISIONS).exists()


def test_more_than_a_decision_is_turned_away(client: TestClient, keeper: Keeper) -> None:
    told = _decision(keeper, because="x" * 100_000)
    assert client.post("/token/decide", data=told, headers=OWN).status_code == 413


@pytest.mark.parametrize("body", ["", "&" * 60_000, "a=b&" * 10_000, "%ff=%00", "number=%C2%B2&finding=x", "\udcff"])
@pytest.mark.parametrize("path", ["decide", "forget"])
def test_what_is_no_decision_does_nothing(path: str, body: str, client: TestClient, tmp_path: Path) -> None:
    sent = body.encode("utf-8", "surrogateescape")
    assert client.post(f"/token/{path}", content=sent, headers=OWN).status_code == 303
    assert not (tmp_path / DECISIONS).exists()


def test_a_decision_is_kept_and_withdrawn(client: TestClient, keeper: Keeper, tmp_path: Path) -> None:
    assert client.post("/token/decide", data=_decision(keeper), headers=OWN).status_code == 303
    assert [each.decision for each in read_decisions(tmp_path / DECISIONS).values()] == ["fix"]
    client.post("/token/decide", data=_decision(keeper, decision="undecided"), headers=OWN)
    assert read_decisions(tmp_path / DECISIONS) == {}


@pytest.mark.parametrize("change", [{"finding": "0" * 16}, {"number": "2"}, {"number": "0"}, {"number": "-1"},
                                    {"number": "x"}, {"number": ""}])
def test_a_finding_that_is_not_there_is_not_decided(
    change: dict[str, str], client: TestClient, keeper: Keeper, tmp_path: Path
) -> None:
    answer = client.post("/token/decide", data=_decision(keeper, **change), headers={**OWN, "HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-refresh"]) == (204, "true")
    assert not (tmp_path / DECISIONS).exists()


def test_nothing_is_sent_again_while_nothing_changes(client: TestClient, keeper: Keeper, tmp_path: Path) -> None:
    seen = keeper.desk().version
    assert client.get(f"/token/changes?seen={seen}").status_code == 204
    (tmp_path / "c.txt").write_text("Exports of Laos reached 5 billion USD in 2023.\n", encoding="utf-8")
    answer = client.get(f"/token/changes?seen={seen}")
    assert answer.status_code == 200
    assert "Checked again: c.txt changed." in answer.text


def test_a_file_of_decisions_that_is_wrong_is_told_and_left_alone(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / DECISIONS).write_text("[[decision", encoding="utf-8")
    assert "No decision can be kept" in client.get("/token/").text
    assert (tmp_path / DECISIONS).read_text(encoding="utf-8") == "[[decision"
