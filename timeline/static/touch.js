// A finger on a chart scrolls the page and taps the marks. Plotly would keep every touch for panning, and a
// chart that fills a telephone's screen would hold its reader there for good; from taps the browser makes
// the clicks that plotly understands. Charts whose drag selects keep their touches.
(function () {
  const plot = ({ target }) => target.closest?.(".js-plotly-plot");
  const release = (touch) => {
    const found = plot(touch);
    if (found && found._fullLayout?.dragmode !== "select") touch.stopPropagation();
  };
  document.addEventListener("touchstart", release, { capture: true, passive: true });
})();
