import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { layered } from '@karma/layout';
import { build } from 'esbuild';
import { z } from 'zod';
import { query } from '../harness/karma';

const CARD = { width: 220, height: 64 };

const graphSchema = z.object({
  result: z.object({
    data: z.object({
      components: z.array(
        z.object({ id: z.string(), type: z.string(), nickname: z.string(), owner: z.string().optional() }),
      ),
      edges: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  }),
});

/** Serves a page on which React Flow alone shows the graph of a server's `prod`, laid out by us. */
export async function serveReactFlow(karmaUrl: string): Promise<{ url: string; stop(): void }> {
  const graph = JSON.stringify(await flowGraph(karmaUrl));
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('react-flow.jsx', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const style = readFileSync(createRequire(import.meta.url).resolve('@xyflow/react/dist/style.css'), 'utf8');
  const page = `<!doctype html><style>${style} #root { height: 100vh } body { margin: 0 }</style><div id="root"></div><script type="module" src="/main.js"></script>`;
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html', page],
    '/main.js': ['text/javascript', bundle.outputFiles[0]?.text ?? ''],
    '/graph.json': ['application/json', graph],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type }).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = z.object({ port: z.number() }).parse(server.address());
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => void server.close() };
}

async function flowGraph(karmaUrl: string) {
  const answer = await query(karmaUrl, 'graph', { environment: 'prod', limit: 20_000 });
  const { components, edges } = graphSchema.parse(answer).result.data;
  const boxes = components.map(({ id, owner }) => ({ id, ...CARD, ...(owner && { group: [owner] }) }));
  const positions = layered(boxes, edges);
  return {
    nodes: components.map(({ id, type, nickname }) => ({
      id,
      type: 'card',
      position: positions.get(id) ?? { x: 0, y: 0 },
      data: { label: nickname, type },
    })),
    edges: edges.map(({ from, to }) => ({ id: `${from}~${to}`, source: from, target: to })),
  };
}
