// A page under review: everything can be read, marked and commented on, nothing can be changed. The server leaves
// changes out in any case; this keeps people from writing what would be lost. Comments stand outside the form.
const form = document.querySelector("[data-edit-form]");
const HARMLESS = "[data-comment-add], [name=comment], [data-panel-toggle], [role=tab], a[href], summary, footer *";
const CONTROLS = "button, select, input[type=checkbox], input[type=radio], input[type=file], label";
const MOVING = /^(Arrow|Tab|Home|End|Page|Escape|Shift|Control|Alt|Meta|F\d)/;
const LOOKING = "acfmps"; // with Ctrl or ⌘: mark all, copy, find, comment, print, save

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

function keepChoice(event) {
  const control = event.target.closest(CONTROLS);
  if (control && !event.target.closest(HARMLESS)) stop(event);
}

function keepText(event) {
  if (MOVING.test(event.key) || event.target.closest(HARMLESS)) return;
  const looks = (event.ctrlKey || event.metaKey) && LOOKING.includes(event.key.toLowerCase());
  if (!looks) stop(event);
}

for (const type of ["beforeinput", "paste", "cut", "drop", "dragstart"]) form.addEventListener(type, stop, true);
for (const type of ["click", "mousedown"]) form.addEventListener(type, keepChoice, true);
form.addEventListener("keydown", keepText, true);
