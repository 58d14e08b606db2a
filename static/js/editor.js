// Wagtail asks in a dialog before somebody else's version is replaced. Who says yes there is not asked again by us.
document.addEventListener("w-dialog:confirmed", (event) => {
  const newer = document.querySelector(".w-editing-sessions__session--saved");
  const form = document.querySelector("form[data-edit-form]");
  if (event.target.id !== "w-save-confirmation-dialog" || !newer || !form) return;
  const seen = document.createElement("input");
  Object.assign(seen, { type: "hidden", name: "overwrite_newer", value: "on" });
  form.append(seen);
}, true); // before Wagtail sends the form

// Rich text reaches the form some time after the last key; who types and saves at once keeps every word. So we wait half
// a second after the last key, and as long as the form holds other words than the page shows, but not for ever.
const NOTED_AFTER = 500;
const LOOK_AGAIN = 50;
const AT_MOST = 5000;
let lastKey = 0;
let isWaiting = false;

document.addEventListener("keydown", (event) => {
  if (event.target.isContentEditable) lastKey = Date.now();
}, true);

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-edit-form]") || !lastKey || isNoted(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isWaiting) return;
  isWaiting = true;
  sendWhenNoted(event.target, event.submitter, Date.now() + AT_MOST);
}, true);

function sendWhenNoted(form, button, end) {
  if (isNoted(form) || Date.now() > end) sendAgain(form, button);
  else setTimeout(() => sendWhenNoted(form, button, end), LOOK_AGAIN);
}

function isNoted(form) {
  const inputs = [...form.querySelectorAll("[data-draftail-input]")];
  return Date.now() >= lastKey + NOTED_AFTER && inputs.every((input) => wordsHeld(input) === wordsShown(input));
}

function wordsHeld(input) {
  const blocks = JSON.parse(input.value || "null")?.blocks ?? [];
  return solid(blocks.filter((block) => block.type !== "atomic").map((block) => block.text));
}

function wordsShown(input) {
  return solid([...input.parentNode.querySelectorAll("[data-text]")].map((text) => text.textContent));
}

function solid(texts) {
  return texts.join("").replace(/\s+/g, "");
}

function sendAgain(form, button) {
  if (button?.name) { // by now Wagtail has switched it off
    const pressed = document.createElement("input");
    Object.assign(pressed, { type: "hidden", name: button.name, value: button.value });
    form.append(pressed);
  }
  isWaiting = false;
  lastKey = 0;
  form.requestSubmit();
}
