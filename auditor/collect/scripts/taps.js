// Measures tap targets as WCAG 2.5.8 counts them: size in CSS pixels, inline links in sentences left out, a label taken together
// with its box, and the spacing exception by circles of 24 px around what is too small.
(() => {
  const { tagOf, walk, closest, pageBox, seen, labels, selector, clickable, parentOf, clip } = cx;
  const MIN = 24;
  const found = [];
  const union = (a, b) => {
    const x = Math.min(a.x, b.x), y = Math.min(a.y, b.y);
    return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
  };
  // A link stretched over its card by a positioned pseudo element is as large as that element.
  const stretched = (el, box) => {
    for (const which of ["::before", "::after"]) {
      const style = getComputedStyle(el, which);
      if (style.content === "none" || style.position !== "absolute") continue;
      const width = parseFloat(style.width) || 0, height = parseFloat(style.height) || 0;
      if (width > box.width || height > box.height) {
        const w = Math.max(width, box.width), h = Math.max(height, box.height);
        return { x: box.x - (w - box.width) / 2, y: box.y - (h - box.height) / 2, width: w, height: h };
      }
    }
    return box;
  };
  const inSentence = (el) => {
    if (tagOf(el) !== "a" || !getComputedStyle(el).display.startsWith("inline") || getComputedStyle(el).display === "inline-block") return false;
    const block = closest(parentOf(el) || el, (e) => !getComputedStyle(e).display.startsWith("inline"), 10);
    if (!block) return false;
    let plain = "";
    const reader = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = reader.nextNode(), i = 0; node && i < 400; node = reader.nextNode(), i += 1) {
      const up = node.parentElement;
      if (up && !up.closest("a, button, script, style")) plain += node.nodeValue;
    }
    return plain.replace(/[\s|·•/,.:;–-]+/g, "").length >= 3;
  };
  for (const el of walk(document.documentElement)) {
    if (found.length >= 900) break;
    const tag = tagOf(el);
    const typed = (tag === "input" && !["hidden", "file"].includes(el.type)) || tag === "textarea";
    if (!typed && !clickable(el)) continue;
    if (el.disabled || el.getAttribute("aria-disabled") === "true" || el.getAttribute("tabindex") === "-1" && el.getAttribute("aria-hidden") === "true") continue;
    if (tag === "a" && !el.hasAttribute("href") && !el.hasAttribute("onclick") && !el.getAttribute("role")) continue;
    const choice = tag === "input" && ["radio", "checkbox"].includes(el.type);
    const label = choice && el.labels && [...el.labels].find((l) => seen(l));
    if (!seen(el) && !label) continue;
    if (inSentence(el)) continue;
    let box = pageBox(el);
    for (const child of el.children) { const r = pageBox(child); if (r.width > 1 && r.height > 1 && seen(child)) box = union(box, r); }
    if (label) box = seen(el) ? union(box, pageBox(label)) : pageBox(label);
    box = stretched(el, box);
    if (box.width < 1 || box.height < 1) continue;
    const words = labels(el);
    found.push({ el, box, text: words.text || words.aria || words.title || words.alt || words.value, choice });
  }
  // A control inside a control of the same place is one target: the larger one counts.
  const targets = found.filter((one) => !found.some((other) => other !== one && other.el.contains(one.el)
    && other.box.width * other.box.height <= 6 * one.box.width * one.box.height + 2000));
  const small = (t) => t.box.width < MIN - 0.5 || t.box.height < MIN - 0.5;
  const middle = (t) => ({ x: t.box.x + t.box.width / 2, y: t.box.y + t.box.height / 2 });
  const near = (a, b) => {
    const c = middle(a);
    if (small(b)) { const d = middle(b); return Math.hypot(c.x - d.x, c.y - d.y) < MIN - 0.5; }
    const x = Math.max(b.box.x, Math.min(c.x, b.box.x + b.box.width)), y = Math.max(b.box.y, Math.min(c.y, b.box.y + b.box.height));
    return Math.hypot(c.x - x, c.y - y) < MIN / 2 - 0.5;
  };
  const out = targets.map((t) => ({
    text: clip(t.text, 100), box: t.box, choice: t.choice,
    small: small(t) && targets.some((o) => o !== t && !o.el.contains(t.el) && !t.el.contains(o.el) && near(t, o)),
    selector: selector(t.el),
  }));
  return out;
})()
