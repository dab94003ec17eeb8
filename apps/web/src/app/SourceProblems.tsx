import { Button, Popover, ScrollArea } from '@mantine/core';
import type { SourceStatus } from '../api/types';
import { plural } from '../ui/format';
import classes from './SourceBanner.module.css';

/** The files that sources hold and cannot read: which, where, why, and the way out. */
export function SourceProblems({ sources }: { sources: readonly SourceStatus[] }) {
  const count = sources.reduce((sum, { problems }) => sum + problems.length, 0);
  return (
    <Popover position="bottom-end" shadow="md" width={420}>
      <Popover.Target>
        <Button size="compact-xs" variant="default">
          Show {plural(count, 'file')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={360} type="auto">
          {sources.map(({ name, problems }) => (
            <section key={name} aria-label={name} className={classes.problems}>
              <h2>{name}</h2>
              <ul>
                {problems.map(({ file, line, reason, remedy }) => (
                  <li key={`${file} ${line} ${reason}`}>
                    <code>
                      {file}
                      {line !== null && `:${line}`}
                    </code>
                    <p>
                      {reason} {remedy}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
