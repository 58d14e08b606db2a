// The way from a finding to its block or field. The editor draws its blocks after the browser has looked for the
// address, and some fields are folded away.
function show() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let panel = target.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
    const toggle = panel.querySelector("[data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  }
  target.scrollIntoView({ block: "center" });
}

addEventListener("load", () => setTimeout(show));
addEventListener("hashchange", show);
addEventListener("click", (event) => {
  const beside = event.target.closest?.(".wj-ready a[href^='#']");
  if (beside && innerWidth < 800) document.querySelector("[data-form-side-close-button]")?.click(); // it covers the text
});
