"use strict";
(() => {
  const buttons = [...document.querySelectorAll(".filter button")];
  const search = document.getElementById("search");
  const groups = [...document.querySelectorAll("details.status")];
  const none = document.getElementById("none");
  let status = "";
  const filter = () => {
    const words = search.value.trim().toLocaleLowerCase();
    let shown = 0;
    for (const group of groups) {
      let here = 0;
      for (const row of group.querySelectorAll("tbody")) {
        row.hidden = words !== "" && !row.textContent.toLocaleLowerCase().includes(words);
        here += row.hidden ? 0 : 1;
      }
      group.hidden = here === 0 || (status !== "" && group.dataset.status !== status);
      if (!group.hidden && (words !== "" || status !== "")) group.open = true;
      shown += group.hidden ? 0 : here;
    }
    none.hidden = shown > 0;
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      status = button.dataset.status;
      buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
      filter();
    });
  }
  search.addEventListener("input", filter);
})();
