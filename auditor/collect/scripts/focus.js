// Says where the focus is: which element, whether it belongs to a menu, and whether it has several stops inside.
(() => {
  const { tagOf, area, selector, walk, seen } = cx;
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  if (window.__cxHasMenu === undefined) {
    let links = 0;
    for (const el of walk(document.documentElement)) if (tagOf(el) === "a" && el.hasAttribute("href") && area(el) === "nav" && seen(el)) links += 1;
    window.__cxHasMenu = links > 1;
  }
  const none = !at || at === document.body || at === document.documentElement;
  const place = none ? "" : area(at);
  const opens = !none && (at.hasAttribute("aria-expanded") || at.hasAttribute("aria-haspopup") || tagOf(at) === "summary");
  return {
    has_menu: window.__cxHasMenu, selector: none ? "" : selector(at), menu: place === "nav" || (place === "header" && opens),
    many: !none && (["iframe", "video", "audio", "object", "embed"].includes(tagOf(at)) || (tagOf(at) === "input" && /date|time|month|week/.test(at.type))),
  };
})()
