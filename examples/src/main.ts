import { createExample } from './create';

const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error('Usage: tsx examples/src/main.ts <directory>');
  process.exitCode = 2;
} else {
  const { karmaConfig } = await createExample({ directory });
  console.log(karmaConfig);
}
