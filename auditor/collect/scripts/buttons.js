// Reads the buttons of a page that can be seen, each with the number of its form as fields.js counted it just before.
(() => {
  const { clip, tagOf, walk, closest, pageBox, seen, labels, area, selector } = cx;
  const forms = window.__cxForms || [];
  const found = [];
  for (const el of walk(document.documentElement)) {
    const tag = tagOf(el);
    const input = tag === "input" && ["submit", "button", "image"].includes(el.type);
    const button = tag === "button" || input || el.getAttribute("role") === "button";
    const alike = tag === "a" && /(^|[-_\s])(btn|button)([-_\s]|$)/i.test(typeof el.className === "string" ? el.className : "");
    if (!(button || alike) || found.length >= 120 || !seen(el)) continue;
    const words = labels(el);
    const said = [words.text, words.aria, words.title, words.alt, words.value].filter(Boolean);
    const text = clip(said.find((one) => /\p{L}/u.test(one)) || said[0], 120);
    if (!text) continue;
    const form = el.form || closest(el, (one) => tagOf(one) === "form", 30);
    const submits = Boolean(form) && ((tag === "button" && el.type === "submit") || (input && el.type !== "button"));
    found.push({
      text, area: area(el), form: form ? forms.indexOf(form) : -1, submits, selector: selector(el), y: pageBox(el).y,
      enabled: !el.disabled && el.getAttribute("aria-disabled") !== "true",
    });
  }
  return found;
})()
