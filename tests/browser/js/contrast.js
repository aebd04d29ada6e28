// Compare each text's colour with every colour that fills 3 % or more of the picture behind it; give the weakest.
async ([picture, texts]) => {
  document.getElementById("no-letters").remove();
  const bytes = Uint8Array.from(atob(picture), each => each.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const pen = new OffscreenCanvas(image.width, image.height).getContext("2d", {willReadFrequently: true});
  pen.drawImage(image, 0, 0);
  const light = ([r, g, b]) => [r, g, b].map(each => each / 255)
    .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
  return texts.map(({x, y, width, height, colour}) => {
    const box = [Math.floor(x), Math.floor(y), Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height))];
    const pixels = pen.getImageData(...box).data, seen = new Map();
    for (let at = 0; at < pixels.length; at += 4) {
      const key = pixels.slice(at, at + 3).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const own = light(colour.match(/[\d.]+/g).slice(0, 3).map(Number));
    const behind = [...seen].filter(([, count]) => count * 4 / pixels.length >= 0.03).map(([key]) => light(key.split(",").map(Number)));
    return Math.min(...behind.map(each => (Math.max(own, each) + 0.05) / (Math.min(own, each) + 0.05)));
  });
}
