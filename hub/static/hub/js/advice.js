// Shows the advice that came with the preview, and leads from it to the field.

const section = document.querySelector("[data-advice]");
const find = (name) => section.querySelector(`[data-advice-${name}]`);

function told(frame) {
  const userbar = frame.contentDocument?.querySelector("wagtail-userbar")?.shadowRoot;
  const data = userbar?.querySelector("#hub-advice");
  return data ? JSON.parse(data.textContent) : null;
}

function control(field) {
  const named = (name) => document.querySelector(`[data-edit-form] [name="${name}"]`);
  return named(field) || named(`${field}-count`) || named(`${field}-TOTAL_FORMS`);
}

// A tab takes some frames to open.
function onceSeen(element, act, frames = 60) {
  if (element.checkVisibility() || !frames) act();
  else requestAnimationFrame(() => onceSeen(element, act, frames - 1));
}

// The field may stand behind another tab or in a folded panel.
function lead(field) {
  const input = control(field);
  if (!input) return;
  const tab = input.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[role=tab][aria-controls="${tab.id}"]`)?.click();
  for (let panel = input.closest("[data-panel]"); panel; panel = panel.parentElement?.closest("[data-panel]")) {
    const toggle = panel.querySelector("[data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  }
  const place = input.closest("[data-panel]") || input;
  const first = input.type === "hidden" ? place.querySelector("[contenteditable=true], button, input:not([type=hidden])") : input;
  onceSeen(place, () => {
    place.scrollIntoView({ block: "start" });
    first?.focus({ preventScroll: true });
  });
}

function row(one) {
  const line = find("row").content.firstElementChild.cloneNode(true);
  line.querySelector("[data-advice-name]").textContent = one.name;
  line.querySelector("[data-advice-mend]").textContent = `${one.why} ${one.mend}`;
  const button = line.querySelector("[data-advice-field]");
  button.textContent = one.label;
  button.hidden = !control(one.field);
  button.addEventListener("click", () => lead(one.field));
  return line;
}

function show() {
  const frame = document.getElementById("w-preview-iframe");
  const advice = frame && told(frame);
  if (!advice) return;
  find("count").textContent = advice.length;
  find("none").hidden = advice.length > 0;
  find("list").replaceChildren(...advice.map(row));
}

if (section) document.addEventListener("w-preview:loaded", show);
