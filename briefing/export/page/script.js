"use strict";
(() => {
  const page = document.documentElement;
  const audio = document.querySelector("audio");
  const text = document.getElementById("text");
  const at = (name) => document.getElementById(name);
  const SIZES = ["xs", "sm", "md", "lg"];
  const THEMES = ["system", "light", "dark"];
  const LIGHTS = ["word", "sentence", "off"];
  const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const key = "briefing:" + page.dataset.id;
  const state = { size: "sm", theme: "system", light: "word", speed: 1, time: 0 };
  try {
    Object.assign(state, JSON.parse(localStorage.getItem(key) || "{}"));
  } catch { /* nothing can be kept here */ }
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify(state));
    } catch { /* nor now */ }
  };
  const say = (words) => {
    at("said").textContent = "";
    requestAnimationFrame(() => { at("said").textContent = words; });
  };
  const timed = (selector) =>
    [...text.querySelectorAll(selector)].map((element) => ({
      element,
      start: Number(element.dataset.start),
      stop: Number(element.dataset.stop),
    }));
  const sentences = timed(".s[data-start]");
  const words = timed(".s[data-start]").flatMap((sentence) => {
    const inside = timed(".w").length ? [...sentence.element.querySelectorAll(".w")] : [];
    return inside.length
      ? inside.map((element) => ({ element, start: Number(element.dataset.start), stop: Number(element.dataset.stop) }))
      : [sentence];
  });
  const found = (list, time) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].start <= time + 0.001) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const clock = (seconds) => {
    const whole = Math.floor(seconds);
    const rest = String(whole % 60).padStart(2, "0");
    const minutes = Math.floor(whole / 60) % 60;
    const hours = Math.floor(whole / 3600);
    return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
  };
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : Number(page.dataset.length));

  // What is lit, and what stands in view.
  const lit = { word: null, sentence: null };
  let follows = true;
  const light = (name, part, chosen) => {
    const element = part && chosen ? part.element : null;
    if (lit[name] === element) return false;
    if (lit[name]) lit[name].classList.remove(name);
    if (element) element.classList.add(name);
    lit[name] = element;
    return Boolean(element);
  };
  const within = (part, time) => (part && time < part.stop + 0.001 ? part : null);
  const show = () => {
    const time = audio.currentTime;
    const sentence = within(sentences[found(sentences, time)], time);
    const isNew = light("now", sentence, state.light !== "off");
    light("lit", within(words[found(words, time)], time), state.light === "word");
    at("time").textContent = `${clock(time)} of ${clock(length())}`;
    if (isNew && follows && !audio.paused) bring(sentence.element);
  };
  const bring = (element) => {
    const box = element.getBoundingClientRect();
    const bottom = innerHeight - at("player").offsetHeight;
    if (box.top < 0 || box.bottom > bottom) {
      element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }
  };
  const tick = () => {
    show();
    if (!audio.paused && !audio.ended) requestAnimationFrame(tick);
  };

  // Places.
  const go = (time, plays) => {
    audio.currentTime = Math.max(0, Math.min(time, length()));
    state.time = audio.currentTime;
    if (plays) audio.play();
    show();
  };
  const step = (list, by) => {
    const now = found(list, audio.currentTime);
    const into = now >= 0 && by < 0 && audio.currentTime - list[now].start > 1 ? 0 : by;
    const next = list[Math.max(0, Math.min(list.length - 1, now + into))];
    if (next) go(next.start);
  };
  const blocks = () => {
    const seen = new Map();
    for (const part of sentences) {
      const name = part.element.id.replace(/s\d+$/, "");
      if (!seen.has(name)) seen.set(name, part);
    }
    return [...seen.values()];
  };
  const partOf = (target) => {
    const element = target.closest ? target.closest(".w, .s") : null;
    if (!element || !text.contains(element)) return null;
    return words.find((part) => part.element === element)
      || sentences.find((part) => part.element === element.closest(".s"))
      || null;
  };
  const point = (part, focuses) => {
    const before = text.querySelector("[tabindex]");
    if (before) before.removeAttribute("tabindex");
    if (!part) return;
    part.element.tabIndex = 0;
    if (focuses) part.element.focus();
  };
  const walk = (from, by, list) => {
    const order = list || words;
    const now = list ? found(list, from.start) : words.indexOf(from);
    const next = order[Math.max(0, Math.min(order.length - 1, now + by))];
    const part = next && (words[found(words, next.start)] || next);
    point(part, true);
  };

  // What can be chosen.
  const choose = (name, value, words_) => {
    state[name] = value;
    page.dataset[name] = value;
    for (const button of document.querySelectorAll(`[data-${name}-is]`)) {
      button.setAttribute("aria-pressed", String(button.dataset[name + "Is"] === value));
    }
    keep();
    if (words_) say(words_);
    show();
  };
  const following = (list, value, by) => list[(list.indexOf(value) + by + list.length) % list.length];
  const bounded = (list, value, by) => list[Math.max(0, Math.min(list.length - 1, list.indexOf(value) + by))];
  const resize = (by) => {
    const size = bounded(SIZES, state.size, by);
    choose("size", size, `Text size ${size.toUpperCase()}.`);
  };
  const speed = (value) => {
    audio.playbackRate = value;
    state.speed = value;
    at("speed").textContent = `${value}×`;
    keep();
    say(`Speed ${value}.`);
  };
  const faster = (by) => {
    const near = SPEEDS.reduce((a, b) => (Math.abs(b - audio.playbackRate) < Math.abs(a - audio.playbackRate) ? b : a));
    speed(bounded(SPEEDS, near, by));
  };
  const louder = (by) => {
    audio.volume = Math.max(0, Math.min(1, Math.round((audio.volume + by) * 10) / 10));
    say(`Volume ${Math.round(audio.volume * 100)} percent.`);
  };
  const toggle = () => (audio.paused ? audio.play() : audio.pause());
  const where = () => {
    const now = sentences[found(sentences, audio.currentTime)];
    const said = now ? " " + now.element.textContent : "";
    say(`${audio.paused ? "Paused" : "Playing"}, ${clock(audio.currentTime)} of ${clock(length())}.${said}`);
  };
  const help = () => {
    const keys = at("keys");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  };

  // Keys, as in the player.
  const KEYS = {
    " ": toggle,
    ArrowLeft: (event) => go(audio.currentTime - (event.shiftKey ? 30 : 5)),
    ArrowRight: (event) => go(audio.currentTime + (event.shiftKey ? 30 : 5)),
    ",": () => go(audio.currentTime - 5),
    ".": () => go(audio.currentTime + 5),
    ArrowUp: () => step(sentences, -1),
    ArrowDown: () => step(sentences, 1),
    k: () => step(sentences, -1),
    j: () => step(sentences, 1),
    "[": () => step(blocks(), -1),
    "]": () => step(blocks(), 1),
    Home: () => go(0),
    End: () => go(length()),
    "<": () => faster(-1),
    ">": () => faster(1),
    "=": () => speed(1),
    "+": () => resize(1),
    "-": () => resize(-1),
    "(": () => louder(-0.1),
    ")": () => louder(0.1),
    m: () => { audio.muted = !audio.muted; say(audio.muted ? "Sound off." : "Sound on."); },
    h: () => { const value = following(LIGHTS, state.light, 1); choose("light", value, `Light: ${value}.`); },
    f: () => { follows = !follows; say(follows ? "The text follows." : "The text stands still."); },
    t: () => { const value = following(THEMES, state.theme, 1); choose("theme", value, `Theme: ${value}.`); },
    i: where,
    r: () => step(sentences, 0),
    "?": help,
  };
  const inText = {
    Enter: (part) => go(part.start, true),
    ArrowLeft: (part) => walk(part, -1),
    ArrowRight: (part) => walk(part, 1),
    ArrowUp: (part) => walk(part, -1, sentences),
    ArrowDown: (part) => walk(part, 1, sentences),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const isControl = event.target.closest("button, summary, a, audio, input, select");
    if (isControl && [" ", "Enter"].includes(event.key)) return;
    if (event.target === audio && event.key.startsWith("Arrow")) return;
    const part = isControl ? null : partOf(event.target);
    if (part && inText[event.key] && !event.shiftKey) {
      inText[event.key](part);
    } else if (/^\d$/.test(event.key)) {
      go((length() * Number(event.key)) / 10);
    } else if (KEYS[event.key]) {
      KEYS[event.key](event);
    } else {
      return;
    }
    event.preventDefault();
  });
  text.addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    const part = partOf(event.target);
    if (!part) return;
    point(part, true);
    go(part.start, true);
  });
  for (const name of ["size", "theme", "light"]) {
    for (const button of document.querySelectorAll(`[data-${name}-is]`)) {
      button.addEventListener("click", () => choose(name, button.dataset[name + "Is"]));
    }
  }
  at("play").addEventListener("click", toggle);
  at("back").addEventListener("click", () => go(audio.currentTime - 5));
  at("on").addEventListener("click", () => go(audio.currentTime + 5));
  at("slower").addEventListener("click", () => faster(-1));
  at("faster").addEventListener("click", () => faster(1));

  const told = () => { at("play").textContent = audio.paused ? "Play" : "Pause"; };
  audio.addEventListener("play", () => { told(); tick(); });
  audio.addEventListener("pause", () => {
    told();
    state.time = audio.currentTime;
    keep();
    if (!partOf(document.activeElement)) point(words[Math.max(0, found(words, audio.currentTime))] || null);
  });
  audio.addEventListener("seeked", show);
  audio.addEventListener("timeupdate", () => {
    if (Math.abs(audio.currentTime - state.time) >= 1) {
      state.time = audio.currentTime;
      keep();
    }
    show();
  });
  audio.addEventListener("error", () => say("The sound cannot be played by this browser."));
  addEventListener("pagehide", keep);

  page.classList.add("scripted");
  for (const name of ["size", "theme", "light"]) choose(name, state[name]);
  audio.playbackRate = state.speed;
  at("speed").textContent = `${state.speed}×`;
  point(words[0] || null);
  const resume = () => {
    if (state.time > 1 && state.time < length() - 1) {
      const sentence = sentences[Math.max(0, found(sentences, state.time))];
      go(sentence ? sentence.start : state.time);
      if (sentence) bring(sentence.element);
      say(`Goes on at ${clock(audio.currentTime)} of ${clock(length())}.`);
    }
    show();
  };
  if (audio.readyState > 0) resume();
  else audio.addEventListener("loadedmetadata", resume, { once: true });
})();
