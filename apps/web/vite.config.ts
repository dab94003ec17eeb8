import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the API; the built app is served by the server itself. */
const server = process.env.KARMA_SERVER ?? 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/trpc': { target: server, changeOrigin: true } } },
  build: {
    // @rjsf/core names it in a helper for tests that nobody asks for; the validator compiles code, which the page forbids.
    rolldownOptions: {
      external: ['@rjsf/validator-ajv8'],
      // What the first view loads is one file, not eighty: over HTTP/1.1 a browser asks for six at a time.
      output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } },
    },
    // In KB before compression. The bench `bundle` holds what is transferred.
    chunkSizeWarningLimit: 1200,
    target: 'es2023',
  },
  // The layout worker loads ELK when first asked.
  worker: { format: 'es' },
});
