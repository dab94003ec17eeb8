import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port';
import { folderOf } from './provisions';
import { listening, stop } from './started';

export interface GremlinServer {
  /** `ws://127.0.0.1:<port>/gremlin` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const settings = (name: string) => fileURLToPath(new URL(`../gremlin-server/${name}`, import.meta.url));

/** JSON is YAML. Limits are those of Neptune where it names any. */
const configuration = (port: number) => ({
  host: '127.0.0.1',
  port,
  evaluationTimeout: 120_000,
  channelizer: 'org.apache.tinkerpop.gremlin.server.channel.WebSocketChannelizer',
  graphs: { graph: settings('graph.properties') },
  scriptEngines: {
    'gremlin-groovy': {
      plugins: {
        'org.apache.tinkerpop.gremlin.server.jsr223.GremlinServerGremlinPlugin': {},
        'org.apache.tinkerpop.gremlin.tinkergraph.jsr223.TinkerGraphGremlinPlugin': {},
        'org.apache.tinkerpop.gremlin.jsr223.ScriptFileGremlinPlugin': { files: [settings('g.groovy')] },
      },
    },
  },
  serializers: [
    { className: 'org.apache.tinkerpop.gremlin.util.ser.GraphBinaryMessageSerializerV1' },
    { className: 'org.apache.tinkerpop.gremlin.util.ser.GraphSONMessageSerializerV3' },
  ],
  strictTransactionManagement: false,
  maxContentLength: 157_286_400,
  resultIterationBatchSize: 1000,
});

/**
 * Starts Apache TinkerPop Gremlin Server over an empty graph with transactions, in memory, on a free loopback port.
 * It ends with `stop`, and with the process that started it. Ask `whyMissing('gremlin-server')` first.
 */
export async function startGremlinServer(): Promise<GremlinServer> {
  const folder = mkdtempSync(join(tmpdir(), 'karma-gremlin-'));
  const file = join(folder, 'gremlin-server.yaml');
  const port = await freePort();
  writeFileSync(file, JSON.stringify(configuration(port)));
  const memory = ['-Xms64m', '-Xmx1g', '-XX:+UseSerialGC'];
  const classpath = join(folderOf('gremlin-server'), 'lib', '*');
  const main = 'org.apache.tinkerpop.gremlin.server.GremlinServer';
  const child = spawn('java', [...memory, '-cp', classpath, main, file], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-4000);
    });
  const end = async () => {
    await stop(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(child, port, () => output);
  } catch (error) {
    await end();
    throw error;
  }
  return { url: `ws://127.0.0.1:${port}/gremlin`, stop: end };
}
