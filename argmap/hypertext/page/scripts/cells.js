// What cells of the comparison say by pointing elsewhere: whose they are, which on a phone no heading says, and the
// mapper's sentence of each statement, which stands in the map.
{
  for (const cell of document.querySelectorAll("td:not(.middle)")) {
    const head = cell.closest("table").tHead?.rows[0].cells[cell.cellIndex];
    if (head) cell.dataset.who = head.textContent.trim();
  }

  for (const way of document.querySelectorAll("#compare td > div > a:first-child")) {
    const sentence = document.getElementById(way.hash.slice(1))?.querySelector("span");
    if (sentence && way.nextElementSibling?.localName !== "span") {
      const here = document.createElement("span");
      here.textContent = ` ${sentence.textContent} `;
      way.after(here);
    }
  }
}
