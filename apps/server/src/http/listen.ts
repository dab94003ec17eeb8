import { createServer, type RequestListener, type Server } from 'node:http';

const ATTEMPTS = 100;

/** Listens on the port or the next free one; 0 takes any. @throws the system's error when none can be had. */
export async function listen(
  app: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly server: Server; readonly port: number }> {
  for (let next = port; ; next += 1) {
    const server = createServer(app);
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(next, host, resolve);
      });
      const address = server.address();
      return { server, port: typeof address === 'object' && address ? address.port : next };
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || next - port >= ATTEMPTS) throw error;
    }
  }
}
