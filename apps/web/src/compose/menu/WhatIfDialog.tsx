import { Loader, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api/client';
import { CertaintyMark } from '../../ui/CertaintyMark';
import { ComponentLink } from '../../ui/ComponentLink';
import { plural } from '../../ui/format';
import type { DialogProps } from './CardMenu';
import classes from './CardMenu.module.css';

/** Who would be hit if a component, with its parameters, were gone. Changes nothing. */
export function WhatIfDialog({ id, onClose }: DialogProps) {
  const trpc = useTRPC();
  const { data: plan, error } = useQuery(trpc.whatIf.queryOptions({ id }));
  return (
    <Modal opened onClose={onClose} title={`What if ${id} were removed?`}>
      {error && <p role="alert">{error.message}</p>}
      {!plan && !error && <Loader size="sm" aria-label="Asking" />}
      {plan && (
        <Stack gap={12}>
          <span>
            {plan.impact.total === 0
              ? 'Nothing depends on it.'
              : `It reaches ${plural(plan.impact.total, 'component')} in ${plural(plan.impact.rings.length, 'ring')}.`}
          </span>
          <ul className={classes.hits}>
            {plan.impact.items.map((item) => (
              <li key={item.id}>
                <ComponentLink id={item.id} note={<CertaintyMark certainty={item.certainty} />} />
              </li>
            ))}
          </ul>
          {plan.findings.length > 0 && (
            <ul className={classes.list}>
              {plan.findings.map(({ id: finding, reason }) => (
                <li key={finding}>{reason}</li>
              ))}
            </ul>
          )}
        </Stack>
      )}
    </Modal>
  );
}
