/**
 * Runs in the page, before its own scripts. `window.probe` moves the map as a hand would, one step a frame, and writes
 * down how long each frame took and whether the drawing was made anew in it: a bitmap that slides or is stretched is not
 * a new picture.
 */
{
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  let redraws = 0;
  let firstPicture;
  let lastPicture;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    if (this.canvas.getAttribute('role') === 'img') {
      redraws++;
      // What was drawn is on screen when the next frame begins.
      const drawn = redraws;
      requestAnimationFrame(() => {
        lastPicture = { drawn, at: performance.now() };
        firstPicture ??= lastPicture.at;
      });
    }
    clearRect.apply(this, area);
  };

  /** A page without a layer of ours says itself when it is drawn. */
  window.addEventListener('drawn', () =>
    requestAnimationFrame(() => {
      firstPicture = performance.now();
    }),
  );

  const pane = () => document.querySelector('.react-flow__pane');
  const middle = () => {
    const { left, top, width, height } = pane().getBoundingClientRect();
    return { clientX: left + width / 2, clientY: top + height / 2 };
  };
  const send = (target, Kind, type, more) =>
    target.dispatchEvent(
      new Kind(type, { bubbles: true, cancelable: true, view: window, ...middle(), ...more }),
    );
  const wheel = (deltaY) => send(pane(), WheelEvent, 'wheel', { deltaY });
  const viewport = () => {
    const { a, e, f } = new DOMMatrix(
      getComputedStyle(document.querySelector('.react-flow__viewport')).transform,
    );
    return { zoom: a, x: e, y: f };
  };

  /** Without a layer of our own, React Flow's own viewport is the picture. */
  const hasLayer = () => document.querySelector('canvas[role=img]') !== null;
  const transform = () => document.querySelector('.react-flow__viewport').style.transform;

  /** One step at each frame; gives of each frame its milliseconds, and whether it brought a new picture. */
  async function watch(steps, step) {
    const frames = [];
    let nodes = 0;
    let last = await frame();
    for (let n = 0; n < steps; n++) {
      const before = hasLayer() ? redraws : transform();
      step(n);
      const now = await frame();
      frames.push({ ms: now - last, isNew: (hasLayer() ? redraws : transform()) !== before });
      last = now;
      if (n % 10 === 0) nodes = Math.max(nodes, document.querySelectorAll('.react-flow *').length);
    }
    return { frames, nodes };
  }

  window.probe = {
    viewport,
    placeOf: (id) => {
      const card = document.querySelector(`[data-id="${id}"]`);
      const { e, f } = new DOMMatrix(getComputedStyle(card).transform);
      return { x: e + card.offsetWidth / 2, y: f + card.offsetHeight / 2 };
    },
    whenDrawn: async () => {
      while (firstPicture === undefined) await frame();
    },
    firstPicture: () => firstPicture,
    /** When the last answer with a graph was there; the page itself where there is none. */
    dataAt: () =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/trpc\/[^?]*\bgraph\b/.test(name))
        .at(-1)?.responseEnd ?? performance.getEntriesByType('mark').at(0).startTime,
    zoomTo: async (zoom) => {
      wheel(-Math.log2(zoom / viewport().zoom) / 0.002);
      for (let n = 0; n < 40; n++) await frame();
    },
    /** Circles of 240 pixels across, held by the button. */
    pan: async (steps) => {
      const { clientX, clientY } = middle();
      send(pane(), MouseEvent, 'mousedown', { button: 0, buttons: 1 });
      const result = await watch(steps, (n) => {
        const angle = n / 20;
        const to = {
          clientX: clientX + 120 * Math.sin(angle),
          clientY: clientY + 120 * (1 - Math.cos(angle)),
        };
        send(window, MouseEvent, 'mousemove', { ...to, buttons: 1 });
      });
      send(window, MouseEvent, 'mouseup', {});
      return result;
    },
    /** Nothing is moved: what else goes on is watched. */
    rest: (steps) => watch(steps, () => undefined),
    /** In by a share, out again, and so on. */
    zoom: (steps, share) => {
      const step = Math.log2(1 + share) / 30 / 0.002;
      return watch(steps, (n) => wheel(n % 60 < 30 ? -step : step));
    },
    /** Milliseconds from a pointer that comes to rest on a place of the graph to the frame that shows what it traces. */
    hover: async ({ x, y }) => {
      const { zoom, x: left, y: top } = viewport();
      const box = pane().getBoundingClientRect();
      const at = { clientX: box.left + x * zoom + left, clientY: box.top + y * zoom + top };
      const before = redraws;
      await frame();
      const start = performance.now();
      send(pane(), PointerEvent, 'pointermove', at);
      for (let n = 0; n < 200 && lastPicture.drawn === before; n++) await frame();
      const isTraced = lastPicture.drawn > before;
      const ms = lastPicture.at - start;
      send(pane(), PointerEvent, 'pointermove', { clientX: box.left + 1, clientY: box.bottom - 1 });
      for (let n = 0; n < 20; n++) await frame();
      return isTraced ? ms : Number.POSITIVE_INFINITY;
    },
  };
}
