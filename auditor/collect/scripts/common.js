// Helpers shared by the scripts that read a page: visibility as a person has it, labels, places, short selectors.
// They run inside the audited page, change nothing in it, and bound whatever they return.
const cx = (() => {
  // The signs of icon fonts lie in Unicode's private area and say nothing.
  const clip = (text, size) => (text || "").replace(/[\u0000\uE000-\uF8FF]/g, "").replace(/\s+/g, " ").trim().slice(0, size);
  const tagOf = (el) => el.tagName.toLowerCase();

  function* walk(root, limit = 30000) {
    const stack = [root];
    let seen = 0;
    while (stack.length && seen < limit) {
      const node = stack.pop();
      if (node.nodeType === 1) {
        seen += 1;
        yield node;
        if (tagOf(node) === "svg") continue;
      }
      const below = node.shadowRoot ? [...node.childNodes, ...node.shadowRoot.childNodes] : [...(node.childNodes || [])];
      for (let i = below.length - 1; i >= 0; i -= 1) if (below[i].nodeType === 1) stack.push(below[i]);
    }
  }

  const parentOf = (el) => {
    if (el.assignedSlot) return el.assignedSlot;
    if (el.parentElement) return el.parentElement;
    const root = el.getRootNode();
    return root && root.host ? root.host : null;
  };
  const closest = (el, test, limit = 40) => {
    for (let at = el, i = 0; at && i < limit; at = parentOf(at), i += 1) if (test(at)) return at;
    return null;
  };

  const pageBox = (el) => {
    const r = el.getBoundingClientRect();
    return { x: r.left + window.scrollX, y: r.top + window.scrollY, width: r.width, height: r.height };
  };

  // Visible to a person: painted, inside the page's scrollable area, not clipped away by a parent, not transparent.
  // What a box of its own scrolls or swipes into sight counts as seen.
  const seen = (el, options = {}) => {
    if (!el.isConnected) return false;
    if (el.checkVisibility && !el.checkVisibility({ visibilityProperty: true, opacityProperty: !options.transparent })) return false;
    let r = el.getBoundingClientRect();
    if (r.width < 1 || r.height < 1) {
      const inner = [...el.children].map((c) => c.getBoundingClientRect()).find((c) => c.width > 1 && c.height > 1);
      if (!inner || getComputedStyle(el).overflow === "hidden") return false;
      r = inner;
    }
    const wide = Math.max(document.documentElement.clientWidth, window.innerWidth);
    let left = r.left, right = r.right, top = r.top, bottom = r.bottom;
    let fixed = false;
    for (let at = el, i = 0; at && i < 40; at = parentOf(at), i += 1) {
      const style = getComputedStyle(at);
      if (style.position === "fixed") fixed = true;
      if (at !== el && at !== document.body && at !== document.documentElement && style.display !== "contents") {
        const hideX = style.overflowX === "hidden" || style.overflowX === "clip";
        const hideY = style.overflowY === "hidden" || style.overflowY === "clip";
        const moves = (way) => way === "auto" || way === "scroll";
        const movesX = moves(style.overflowX) && at.scrollWidth > at.clientWidth + 1;
        const movesY = moves(style.overflowY) && at.scrollHeight > at.clientHeight + 1;
        if (hideX || hideY || movesX || movesY) {
          const box = at.getBoundingClientRect();
          const fromX = left - box.left + at.scrollLeft, fromY = top - box.top + at.scrollTop;
          if (movesX && right - left > 0 && fromX > -1 && fromX < at.scrollWidth) { left = box.left; right = box.right; }
          if (movesY && bottom - top > 0 && fromY > -1 && fromY < at.scrollHeight) { top = box.top; bottom = box.bottom; }
          if (hideX) { left = Math.max(left, box.left); right = Math.min(right, box.right); }
          if (hideY) { top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom); }
          if (right - left < 2 || bottom - top < 2) return false;
        }
      }
      if (fixed) break;
    }
    if (fixed) return right > 1 && left < wide - 1 && bottom > 1 && top < window.innerHeight - 1;
    if (right + window.scrollX <= 1 || bottom + window.scrollY <= 1) return false;
    const scrollable = Math.max(document.documentElement.scrollWidth, wide);
    return left + window.scrollX < scrollable - 1 && (left < wide - 1 || document.documentElement.scrollWidth > wide + 1);
  };

  const textOf = (el, size = 160) => {
    let text = el.innerText === undefined ? el.textContent : el.innerText;
    const hosts = el.shadowRoot ? [el] : window.__cxQuiet && window.__cxQuiet.shadows && el.querySelectorAll ? [...el.querySelectorAll("*")].filter((e) => e.shadowRoot).slice(0, 8) : [];
    for (const host of hosts) for (const child of host.shadowRoot.children) if (!["style", "script", "link"].includes(tagOf(child))) text += ` ${textOf(child, size)}`;
    return clip(text, size);
  };

  // The main headings in sight. Where the only ones are hidden, as those of the other screen, what says the same stands
  // for them: the largest of such words outside header and footer.
  const mainHeadings = (all) => {
    const every = all.filter((el) => tagOf(el) === "h1");
    const shown = every.filter((el) => seen(el));
    const words = (el) => clip(el.textContent, 120).toLowerCase();
    const said = new Set(shown.length ? [] : every.map(words).filter((text) => text.length > 2));
    if (!said.size) return shown;
    const size = (el) => parseFloat(getComputedStyle(el).fontSize) || 0;
    return all.filter((el) => !el.children.length && said.has(words(el)) && !["a", "option", "button"].includes(tagOf(el)) && seen(el) && !["header", "footer", "nav"].includes(area(el)))
      .sort((one, other) => size(other) - size(one)).slice(0, 1);
  };

  // The page's text with that of its open shadow roots, which innerText leaves out.
  const wholeText = (size) => {
    let text = document.body ? document.body.innerText : "";
    for (const el of walk(document.documentElement)) {
      if (text.length > size || !el.shadowRoot) continue;
      for (const child of el.shadowRoot.childNodes) {
        if (child.nodeType === 3 && child.nodeValue.trim()) text += ` ${child.nodeValue.trim()}`;
        else if (child.nodeType === 1 && !["style", "script", "link"].includes(tagOf(child)) && child.innerText) text += `\n${child.innerText}`;
      }
    }
    return text.replace(/\u0000/g, "").slice(0, size);
  };
  const byIds = (el, attribute) =>
    (el.getAttribute(attribute) || "").split(/\s+/).filter(Boolean)
      .map((id) => el.getRootNode().getElementById?.(id)?.textContent || "").join(" ");

  const pictureLabel = (el) => {
    const image = el.querySelector?.("img[alt], svg title, [role=img][aria-label], input[type=image][alt], svg[aria-label]");
    if (!image) return "";
    return image.getAttribute("alt") || image.getAttribute("aria-label") || image.textContent || "";
  };
  const labels = (el) => {
    const tag = tagOf(el);
    const own = ["input", "select", "textarea"].includes(tag);
    const typed = own && ["submit", "button", "reset", "image"].includes(el.type);
    return {
      text: own ? "" : textOf(el),
      aria: clip(el.getAttribute("aria-label") || byIds(el, "aria-labelledby"), 160),
      title: clip(el.getAttribute("title"), 160),
      alt: clip(el.getAttribute("alt") || pictureLabel(el), 160),
      value: typed ? clip(el.value, 160) : "",
    };
  };

  const isDialog = (e) => tagOf(e) === "dialog" || ["dialog", "alertdialog"].includes(e.getAttribute?.("role")) || e.getAttribute?.("aria-modal") === "true";
  // Where an element stands on the page; the head and the foot of a dialog, an article or the main part are none of the page.
  const area = (el) => {
    const at = closest(el, (e) => {
      const tag = tagOf(e);
      const role = e.getAttribute("role");
      return tag === "dialog" || ["dialog", "alertdialog", "banner", "navigation", "contentinfo", "main", "complementary", "search"].includes(role)
        || e.getAttribute("aria-modal") === "true" || ["header", "nav", "footer", "main", "aside"].includes(tag)
        || /(^|[-_\s])(footer|header|navbar|topbar|masthead)([-_\s]|$)/i.test(`${e.id} ${typeof e.className === "string" ? e.className : ""}`)
        || /^(?:footer|header|navbar|topbar|masthead)[A-Z]/.test(e.id);
    });
    if (!at) return "main";
    const tag = tagOf(at);
    const role = at.getAttribute("role");
    if (isDialog(at)) return "dialog";
    if (tag === "nav" || role === "navigation") return closest(at, (e) => tagOf(e) === "footer") ? "footer" : "nav";
    if (tag === "main" || role === "main") return "main";
    if (tag === "aside" || role === "complementary") return "aside";
    if (closest(at, isDialog)) return "dialog";
    const semantic = ["footer", "header"].includes(tag) || ["contentinfo", "banner"].includes(role);
    if (semantic && closest(at, (e) => ["main", "article"].includes(tagOf(e)))) return "main";
    return tag === "footer" || role === "contentinfo" || (!semantic && /footer/i.test(`${at.id} ${at.className}`)) ? "footer" : "header";
  };

  const escapeId = (id) => CSS.escape(id);
  const selector = (el) => {
    const parts = [];
    for (let at = el, i = 0; at && i < 12; i += 1) {
      const root = at.getRootNode();
      const id = at.id && at.id.length < 60 && !/\d{4,}/.test(at.id) ? `#${escapeId(at.id)}` : "";
      if (id && root.querySelectorAll(id).length === 1) { parts.unshift(id); at = root.host || null; if (at) continue; break; }
      const tag = tagOf(at);
      const up = at.parentElement;
      const same = up ? [...up.children].filter((c) => c.tagName === at.tagName) : [];
      parts.unshift(same.length > 1 ? `${tag}:nth-of-type(${same.indexOf(at) + 1})` : tag);
      if (tag === "body") break;
      at = up || root.host || null;
    }
    return clip(parts.join(" > "), 300);
  };

  const currency = "(?:€|eur\\b|kr\\b|sek\\b|nok\\b|dkk\\b|£|gbp\\b|\\$|usd\\b|chf\\b|zł|pln\\b|kč|[:,]\\s?[-–—‑])";
  const amount = "\\d{1,3}(?:[ .\\u00a0\\u202f'’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
  const priceRe = new RegExp(`(?:${currency}\\s?(?:${amount}))|(?:(?:${amount})\\s?${currency})`, "i");
  const clickable = (el) => {
    const tag = tagOf(el);
    if (["a", "button", "summary", "select"].includes(tag)) return true;
    if (tag === "input") return ["submit", "button", "image", "radio", "checkbox", "reset"].includes(el.type);
    const role = el.getAttribute("role");
    return ["button", "link", "tab", "radio", "checkbox", "menuitem", "option", "switch"].includes(role) || el.hasAttribute("onclick");
  };
  return { clip, tagOf, walk, parentOf, closest, pageBox, seen, textOf, labels, area, selector, priceRe, clickable, byIds, wholeText, mainHeadings };
})();
