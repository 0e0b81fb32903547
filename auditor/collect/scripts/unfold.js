// Unfolds the parts of a page whose words are only brought when they are opened, leaves all of them in the page and gives what they say.
// Pressed is only what says itself that it folds such a part: no menu, nothing in a form, in a dialog or outside the page's main part.
async ({ most, patience, size }) => {
  const apart = "form, dialog, [role=dialog], nav, header, footer, [role=tablist], [role=listbox], [role=menu]";
  const empty = (panel) => panel && !panel.textContent.trim() && !panel.querySelector("img, input, iframe, video");
  const found = [...document.querySelectorAll("button[aria-expanded=false][aria-controls]")]
    .filter((one) => !one.hasAttribute("aria-haspopup") && !one.disabled && !one.closest(apart))
    .map((one) => [one, document.getElementById(one.getAttribute("aria-controls"))])
    .filter(([one, panel]) => empty(panel) && panel !== one)
    .slice(0, most);
  const kept = [];
  for (const [button, panel] of found) {
    const id = panel.id;
    button.click();
    const until = performance.now() + patience;
    while (empty(document.getElementById(id)) && performance.now() < until) await new Promise((done) => setTimeout(done, 40));
    const now = document.getElementById(id);
    if (now && !empty(now)) kept.push([id, now.innerHTML, now.innerText.trim()]);
  }
  // One that opens may fold the others again and take their words away.
  for (const [id, html] of kept) {
    const panel = document.getElementById(id);
    if (panel && empty(panel)) panel.innerHTML = html;
    if (panel) panel.hidden = false;
  }
  return kept.map(([, , text]) => text).join("\n").slice(0, size);
}
