// Runs before any script of the page, in walk and probe contexts only: counts changes of the page, notes slow interactions,
// layout shifts while scrolling and script errors, and keeps shadow roots open so that they can be read.
(() => {
  const quiet = { changes: 0, shadows: 0, last: performance.now(), shifts: [], events: [], busy: new Map() };
  Object.defineProperty(window, "__cxQuiet", { value: quiet, enumerable: false });
  const watch = (root) => new MutationObserver((list) => { quiet.changes += list.length; quiet.last = performance.now(); })
    .observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["class", "hidden", "open", "disabled", "aria-busy", "aria-expanded", "aria-hidden", "style", "src"] });
  watch(document);
  // A box ticked by its label changes nothing but itself; styles may follow it.
  for (const type of ["input", "change", "toggle"]) addEventListener(type, () => { quiet.changes += 1; }, { capture: true, passive: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(options) {
    const root = attach.call(this, { ...options, mode: "open" });
    quiet.shadows += 1;
    watch(root);
    return root;
  };
  const observe = (type, options, take) => {
    try { new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options }); } catch { /* not known to this browser */ }
  };
  observe("layout-shift", {}, (e) => { if (!e.hadRecentInput && quiet.shifts.length < 2000) quiet.shifts.push([e.startTime, e.value]); });
  observe("event", { durationThreshold: 16 }, (e) => { if (e.interactionId && quiet.events.length < 500) quiet.events.push([e.startTime, e.duration, e.name]); });
})();
