import { expect, it } from 'vitest';
import { environmentsIn } from './scope';

it.each([
  [undefined, []],
  ['type:vpc api', []],
  ['env:Prod type:vpc', ['Prod']],
  ['prod/redis/sessions+2 env:prod', ['prod']],
  ['path(dev/vpc/main, prod/vpc/main)', ['dev', 'prod']],
  ['uses(qa/vpc/main#vpc_id)', ['qa']],
  ['env:* api', ['*']],
  ['-env:dev', ['*']],
  ['env!=dev', ['*']],
  ['vpc/main', []],
  ['no (query', []],
])('%s names %j', (text, expected) => expect(environmentsIn(text)).toEqual(expected));
