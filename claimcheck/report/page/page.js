// What the page does beyond showing itself: filters, switches between reports, follows links both ways, turns dark.
// Without it everything is there: all rows, all reports, plain links.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const plain = (text) => text.toLowerCase().replace(/\s+/g, " ");

  // a page opened from a folder may have no storage
  const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* then it is forgotten */ } };

  const theme = one("#theme");
  const isDark = () => getComputedStyle(document.documentElement).colorScheme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  const show = (name) => {
    if (name) document.documentElement.dataset.theme = name;
    theme.textContent = isDark() ? "Light" : "Dark";
    theme.setAttribute("aria-label", `Use ${isDark() ? "light" : "dark"} colours`);
  };

  const hits = new WeakMap();  // element -> its words
  const holds = (element, words) => {
    if (!hits.has(element)) hits.set(element, plain(`${element.textContent} ${element.dataset.phrases || ""}`));
    return words.every((word) => hits.get(element).includes(word));
  };

  // A report that says nothing of the facts shown needs no column.
  function narrow(rows) {
    const lines = all("#table:has(thead a) tr");
    const told = new Set(rows.filter((row) => !row.hidden).flatMap((row) =>
      all("td[data-report]", row).map((cell) => cell.cellIndex)));
    for (const line of lines) for (const cell of [...line.cells].slice(2)) cell.hidden = told.size > 0 && !told.has(cell.cellIndex);
  }

  const chosen = new Map();  // mark -> whether its facts are shown

  function filter() {
    for (const box of all("input[name=mark]")) chosen.set(box.value, box.checked);
    const words = plain(one("#words").value).split(" ").filter(Boolean);
    const marks = new Set(all("input[name=mark]:checked").map((box) => box.value));
    const rows = all("#table tbody tr");
    const findings = all("#findings .finding");
    for (const row of rows) row.hidden = !marks.has(row.dataset.mark) || !holds(row, words);
    for (const finding of findings) finding.hidden = !holds(finding, words);
    const seen = (elements) => elements.filter((element) => !element.hidden).length;
    narrow(rows);
    if (one("#no-rows")) one("#no-rows").hidden = seen(rows) > 0;
    one("#shown").textContent = `${seen(rows)} of ${rows.length} facts, ${seen(findings)} of ${findings.length} findings`;
  }

  function open(anchor) {
    for (const text of all(".text")) text.hidden = text.id !== anchor;
    one("#which").value = opened = anchor;
  }

  // Makes the target of a link visible wherever it is, and gives it the focus.
  function follow(id) {
    const target = id && document.getElementById(id);
    if (!target) return;
    const text = target.closest(".text");
    if (text) open(text.id);
    if (target.closest("[hidden]")) {
      one("#words").value = "";
      for (const box of all("input[name=mark]")) box.checked = true;
      filter();
    }
    for (const earlier of all(".said.here")) earlier.classList.remove("here");
    if (target.classList.contains("said")) target.classList.add("here");
    target.scrollIntoView({ block: target.tagName === "ARTICLE" ? "start" : "center" });
    target.focus({ preventScroll: true });
  }

  let opened = "";  // the report that is shown

  function renew() {
    for (const element of all(".filters, #theme, #print, .which")) element.hidden = false;
    const texts = all(".text");
    if (texts.length) open(texts.some((text) => text.id === opened) ? opened : texts[0].id);
    for (const box of all("input[name=mark]")) box.checked = chosen.get(box.value) ?? box.checked;
    filter();
  }

  function start() {
    renew();
    follow(location.hash.slice(1));
  }

  show(remembered("claimcheck-theme"));
  theme.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    remember("claimcheck-theme", next);
    show(next);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show());
  one("#print").addEventListener("click", () => print());
  one(".filters").addEventListener("submit", (event) => event.preventDefault());
  one(".filters").addEventListener("input", filter);
  // another script has put new findings, rows or reports in the place of the old ones
  document.addEventListener("claimcheck:changed", renew);
  one("#words").addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.target.value = ""; filter(); }
  });
  document.addEventListener("change", (event) => { if (event.target.id === "which") open(event.target.value); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = link.hash.slice(1);
    if (!document.getElementById(id)) return;
    event.preventDefault();
    history.pushState(null, "", link.hash);
    follow(id);
  });
  addEventListener("popstate", () => follow(location.hash.slice(1)));
  addEventListener("beforeprint", () => { for (const text of all(".text")) text.hidden = false; });
  addEventListener("afterprint", () => open(one("#which").value));
  start();
})();
