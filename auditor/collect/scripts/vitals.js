// Runs before any script of the page in timed loads: notes paints, layout shifts and long tasks, and nothing else.
(() => {
  if (window !== window.top) return;
  const seen = { lcp: null, fcp: null, shifts: [], tasks: [] };
  Object.defineProperty(seen, "element", { value: null, writable: true, enumerable: false });
  Object.defineProperty(window, "__cxVitals", { value: seen, enumerable: false });
  const observe = (type, take) => {
    try { new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true }); } catch { /* not known to this browser */ }
  };
  const path = (el) => {
    const parts = [];
    for (let at = el; at && at.nodeType === 1 && parts.length < 6; at = at.parentElement) {
      const name = at.tagName.toLowerCase();
      if (at.id && at.id.length < 60) { parts.unshift(`#${CSS.escape(at.id)}`); break; }
      const same = at.parentElement ? [...at.parentElement.children].filter((c) => c.tagName === at.tagName) : [];
      parts.unshift(same.length > 1 ? `${name}:nth-of-type(${same.indexOf(at) + 1})` : name);
      if (name === "body") break;
    }
    return parts.join(" > ").slice(0, 300);
  };
  observe("largest-contentful-paint", (e) => {
    seen.element = e.element;
    seen.lcp = { at: e.startTime, url: (e.url || "").slice(0, 600), selector: e.element ? path(e.element) : "", text: e.element ? (e.element.innerText || e.element.alt || "").replace(/\s+/g, " ").trim().slice(0, 120) : "" };
  });
  observe("paint", (e) => { if (e.name === "first-contentful-paint") seen.fcp = e.startTime; });
  observe("layout-shift", (e) => { if (!e.hadRecentInput && seen.shifts.length < 3000) seen.shifts.push([e.startTime, e.value]); });
  observe("longtask", (e) => { if (seen.tasks.length < 3000) seen.tasks.push([e.startTime, e.duration]); });
})();
