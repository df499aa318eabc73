"""A visit of an exported page in a browser, by the keyboard; run by a Python that has Playwright.

    python page_visit.py BROWSER PAGE WHAT

It prints one JSON value: what it saw. `judges.visit` runs it.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import Any

AUDIO = "document.querySelector('audio')"
LISTENED_MS = 30_000
WATCH = """(for_ms) => new Promise((done) => {
  const audio = document.querySelector('audio');
  const words = [...document.querySelectorAll('.w')]
    .map((e) => [Number(e.dataset.start), Number(e.dataset.stop), e.id]);
  const seen = [];
  const until = performance.now() + for_ms;
  const look = () => {
    const lit = document.querySelector('.lit');
    const time = audio.currentTime;
    const due = (by) => words.filter((word) => word[0] - by <= time && time < word[1] + by)
      .map((word) => word[2]);
    const may = due(0.06);
    const must = due(-0.06);
    seen.push([time, lit ? lit.id : null, may, lit ? may.includes(lit.id) : must.length === 0]);
    if (performance.now() < until && !audio.ended) setTimeout(look, 15); else done(seen);
  };
  look();
})"""
THEMES = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"})
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def wait(page: Any, what: str) -> None:
    """Wait for something to be true. Playwright's own way compiles a string, which the page forbids."""
    for _ in range(400):
        if page.evaluate(what):
            return
        page.wait_for_timeout(25)
    sys.exit(f"it never came: {what}")


def axe(page: Any, _context: Any) -> list[str]:
    """Return what axe-core does not pass, in each theme and size."""
    found = []
    for theme in THEMES:
        page.emulate_media(**theme)
        for size in ("XS", "SM", "MD", "LG"):
            page.get_by_role("button", name=size, exact=True).click()
            found += judged(page, f"{theme} {size}")
    return found


def bare_axe(page: Any, _context: Any) -> list[str]:
    """Return what axe-core does not pass in a page without a player, in each theme and as it is printed."""
    found = []
    for theme in (*THEMES, {"media": "print"}):
        page.emulate_media(**theme)
        found += judged(page, str(theme))
    return found


def judged(page: Any, where: str) -> list[str]:
    """Return what axe-core does not pass in a page as it is."""
    from axe_playwright_python.sync_playwright import Axe

    told = Axe().run(page, options={"runOnly": RULES}).response
    assert told["passes"]
    return [f"{where}: {each['id']} {each['nodes'][0]['html'][:99]}" for each in told["violations"]]


def light(page: Any, _context: Any) -> dict[str, Any]:
    """Play from the start; return what was lit when."""
    page.keyboard.press("Home")
    page.keyboard.press(" ")
    wait(page, f"!{AUDIO}.paused && {AUDIO}.currentTime > 0")
    seen = page.evaluate(WATCH, LISTENED_MS)
    return {
        "seen": len(seen),
        "reached_s": seen[-1][0],
        "lit": len({each[1] for each in seen}),
        "wrong": [each for each in seen if not each[3]],
    }


def keys(page: Any, context: Any) -> dict[str, Any]:
    """Go through the page by the keyboard alone; return where each step came to."""

    def time() -> float:
        return float(page.evaluate(f"{AUDIO}.currentTime"))

    def starts(selector: str) -> list[float]:
        return list(
            page.evaluate(f"[...document.querySelectorAll('{selector}')].map((e) => Number(e.dataset.start))")
        )

    told: dict[str, Any] = {"sentences": starts(".s[data-start]"), "words": starts(".w")}
    page.keyboard.press("Tab")
    told["first stop"] = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    told["at the text"] = page.evaluate("document.activeElement.id")
    page.keyboard.press("Home")
    page.keyboard.press("j")
    page.keyboard.press("j")
    told["second sentence"] = time()
    page.keyboard.press(".")
    told["five on"] = time()
    page.keyboard.press("Home")
    page.keyboard.press("Tab")
    told["focus in the text"] = page.evaluate("document.activeElement.className.split(' ')[0]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    wait(page, f"!{AUDIO}.paused")
    page.keyboard.press(" ")
    told["third word"] = time()
    page.keyboard.press("+")
    page.keyboard.press(">")
    page.keyboard.press("i")
    wait(page, "document.getElementById('said').textContent.startsWith('Paused')")
    told["said"] = page.evaluate("document.getElementById('said').textContent")
    page.keyboard.press("5")
    told["half"] = time()
    page.reload()
    wait(page, "document.getElementById('said').textContent !== ''")
    told["resumed"] = time()
    told["kept"] = page.evaluate(f"[{AUDIO}.playbackRate, document.documentElement.dataset.size]")
    told["requests"] = context["requests"]
    return told


def plain(page: Any, _context: Any) -> dict[str, Any]:
    """Return what there is without a script."""
    return {
        "text": page.inner_text("main"),
        "controls": page.get_attribute("audio", "controls"),
        "buttons": page.locator("button:visible").count(),
    }


VISITS = {"axe": axe, "bare axe": bare_axe, "light": light, "keys": keys, "plain": plain}


@contextmanager
def opened(browser: str, path: str, *, has_script: bool, has_player: bool) -> Any:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
        chromium = playwright.chromium.launch(executable_path=browser, args=flags)
        context = chromium.new_context(
            viewport={"width": 1000, "height": 800}, java_script_enabled=has_script
        )
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url[:80]))
        page.goto(f"file://{path}")
        if has_player:
            wait(page, f"{AUDIO}.readyState >= 1")
        yield page, {"requests": requests}
        chromium.close()


def main() -> None:
    browser, path, what = sys.argv[1:]
    has_script = what != "plain"
    has_player = has_script and what != "bare axe"
    with opened(browser, path, has_script=has_script, has_player=has_player) as (page, context):
        json.dump(VISITS[what](page, context), sys.stdout)


if __name__ == "__main__":
    main()
