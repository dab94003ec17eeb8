import { writeFileSync } from 'node:fs';
import { configJsonSchema } from './schema';

const file = new URL('../../../../karma.config.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
