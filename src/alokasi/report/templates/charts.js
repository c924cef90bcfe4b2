"use strict";
(() => {
  const page = JSON.parse(document.getElementById("figures").textContent);
  const charts = Object.entries(page.figures).map(([id, figure]) => [document.getElementById(id), figure]);
  for (const [place, figure] of charts) Plotly.newPlot(place, figure.data, figure.layout, page.config);

  // A printed page is 680 px wide: charts are drawn for it, and everything folded is opened.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((part) => { part.open = true; });
    charts.forEach(([place]) => Plotly.relayout(place, { width: 680 }));
  });
  addEventListener("afterprint", () => {
    opened.forEach((part) => { part.open = false; });
    charts.forEach(([place]) => Plotly.relayout(place, { width: null, autosize: true }));
  });
})();
