import { FIELDS } from '@karma/query';
import { Modal, Table, Title } from '@mantine/core';
import { useChangeView } from '../app/use-view';
import { exampleQueries } from './examples';
import classes from './QueryHelp.module.css';
import { useVocabulary } from './use-vocabulary';

const TERMS = [
  ['api', 'an id that holds the word'],
  ['type:lambda env:prod', 'both hold; and may be written between them'],
  ['type:lambda or type:vpc', 'one of them holds; parentheses group'],
  ['-type:lambda', 'it does not hold; the same as not'],
  ['name:order-*', 'any characters; ? is one character'],
  ['owner="Team A"', 'exactly this, as it is written'],
  ['config.timeout>=30', 'compares; also < <= > =, and != for another value'],
] as const;

const WALKS = [
  ['+name', 'it, and all that it needs'],
  ['name+', 'it, and all that needs it'],
  ['2+name+1', 'two steps of what it needs, one of what needs it'],
  ['(type:redis)+1', 'what needs any of these directly'],
  ['path(a, b)', 'the shortest path between two components, or two sets'],
  ['uses(vpc/main#vpc_id)', 'it, and who reads this output, or may'],
] as const;

/** What can be asked, by example; those that fit this graph show their answer. */
export function QueryHelp({ onClose }: { onClose: () => void }) {
  const vocabulary = useVocabulary();
  const change = useChangeView();
  const ask = (q: string) => {
    onClose();
    change({ q });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="What can be asked"
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close help' }}
    >
      {vocabulary && (
        <Examples title="Here, for example">
          {exampleQueries(vocabulary).map(({ text, words }) => (
            <Row key={text} text={text} words={words} onAsk={() => ask(text)} />
          ))}
        </Examples>
      )}
      <Examples title="Terms">
        {TERMS.map(([text, words]) => (
          <Row key={text} text={text} words={words} />
        ))}
      </Examples>
      <Examples title="Fields">
        {Object.values(FIELDS).map(({ example, words }) => (
          <Row key={example} text={example} words={words} />
        ))}
      </Examples>
      <Examples title="Along dependencies">
        {WALKS.map(([text, words]) => (
          <Row key={text} text={text} words={words} />
        ))}
      </Examples>
    </Modal>
  );
}

function Examples({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <Title order={2} size="sm" mt="lg" mb="xs">
        {title}
      </Title>
      <Table verticalSpacing={6} horizontalSpacing={0}>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </>
  );
}

function Row({ text, words, onAsk }: { text: string; words: string; onAsk?: () => void }) {
  return (
    <Table.Tr>
      <Table.Td className={classes.query}>
        {onAsk ? (
          <button type="button" className={classes.ask} onClick={onAsk}>
            {text}
          </button>
        ) : (
          <code>{text}</code>
        )}
      </Table.Td>
      <Table.Td>{words}</Table.Td>
    </Table.Tr>
  );
}
