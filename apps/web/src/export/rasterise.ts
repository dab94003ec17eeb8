/** Sides and areas that every browser's canvas can take, in pixels. */
const MAX_SIDE = 16_384;
const MAX_AREA = 120_000_000;
/** Sharp on screens of double density. */
const SCALE = 2;

/** How much a picture can be enlarged, up to `SCALE`, before it is too large for a canvas. */
export const scaleFor = (width: number, height: number) =>
  Math.min(SCALE, MAX_SIDE / Math.max(width, height), Math.sqrt(MAX_AREA / (width * height)));

/** An SVG as a PNG. @throws Error when the browser cannot draw it. */
export async function rasterise(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = scaleFor(image.naturalWidth, image.naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(image.naturalWidth * scale);
  canvas.height = Math.floor(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('The picture is too large for a PNG.')),
    );
  });
}
