// A note beside a lesson saves itself while somebody writes it. Without this script its button saves it.

const PAUSE = 2000; // after the last change
const RETRY = 5000;

function keepSaving(form) {
  const field = (name) => form.elements.namedItem(name);
  const state = form.querySelector("[data-saved]");
  const newer = form.querySelector("[data-newer]");
  let stored = field("text").value; // as far as we know
  let unanswered = null; // sent, but nobody told us whether it arrived
  let sending = null;
  let timer = 0;

  const again = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  async function save() {
    clearTimeout(timer);
    if (sending || field("text").value === stored || !newer.hidden) return;
    sending = send(field("text").value);
    const pause = await sending;
    sending = null;
    if (pause) again(pause);
  }

  // How long to wait before trying again; nothing if there is no need to.
  async function send(mine) {
    state.textContent = form.dataset.saving;
    const request = { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } };
    try {
      const reply = await fetch(form.action, { ...request, redirect: "manual", keepalive: true });
      if (reply.type === "opaqueredirect" || reply.status === 403) {
        state.textContent = form.dataset.signedOut;
        return 0;
      }
      return take(await reply.json(), mine);
    } catch {
      unanswered = mine;
      state.textContent = form.dataset.offline;
      return RETRY;
    }
  }

  function take(told, mine) {
    state.textContent = told.saved || told.wrong || "";
    if (told.wrong) return 0;
    field("seen").value = told.seen;
    if (told.newer === undefined) {
      stored = mine;
      unanswered = null;
      return mine === field("text").value ? 0 : PAUSE;
    }
    if (told.newer === unanswered) return 1; // it was ours: only the answer got lost
    newer.querySelector("[data-other]").textContent = told.newer;
    newer.hidden = false; // from here on the button decides
    return 0;
  }

  form.addEventListener("input", () => again(PAUSE));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
  addEventListener("online", save);
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    if (!sending) return;
    event.preventDefault();
    event.stopPropagation();
    await sending;
    clearTimeout(timer);
    form.requestSubmit(event.submitter);
  });
}

const form = document.querySelector("form[data-own-note]");
if (form) keepSaving(form);
