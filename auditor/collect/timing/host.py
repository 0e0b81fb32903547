"""The machine that measures: its speed as Lighthouse's benchmark index, its processors and its load."""

from __future__ import annotations

import os

from playwright.async_api import Error

from auditor.collect.page.browser import Launched
from auditor.model import HostInfo

__all__ = ["host_info"]

# After computeBenchmarkIndex of Lighthouse: half growing strings, half copying arrays, each for half a second;
# a higher figure is a faster machine (an ordinary desktop of 2023 has about 1500 to 3000).
BENCHMARK = """() => {
  const strings = () => {
    const start = Date.now();
    let rounds = 0;
    while (Date.now() - start < 500) {
      let text = "";
      for (let i = 0; i < 10000; i += 1) text += "a";
      if (text.length === 1) throw new Error("never: it keeps the string from being optimised away");
      rounds += 1;
    }
    return Math.round(rounds / 10 / ((Date.now() - start) / 1000));
  };
  const arrays = () => {
    const one = [], two = [];
    for (let i = 0; i < 100000; i += 1) { one[i] = i; two[i] = i; }
    const start = Date.now();
    let rounds = 0;
    while (rounds % 10 !== 0 || Date.now() - start < 500) {
      const from = rounds % 2 === 0 ? one : two, to = rounds % 2 === 0 ? two : one;
      const temporary = from[1];
      for (let i = 0; i < from.length; i += 1) to[i] = from[i];
      to[1] = temporary;
      rounds += 1;
    }
    return Math.round(rounds / 10 / ((Date.now() - start) / 1000));
  };
  return (strings() + arrays()) / 2;
}"""


async def host_info(launched: Launched) -> HostInfo:
    """Measure the machine before anything else runs on it; about a second."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    index: float | None = None
    try:
        page = await launched.browser.new_page()
        try:
            index = round(float(await page.evaluate(BENCHMARK)), 1)
        finally:
            await page.close()
    except Error:
        index = None
    return HostInfo(benchmark_index=index, cores=os.cpu_count() or 1, load=round(load, 2) if load is not None else None)
