// A test saves itself while somebody answers it. Without this script every button of the page saves as well.
// What could not be sent stays on this device, question by question, until the server has it.

const PAUSE = 2000; // after the last change
const RETRY = 5000;

const form = document.querySelector("form[data-attempt]");
const notice = document.querySelector("[data-told]");
const savedAt = document.querySelector("[data-saved]");
const clock = document.querySelector("[data-left]");

function tell(text) {
  if (!notice) return;
  notice.textContent = text;
  notice.closest("[data-note]").hidden = !text;
}

function watchTheClock() {
  const ahead = new Date(clock.dataset.now) - Date.now(); // the clock of the server counts
  const end = new Date(clock.dataset.due);
  const warning = document.querySelector("[data-warn]");
  let before = Infinity;
  const tick = () => {
    const seconds = (end - Date.now() - ahead) / 1000;
    const minutes = Math.floor(seconds / 60);
    clock.textContent =
      seconds < 0 ? clock.dataset.over
      : minutes < 1 ? clock.dataset.last
      : minutes === 1 ? clock.dataset.minute
      : clock.dataset.minutes.replace("#", minutes);
    for (const [limit, text] of [[300, clock.dataset.five], [60, clock.dataset.one]]) {
      if (seconds <= limit && seconds > 0 && before > limit && before !== Infinity) {
        warning.textContent = text;
        tell(text);
      }
    }
    if (seconds < -35) location.assign(clock.dataset.review); // handed in by now
    else setTimeout(tick, 1000);
    before = seconds;
  };
  tick();
}

function keepSaving() {
  const key = `attempt-${form.dataset.attempt}`;
  const field = (name) => form.elements.namedItem(name);
  let pending = null;
  let timer = 0;
  let sending = null;
  let leaving = false;
  field("tab").value = crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2);

  const data = () => {
    const sent = new FormData(form);
    for (const [name, value] of [...sent]) if (value instanceof File) sent.delete(name);
    return sent;
  };
  const answer = () => [...data()].filter(([name]) => !["csrfmiddlewaretoken", "seen", "tab"].includes(name));

  function keep() {
    pending = JSON.stringify(answer());
    const seen = field("seen").value;
    try {
      sessionStorage.setItem(key, JSON.stringify({ answer: answer(), seen, tab: field("tab").value }));
    } catch { /* no room: the server still gets it */ }
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  }

  function bringBack() {
    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    if (!kept) return;
    for (const control of form.elements) {
      const values = kept.answer.filter(([name]) => name === control.name).map(([, value]) => value);
      if (["radio", "checkbox"].includes(control.type)) control.checked = values.includes(control.value);
      else if (["text", "textarea", "select-one"].includes(control.type) && values.length) control.value = values[0];
    }
    field("seen").value = kept.seen;
    field("tab").value = kept.tab;
    pending = JSON.stringify(kept.answer);
    send();
  }

  // Whether the server has said anything about it: saved, or answered elsewhere in the meantime.
  async function send() {
    if (pending === null || leaving) return false;
    if (sending) await sending;
    if (pending === null) return true;
    sending = attemptToSend(pending);
    const reached = await sending;
    sending = null;
    return reached;
  }

  async function attemptToSend(mine) {
    savedAt.textContent = form.dataset.saving;
    try {
      const reply = await fetch(form.dataset.save, { method: "POST", body: data(), redirect: "manual", keepalive: true });
      if (reply.type === "opaqueredirect" || reply.status === 403) return later(form.dataset.signedOut);
      if (!(reply.headers.get("Content-Type") || "").includes("json")) throw new Error(String(reply.status));
      return take(await reply.json(), mine);
    } catch {
      return later(form.dataset.offline);
    }
  }

  function later(text) {
    savedAt.textContent = "";
    tell(text);
    clearTimeout(timer);
    timer = setTimeout(send, RETRY);
    return false;
  }

  function take(told, mine) {
    if (told.newer) {
      savedAt.textContent = "";
      tell(`${told.newer} ${form.dataset.newer}`);
      return true;
    }
    if (told.over) {
      pending = null;
      sessionStorage.removeItem(key);
      tell(told.over);
      setTimeout(() => location.assign(told.to), 4000);
      return false;
    }
    field("seen").value = told.revision;
    savedAt.textContent = told.saved;
    tell("");
    mark(told.answered);
    if (pending === mine) {
      pending = null;
      sessionStorage.removeItem(key);
    } else {
      keep();
    }
    return true;
  }

  function mark(answered) {
    const step = document.querySelector(".wj-attempt__step[aria-current]");
    step.classList.toggle("wj-attempt__step--done", answered);
    step.querySelector("[data-state]").textContent = answered ? form.dataset.answered : form.dataset.open;
  }

  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  // First what can be kept without leaving the page; only then the page is left.
  form.addEventListener("submit", async (event) => {
    if (leaving) return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(timer);
    if (pending === null) keep();
    const reached = await send();
    if (!reached) return;
    leaving = true;
    clearTimeout(timer);
    sessionStorage.removeItem(key);
    form.requestSubmit(event.submitter);
  });
  addEventListener("online", () => {
    if (pending !== null) send();
    else tell("");
  });
  addEventListener("offline", () => tell(form.dataset.offline));
  addEventListener("pagehide", () => {
    if (pending !== null && !leaving) navigator.sendBeacon(form.dataset.save, data());
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") send();
  });
  bringBack();
}

if (clock) watchTheClock();
if (form) keepSaving();
