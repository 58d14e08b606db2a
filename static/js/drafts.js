// The texts of an application save themselves while somebody writes. Without this script the button saves them.

const PAUSE = 2000; // after the last change
const RETRY = 5000;

function keepSaving(form) {
  const state = form.querySelector("[data-saved]");
  const areas = [...form.querySelectorAll("textarea")];
  const written = () => JSON.stringify(areas.map((area) => area.value));
  let stored = written();
  let sending = null;
  let stopped = false; // from here on the button decides
  let timer = 0;

  const again = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  async function save() {
    clearTimeout(timer);
    if (sending || stopped || written() === stored) return;
    sending = send(written());
    const pause = await sending;
    sending = null;
    if (pause) again(pause);
  }

  // How long to wait before trying again; nothing if there is no need to.
  async function send(mine) {
    state.textContent = form.dataset.saving;
    const request = { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } };
    try {
      const reply = await fetch(location.pathname, { ...request, redirect: "manual", keepalive: true });
      if (reply.type === "opaqueredirect" || reply.status === 403) {
        state.textContent = form.dataset.signedOut;
        return 0;
      }
      const told = await reply.json();
      if (told.newer) {
        stopped = true;
        state.textContent = form.dataset.newer;
        return 0;
      }
      state.textContent = told.saved || told.wrong || "";
      if (told.wrong) return 0;
      form.elements.namedItem("seen").value = told.seen;
      stored = mine;
      return written() === mine ? 0 : PAUSE;
    } catch {
      state.textContent = form.dataset.offline;
      return RETRY;
    }
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

const form = document.querySelector("form[data-draft]");
if (form) keepSaving(form);
