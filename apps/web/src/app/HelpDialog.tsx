import { Kbd, Modal, Table, Title } from '@mantine/core';
import { Meanings } from '../explore/Meanings';
import { ACTIONS } from './actions';

const CANVAS_KEYS = [
  ['← →', 'Move the selection along dependencies: to a consumer, to a provider'],
  ['↑ ↓', 'Move the selection to the component above or below'],
  ['Alt+← → ↑ ↓', 'Move the selected component a little, and pin it there'],
  ['Enter', 'Open the focused card in the inspector'],
] as const;

/** Every shortcut, from the actions themselves, and what the words on the map mean. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const shortcuts = ACTIONS.flatMap(({ shortcut, name }) => (shortcut ? [[shortcut, name] as const] : []));
  return (
    <Modal
      opened
      onClose={onClose}
      title="Help and keyboard shortcuts"
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close help' }}
    >
      <p>
        An arrow points from a component to what it depends on. Solid: a config or a module says so. Dashed:
        inferred from values. Dotted: one of several possible providers. Arrows to hubs, which much of the map
        uses, are muted to a badge until you point at, or select, one of their ends. In a blast radius the
        number on a card says over how many steps it is reached, its line how sure that is.
      </p>
      <Keys title="On the map" rows={CANVAS_KEYS} />
      <Keys title="Everywhere" rows={shortcuts} />
      <Meanings />
    </Modal>
  );
}

function Keys({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <>
      <Title order={2} size="sm" mt="lg" mb="xs">
        {title}
      </Title>
      <Table verticalSpacing="xs" horizontalSpacing={0}>
        <Table.Tbody>
          {rows.map(([keys, name]) => (
            <Table.Tr key={keys}>
              <Table.Td w={120}>
                <Kbd>{keysInWords(keys)}</Kbd>
              </Table.Td>
              <Table.Td>{name}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

const keysInWords = (keys: string) =>
  keys.replace('mod', 'Ctrl').replace('shift', 'Shift').replace('ArrowLeft', '←').replace('ArrowRight', '→');
