/* A printed A4 page is 680 px wide, and charts are printed at 85 %: they are drawn for it, and for the screen
   again afterwards. */
(function () {
  "use strict";
  function drawn(layout) {
    document.querySelectorAll(".js-plotly-plot").forEach(function (chart) {
      window.Plotly.relayout(chart, layout);
    });
  }
  addEventListener("beforeprint", function () {
    drawn({ width: 800 });
  });
  addEventListener("afterprint", function () {
    drawn({ width: null, autosize: true });
  });
})();
