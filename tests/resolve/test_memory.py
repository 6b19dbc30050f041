from __future__ import annotations

from claimcheck.extract import extract_relations
from claimcheck.model.document import Document
from claimcheck.model.mention import Extraction
from claimcheck.pipeline import lexicons_of, packs_of, read_texts
from claimcheck.resolve import Memory, resolve_claims

TEXTS = {
    "a.txt": "Northgate Foods sold goods worth 3.1 million USD in 2023. It employs 140 people.\n",
    "b.txt": "Sales of Northgate came to 3.2 million USD in 2023.\n",
    "c.txt": "The port of Aldar welcomed 14,000 visitors in 2023.\n",
}


def _extracted(texts: dict[str, str]) -> list[tuple[Document, Extraction]]:
    packs = packs_of()
    return [(document, extract_relations(document, lexicons_of(packs))) for document in read_texts(texts, packs)]


def test_what_is_the_same_is_recalled_and_what_others_change_is_not() -> None:
    packs, memory = packs_of(), Memory()
    extracted = _extracted(TEXTS)
    before = resolve_claims(extracted, packs, memory)
    again = resolve_claims(extracted, packs, memory)
    assert all(one is other for one, other in zip(before.claims, again.claims, strict=True))
    extracted[1:2] = _extracted({"b.txt": "Northgate Bank earned 3.2 million USD in 2023.\n"})
    after = resolve_claims(extracted, packs, memory)
    assert after == resolve_claims(extracted, packs)
    assert after.claims[-1] is before.claims[-1]


def test_what_is_gone_is_forgotten() -> None:
    memory = Memory()
    (document,) = read_texts({"a.txt": "x"}, packs_of())
    assert memory.recall("task", document, (), lambda: "first") == "first"
    memory.forget_others({"b.txt"})
    assert memory.recall("task", document, (), lambda: "second") == "second"


def test_what_is_equal_stays_one_object() -> None:
    memory = Memory()
    first = memory.steady("names", {"a"})
    assert memory.steady("names", {"a"}) is first
    assert memory.steady("names", {"b"}) == {"b"}
