// Answers leave the page only as a file that somebody asks for: nothing is kept in a browser that others use, too.
let unsaved = false;

const answerOf = (field) => {
  const chosen = field.find(isFilled);
  return chosen ? chosen.value.trim().replace(/\s+/g, " ") : told.unfilled;
};

const answers = () => {
  const who = ["name", "date"].map((what) => `${told[what]}: ${document.getElementById(`who-${what}`).value.trim()}`);
  const lines = fields.map((field) => `${field[0].dataset.blank}: ${answerOf(field)}`);
  return [document.title, told.file, ...who, "", ...lines, ""].join("\n");
};

document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([answers()], { type: "text/plain" }));
  link.download = `${told.file}-answers.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
  unsaved = false;
  progress.textContent = told.saved;
});

for (const input of inputs) input.addEventListener("input", () => (unsaved = true));
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
