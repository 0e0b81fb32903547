// Reads what a page says and offers: its viewport rule, language, words, links, buttons and pictures. It changes nothing.
// A link is "revealed" when it cannot be seen now but would be after one press of a menu, an accordion or a tab that can.
(() => {
  const { clip, tagOf, walk, closest, pageBox, seen, textOf, labels, area, selector, parentOf } = cx;
  const MENU = /(^|[-_\s])(menu|nav|navbar|navigation|hamburger|burger|offcanvas|drawer|sidenav|accordion|collapse|dropdown|mega\w*|toggle)([-_\s]|$)/i;
  const all = [...walk(document.documentElement)];
  const said = (el) => { const l = labels(el); return l.text || l.aria || l.title || l.alt || l.value; };
  // A sign alone, such as a magnifying glass, is often explained by a name for those who do not see it.
  const worded = (el) => { const l = labels(el); return [l.text, l.aria, l.title, l.alt, l.value].find((one) => /\p{L}/u.test(one || "")); };
  const tokens = (el) => `${typeof el.className === "string" ? el.className : ""} ${el.id}`;
  const memo = new Map();
  const see = (el) => { if (!memo.has(el)) memo.set(el, seen(el)); return memo.get(el); };
  const pressable = (el) => ["button", "summary"].includes(tagOf(el)) || el.getAttribute("role") === "button" || el.getAttribute("role") === "tab"
    || (tagOf(el) === "a" && (el.getAttribute("href") || "#").startsWith("#")) || tagOf(el) === "label";

  // --- openers: controls that can be seen and that open something
  const targets = new Map();
  const aim = (opener, id) => { if (id && !targets.has(id)) targets.set(id, opener); };
  const openers = [];
  for (const el of all) {
    const closed = el.getAttribute("aria-expanded") === "false" || el.getAttribute("aria-selected") === "false";
    const to = [el.getAttribute("aria-controls"), el.getAttribute("popovertarget"), el.getAttribute("aria-owns"),
      ...["data-bs-target", "data-target", "data-toggle-target", "data-drawer", "data-open", "href"].map((a) => el.getAttribute(a)).filter((v) => /^#[\w-]+$/.test(v || "")).map((v) => v.slice(1))]
      .filter(Boolean).flatMap((v) => v.split(/\s+/));
    const labelFor = tagOf(el) === "label" && el.htmlFor ? document.getElementById(el.htmlFor) : null;
    const hacked = labelFor && ["checkbox", "radio"].includes(labelFor.type) && MENU.test(`${tokens(labelFor)} ${tokens(el)}`);
    if (!(closed || to.length || hacked || (pressable(el) && MENU.test(`${tokens(el)} ${el.getAttribute("aria-label") || ""}`)))) continue;
    if (!see(el)) continue;
    openers.push(el);
    for (const id of to) aim(el, id);
  }
  const menuOpeners = openers.filter((el) => pressable(el) && (MENU.test(`${tokens(el)} ${el.getAttribute("aria-label") || ""}`)
    || (["header", "nav"].includes(area(el)) && el.getAttribute("aria-expanded") === "false")));

  // --- what hides an element by itself: the steps between it and what a visitor sees
  const hides = (el) => {
    const style = getComputedStyle(el);
    if (style.display === "none") return true;
    const up = parentOf(el);
    if (style.visibility !== "visible" && (!up || getComputedStyle(up).visibility === "visible")) return true;
    if (tagOf(el) === "details" && !el.open) return true;
    if (parseFloat(style.opacity) === 0) return true;
    if (!el.getClientRects().length) return false; // no box, because something above it is not shown: it hides nothing itself
    const clips = /hidden|clip/.test(`${style.overflowX}${style.overflowY}`);
    const r = el.getBoundingClientRect();
    if (clips && (r.height < 2 || r.width < 2)) return true;
    if (["fixed", "absolute"].includes(style.position) && r.width > 1 && (r.right <= 1 || r.left >= window.innerWidth - 1)) return true;
    return el.hasAttribute("popover") && !el.matches(":popover-open");
  };
  const opensIt = (el) => {
    if (tagOf(el) === "details") { const s = [...el.children].find((c) => tagOf(c) === "summary"); return Boolean(s && see(s)); }
    if (el.id && targets.has(el.id)) return true;
    if (el.getAttribute("role") === "tabpanel" && el.getAttribute("aria-labelledby")) return openers.some((o) => o.id === el.getAttribute("aria-labelledby"));
    for (let at = el, i = 0; at && i < 2; at = at.parentElement, i += 1) {
      const before = at.previousElementSibling;
      if (before && (pressable(before) || before.querySelector?.("button, summary, [role=button], [aria-expanded]")) && see(before)) {
        const opener = pressable(before) ? before : before.querySelector("button, summary, [role=button], [aria-expanded]");
        if (opener && see(opener)) return true;
      }
    }
    const item = el.parentElement;
    if (item && tagOf(item) === "li" && closest(item, (e) => tagOf(e) === "nav" || e.getAttribute("role") === "navigation" || tagOf(e) === "header", 12)) {
      const head = [...item.children].find((c) => c !== el && ["a", "button"].includes(tagOf(c)));
      if (head && see(head)) return true;
    }
    if ((tagOf(el) === "dialog" || el.getAttribute("role") === "dialog") && !el.querySelector("nav, [role=navigation]")) return false;
    const about = closest(el, (e) => tagOf(e) === "nav" || e.getAttribute("role") === "navigation" || MENU.test(tokens(e)), 12);
    return Boolean(about && menuOpeners.length);
  };
  const veils = new Map();
  const veilsOf = (el) => {
    if (!el || el === document.body) return [];
    if (!veils.has(el)) veils.set(el, [...(hides(el) ? [el] : []), ...veilsOf(parentOf(el))]);
    return veils.get(el);
  };
  const revealed = (el) => {
    const over = veilsOf(el);
    const own = over.filter((e) => !(tagOf(e) === "details" && [...e.children].some((c) => tagOf(c) === "summary" && c.contains(el))));
    return own.length === 1 && opensIt(own[0]);
  };

  // --- links
  const links = [];
  for (const el of all) {
    const tag = tagOf(el);
    const raw = tag === "a" || tag === "area" ? el.getAttribute("href") : el.getAttribute("data-href") || el.getAttribute("data-url");
    if (raw === null || raw === undefined || raw === "") continue;
    if (tag !== "a" && tag !== "area" && !["link", "button"].includes(el.getAttribute("role")) && !el.hasAttribute("onclick")) continue;
    if (links.length >= 1500) break;
    const visible = see(el);
    const words = labels(el);
    let href = raw;
    try { href = new URL(raw, document.baseURI).href; } catch { /* kept as it stands */ }
    if (raw.trim() === "#" || raw.trim() === "") href = raw.trim();
    const hidden = visible ? "" : clip(el.textContent, 160);
    links.push({
      href: clip(href, 600), text: words.text || hidden, label: words.aria || words.title || words.alt, area: area(el), visible,
      revealed: !visible && revealed(el), selector: visible && links.length < 500 ? selector(el) : "", rel: clip(el.getAttribute("rel"), 60),
    });
  }

  // --- buttons, pictures, what might open a chat
  const buttons = new Set();
  const launchers = [];
  for (const el of all) {
    const tag = tagOf(el);
    const button = tag === "button" || tag === "summary" || el.getAttribute("role") === "button" || (tag === "input" && ["submit", "button", "image"].includes(el.type));
    const fixed = /chat|messenger|intercom|zendesk|tidio|giosg|crisp|tawk|livechat|helpdesk|leadoo|smilee|whatsapp|smartsupp|jivo|userlike|olark|drift|trengo|reamaze|zsiq|kindly|imbox|dixa|gorgias|boost-?ai|leaddesk/i.test(`${tokens(el)} ${el.getAttribute("title") || ""} ${el.getAttribute("aria-label") || ""} ${tag} ${tag === "iframe" ? el.src : ""}`);
    const talks = fixed || ((button || tag === "a") && /ch[aä]t|keskustel|vestl/i.test(said(el)));
    if (button && see(el)) for (const text of [said(el), worded(el)]) if (text && buttons.size < 250) buttons.add(clip(text, 120));
    if (talks && launchers.length < 30 && see(el)) {
      const box = pageBox(el);
      const href = tag === "a" ? el.getAttribute("href") : null;
      const pressed = button || tag === "iframe" || tag === "a" || el.hasAttribute("onclick") || getComputedStyle(el).cursor === "pointer" || tag.includes("-");
      const l = labels(el);
      const spoken = [l.text, l.aria, l.title, l.alt, l.value].filter((one) => /\p{L}/u.test(one || ""));
      if (pressed && box.width > 10 && box.height > 10) launchers.push({ tag, text: clip(spoken[0], 80), tokens: clip(tokens(el), 120), href, handler: el.hasAttribute("onclick"), src: tag === "iframe" ? clip(el.src, 200) : "" });
    }
  }
  const images = [];
  for (const el of all) {
    if (tagOf(el) !== "img" || images.length >= 300) continue;
    const r = el.getBoundingClientRect();
    images.push({ src: clip(el.currentSrc || el.src, 400), alt: el.hasAttribute("alt") ? clip(el.getAttribute("alt"), 200) : null, natural_width: el.naturalWidth || 0, width: Math.round(r.width), height: Math.round(r.height), visible: see(el), area: area(el), broken: el.complete && !el.naturalWidth && Boolean(el.currentSrc) });
  }

  // What is folded away and one press from being read: closed details, accordions, tabs.
  const folded = [];
  let foldedSize = 0;
  for (const el of all) {
    if (foldedSize > 20000) break;
    if (see(el) || ["script", "style", "noscript", "template", "option", "title"].includes(tagOf(el))) continue;
    let own = "";
    for (const node of el.childNodes) if (node.nodeType === 3) own += ` ${node.nodeValue}`;
    own = clip(own, 600);
    if (own && revealed(el)) { folded.push(own); foldedSize += own.length; }
  }

  // What stands in shadow trees is no part of innerText.
  const shadows = [];
  for (const el of all) {
    if (!el.shadowRoot) continue;
    const parts = [];
    for (const child of el.shadowRoot.childNodes) {
      if (child.nodeType === 3 && see(el)) parts.push(child.nodeValue || "");
      if (child.nodeType === 1 && !["style", "script", "link", "template"].includes(tagOf(child)) && see(child)) parts.push(child.innerText || "");
    }
    shadows.push(parts.join(" "));
  }
  const meta = document.querySelector('meta[name="viewport" i]');
  return {
    viewport_meta: meta ? clip(meta.getAttribute("content"), 300) : null, html_lang: clip(document.documentElement.lang, 20),
    text: [document.body ? document.body.innerText : "", ...shadows].join("\n").replace(/[ \t\u00a0]+/g, " ").replace(/\n\s*\n+/g, "\n").slice(0, 100000),
    links, buttons: [...buttons], images, launchers, folded: folded.join("\n"),
  };
})()
