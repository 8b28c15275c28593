// Small comforts on top of pages that work without any of this.
(() => {
  const say = (selector, act) => document.addEventListener("click", (e) => { const on = e.target.closest?.(selector); if (on) act(on, e); });

  say("[data-print]", () => window.print());

  // A form that holds unsaved work (data-unsaved, its value is ignored) asks before it is left.
  let changed = false;
  document.addEventListener("input", (e) => { if (e.target.closest("form[data-unsaved]")) changed = true; });
  document.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (e) => { if (changed) e.preventDefault(); });

  // After a refusal the reader starts at the summary, whether the page was loaded or a part was swapped in.
  const toRefusal = (root) => root.querySelector?.(".refusal[tabindex]")?.focus();
  toRefusal(document);
  document.addEventListener("htmx:after:swap", () => toRefusal(document));

  // j and k walk the desk's list, as in a mail programme; not while typing.
  document.addEventListener("keydown", (e) => {
    if (!["j", "k"].includes(e.key) || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select")) return;
    const links = [...document.querySelectorAll(".desk > li")].map((li) => li.querySelector("a, button")).filter(Boolean);
    const at = links.findIndex((link) => link.parentElement.closest(".desk > li")?.contains(document.activeElement));
    links[Math.max(0, Math.min(links.length - 1, at + (e.key === "j" ? 1 : -1)))]?.focus();
  });
})();
