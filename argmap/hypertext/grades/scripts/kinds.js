// The kinds of findings that a report shows: a box to tick for each.
for (const report of document.querySelectorAll("[data-report]")) {
  const boxes = report.querySelectorAll("input[data-kind]");
  for (const box of boxes) {
    box.addEventListener("change", () => {
      for (const part of report.querySelectorAll("div[data-kind]")) {
        if (part.dataset.kind === box.dataset.kind) part.hidden = !box.checked;
      }
    });
  }
  report.querySelector(".kinds").hidden = boxes.length < 2;
}
// On paper everything is open.
window.addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details")) each.open = true;
});
