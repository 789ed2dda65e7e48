// One view alone on paper; without this, printing gives all of them.
{
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => {
      root.classList.add("alone");
      print();
    });
  }
  addEventListener("afterprint", () => root.classList.remove("alone"));
}
