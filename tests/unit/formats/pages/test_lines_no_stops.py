"""Copied pages in scripts that part no words: a stop, or its length, tells a sentence from a headline."""

from __future__ import annotations

import pytest

from briefing.formats.pages import copied
from briefing.formats.pages.page import read_page
from briefing.model import BlockKind

THAI = (
    "เช้าวันจันทร์รถยนต์แล่นข้ามสะพานท่าเรือเป็นครั้งแรกในรอบสิบเอ็ดวันหลังจากที่ปิดซ่อมแซมมาตั้งแต่ต้นเดือน",
    "นายกเทศมนตรีขับรถเมล์คันแรกด้วยตนเอง และมีเด็กสี่สิบคนจากโรงเรียนบนเกาะนั่งอยู่ข้างหลัง พร้อมกับครู",
)
BURMESE = (
    "ဆိပ်ကမ်းတံတားကို တနင်္လာနေ့ မနက်မှာ ပြန်ဖွင့်လိုက်ပြီး ကားတွေ ပြန်ဖြတ်သန်းနေကြပါပြီ။",
    "မြို့တော်ဝန်က ပထမဆုံး ဘတ်စ်ကားကို ကိုယ်တိုင်မောင်းပြီး ကျောင်းသား လေးဆယ်က နောက်မှာ ထိုင်လိုက်ပါခဲ့ကြပါတယ်။",
)
HEADLINES = (
    "เจ้าหน้าที่ตรวจสอบสลักเกลียวของสะพานใหม่เหนือแม่น้ำก่อนเปิดใช้งาน",
    "မြို့တော်ဝန်က ပထမဆုံး ဘတ်စ်ကားကို ကိုယ်တိုင်မောင်းပြီး ကျောင်းသားတွေ လိုက်ပါ",
)


@pytest.mark.parametrize(
    ("title", "story", "headline", "menu", "related"),
    [
        ("สะพานท่าเรือเปิดอีกครั้ง", THAI, HEADLINES[0], "หน้าแรก\nค้นหา\nเข้าสู่ระบบ\nแชร์\nพิมพ์", "ข่าวที่เกี่ยวข้อง"),
        ("ဆိပ်ကမ်းတံတား ပြန်ဖွင့်", BURMESE, HEADLINES[1], "ပင်မစာမျက်နှာ\nရှာဖွေ\nမီနူး\nဝေမျှပါ\nအီးမေးလ်", "အဖတ်အများဆုံး"),
    ],
    ids=["thai", "burmese"],
)
def test_headlines_below_a_story_are_not_read_as_its_sentences(
    title: str, story: tuple[str, ...], headline: str, menu: str, related: str
) -> None:
    others = [f"{headline} {number}" for number in range(6)]
    text = "\n\n".join([menu, title, "30.10.2023", *story, related, *others])
    assert copied.likelihood(text) > 0
    told = (BlockKind.TITLE, BlockKind.SUMMARY, BlockKind.PARAGRAPH)
    assert [part.text for part in read_page(text).parts if part.kind in told] == [title, *story]
