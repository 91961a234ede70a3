import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { svgText } from '../../../../shared/charts/svgText.ts';
import type { SvgNode } from '../../../../shared/charts/svg.ts';

/** A chart as Word takes it: the drawing, and a picture of it for programs that know no SVG. */
export interface Painted {
  svg: Uint8Array<ArrayBuffer>;
  png: Uint8Array<ArrayBuffer>;
  /** Pixels. */
  width: number;
  height: number;
}

export type Painter = (chart: SvgNode) => Painted;

const bytesOf = (address: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));

/** Dots of the picture for one pixel of the drawing: sharp in print at the size it stands there. */
const zoom = 2.5;

let begun: Promise<Painter> | null = null;

/**
 * What draws charts for paper. It and its letters are three megabytes, which are loaded with the first chart of a thread
 * and kept.
 */
export function chartPainter(): Promise<Painter> {
  begun ??= load().catch((error: unknown) => {
    begun = null;
    throw error;
  });
  return begun;
}

async function load(): Promise<Painter> {
  const [{ default: program }, { default: letters }] = await Promise.all([
    import('@resvg/resvg-wasm/index_bg.wasm?url&inline'),
    import('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url&inline'),
  ]);
  await initWasm(bytesOf(program));
  const font = {
    fontBuffers: [bytesOf(letters)],
    defaultFontFamily: 'Inter',
    sansSerifFamily: 'Inter',
  };
  return (chart) => {
    // The letters of the reader's own computer; the picture has those that come with the program.
    const svg = svgText(chart, 'Arial, Helvetica, sans-serif');
    const drawn = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom }, background: '#ffffff' });
    const picture = drawn.render();
    try {
      return {
        svg: new Uint8Array(Buffer.from(svg)),
        png: new Uint8Array(picture.asPng()),
        width: Number(chart.attributes['width']),
        height: Number(chart.attributes['height']),
      };
    } finally {
      picture.free();
      drawn.free();
    }
  };
}
