// Says what lies over the page in the window: layers found by a grid of points, those under another layer as well.
// `share` is what a layer takes of the window, `top` what a visitor sees of it; a bare veil counts for itself.
(() => {
  const { clip, tagOf, closest, seen, textOf, selector, parentOf, labels } = cx;
  const STEPS = 20;
  const wide = window.innerWidth, high = window.innerHeight;
  const deepest = (x, y, root = document) => {
    const at = root.elementFromPoint(x, y);
    return at && at.shadowRoot && at.shadowRoot !== root ? deepest(x, y, at.shadowRoot) || at : at;
  };
  const isDialog = (el) => (tagOf(el) === "dialog" && el.open) || ["dialog", "alertdialog"].includes(el.getAttribute("role")) || el.getAttribute("aria-modal") === "true";
  const alpha = (text) => { const found = /rgba\(([^)]+)\)/.exec(text || ""); return found ? parseFloat(found[1].split(",")[3]) : /rgb\(/.test(text || "") ? 1 : 0; };
  // A page may lie in a fixed frame as a whole: what holds its menu or its content is no layer over it.
  const wholePage = (el) => !isDialog(el) && (["header", "nav", "main"].includes(tagOf(el)) || Boolean(el.querySelector("main, [role=main], nav, [role=navigation], [role=search], input[type=search]")));
  const layerOf = (el) => {
    let top = null;
    for (let at = el, i = 0; at && i < 60; at = parentOf(at), i += 1) {
      if (["body", "html"].includes(tagOf(at))) break;
      if ((isDialog(at) || ["fixed", "sticky"].includes(getComputedStyle(at).position)) && !wholePage(at)) top = at;
    }
    return top;
  };
  // What a press on the veil of a modal dialog meets is the dialog itself.
  const outside = (r, x, y) => x < r.left || x > r.right || y < r.top || y > r.bottom;
  const veiled = (at, layer, x, y) => {
    const r = layer.getBoundingClientRect();
    if (at === layer && isDialog(layer) && outside(r, x, y)) return true;
    const style = getComputedStyle(at);
    const through = alpha(style.backgroundColor) < 0.9 && (style.backgroundImage || "none") === "none" && Number(style.opacity) > 0;
    const whole = at.getBoundingClientRect();
    const bare = ![...at.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim()) && !["img", "video", "canvas", "iframe", "button", "a", "input"].includes(tagOf(at));
    return bare && through && whole.width >= 0.95 * wide && whole.height >= 0.95 * high && r.width >= 0.95 * wide;
  };
  const found = new Map();
  for (let row = 0; row < STEPS; row += 1) {
    for (let column = 0; column < STEPS; column += 1) {
      const [x, y] = [(column + 0.5) * wide / STEPS, (row + 0.5) * high / STEPS];
      const stack = document.elementsFromPoint(x, y).slice(0, 40);
      const here = new Set();
      stack.forEach((each, depth) => {
        const at = depth ? each : deepest(x, y);
        const layer = at && layerOf(at);
        if (!layer || here.has(layer)) return;
        here.add(layer);
        if (!found.has(layer)) found.set(layer, { points: 0, top: 0, veil: 0 });
        const bare = veiled(at, layer, x, y);
        found.get(layer)[bare ? "veil" : "points"] += 1;
        if (!bare && here.size === 1) found.get(layer).top += 1;
      });
    }
  }
  const CLOSE = /(?:^|[-_\s])(?:close|dismiss|sulje|stang|lukk|schliess\w*|kryss|ruksi)(?:$|[-_\s])/i;
  const said = (el) => { const l = labels(el); return [l.text, l.aria, l.title, l.alt, l.value].filter(Boolean); };
  const closes = (el) => said(el).some((t) => /^[×✕✖xX⨯✗╳]$/.test(t.trim())) || CLOSE.test(`${typeof el.className === "string" ? el.className : ""} ${el.id} ${el.getAttribute("aria-label") || ""}`);
  return [...found.entries()].slice(0, 12).map(([el, n]) => {
    const controls = [...el.querySelectorAll("button, a, input, select, [role=button], [onclick]"), ...(el.shadowRoot ? el.shadowRoot.querySelectorAll("button, a, [role=button]") : [])].filter((c) => seen(c)).slice(0, 60);
    const r = el.getBoundingClientRect();
    return {
      selector: selector(el), text: textOf(el, 600), share: n.points / (STEPS * STEPS), top: n.top / (STEPS * STEPS), veil: n.veil / (STEPS * STEPS),
      height: r.height / high, width: r.width / wide, position: getComputedStyle(el).position, dialog: isDialog(el) || Boolean(closest(el, isDialog)) || Boolean(el.querySelector("dialog[open], [role=dialog], [aria-modal=true]")),
      tokens: clip(`${typeof el.className === "string" ? el.className : ""} ${el.id} ${tagOf(el)}`, 160),
      closes: controls.some(closes), controls: controls.map((c) => said(c)[0] || "").filter(Boolean).map((t) => clip(t, 60)).slice(0, 20), framed: Boolean(el.querySelector("iframe")), fields: controls.filter((c) => ["input", "select"].includes(tagOf(c)) && !["submit", "button", "hidden", "checkbox", "radio"].includes(c.type)).length,
    };
  });
})()
