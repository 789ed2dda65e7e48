// What there is to fill in. A choice of signs is one field, whatever the number of its buttons.
const told = JSON.parse(document.getElementById("told").textContent);
const inputs = [...document.querySelectorAll("[data-blank]")];

// Some browsers put back what was chosen before a page was opened again, perhaps by somebody else.
for (const input of inputs) if (input.type === "radio") input.checked = false;

const isFilled = (input) => (input.type === "radio" ? input.checked : input.value.trim() !== "");

// The fields in order: each a list of inputs of which one is to be filled.
const fields = [];
for (const input of inputs) {
  const last = fields.at(-1);
  if (input.type === "radio" && last && last[0].name === input.name) last.push(input);
  else fields.push([input]);
}

for (const each of document.querySelectorAll("[data-script]")) each.hidden = false;
