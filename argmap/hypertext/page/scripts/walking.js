// Arrow keys walk a map: up and down through what is shown, left to what a statement bears on, right to what is under
// it. Enter folds and unfolds. One statement of a map is in the order of Tab; links inside it are, too, as ever.
{
  function foldUnder(box) {
    const next = box.nextElementSibling;
    return next?.localName === "details" ? next : null;
  }

  function below(box) {
    const fold = foldUnder(box);
    if (fold) return fold.querySelector(".box");
    return box.parentElement.querySelector(":scope > ul .box"); // a doubt about the step
  }

  function above(box) {
    const holder = box.parentElement.parentElement.parentElement; // what holds the list that holds the branch
    if (holder.localName === "details") return holder.previousElementSibling;
    return holder.localName === "li" ? [...holder.querySelectorAll(":scope > .box")].pop() : null;
  }

  function nameOf(box) {
    const bar = box.parentElement.querySelector(":scope > b")?.textContent ?? "";
    return [bar, box.firstElementChild.textContent].join(" ").trim();
  }

  for (const map of maps) {
    const boxes = [...map.querySelectorAll(".box")];
    let current = boxes[0];

    function here(box) {
      current.tabIndex = -1;
      current = box;
      current.tabIndex = 0;
    }

    function shown() {
      return boxes.filter((box) => !box.closest("details:not([open])"));
    }

    function fold(box, open) {
      const found = foldUnder(box);
      if (!found) return false;
      found.open = open;
      announce(`${found.querySelector("summary").textContent}, ${open ? "unfolded" : "folded"}`);
      return true;
    }

    const keys = {
      ArrowDown: (box, all) => all[all.indexOf(box) + 1],
      ArrowUp: (box, all) => all[all.indexOf(box) - 1],
      ArrowLeft: (box) => above(box),
      ArrowRight(box) {
        if (foldUnder(box)?.open === false) fold(box, true);
        return below(box);
      },
      Home: (box, all) => all[0],
      End: (box, all) => all.at(-1),
      Enter(box) {
        if (!fold(box, !foldUnder(box)?.open)) box.querySelector(".see > p > a, :scope.see > p > a")?.click();
      },
    };

    for (const box of boxes) {
      box.tabIndex = box === current ? 0 : -1;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", nameOf(box));
    }

    map.addEventListener("focusin", (event) => {
      if (event.target.matches(".box")) here(event.target);
    });

    map.addEventListener("keydown", (event) => {
      if (!event.target.matches(".box") || event.ctrlKey || event.metaKey || event.altKey) return;
      const walk = keys[event.key];
      if (!walk) return;
      event.preventDefault();
      const next = walk(event.target, shown());
      if (next) next.focus();
    });
  }
}
