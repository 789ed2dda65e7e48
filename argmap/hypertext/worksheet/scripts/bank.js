// Words of the bank become buttons: one puts its word into the blank that somebody was in, else into the next empty one.
const words = [];
let blank = null; // where the word goes

const empty = (group) =>
  inputs.find((input) => input.dataset.group === group && input.value.trim() === "") ?? null;

const markUsed = () => {
  const used = new Set(inputs.map((input) => input.value.trim()));
  for (const { button, text } of words) button.classList.toggle("used", used.has(text));
};

const put = (text, group) => {
  const target = blank && blank.dataset.group === group ? blank : empty(group);
  if (!target) return;
  target.value = text;
  target.dispatchEvent(new Event("input", { bubbles: true }));
  target.focus();
};

for (const list of document.querySelectorAll("[data-words]")) {
  for (const item of list.children) {
    const text = item.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => put(text, list.dataset.words));
    item.replaceChildren(button);
    item.className = "as-button";
    words.push({ button, text, group: list.dataset.words });
  }
}

for (const input of inputs) {
  if (!input.dataset.group) continue;
  input.addEventListener("focus", () => (blank = input));
  input.addEventListener("input", markUsed);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "F2") return;
    const first = words.find((word) => word.group === input.dataset.group);
    if (first) first.button.focus();
    event.preventDefault();
  });
}

for (const [i, { button }] of words.entries()) {
  button.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && blank) blank.focus();
    else if (step && words[i + step]) words[i + step].button.focus();
    else return;
    event.preventDefault();
  });
}
