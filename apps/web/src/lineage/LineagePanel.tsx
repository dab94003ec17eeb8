import { IconSitemap } from '@tabler/icons-react';
import { useView } from '../app/use-view';
import { Notice } from '../ui/Notice';
import { FocusPanel } from './FocusPanel';
import { ImpactPanel } from './ImpactPanel';
import { PathPanel } from './PathPanel';

/** The left panel while a component is in focus: neighbourhood, blast radius or path, by `mode`. */
export function LineagePanel() {
  const { mode, focus } = useView();
  if (mode === 'path') return <PathPanel />;
  if (!focus) {
    return (
      <Notice icon={IconSitemap} title="Nothing is traced">
        <p>
          Select a component on the map, then ask for what is upstream or downstream of it, or its blast
          radius.
        </p>
      </Notice>
    );
  }
  return mode === 'impact' ? <ImpactPanel id={focus} /> : <FocusPanel id={focus} />;
}
