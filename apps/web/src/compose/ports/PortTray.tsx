import type { ComponentId } from '@karma/core';
import { disconnect, type Port, portsOf } from '@karma/editor';
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { NodeToolbar, Position, useStore } from '@xyflow/react';
import { type MouseEvent, useEffect, useMemo } from 'react';
import { openCardMenu } from '../../app/card-menu';
import { useView } from '../../app/use-view';
import { parseSelection } from '../../app/view';
import { plural } from '../../ui/format';
import { ask, useComposer } from '../canvas/composer';
import { startDrag } from '../canvas/drag';
import { tellWhyNot } from '../canvas/tell';
import { drafts, useSurroundings } from '../draft-store';
import { loadSurroundings } from '../surroundings';
import { CardHandles } from './CardHandles';
import { dragOfPort, portName, providerOptions } from './connect-port';
import { dragOfOutput } from './drag-of-output';
import { PORTS } from './focus-ports';
import { namedDependency } from './named-dependency';
import classes from './PortTray.module.css';

/**
 * The ports of the selected card, below or above it, where there is more room, as large at every zoom: what it needs,
 * and what it gives; and handles at the sides of others.
 */
export function PortTray() {
  const selection = parseSelection(useView().sel);
  const id = selection?.kind === 'component' ? selection.id : undefined;
  useEffect(() => {
    if (id) loadSurroundings([id]).catch(tellWhyNot);
  }, [id]);
  const isLow = useStore(({ nodeLookup, transform: [, y, zoom], height }) => {
    const card = id && nodeLookup.get(id);
    return card ? card.internals.positionAbsolute.y * zoom + y > height / 2 : false;
  });
  const isDragging = useComposer((state) => state.dragging !== null);
  return (
    <>
      <CardHandles selected={id} />
      {id && (
        <NodeToolbar
          nodeId={id}
          isVisible
          position={isLow ? Position.Top : Position.Bottom}
          offset={8}
          className={classes.place}
          data-aside={isDragging || undefined}
        >
          <Ports id={id} />
        </NodeToolbar>
      )}
    </>
  );
}

function Ports({ id }: { id: ComponentId }) {
  const surroundings = useSurroundings();
  const ports = useMemo(() => surroundings && portsOf(id, surroundings), [id, surroundings]);
  if (!surroundings || !ports || surroundings.text(id) === null) return null;
  const { outputs, references } = ports;
  return (
    <section id={PORTS} className={`${classes.tray} nopan nodrag nowheel`} aria-label={`Ports of ${id}`}>
      <div className={classes.head}>
        <span className={classes.title}>needs</span>
        <Tooltip label="More to do with it" openDelay={400}>
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={`Actions on ${id}`}
            onClick={({ currentTarget }) => {
              const { left, bottom } = currentTarget.getBoundingClientRect();
              openCardMenu({ id, x: left, y: bottom });
            }}
          >
            <IconDots size={14} />
          </ActionIcon>
        </Tooltip>
      </div>
      <ul className={classes.ports}>
        {references.map((port) => (
          <PortRow key={port.pointer} id={id} port={port} />
        ))}
        {references.length === 0 && <li className={classes.none}>nothing that is known of</li>}
      </ul>
      {outputs.length > 0 && (
        <UnstyledButton
          className={classes.outputs}
          aria-label={`Outputs of ${id}: ${outputs.join(', ')}. Drag to who is to use them.`}
          onPointerDown={(event) => startDrag(event, dragOfOutput(id, surroundings))}
        >
          <span className={classes.dot} data-filled data-origin />
          <span className={classes.value}>gives {outputs.join(', ')}</span>
        </UnstyledButton>
      )}
    </section>
  );
}

/** One place that names a component: dragged to what is to stand there, or chosen from a list by click and by Enter. */
function PortRow({ id, port }: { id: ComponentId; port: Port }) {
  const surroundings = useSurroundings();
  const name = portName(port);
  const state = port.nickname ?? (port.required ? 'required, empty' : 'empty');

  function choose({ currentTarget }: MouseEvent) {
    if (!surroundings) return;
    const { right, top } = currentTarget.getBoundingClientRect();
    const screen = { x: right, y: top };
    const options = providerOptions(id, port, surroundings, screen).filter(
      (option) => option.label !== port.nickname,
    );
    const free = { id: 'free', label: 'Disconnect', run: () => void freePort(id, port) };
    ask({
      title: `Connect ${name}: ${plural(options.length, 'choice')}`,
      screen,
      options: [...options, ...(port.nickname ? [free] : [])],
    });
  }

  return (
    <li>
      <UnstyledButton
        className={classes.port}
        data-required={port.required || undefined}
        aria-label={`Connect ${name}, takes ${port.targetTypes.join(' or ')}, ${state}`}
        onPointerDown={(event) => startDrag(event, dragOfPort(id, port))}
        onClick={choose}
      >
        <span className={classes.key}>{name}</span>
        <span className={classes.value}>{port.nickname ?? port.targetTypes.join(' | ')}</span>
        <span className={classes.dot} data-filled={port.nickname !== null || undefined} data-origin />
      </UnstyledButton>
    </li>
  );
}

function freePort(id: ComponentId, port: Port): void {
  drafts.run([id], (surroundings) => disconnect(namedDependency(id, port), surroundings)).catch(tellWhyNot);
}
