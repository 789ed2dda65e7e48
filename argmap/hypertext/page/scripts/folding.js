// Branches of a map folded to a depth. A branch folds by its summary without a script, too.

const maps = [...document.querySelectorAll("section.map")];

function foldsOf(map) {
  return [...map.querySelectorAll(".tree details:not(.context)")];
}

function stepsAbove(fold) {
  let steps = 0;
  for (let up = fold.parentElement.closest("details"); up; up = up.parentElement.closest("details")) steps += 1;
  return steps;
}

{
  function fold(map, depth) {
    for (const each of foldsOf(map)) each.open = stepsAbove(each) < depth;
    const points = [...map.querySelectorAll(".box[id], .foot li[id]")];
    const shown = points.filter((point) => !point.closest("details:not(.context, [open])"));
    announce(`${shown.length} of ${points.length} statements are shown.`);
  }

  for (const map of maps) {
    for (const button of map.querySelectorAll("[data-fold]")) {
      const depth = button.dataset.fold === "all" ? Infinity : Number(button.dataset.fold);
      button.addEventListener("click", () => fold(map, depth));
    }
  }

  // A sign on a statement leads to a finding; its name is that of the finding.
  for (const link of document.querySelectorAll(".map .words a[href^='#f']")) {
    const point = document.querySelector(`${link.hash} .point`);
    if (point) {
      link.title = point.textContent.trim();
      link.setAttribute("aria-label", `${link.textContent} ${link.title}`);
    }
  }
}
