"use strict";
// Without this script the page is whole and in its own order; it adds sorting and a filter.
const body = document.querySelector("#shops tbody");
const rows = [...body.rows];
const heads = [...document.querySelectorAll("#shops thead th")];
const language = document.documentElement.lang;
const valueOf = (row, at) => row.cells[at].dataset.value ?? "";
const sortBy = (head) => {
  const at = head.cellIndex;
  const numeric = head.dataset.sort === "number";
  const up = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") !== "ascending" : true;
  for (const one of heads) one.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const sorted = [...rows].sort((one, two) => {
    const [a, b] = [valueOf(one, at), valueOf(two, at)];
    if ((a === "") !== (b === "")) return a === "" ? 1 : -1; // what has no score stands last either way
    const order = numeric ? a - b : a.localeCompare(b, language);
    return up ? order : -order;
  });
  body.append(...sorted);
};
for (const head of heads) {
  if (!head.dataset.sort) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () => sortBy(head));
  head.append(button);
}
const filter = document.getElementById("filter");
const shown = document.getElementById("shown");
filter.addEventListener("input", () => {
  const asked = filter.value.trim().toLocaleLowerCase(language);
  let count = 0;
  for (const row of rows) {
    row.hidden = !row.textContent.toLocaleLowerCase(language).includes(asked);
    count += row.hidden ? 0 : 1;
  }
  shown.textContent = document.body.dataset.shown.replace("{n}", count).replace("{all}", rows.length);
});
document.querySelector(".tools").hidden = false;
