
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const wide = matchMedia("(min-width: 60rem)");
  const [map, card] = [byId("map"), byId("card")];
  const entries = new Map(all(".entry").map((entry) => [entry.dataset.about, entry]));
  const scenes = all(".scene");
  const title = document.title;
  // What the page lays over or under itself is not for who has no script.
  for (const part of all(".needs-script")) part.classList.remove("needs-script");

  /* Subjects: what stands for one, in the text and on the maps. */

  const subjectAt = (target) => {
    const part = target instanceof Element && target.closest("[data-subject]");
    return part && entries.has(part.dataset.subject) ? part.dataset.subject : null;
  };
  const listed = (subject, name) => JSON.parse(entries.get(subject)?.dataset[name] ?? "[]");
  const marked = all("[data-subject], svg [data-overlay]");

  function partsOf(subject) {
    const names = new Set([subject, ...listed(subject, "with")]);
    const layer = subject.startsWith("overlay:") && entries.get(subject)?.dataset.layer;
    return marked.filter(
      ({ dataset }) => names.has(dataset.subject) || (layer && dataset.overlay === layer),
    );
  }

  function mark(name, subject) {
    for (const part of all("." + name)) part.classList.remove(name);
    if (subject) for (const part of partsOf(subject)) part.classList.add(name);
  }

  let lit = null;
  function light(subject) {
    if (subject !== lit) mark("lit", (lit = subject));
  }

  /* Selecting: the card, and the side that was not clicked follows. */

  let chosen = null;
  let chosenFrom = null;

  function invite() {
    const words = document.createElement("p");
    words.className = "quiet";
    words.textContent =
      "Click a country or a line to read what is told of it, or words in the text to see them on the map.";
    card.replaceChildren(words);
  }

  function setHash(hash) {
    history.replaceState(null, "", location.href.split("#")[0] + hash);
  }

  function choose(subject, from = null) {
    chosen = subject;
    mark("chosen", subject);
    for (const part of all("#map [aria-pressed]"))
      part.setAttribute("aria-pressed", String(part.dataset.subject === subject));
    root.classList.toggle("has-chosen", Boolean(subject));
    for (const part of all(".near")) part.classList.remove("near");
    all("svg.dimmed").forEach((svg) => svg.classList.remove("dimmed"));
    if (!subject) {
      invite();
      return;
    }
    chosenFrom = from;
    const entry = entries.get(subject);
    const layer = entry.dataset.layer;
    const isOff = (box) => box.dataset.switch === layer && !box.checked;
    for (const box of all("input[data-switch]").filter(isOff)) box.checked = true;
    const near = new Set(listed(subject, "near"));
    for (const part of all("svg [data-subject]"))
      if (near.has(part.dataset.subject)) part.classList.add("near");
    // With nothing of it on a map, dimming the rest would leave an empty map.
    for (const svg of all("svg"))
      if (svg.querySelector("[data-overlay].chosen, [data-overlay].near")) svg.classList.add("dimmed");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = "\u00d7";
    close.setAttribute("aria-label", "Close (Escape)");
    close.addEventListener("click", clear);
    const copies = [...entry.children].map((child) => child.cloneNode(true));
    card.replaceChildren(close, ...copies);
    card.scrollTop = 0;
    if (!root.classList.contains("briefing")) setHash("#" + entry.id);
  }

  function clear() {
    const from = chosenFrom;
    const hadFocus = card.contains(document.activeElement);
    choose(null);
    if (hadFocus && from?.isConnected) from.focus({ preventScroll: true });
    if (!root.classList.contains("briefing")) setHash("");
  }

  function show(element, block = "center") {
    element.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
  }

  function pick(target) {
    const subject = subjectAt(target);
    const link = target.closest("a, [tabindex]");
    choose(subject, link);
    const isOnMap = Boolean(target.closest("#map"));
    if (isOnMap && wide.matches) {
      const first = partsOf(subject).find((part) => part.closest("#text"));
      if (first) show(first);
    }
  }

  document.addEventListener("pointerover", (event) => light(subjectAt(event.target)));
  document.addEventListener("pointerout", (event) => event.relatedTarget || light(null));
  document.addEventListener("focusin", (event) => light(subjectAt(event.target)));
  document.addEventListener("focusout", () => light(null));

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target;
    if (!(target instanceof Element)) return;
    const isLink = target.closest("a");
    if (subjectAt(target)) {
      // Who drags over words wants to copy them.
      if (!isLink && !getSelection().isCollapsed) return;
      event.preventDefault();
      pick(target);
    } else if (target.closest("#map svg") && chosen) {
      clear();
    }
  });

  /* The map by keyboard: one stop for each thing, and a wider line for the pointer to hit. */

  function prepareMap() {
    const svg = map.querySelector("svg");
    // A picture has no parts for a screen reader; this one has.
    svg?.setAttribute("role", "group");
    const seen = new Set();
    for (const group of all("svg [data-subject]", map)) {
      const { subject } = group.dataset;
      const entry = entries.get(subject);
      if (!entry) continue;
      if (!seen.has(subject)) {
        seen.add(subject);
        const name = group.querySelector(":scope > title") ?? entry.querySelector(".name");
        group.setAttribute("tabindex", "0");
        group.setAttribute("role", "button");
        group.setAttribute("aria-pressed", "false");
        group.setAttribute("aria-label", name?.textContent.trim() ?? subject);
      }
    }
    for (const line of all("svg [data-overlay][data-subject] :is(path, line, polyline)")) {
      const has = (name) => (line.getAttribute(name) ?? "none") !== "none";
      if (has("fill") || !has("stroke")) continue;
      const hit = line.cloneNode(false);
      for (const name of ["id", "stroke-dasharray", "marker-start", "marker-mid", "marker-end"])
        hit.removeAttribute(name);
      hit.setAttribute("class", "hit");
      line.after(hit);
    }
    map.addEventListener("keydown", (event) => {
      if ((event.key === "Enter" || event.key === " ") && subjectAt(event.target)) {
        event.preventDefault();
        pick(event.target);
      }
    });
  }

  /* The briefing. */

  let scene = -1;
  let readAt = 0;
  const isBriefing = () => root.classList.contains("briefing");

  function showScene(number) {
    if (!scenes.length) return;
    if (!isBriefing()) readAt = scrollY;
    scene = Math.min(Math.max(number, 0), scenes.length - 1);
    root.classList.add("briefing");
    scenes.forEach((part, index) => part.classList.toggle("current", index === scene));
    choose(null);
    const count = `${scene + 1} of ${scenes.length}`;
    byId("count").textContent = count;
    byId("back").disabled = scene === 0;
    byId("on").disabled = scene === scenes.length - 1;
    const heading = scenes[scene].querySelector("h3");
    document.title = `${count}: ${heading.textContent}`;
    setHash(`#scene-${scene + 1}`);
    scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  }

  function leave() {
    closeScenes();
    setHash("");
    scrollTo(0, readAt);
    byId("start").focus({ preventScroll: true });
  }

  function closeScenes() {
    root.classList.remove("briefing");
    document.title = title;
    choose(null);
  }

  // The first step gets a place of its own in the browser's way back.
  const start = () => (location.hash = "#scene-1");

  byId("start")?.addEventListener("click", start);
  byId("leave")?.addEventListener("click", leave);
  byId("back")?.addEventListener("click", () => showScene(scene - 1));
  byId("on")?.addEventListener("click", () => showScene(scene + 1));

  const steps = {
    ArrowRight: () => scene + 1,
    PageDown: () => scene + 1,
    ArrowLeft: () => scene - 1,
    PageUp: () => scene - 1,
    Home: () => 0,
    End: () => scenes.length - 1,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (chosen) clear();
      else if (isBriefing()) leave();
    } else if (event.key === "b" && scenes.length) {
      if (isBriefing()) leave();
      else start();
    } else if (isBriefing() && Object.hasOwn(steps, event.key)) {
      event.preventDefault();
      showScene(steps[event.key]());
    }
  });

  /* The address says where one is: a scene, a paragraph, or what is told of a subject. */

  function follow() {
    const hash = location.hash.slice(1);
    const step = /^scene-(\d+)$/.exec(hash);
    if (step && scenes.length) {
      showScene(Number(step[1]) - 1);
      return;
    }
    const wasBriefing = isBriefing();
    if (wasBriefing) closeScenes();
    const place = hash && byId(hash);
    if (!place) return;
    if (place.dataset.about) choose(place.dataset.about);
    else if (wasBriefing) place.scrollIntoView({ block: "center" });
  }

  prepareMap();
  invite();
  addEventListener("hashchange", follow);
  follow();
})();
