// An outline to keep: the text is put together of what the page says and what the outline adds, and saved as a file.
{
  function written(parts, letter) {
    return parts.map((part, i) => (i % 2 ? said(part, letter) : part)).join("");
  }

  // "P8+" is a sentence, "P8”" a quotation, "P8!" both with what they are called and where they stand; "P8" is a line.
  function said(where, letter) {
    const [, name, mark] = /^(.*?)([”+!]?)$/.exec(where);
    const point = document.getElementById(`${letter}-${name}`);
    const sentence = point.querySelector("span").textContent;
    if (mark === "+") return sentence;
    const quotation = point.querySelector(".words i, .quote").textContent;
    if (mark === "”") return quotation;
    const words = point.querySelector(".words");
    const at = words.querySelector(".at")?.textContent ?? rest(words, "i, a");
    if (point.localName === "li") return `${indent(point, 1)}▪ ${rest(point, "small, b, em, .words")} ${quotation} ${at}`;
    const told = `${name} ${sentence} ${quotation} ${at}`;
    return mark ? told : `${indent(point, 0)}*${bar(point.previousElementSibling)}* ${told}`;
  }

  function rest(element, others) {
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll(others)) other.remove();
    return copy.textContent.trim();
  }

  // A doubt is indented in the lists, and not in outlines; which step it is about is not said there.
  function indent(point, deeper) {
    let depth = deeper - 1;
    for (let li = point.parentElement.closest("li"); li; li = li.parentElement.closest("li")) {
      if (!li.matches(".undercut")) depth += 1;
    }
    return `\n${"  ".repeat(depth)}- `;
  }

  function bar(element) {
    return element.matches(".undercut > b") ? element.firstChild.data.trim() : element.textContent;
  }

  for (const button of document.querySelectorAll("[data-outline]")) {
    button.addEventListener("click", () => {
      const parts = JSON.parse(document.getElementById(button.dataset.outline).textContent);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([written(parts, button.dataset.outline.split("-")[1])], { type: "text/markdown" }));
      link.download = button.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000); // not before it has been read
      announce(`${link.download} is saved.`);
    });
  }
}
