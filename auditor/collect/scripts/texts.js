// Counts the visible characters of a page by their computed size, and the typing fields whose letters make a phone zoom in.
(() => {
  const { tagOf, walk, seen, pageBox, selector, clip } = cx;
  const sizes = new Map();
  const tiny = [];
  const fields = { all: 0, small: [] };
  for (const el of walk(document.body || document.documentElement)) {
    const tag = tagOf(el);
    if (["script", "style", "noscript", "template", "svg"].includes(tag)) continue;
    const size = () => Math.round(parseFloat(getComputedStyle(el).fontSize) * 100) / 100;
    const typed = tag === "select" || tag === "textarea" || (tag === "input" && !["hidden", "submit", "button", "image", "reset", "checkbox", "radio", "range", "color", "file"].includes(el.type));
    if (typed) {
      if (!seen(el)) continue;
      fields.all += 1;
      if (size() < 16) fields.small.push({ selector: selector(el), text: clip(el.getAttribute("aria-label") || el.name || el.id, 80), box: pageBox(el), detail: `${size()} px` });
      continue;
    }
    let own = "";
    for (const node of el.childNodes) if (node.nodeType === 3) own += node.nodeValue;
    const chars = own.replace(/\s+/g, " ").trim().length;
    if (!chars || !seen(el)) continue;
    const px = size();
    sizes.set(px, (sizes.get(px) || 0) + chars);
    if (px < 12) tiny.push({ el, chars, px, text: clip(own, 100) });
  }
  tiny.sort((a, b) => b.chars - a.chars);
  return {
    sizes: [...sizes.entries()],
    offenders: tiny.slice(0, 8).map((t) => ({ selector: selector(t.el), text: t.text, box: pageBox(t.el), detail: `${t.px} px` })),
    inputs: fields.all, small_inputs: fields.small.length, input_offenders: fields.small.slice(0, 4),
  };
})()
