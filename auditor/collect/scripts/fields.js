// Reads the form controls of a page as a visitor meets them: label, type, required or not, whether it can be seen.
// Typed values are never read, only whether there is one; the value of a radio, a check box or an option is the form's own and is.
(() => {
  const { clip, tagOf, walk, closest, pageBox, seen, textOf, area, selector, byIds } = cx;
  const fields = [];
  const forms = [];
  const CHOICES = "input[type=radio],input[type=checkbox],[role=radio]";
  // Words of neighbours are kept apart, which innerText does not do: "Pick-up" and "4,90 €" in two spans.
  const spaced = (el) => {
    const texts = document.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    const words = [];
    while (texts.nextNode() && words.length < 60) {
      const holder = texts.currentNode.parentElement;
      if (holder && !["script", "style", "option"].includes(tagOf(holder)) && holder.checkVisibility?.({ visibilityProperty: true }) !== false) words.push(texts.currentNode.data);
    }
    return clip(words.join(" "), 300);
  };
  // All that belongs to one choice: what stands around it up to where the next choice begins.
  const rowOf = (el) => {
    let row = el;
    for (let at = el.parentElement, i = 0; at && i < 6; at = at.parentElement, i += 1) {
      if (at.querySelectorAll(CHOICES).length > 1 || ["form", "fieldset", "section", "body", "table"].includes(tagOf(at)) || textOf(at, 420).length > 400) break;
      row = at;
    }
    const own = el.labels && el.labels.length ? [...el.labels].map((l) => textOf(l, 300) || clip(l.textContent, 300)).join(" ") : "";
    const whole = row === el ? "" : spaced(row);
    return whole.length >= own.length ? whole : clip(own, 300);
  };
  // What stands beside a password, in its own row and right above it, may say that none is needed.
  const besides = (el) => {
    const inputs = (e) => e.querySelectorAll("input:not([type=hidden]),select,textarea").length;
    let row = el;
    for (let at = el.parentElement, i = 0; at && i < 4 && inputs(at) < 2 && tagOf(at) !== "form"; at = at.parentElement, i += 1) row = at;
    const above = row === el ? null : row.previousElementSibling;
    return clip(`${above && !inputs(above) ? textOf(above, 120) : ""} ${row === el ? "" : textOf(row, 160)}`.trim(), 300);
  };
  // Radios without a name belong together by what holds them.
  const groupOf = (el) => {
    const holder = closest(el, (e) => e.getAttribute?.("role") === "radiogroup" || tagOf(e) === "fieldset", 20);
    return holder ? clip(selector(holder), 160) : "";
  };
  const checks = (form) => tagOf(form) === "form" && !form.noValidate && Boolean(form.querySelector("button:not([type]),button[type=submit],input[type=submit],input[type=image]"));
  let last = null;
  window.__cxFields = [];
  for (const el of walk(document.documentElement)) {
    const tag = tagOf(el);
    if (/^(?:h[1-6]|legend|summary|dt)$/.test(tag) || el.getAttribute("role") === "heading") last = el;
    // A home-made select: a button that opens a list of choices and shows the chosen one.
    const combobox = tag !== "input" && el.getAttribute("role") === "combobox" && el.getAttribute("aria-haspopup") === "listbox";
    const typed = combobox || tag === "input" || tag === "select" || tag === "textarea" || el.getAttribute("contenteditable") === "true";
    if (!typed || fields.length >= 250) continue;
    const type = combobox ? "combobox" : tag === "input" ? (el.type || "text").toLowerCase() : tag;
    if (["hidden", "submit", "button", "image", "reset"].includes(type)) continue;
    const form = el.form || closest(el, (e) => tagOf(e) === "form", 30);
    if (form && !forms.includes(form)) forms.push(form);
    const root = el.getRootNode();
    // The entries of a list of choices are no label.
    const words = (e, size) => (tag === "select" ? clip(spaced(e), size) : textOf(e, size));
    const own = [...new Set([...(el.labels || [])].map((l) => words(l, 120) || clip(tag === "select" ? "" : l.textContent, 120)))].join(" ");
    let near = "";
    if (!own) {
      const around = (e) => words(e, 90);
      const up = closest(el, (e) => e !== el && around(e).length > 1, 4);
      const several = up ? up.querySelectorAll("input:not([type=hidden]),select,textarea").length : 0;
      if (up && several <= 1) near = around(up);
      if (!near) {
        let before = el.previousElementSibling;
        for (let i = 0; before && i < 2 && !near; i += 1) { near = textOf(before, 90); before = before.previousElementSibling; }
      }
    }
    const group = closest(el, (e) => ["fieldset", "section", "form", "article", "dialog"].includes(tagOf(e)) || e.getAttribute("role") === "group", 20);
    const heading = group?.querySelector("legend,h1,h2,h3,h4,[role=heading]");
    const label = own || el.getAttribute("aria-label") || byIds(el, "aria-labelledby") || near || el.getAttribute("title") || "";
    const visibleLabel = el.labels && el.labels[0] && seen(el.labels[0]);
    // The star of what must be filled in is often drawn by style alone, before or behind the label's words.
    const drawn = (e) => ["::before", "::after"].some((at) => /^["'][^"']*\*\s*["']/.test(getComputedStyle(e, at).content));
    const starred = [...(el.labels || [])].some((l) => [l, ...l.querySelectorAll("span, em, abbr, b")].slice(0, 6).some(drawn));
    const choice = type === "radio" || type === "checkbox";
    const box = pageBox(el);
    const small = box.width < 2 || box.height < 2;
    const told = (el.getAttribute("aria-describedby") || el.getAttribute("aria-errormessage") || "").split(/\s+/).filter(Boolean);
    window.__cxFields.push(choice && !seen(el) && visibleLabel ? el.labels[0] : el);
    fields.push({
      tag, type, name: clip(el.getAttribute("name"), 100), id: clip(el.id, 100), label: clip(label, 160),
      placeholder: clip(el.getAttribute("placeholder"), 100), autocomplete: clip(el.getAttribute("autocomplete"), 60),
      inputmode: clip(el.getAttribute("inputmode"), 20), pattern: clip(el.getAttribute("pattern"), 60),
      least: clip(el.getAttribute("min"), 20), empty: tag === "input" && !choice && (el.value === "" || Boolean(window.__cxTyped?.has(el))),
      value: choice ? clip(el.getAttribute("value"), 80) : "",
      options: tag === "select" ? [...el.options].slice(0, 40).map((o) => clip(o.textContent, 80)) : [],
      required: Boolean(el.required) || el.getAttribute("aria-required") === "true" || starred || /\*\s*$/.test(clip(label, 160)),
      visible: seen(el) || (choice && Boolean(visibleLabel)) || (choice && !small && seen(el, { transparent: true })),
      enabled: !el.disabled && !el.readOnly && !closest(el, (e) => e.hasAttribute?.("inert") || (tagOf(e) === "fieldset" && e.disabled), 30),
      checked: Boolean(el.checked), form: form ? forms.indexOf(form) : -1,
      form_action: form ? clip(form.getAttribute("action") === null ? "" : form.action?.toString?.() || "", 400) : "",
      form_method: form ? clip((form.getAttribute("method") || "get").toLowerCase(), 8) : "",
      form_role: clip(form?.getAttribute("role") || closest(el, (e) => e.getAttribute?.("role") === "search" || tagOf(e) === "search", 12) ? form?.getAttribute("role") || "search" : "", 20),
      heading: clip(heading ? textOf(heading, 100) : "", 100), area: area(el), frame: "", selector: selector(el), box,
      row: choice ? rowOf(el) : type === "password" ? besides(el) : "", group: type === "radio" && !el.getAttribute("name") ? groupOf(el) : "", autocapitalize: clip(el.getAttribute("autocapitalize"), 20), autocorrect: clip(el.getAttribute("autocorrect"), 20),
      above: last && (!group || group.contains(last)) ? clip(textOf(last, 100), 100) : "", described: told.some((id) => root.getElementById?.(id)), form_checks: Boolean(form) && checks(form),
    });
  }
  window.__cxForms = forms;
  return { fields, forms: forms.map((f, index) => ({ index, action: clip(f.getAttribute("action") === null ? "" : f.action?.toString?.() || "", 400), method: clip((f.getAttribute("method") || "get").toLowerCase(), 8), text: textOf(f, 600), role: clip(f.getAttribute("role"), 20), visible: seen(f), submits: [...f.querySelectorAll("button:not([type=button]),input[type=submit],input[type=image]")].map((b) => textOf(b, 80) || clip(b.value || b.getAttribute("aria-label"), 80)).slice(0, 6) })).slice(0, 40) };
})()
