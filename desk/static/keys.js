// Keys and the cursor of the queue. A key clicks, opens or focuses what bears its name in data-key,
// so keys can do nothing that the page's forms cannot; without this file everything still works.
"use strict";

(() => {
  const rows = () => [...document.querySelectorAll("#queue > li")];
  const box = (row) => row.querySelector("input[type=checkbox]");
  let sequence = "";
  let timer = 0;
  let anchor = null;

  const cursor = () => document.querySelector("#queue > li.cursor");

  function moveTo(row) {
    if (!row) return;
    cursor()?.classList.remove("cursor");
    row.classList.add("cursor");
    row.querySelector("a").focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const all = rows();
    const at = all.indexOf(cursor());
    moveTo(all[Math.min(all.length - 1, Math.max(0, at + by))]);
  }

  function chooseRange() {
    const all = rows();
    const from = all.indexOf(anchor ?? cursor());
    const to = all.indexOf(cursor());
    if (to < 0) return;
    all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((row) => { box(row).checked = true; });
  }

  // What keys do that no form does: move and choose.
  const moves = {
    next: () => step(1),
    previous: () => step(-1),
    open: () => cursor()?.querySelector("a").click(),
    select: () => { const row = cursor(); if (row) { box(row).checked = !box(row).checked; anchor = row; } },
    "select-range": chooseRange,
    "select-all": () => rows().forEach((row) => { box(row).checked = true; }),
    "select-none": () => rows().forEach((row) => { box(row).checked = false; }),
  };

  function named(key) {
    return [...document.querySelectorAll("[data-key]")].filter((one) => one.dataset.key === key).at(0);
  }

  function use(target) {
    const row = cursor();
    // A deed on the queue with nothing chosen is meant for the row under the cursor.
    if (target.closest("#work") && row && !rows().some((one) => box(one).checked)) box(row).checked = true;
    if (target.matches("input, textarea, select")) target.focus();
    else target.click();
  }

  function act(key) {
    const move = document.body.dataset.moves && JSON.parse(document.body.dataset.moves)[key];
    if (move && rows().length) { moves[move](); return true; }
    const target = named(key);
    if (target) use(target);
    return Boolean(target);
  }

  function begins(text) {
    const all = [...document.querySelectorAll("[data-key]")].map((one) => one.dataset.key);
    return [...all, ...Object.keys(JSON.parse(document.body.dataset.moves || "{}"))]
      .some((key) => key.startsWith(`${text} `));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "Escape" && event.target.matches("input, textarea, select")) { event.target.blur(); return; }
    if (event.target.matches("input:not([type=checkbox]), textarea, select") || event.key.length !== 1) return;
    const pressed = sequence ? `${sequence} ${event.key}` : event.key;
    clearTimeout(timer);
    sequence = "";
    if (act(pressed)) { event.preventDefault(); return; }
    if (begins(pressed)) { sequence = pressed; timer = setTimeout(() => { sequence = ""; }, 1500); }
  });

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.("#queue > li");
    if (row && row !== cursor()) { cursor()?.classList.remove("cursor"); row.classList.add("cursor"); }
  });

  // What colleagues hold is marked on the rows that are shown; no row moves.
  document.addEventListener("htmx:afterSwap", () => {
    const told = document.querySelector("#holds");
    if (!told) return;
    document.title = told.dataset.title;
    const holds = JSON.parse(told.dataset.holds);
    rows().forEach((row) => {
      const place = row.querySelector("p + p");
      const text = holds[row.id.slice(1)] ?? "";
      let mark = row.querySelector(".hold");
      if ((mark?.textContent ?? "") === text) return;
      if (!text) { mark.remove(); return; }
      if (!mark) {
        mark = document.createElement("i");
        mark.className = "hold";
        place.prepend(mark, " ");
      }
      mark.textContent = text;
      if (row === cursor()) document.querySelector("#status").textContent = text;
    });
  });

  // Drafts: what a person has changed stays, and the draft goes where the cursor is.
  const body = document.querySelector("#body");
  const drafts = document.querySelector("#draft");

  function insertDraft() {
    const text = drafts.selectedOptions[0].dataset.text;
    const untouched = [...drafts.options].some((one) => one.dataset.text === body.value.trim());
    if (untouched) body.value = "";
    body.setRangeText(text, body.selectionStart, body.selectionEnd, "end");
    body.focus();
    body.dispatchEvent(new Event("input", { bubbles: true }));
  }

  if (body && drafts) {
    document.querySelector("#answer button[value=draft]").addEventListener("click", (event) => {
      event.preventDefault();
      insertDraft();
    });
    drafts.addEventListener("keydown", (event) => {
      if (event.key === "Enter") { event.preventDefault(); insertDraft(); }
    });
    body.addEventListener("input", () => {
      const at = body.selectionStart;
      if (!body.value.slice(0, at).endsWith("::")) return;
      body.setRangeText("", at - 2, at, "end");
      drafts.focus();
    });
  }

  // Back from a case, its row is under the cursor again.
  if (/^#c\d+$/.test(location.hash)) moveTo(document.querySelector(`#queue > li${location.hash}`));
})();
