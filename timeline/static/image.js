// A plotly figure as an SVG or PNG that carries its own typeface.
//
// The browser draws an SVG into a picture without the page's web fonts, so they go into the SVG itself.
// timelineImage(figure or element, {format: "svg"|"png", width, height, scale}, css) gives a promise of
// the SVG's text, or of a data URL of the PNG; css is timeline.charts.fonts.css().
(function () {
  const plotly = window.Plotly.toImage;

  async function svg(figure, { width, height }, css) {
    const drawn = await plotly(figure, { format: "svg", width, height, imageDataOnly: true });
    return drawn.replace(/<svg[^>]*>/, (root) => `${root}<style>${css}</style>`);
  }

  async function png(text, { width, height, scale }) {
    const picture = new Image();
    picture.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * scale, height * scale];
    const pen = canvas.getContext("2d");
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(picture.src);
    return canvas.toDataURL("image/png");
  }

  window.timelineImage = async function (figure, options, css) {
    await Promise.all([...document.fonts].map((face) => face.load()));
    const text = await svg(figure, options, css);
    return options.format === "svg" ? text : png(text, { scale: 2, ...options });
  };
})();
