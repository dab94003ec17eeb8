import { useLocalStorage } from '@mantine/hooks';
import { z } from 'zod/mini';

/** A view that only this browser keeps. */
const personalViewSchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  /** The query string that opens it, from its `?` on. */
  search: z.string(),
});
export type PersonalView = z.infer<typeof personalViewSchema>;

const KEY = 'karma.views';

/** Reads what is stored; what makes no sense is left out, the rest kept. */
export function readPersonalViews(text: string | undefined): PersonalView[] {
  const list = z.catch(z.array(z.unknown()), []).parse(parseJson(text ?? '[]'));
  return list.flatMap((item) => personalViewSchema.safeParse(item).data ?? []);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

/** The views of this browser, the same in all of its tabs, and what puts others in their place. */
export function usePersonalViews() {
  return useLocalStorage<PersonalView[]>({
    key: KEY,
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: readPersonalViews,
  });
}
