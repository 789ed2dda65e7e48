// A table that is sorted by a column: figures by size, the rest as words; a second click turns the order round.
const sizeOf = (text) => {
  const parts = text.split("/").map(Number);
  return parts.length === 2 ? parts[0] / parts[1] : parts[0];
};
const inOrder = (a, b) => {
  const [x, y] = [sizeOf(a), sizeOf(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b) : x - y;
};
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const turned = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", turned ? "descending" : "ascending");
      const text = (row) => row.cells[column].textContent;
      const rows = [...body.rows].sort((a, b) => inOrder(text(a), text(b)));
      body.append(...(turned ? rows.reverse() : rows));
    });
  });
}
