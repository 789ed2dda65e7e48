// An outline to keep: the text is put together of what the page says and what the outline adds, and saved as a file.
{
  function written(parts) {
    return parts.map((part, i) => (i % 2 ? said(part) : part)).join("");
  }

  function said(where) {
    const [, id, mark] = /^(.*?)([”+]?)$/.exec(where);
    const element = document.getElementById(id);
    const sentence = () => element.querySelector("span").textContent;
    const quotation = () => element.querySelector(".words i, .quote").textContent;
    if (mark === "+") return `${sentence()} ${quotation()}`;
    return mark ? quotation() : sentence();
  }

  for (const button of document.querySelectorAll("[data-outline]")) {
    button.addEventListener("click", () => {
      const parts = JSON.parse(document.getElementById(button.dataset.outline).textContent);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([written(parts)], { type: "text/markdown" }));
      link.download = button.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000); // not before it has been read
      announce(`${link.download} is saved.`);
    });
  }
}
