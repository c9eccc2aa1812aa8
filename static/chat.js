// Makes the pages quicker; every one of them works without it. No library, nothing stored, nothing polled.
(() => {
  "use strict";
  const all = (css, from = document) => from.querySelectorAll(css);
  const one = (css, from = document) => from.querySelector(css);
  let busy = false;

  // Leaving hides everything at once, then goes; Shift three times does the same (guest-rules C11).
  const leave = (link) => {
    document.title = "";
    document.body.textContent = link.dataset.leave;
    location.replace(link.href);
  };
  let shifts = 0, last = 0;
  document.addEventListener("keydown", (event) => {
    const link = one("[data-leave]");
    if (event.repeat || !link) return;
    shifts = event.key !== "Shift" ? 0 : event.timeStamp - last < 5000 ? shifts + 1 : 1;
    last = event.timeStamp;
    if (shifts > 2) leave(link);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-leave]");
    if (link) { event.preventDefault(); leave(link); }
    if (event.target.closest("[data-print]")) print();
  });
  // A page out of the browser's memory may belong to somebody who has left.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // The square on a slip carries reference and code behind the "#", which no browser sends. Taken, then cleared.
  const carried = location.hash.match(/^#(\w{3}-\w{3})\.(\d{16})$/), back = one("#open");
  if (carried) {
    history.replaceState(history.state, "", location.pathname);
    if (back) {
      [back.elements.reference.value, back.elements.code.value] = carried.slice(1);
      one("button", back).focus();
    }
  }

  const show = () => {
    const log = one("#said"), wrong = one("[data-focus]");
    if (log) log.parentNode.setAttribute("aria-live", "off"); // focus moves, so nothing is announced as well
    all("[data-print]").forEach((button) => { button.hidden = false; });
    if (wrong) wrong.focus();
    return wrong;
  };

  // How much is written: only from three quarters of the limit, in characters as people count them.
  document.addEventListener("input", ({ target }) => {
    const count = target.dataset.limit && one("[data-count]", target.parentNode);
    if (!count) return;
    const written = [...target.value].length;
    count.dataset.words = count.dataset.words || count.textContent;
    count.hidden = written < target.dataset.limit * 0.75;
    clearTimeout(count.timer);
    count.timer = setTimeout(() => {
      count.textContent = count.dataset.words.replace("<>", written.toLocaleString(document.documentElement.lang));
    }, 1000);
  });

  const took = (part, answer, form) => {
    const made = document.createElement("template");
    made.innerHTML = part;
    const lines = [...all("ol > li", made.content)], next = one("#now", made.content);
    if (!next) return false;
    one("#new")?.removeAttribute("id");
    one("#said").append(...lines);
    one("#now").replaceWith(next);
    const token = one("[name=csrf_token]", next).value;
    all("[name=csrf_token]").forEach((field) => { field.value = token; });
    document.title = next.dataset.title;
    if (answer.headers.get("X-At")) history.replaceState(null, "", answer.headers.get("X-At"));
    const said = one("#said #new"); // what answers the guest
    if (said) said.tabIndex = -1;
    if (!show()) (said || one("#question")).focus();
    return true;
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target, button = event.submitter;
    if (!form.matches("[data-turn]") || (button && button.hasAttribute("formaction"))) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    const status = one("[data-status]", form), body = new FormData(form);
    if (button && button.name) body.append(button.name, button.value);
    const waiting = setTimeout(() => { status.textContent = status.dataset.sending; }, 2000);
    status.textContent = "";
    try {
      const answer = await fetch(form.action, {
        method: "POST", headers: { "X-Part": "1" }, body: new URLSearchParams(body),
        signal: AbortSignal.timeout && AbortSignal.timeout(30000),
      });
      if (answer.headers.get("X-Go")) return location.assign(answer.headers.get("X-Go"));
      if (answer.status > 499) throw answer;
      if (answer.headers.get("X-Part") && took(await answer.text(), answer, form)) return;
      // Some other page: let the browser ask for it. The same turn posted again is the same page.
      if (button && button.name) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: button.name, value: button.value });
        form.append(field);
      }
      form.submit();
    } catch {
      status.textContent = status.dataset.failed;
    } finally {
      clearTimeout(waiting);
      busy = false;
    }
  });
  show();
})();
