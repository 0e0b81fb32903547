from __future__ import annotations

import gzip

import pytest

from auditor.collect.crawling.sitemap import read_sitemap, spread

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
MAP = f"<?xml version='1.0'?><urlset {NAMESPACE}><url><loc> https://k.example/a </loc></url></urlset>"
INDEX = f"<sitemapindex {NAMESPACE}><sitemap><loc>https://k.example/1.xml</loc></sitemap></sitemapindex>"


@pytest.mark.parametrize(
    "body",
    [MAP.encode(), gzip.compress(MAP.encode()), MAP.replace(NAMESPACE, "").encode(), b"https://k.example/a\n"],
    ids=["plain", "compressed", "without a namespace", "lines"],
)
def test_a_map_is_read_in_every_shape(body: bytes) -> None:
    assert read_sitemap(body).pages == ("https://k.example/a",)


def test_an_index_names_further_maps() -> None:
    assert read_sitemap(INDEX.encode()).maps == ("https://k.example/1.xml",)


@pytest.mark.parametrize("body", [b"", b"<html><body>Not found</body></html>", b"Not found", b"\x1f\x8bbroken"])
def test_another_answer_is_no_map(body: bytes) -> None:
    assert not read_sitemap(body).is_map


def test_an_entity_is_not_opened() -> None:
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    bomb = entity + MAP.partition("?>")[2].replace("a </loc>", "&a;</loc>")

    assert all("/" not in page.removeprefix("https://k.example/") for page in read_sitemap(bomb.encode()).pages)


def test_a_sample_spreads_over_the_whole_list() -> None:
    assert spread([str(number) for number in range(101)], 5) == ("0", "25", "50", "75", "100")
    assert spread(["a", "b"], 5) == ("a", "b")
