import { type ComponentId, componentName, joinPointer, parseConfig, valueAt } from '@karma/core';
import { inheritKey, removeKey, setKey } from '@karma/editor';
import { ActionIcon, Button } from '@mantine/core';
import { Templates } from '@rjsf/mantine';
import type { FieldTemplateProps } from '@rjsf/utils';
import { IconX } from '@tabler/icons-react';
import { ViewLink } from '../../ui/ViewLink';
import { tellWhyNot } from '../canvas/tell';
import { drafts } from '../draft-store';
import { openEditPlace } from '../edit-place';
import classes from './Edit.module.css';
import { useEditedConfig } from './edited-context';

const Plain = Templates.FieldTemplate;

/** One key, and where its value comes from when that is a parent, or hides a parent's. */
export function KeyField(props: FieldTemplateProps) {
  const { id, config, keys, parents, surroundings } = useEditedConfig();
  const pointer = props.fieldPathId.path.map(String).reduce(joinPointer, '');
  const from = keys.find((key) => key.pointer === pointer)?.from;
  const field = Plain ? <Plain {...props} /> : props.children;
  if (from === undefined || pointer === '') return field;
  const isOwn = from === id;
  const hidden =
    isOwn &&
    parents.find((parent) => {
      const parsed = parseConfig(surroundings.text(parent) ?? '');
      return parsed.ok && valueAt(parsed.config, pointer) !== undefined;
    });
  const run = (command: typeof removeKey) =>
    void drafts.run([id], (now) => command(id, pointer, now)).catch(tellWhyNot);
  return (
    <div className={classes.key} data-inherited={!isOwn || undefined}>
      {field}
      <p className={classes.origin}>
        {!isOwn && (
          <>
            <span title={from}>From {shortName(from)}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Override here: ${props.label}`}
              onClick={() => run((_, __, now) => setKey(id, pointer, valueAt(config, pointer), now))}
            >
              Override here
            </Button>
            <ViewLink
              patch={{ sel: from }}
              aria-label={`Change in the parent: ${props.label}`}
              onClick={() => openEditPlace({ id: from, pointer })}
            >
              Change in the parent
            </ViewLink>
          </>
        )}
        {hidden && (
          <>
            <span title={hidden}>Overrides {shortName(hidden)}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`Use the parent’s: ${props.label}`}
              onClick={() => run(inheritKey)}
            >
              Use the parent’s
            </Button>
          </>
        )}
      </p>
      {isOwn && !hidden && !props.required && (
        <ActionIcon
          className={classes.remove}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Remove ${props.label}`}
          onClick={() => run(removeKey)}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}

function shortName(id: ComponentId): string {
  const { environment, nickname } = componentName(id);
  return `${environment}/${nickname}`;
}
