"use strict";
// Without this script everything is readable; it adds copying and filters, and opens what is linked to or printed.
for (const code of document.querySelectorAll(".selector")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = document.body.dataset.copy;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    button.textContent = document.body.dataset.copied;
    setTimeout(() => { button.textContent = document.body.dataset.copy; }, 1500);
  });
  code.after(button);
}
const filters = document.querySelector(".filters");
const filtered = () => {
  const asked = {};
  for (const choice of filters.querySelectorAll("select")) asked[choice.dataset.filter] = choice.value;
  const wanted = (card) => {
    const { outcome, severity, screens, certainty } = card.dataset;
    const bad = asked.outcome === "bad" && (outcome === "failed" || outcome === "warning");
    return (!asked.outcome || bad || asked.outcome === outcome) && (!asked.severity || asked.severity === severity)
      && (!asked.certainty || asked.certainty === certainty)
      && (!asked.screen || !screens || screens.split(" ").includes(asked.screen))
      && (!asked.stage || card.closest(".stage").id === `stage-${asked.stage}`);
  };
  const cards = [...document.querySelectorAll(".stage .card")];
  for (const card of cards) card.hidden = !wanted(card);
  const some = Object.values(asked).some(Boolean);
  for (const part of document.querySelectorAll(".stage .group, .stage")) {
    part.hidden = some && !part.querySelector(".card:not([hidden])");
  }
  const told = filters.dataset.told.replace("{n}", cards.filter((one) => !one.hidden).length);
  filters.querySelector("output").textContent = told.replace("{total}", cards.length);
};
const unfiltered = () => {
  for (const choice of filters.querySelectorAll("select")) choice.value = "";
  filtered();
};
if (filters) {
  filters.hidden = false;
  filters.addEventListener("change", filtered);
  filters.querySelector("button").addEventListener("click", unfiltered);
  unfiltered();
}
const openTarget = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && filters && target.closest("[hidden]")) { unfiltered(); target.scrollIntoView(); }
  if (target && target.matches("details")) target.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();
const closed = [];
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) { part.open = true; closed.push(part); }
});
addEventListener("afterprint", () => { while (closed.length) closed.pop().open = false; });
