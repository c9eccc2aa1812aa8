// Asks every few seconds whether an open page has new words, and shows them where they belong. It moves no focus and
// touches nothing that is being typed. Every page works without it. No library, nothing stored.
(() => {
  "use strict";
  const MINUTE = 60000, SOON = 4000, LATER = 15000, SELDOM = MINUTE;
  const one = (css, from = document) => from.querySelector(css);
  const all = (css, from = document) => [...from.querySelectorAll(css)];
  let timer, last = Date.now();

  const wait = () => {
    const quiet = Date.now() - last;
    // A guest on a shared computer is let go after twenty idle minutes: until then nobody waits longer.
    return quiet < 20 * MINUTE ? SOON : quiet < 60 * MINUTE ? LATER : SELDOM;
  };
  const again = () => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(ask, wait());
  };
  const get = (address) => fetch(address, {
    redirect: "manual", signal: AbortSignal.timeout && AbortSignal.timeout(10000),
  });

  const ask = async () => {
    const here = one("[data-news]");
    try {
      const answer = await get(here.dataset.news);
      // Signed out, closed on this screen, or not theirs any more: nothing more is asked.
      if (answer.type === "opaqueredirect" || answer.status === 404) return;
      const at = answer.ok ? (await answer.text()).trim() : here.dataset.at;
      if (at !== here.dataset.at) {
        last = Date.now();
        if ("asks" in here.dataset) offer(here, at); else await show();
      }
    } catch { /* no line: it is asked again */ }
    again();
  };

  // Staff press first: what is on their screen does not change under them (guest-rules I3, I4).
  const offer = (here, at) => {
    here.dataset.at = at;
    one("[data-fresh]", here).textContent = one("[data-fresh]", here).dataset.fresh;
    one("[data-show]", here).hidden = false;
  };

  const is_touched = (part) => part.contains(document.activeElement) || all("input, textarea, select", part)
    .some((box) => box.value !== box.defaultValue && box.type !== "hidden" && box.tagName !== "SELECT"
      || box.checked !== box.defaultChecked);

  const show = async () => {
    const here = one("[data-news]"), answer = await get(here.dataset.page);
    if (!answer.ok) return;
    const got = new DOMParser().parseFromString(await answer.text(), "text/html"), says = [];
    const theirs = one("[data-news]", got);
    if (!theirs) return;
    for (const part of all("[data-renewed]")) {
      const next = got.getElementById(part.id);
      if (!next || next.isEqualNode(part) || is_touched(part)) continue;
      if ("tells" in part.dataset) says.push(next.textContent);
      part.replaceWith(next);
    }
    for (const list of all("[data-grows]")) {
      const next = got.getElementById(list.id);
      const more = next ? [...next.children].slice(list.children.length) : [];
      says.push(...more.map((line) => all(".who, .verbatim", line).map((words) => words.textContent).join(" ")));
      list.append(...more);
    }
    all("[data-seen]").forEach((box) => { box.value = one("[data-seen]", got)?.value ?? box.value; });
    here.dataset.at = theirs.dataset.at;
    const status = one("[data-fresh]"), button = one("[data-show]", here);
    status.textContent = button ? "" : says.join(" ").replace(/\s+/g, " ");
    if (button) button.hidden = true;
  };

  const stir = () => {
    const slow = wait() > SOON;
    last = Date.now();
    if (slow) again();
  };
  document.addEventListener("click", (event) => { if (event.target.closest("[data-show]")) show(); });
  document.addEventListener("keydown", stir);
  document.addEventListener("pointerdown", stir);
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!document.hidden) { last = Date.now(); ask(); }
  });
  if (one("[data-news]")) again();
})();
