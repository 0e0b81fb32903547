// Reads the form controls of a page as a visitor meets them: label, type, required or not, whether it can be seen.
// Typed values are never read; the value of a radio, a check box or an option is the form's own and is.
(() => {
  const { clip, tagOf, walk, closest, pageBox, seen, textOf, area, selector, byIds } = cx;
  const fields = [];
  const forms = [];
  window.__cxFields = [];
  for (const el of walk(document.documentElement)) {
    const tag = tagOf(el);
    const typed = tag === "input" || tag === "select" || tag === "textarea" || el.getAttribute("contenteditable") === "true";
    if (!typed || fields.length >= 250) continue;
    const type = tag === "input" ? (el.type || "text").toLowerCase() : tag;
    if (["hidden", "submit", "button", "image", "reset"].includes(type)) continue;
    const form = el.form || closest(el, (e) => tagOf(e) === "form", 30);
    if (form && !forms.includes(form)) forms.push(form);
    const root = el.getRootNode();
    const own = el.labels && el.labels.length ? [...el.labels].map((l) => textOf(l, 120) || clip(l.textContent, 120)).join(" ") : "";
    let near = "";
    if (!own) {
      const up = closest(el, (e) => e !== el && textOf(e, 90).length > 1, 4);
      const several = up ? up.querySelectorAll("input:not([type=hidden]),select,textarea").length : 0;
      if (up && several <= 1) near = textOf(up, 90);
      if (!near) {
        let before = el.previousElementSibling;
        for (let i = 0; before && i < 2 && !near; i += 1) { near = textOf(before, 90); before = before.previousElementSibling; }
      }
    }
    const group = closest(el, (e) => ["fieldset", "section", "form", "article", "dialog"].includes(tagOf(e)) || e.getAttribute("role") === "group", 20);
    const heading = group?.querySelector("legend,h1,h2,h3,h4,[role=heading]");
    const label = own || el.getAttribute("aria-label") || byIds(el, "aria-labelledby") || near || el.getAttribute("title") || "";
    const visibleLabel = el.labels && el.labels[0] && seen(el.labels[0]);
    const choice = type === "radio" || type === "checkbox";
    const box = pageBox(el);
    const small = box.width < 2 || box.height < 2;
    window.__cxFields.push(choice && !seen(el) && visibleLabel ? el.labels[0] : el);
    fields.push({
      tag, type, name: clip(el.getAttribute("name"), 100), id: clip(el.id, 100), label: clip(label, 160),
      placeholder: clip(el.getAttribute("placeholder"), 100), autocomplete: clip(el.getAttribute("autocomplete"), 60),
      inputmode: clip(el.getAttribute("inputmode"), 20), pattern: clip(el.getAttribute("pattern"), 60),
      value: choice ? clip(el.getAttribute("value"), 80) : "",
      options: tag === "select" ? [...el.options].slice(0, 40).map((o) => clip(o.textContent, 80)) : [],
      required: Boolean(el.required) || el.getAttribute("aria-required") === "true" || /\*\s*$/.test(clip(label, 160)),
      visible: seen(el) || (choice && Boolean(visibleLabel)) || (choice && !small && seen(el, { transparent: true })),
      enabled: !el.disabled && !el.readOnly && !closest(el, (e) => e.hasAttribute?.("inert") || (tagOf(e) === "fieldset" && e.disabled), 30),
      checked: Boolean(el.checked), form: form ? forms.indexOf(form) : -1,
      form_action: form ? clip(form.getAttribute("action") === null ? "" : form.action?.toString?.() || "", 400) : "",
      form_method: form ? clip((form.getAttribute("method") || "get").toLowerCase(), 8) : "",
      form_role: clip(form?.getAttribute("role") || closest(el, (e) => e.getAttribute?.("role") === "search" || tagOf(e) === "search", 12) ? form?.getAttribute("role") || "search" : "", 20),
      heading: clip(heading ? textOf(heading, 100) : "", 100), area: area(el), frame: "", selector: selector(el), box,
    });
  }
  return { fields, forms: forms.map((f, index) => ({ index, action: clip(f.getAttribute("action") === null ? "" : f.action?.toString?.() || "", 400), method: clip((f.getAttribute("method") || "get").toLowerCase(), 8), text: textOf(f, 600), role: clip(f.getAttribute("role"), 20), visible: seen(f), submits: [...f.querySelectorAll("button:not([type=button]),input[type=submit],input[type=image]")].map((b) => textOf(b, 80) || clip(b.value || b.getAttribute("aria-label"), 80)).slice(0, 6) })).slice(0, 40) };
})()
