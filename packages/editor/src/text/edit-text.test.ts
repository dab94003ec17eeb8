import { valueAt } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeValue, setValue } from './edit-text';
import { UneditableTextError } from './errors';

const CONFIG = `{
  "zone_name": "example.org",
  "functions": {
    "seed": { "memory": 128, "vpc_nickname": "main" },
    "api": {
      "memory": 256
    }
  },
  "cidrs": [
    "10.0.0.0/16"
  ],
  "tags": {}
}
`;

/** The lines that only one of the two texts has, as `git diff` would show them. */
function touchedLines(before: string, after: string): { removed: string[]; added: string[] } {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return { removed: a.filter((line) => !b.includes(line)), added: b.filter((line) => !a.includes(line)) };
}

describe('setting a value in a config text', () => {
  it('touches the one line that holds it', () => {
    expect(touchedLines(CONFIG, setValue(CONFIG, '/functions/api/memory', 512))).toEqual({
      removed: ['      "memory": 256'],
      added: ['      "memory": 512'],
    });
  });

  it('adds a key last, in the style of its siblings', () => {
    expect(touchedLines(CONFIG, setValue(CONFIG, '/functions/api/vpc_nickname', 'main'))).toEqual({
      removed: ['      "memory": 256'],
      added: ['      "memory": 256,', '      "vpc_nickname": "main"'],
    });
    expect(setValue(CONFIG, '/functions/seed/timeout', 3)).toContain(
      '"seed": { "memory": 128, "vpc_nickname": "main", "timeout": 3 },',
    );
    expect(setValue('{"a":1}', '/b/c', [1])).toBe('{"a":1,"b":{"c":[1]}}');
    expect(setValue(CONFIG, '/tags/Owner', 'web')).toContain('  "tags": {\n    "Owner": "web"\n  }\n}\n');
  });

  it('makes the objects that are missing on the way', () => {
    expect(setValue('{\n\t"a": 1\n}', '/b/c/d', true)).toBe(
      '{\n\t"a": 1,\n\t"b": {\n\t\t"c": {\n\t\t\t"d": true\n\t\t}\n\t}\n}',
    );
  });

  it('makes an object in place of null', () => {
    expect(setValue('{\n  "b": null,\n  "c": 1\n}', '/b/d', true)).toBe(
      '{\n  "b": {\n    "d": true\n  },\n  "c": 1\n}',
    );
  });

  it('appends to a list', () => {
    expect(setValue(CONFIG, '/cidrs/1', '10.1.0.0/16')).toContain(
      '    "10.0.0.0/16",\n    "10.1.0.0/16"\n  ],',
    );
  });

  it('keeps the line ends of the file', () => {
    const windows = CONFIG.replaceAll('\n', '\r\n');
    const after = setValue(windows, '/tags/a', { b: 1 });
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('leaves the text alone where the value is there already, whatever its layout', () => {
    const text = '{ "a" :{"c":1,"b":2} }';
    expect(setValue(text, '/a', { b: 2, c: 1 })).toBe(text);
  });

  it('says why a text cannot be edited', () => {
    expect(() => setValue('{ "a": ', '/a', 1)).toThrow(UneditableTextError);
    expect(() => setValue('[1]', '/0', 1)).toThrow(
      '/0 cannot be edited here: the text is not one JSON object.',
    );
    expect(() => setValue('{"a": 1}', '/a/b', 1)).toThrow('a number stands where b should go below it');
    expect(() => setValue('{"a": [1]}', '/a/5', 1)).toThrow('the list has no place 5');
  });
});

describe('removing a value from a config text', () => {
  it('takes the whole line, and the comma that is left over', () => {
    expect(touchedLines(CONFIG, removeValue(CONFIG, '/zone_name'))).toEqual({
      removed: ['  "zone_name": "example.org",'],
      added: [],
    });
    expect(removeValue(CONFIG, '/tags')).toContain('    "10.0.0.0/16"\n  ]\n}\n');
    expect(removeValue(CONFIG, '/functions/api/memory')).toContain('"api": {}');
    expect(removeValue('{"a":1,"a":2}', '/a')).toBe('{}');
  });
});

const key = fc.constantFrom('a', 'b', 'c', 'x/y', 'ü~');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 1, -2.5, 'text', 'say "hi"\n'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const object = fc.dictionary(key, value, { maxKeys: 5 });
const text = fc
  .tuple(object, fc.constantFrom('', '  ', '\t', '    '), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(
    ([config, indent, eol, hasEnd]) =>
      JSON.stringify(config, null, indent).replaceAll('\n', eol) + (hasEnd ? eol : ''),
  );

describe('any edit of any config', () => {
  it('reads back as intended, and every other value stays', () => {
    fc.assert(
      fc.property(text, key, value, (before, name, wanted) => {
        const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const after: Record<string, unknown> = JSON.parse(setValue(before, pointer, wanted));
        expect(after).toEqual({ ...JSON.parse(before), [name]: wanted });
        const without = { ...after };
        delete without[name];
        expect(JSON.parse(removeValue(before, pointer))).toEqual(
          Object.fromEntries(Object.entries(JSON.parse(before)).filter(([other]) => other !== name)),
        );
        expect(valueAt(after, pointer)).toEqual(wanted);
      }),
    );
  });

  it('touches no byte before and behind the edited place', () => {
    fc.assert(
      fc.property(text, key, value, (before, name, wanted) => {
        const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const had = Object.hasOwn(JSON.parse(before), name);
        const after = setValue(before, pointer, wanted);
        if (!had && Object.keys(JSON.parse(before)).length > 0)
          expect(removeValue(after, pointer)).toBe(before);
        if (had)
          expect(setValue(after, pointer, JSON.parse(before)[name])).toSatisfy(
            (again: string) => again.replace(/\s/g, '') === before.replace(/\s/g, ''),
          );
      }),
    );
  });
});
