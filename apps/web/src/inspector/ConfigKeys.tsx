import { type ComponentId, componentName } from '@karma/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import type { ComponentDetail } from '../api/types';
import { Breakable } from '../ui/Breakable';
import { Capped } from '../ui/Capped';
import { ViewLink } from '../ui/ViewLink';
import { pointerNames } from './effective-json';
import classes from './KeyValues.module.css';

interface ConfigKeysProps {
  readonly owner: ComponentId;
  readonly effective: ComponentDetail['effective'];
}

/** Each key with its value; an inherited one says from where. */
export function ConfigKeys({ owner, effective }: ConfigKeysProps) {
  const files = [...new Set(effective.filter((key) => key.from === owner).map((key) => key.file))];
  return (
    <>
      {files.map((file) => (
        <p key={file} className={classes.file}>
          {file}
        </p>
      ))}
      <ul className={classes.list}>
        <Capped items={effective} keyOf={(key) => key.pointer}>
          {({ pointer, value, from, file }) => (
            <li className={classes.entry}>
              <span className={classes.key} title={pointer}>
                <Breakable text={pointerNames(pointer).join('.')} />
              </span>
              <span className={classes.value}>{value}</span>
              {from !== owner && (
                <ViewLink className={classes.origin} patch={{ sel: from }} title={`${from}, ${file}`}>
                  <IconArrowUpRight size={12} aria-hidden /> inherited from {componentName(from).environment}/
                  {componentName(from).nickname}
                </ViewLink>
              )}
            </li>
          )}
        </Capped>
      </ul>
    </>
  );
}
