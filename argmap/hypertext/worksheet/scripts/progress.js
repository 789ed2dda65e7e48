// How much is filled in, said aloud too; it changes with the fields, not with every letter.
const progress = document.getElementById("progress");

const showProgress = () => {
  const filled = fields.filter((field) => field.some(isFilled)).length;
  const said = told.progress.replace("{n}", filled).replace("{all}", fields.length);
  if (progress.textContent !== said) progress.textContent = said;
};

for (const input of inputs) input.addEventListener("input", showProgress);
showProgress();
document.getElementById("print").addEventListener("click", () => window.print());
