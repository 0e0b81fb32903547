// Finds a point of an element that a press would really hit, in CSS pixels of the window that a person sees.
// It scrolls there and waits, at most `patience` milliseconds, until the element stands still and nothing lies over it.
async (el, patience) => {
  const until = performance.now() + patience;
  const places = ["center", "end", "start", "nearest"];
  const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 100); });
  const upward = (node) => node.assignedSlot || node.parentElement || node.getRootNode().host || null;
  const within = (node, outer) => { for (let at = node; at; at = upward(at)) if (at === outer) return true; return false; };
  const deepest = (x, y, root = document) => {
    const at = root.elementFromPoint(x, y);
    return at && at.shadowRoot && at.shadowRoot !== root ? deepest(x, y, at.shadowRoot) || at : at;
  };
  // A press on something inside the element that has a deed of its own would do that instead.
  const other = (at) => { for (; at && at !== el; at = upward(at)) if (at.matches("a[href], button, input, select, textarea, summary")) return true; return false; };
  const hits = (x, y, strictly) => {
    const at = deepest(x, y);
    return Boolean(at) && (within(at, el) ? !(strictly && other(at)) : [...(el.labels || [])].some((label) => within(at, label)));
  };
  // Where a page is wider than the screen, a phone shows a part of it only: the visual viewport.
  const view = () => {
    const seen = window.visualViewport;
    return { left: seen.offsetLeft, top: seen.offsetTop, right: seen.offsetLeft + seen.width, bottom: seen.offsetTop + seen.height };
  };
  const boxes = () => {
    const own = [...el.getClientRects()].filter((r) => r.width >= 1 && r.height >= 1);
    return own.length ? own : [...el.children].map((child) => child.getBoundingClientRect()).filter((r) => r.width >= 1 && r.height >= 1);
  };
  const points = (part) => boxes()
    .map((r) => ({ left: Math.max(r.left, part.left), top: Math.max(r.top, part.top), right: Math.min(r.right, part.right), bottom: Math.min(r.bottom, part.bottom) }))
    .filter((r) => r.right - r.left >= 1 && r.bottom - r.top >= 1)
    .sort((a, b) => (b.right - b.left) * (b.bottom - b.top) - (a.right - a.left) * (a.bottom - a.top))
    .slice(0, 3)
    .flatMap((r) => [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.5, 0.25], [0.5, 0.75]].map(([over, down]) => [r.left + over * (r.right - r.left), r.top + down * (r.bottom - r.top)]));
  const place = () => { const r = el.getBoundingClientRect(); return `${r.left} ${r.top} ${r.width} ${r.height}`; };

  let was = "";
  for (let turn = 0; ; turn += 1) {
    await frame();
    if (!el.isConnected) return { why: "the control is gone" };
    const seen = view();
    const found = points(seen);
    const off = el.matches(":disabled");
    const still = place() === was;
    was = place();
    const point = found.find(([x, y]) => hits(x, y, true)) || found.find(([x, y]) => hits(x, y, false));
    if (point && still && !off) {
      if (window.__cxQuiet) window.__cxQuiet.last = performance.now(); // what the press brings may take a moment to begin
      return { x: point[0] - seen.left, y: point[1] - seen.top };
    }
    if (performance.now() > until && turn > places.length) {
      return { why: off ? "the control is disabled" : found.length ? "covered by another element" : "the control is not to be seen" };
    }
    if (turn > places.length) await new Promise((done) => setTimeout(done, 80));
    if (!point) el.scrollIntoView({ block: places[turn % places.length], inline: "nearest", behavior: "instant" });
  }
}
