import { componentName, pointerSegments } from '@karma/core';
import type { Collision, Rebased } from '@karma/editor';
import { Button, Group, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { drafts } from '../draft-store';
import { useKnown } from '../surroundings';
import classes from './Drafts.module.css';
import { collisionKey, settled } from './moved-base';

interface CollisionsDialogProps {
  readonly onto: Rebased;
  readonly onClose: () => void;
}

/** Every place that both changed, in its three versions, to choose one of. */
export function CollisionsDialog({ onto, onClose }: CollisionsDialogProps) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isTheirs: boolean) =>
    setTheirs(
      (chosen) => new Set(isTheirs ? [...chosen, key] : [...chosen].filter((other) => other !== key)),
    );
  const apply = () => {
    drafts.change((draft) => settled(draft, theirs, (id) => useKnown.getState().texts.get(id)));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title="Git and the draft changed the same">
      <ul className={classes.collisions}>
        {onto.collisions.map((collision) => {
          const key = collisionKey(collision);
          return (
            <li key={key}>
              <Versions
                collision={collision}
                isTheirs={theirs.has(key)}
                onChoose={(isTheirs) => choose(key, isTheirs)}
              />
            </li>
          );
        })}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Later
        </Button>
        <Button onClick={apply}>Apply</Button>
      </Group>
    </Modal>
  );
}

interface VersionsProps {
  readonly collision: Collision;
  readonly isTheirs: boolean;
  readonly onChoose: (isTheirs: boolean) => void;
}

function Versions({ collision: { id, pointer, base, mine, theirs }, isTheirs, onChoose }: VersionsProps) {
  const { nickname, type, environment } = componentName(id);
  const place = pointer === '' ? 'the whole file' : pointerSegments(pointer).join('.');
  return (
    <Radio.Group
      label={`${place} of ${nickname}`}
      description={`${type} · ${environment}`}
      value={isTheirs ? 'theirs' : 'mine'}
      onChange={(value) => onChoose(value === 'theirs')}
    >
      <div className={classes.versions}>
        <div className={classes.version}>
          <span className={classes.versionTitle}>When the draft was made</span>
          <Value value={base} />
        </div>
        <Radio.Card className={classes.version} value="mine" aria-label="The draft’s">
          <span className={classes.versionTitle}>
            <Radio.Indicator size="xs" /> The draft’s
          </span>
          <Value value={mine} />
        </Radio.Card>
        <Radio.Card className={classes.version} value="theirs" aria-label="Git’s, now">
          <span className={classes.versionTitle}>
            <Radio.Indicator size="xs" /> Git’s, now
          </span>
          <Value value={theirs} />
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}

function Value({ value }: { value: unknown }) {
  if (value === undefined || value === null) return <i>nothing</i>;
  return (
    <pre className={classes.value}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
  );
}
