// Reads what a step of checkout offers and says: choices with the words around them, lines of sums, messages.
// It gives a function of { messages: CSS selectors, free: a pattern for "costs nothing" } and changes nothing in the page.
(() => {
  const { clip, tagOf, walk, closest, seen, textOf, parentOf, priceRe } = cx;
  // Beside the page's body by its element: the foot of a form or of a sum is often named so by its class.
  const beside = (el) => {
    const at = closest(el, (e) => ["header", "nav", "footer", "main", "form", "dialog"].includes(tagOf(e)) || ["banner", "navigation", "contentinfo", "dialog"].includes(e.getAttribute("role")));
    return Boolean(at) && (["header", "nav", "footer"].includes(tagOf(at)) || ["banner", "navigation", "contentinfo"].includes(at.getAttribute("role")));
  };
  const BLOCKS = ["form", "fieldset", "section", "article", "main", "table", "ul", "ol", "dialog", "body"];
  return ({ messages, free }) => {
    const all = [...walk(document.documentElement)];
    const nothing = new RegExp(`^(?:${free})$`, "i");
    const isRadio = (el) => (tagOf(el) === "input" && el.type === "radio") || el.getAttribute("role") === "radio";
    const radios = all.filter(isRadio);
    const labelOf = (el) => [...(el.labels || [])].map((l) => textOf(l, 200)).filter(Boolean).join(" ") || clip(el.getAttribute("aria-label"), 200) || textOf(el, 200);
    const shown = (el) => seen(el) || [...(el.labels || [])].some((l) => seen(l)) || (el.getBoundingClientRect().width > 2 && seen(el, { transparent: true }));

    // --- choices: a radio, its label, the widest block around it that holds no other choice, and the heading before it
    const choices = [];
    const taken = [];
    for (const el of radios) {
      if (choices.length >= 80 || !shown(el) || beside(el)) continue;
      let row = el;
      for (let at = parentOf(el), i = 0; at && i < 6 && !BLOCKS.includes(tagOf(at)); at = parentOf(at), i += 1) {
        if (radios.some((other) => other !== el && at.contains(other) && (el.name ? other.name === el.name : true)) || textOf(at, 400).length > 300) break;
        row = at;
      }
      taken.push(row);
      const set = closest(el, (e) => e.getAttribute("role") === "radiogroup" || tagOf(e) === "fieldset", 12);
      let heading = set ? textOf(set.querySelector("legend,h1,h2,h3,h4,[role=heading]") || document.createElement("i"), 100) : "";
      if (!heading && set?.getAttribute("aria-label")) heading = clip(set.getAttribute("aria-label"), 100);
      for (let at = el, i = 0; at && !heading && i < 9; at = parentOf(at), i += 1) {
        for (let before = at.previousElementSibling, n = 0; before && !heading && n < 6; before = before.previousElementSibling, n += 1) {
          const head = /^h[1-6]$|^legend$/.test(tagOf(before)) || before.getAttribute("role") === "heading" ? before : before.querySelector?.("h1,h2,h3,h4,h5,h6,legend,[role=heading]");
          if (head && seen(head)) heading = textOf(head, 100);
        }
      }
      const about = [];
      for (let at = el, i = 0; at && i < 6 && tagOf(at) !== "form" && tagOf(at) !== "main"; at = parentOf(at), i += 1) about.push(at.id, typeof at.className === "string" ? at.className : "");
      choices.push({
        group: el.name || (set ? `set ${radios.findIndex((r) => set.contains(r))}` : "loose"), name: clip(`${el.getAttribute("name") || ""} ${el.id}`, 120), label: labelOf(el), row: textOf(row, 300), heading,
        about: clip(about.filter(Boolean).join(" "), 400), checked: Boolean(el.checked) || el.getAttribute("aria-checked") === "true",
        enabled: !el.disabled && el.getAttribute("aria-disabled") !== "true",
      });
    }

    // --- sums: a price (or "free") with the words that stand before it
    const rows = [];
    const inChoice = (el) => taken.some((row) => row.contains(el));
    for (const el of all) {
      if (rows.length >= 60) break;
      if (["script", "style", "option", "button", "a"].includes(tagOf(el)) || beside(el)) continue;
      const own = clip([...el.childNodes].filter((n) => n.nodeType === 3).map((n) => n.nodeValue).join(" "), 120);
      const whole = el.children.length < 4 ? textOf(el, 120) : own;
      const text = priceRe.test(own) || nothing.test(own) ? own : priceRe.test(whole) && whole.length < 60 && ![...el.children].some((c) => priceRe.test(textOf(c, 120))) ? whole : "";
      if (!text || !seen(el) || inChoice(el)) continue;
      const found = nothing.test(text) ? text : text.match(priceRe)[0];
      const price = clip(priceRe.test(whole) && whole.length < 40 ? whole.match(priceRe)[0] : found, 40);
      const before = clip(text.slice(0, text.indexOf(found)).replace(/[:\s]+$/, ""), 80);
      let label = /\p{L}{2}/u.test(before) ? before : "";
      for (let at = el, i = 0; at && !label && i < 4; at = parentOf(at), i += 1) {
        for (let prior = at.previousSibling; prior && !label; prior = prior.previousSibling) {
          const said = prior.nodeType === 3 ? clip(prior.nodeValue, 80) : prior.nodeType === 1 && seen(prior) ? textOf(prior, 80) : "";
          if (said && /\p{L}{2}/u.test(said)) { label = priceRe.test(said) ? "-" : said; break; }
        }
      }
      if (label && label !== "-") rows.push({ label: clip(label.replace(/[:\s]+$/, ""), 80), price });
    }

    // --- messages
    const said = new Set();
    for (const selector of messages) {
      let hits = [];
      try { hits = [...document.querySelectorAll(selector)]; } catch { /* a selector this browser does not know */ }
      for (const el of hits.slice(0, 40)) if (said.size < 30 && seen(el)) { const text = textOf(el, 240); if (/\p{L}{3}/u.test(text)) said.add(text); }
    }
    for (const el of all) if (said.size < 30 && el.getAttribute("aria-invalid") === "true" && seen(el)) {
      const ids = `${el.getAttribute("aria-errormessage") || ""} ${el.getAttribute("aria-describedby") || ""}`.split(/\s+/).filter(Boolean);
      for (const id of ids) { const at = el.getRootNode().getElementById?.(id); if (at && seen(at) && textOf(at, 240)) said.add(textOf(at, 240)); }
    }
    const invalid = all.filter((el) => ["input", "select", "textarea"].includes(tagOf(el)) && el.willValidate && !el.validity.valid && seen(el)).length;
    return { choices, rows, messages: [...said], invalid };
  };
})()
