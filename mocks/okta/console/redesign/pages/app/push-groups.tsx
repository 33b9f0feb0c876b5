import { type ReactNode, useState } from 'react';
import type { App } from '../../../../state.ts';
import { countOf, type PushFilter, type PushRow, pushFilters, pushRows } from '../../../data/push-groups.ts';
import { paths } from '../../../data/routes.ts';
import { dateTime } from '../../../data/times.ts';
import { Link } from '../../navigation.tsx';
import { useAttempt, useView } from '../../org.ts';
import { Button } from '../../widgets/button.tsx';
import { SearchField } from '../../widgets/field.tsx';
import { Filters } from '../../widgets/filters.tsx';
import { Grid, Named } from '../../widgets/grid.tsx';
import { Menu } from '../../widgets/menu.tsx';
import styles from '../pages.module.css';
import { ByName, ByRule } from './find-groups.tsx';
import { BulkUnlink, DeactivatePush, PushSettings, Unlink } from './push-dialogs.tsx';
import { PushStatus } from './push-status.tsx';
import { Rules } from './rules.tsx';

type Open = { what: 'by name' | 'by rule' | 'settings' | 'unlink many' } | { what: 'unlink' | 'deactivate'; row: PushRow };

/** An app's tab Push Groups. */
export function PushGroups({ app }: { app: App }) {
  const view = useView();
  const attempt = useAttempt();
  const [filter, setFilter] = useState<PushFilter>('All');
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (id: string, on: boolean): void => setTicked(new Set([...ticked].filter((one) => one !== id).concat(on ? [id] : [])));
  const many = (change: 'activate' | 'deactivate'): void => {
    attempt('change-many-pushes', { appId: app.id, mappingIds: [...ticked], change, deleteTarget: false });
    setTicked(new Set());
  };
  const close = (): void => setOpen(null);
  const rows = pushRows(view, app, filter, search).map((row) => ({
    key: row.mapping.id,
    cells: cells(app, row, setOpen, <Tick name={row.group.name} on={ticked.has(row.mapping.id)} turn={(on) => tick(row.mapping.id, on)} />),
  }));
  const errors = countOf(app, 'Errors');
  return (
    <>
      <div className={styles['bar']}>
        <Menu
          label="Push Groups"
          look="primary"
          items={[
            { label: 'Find groups by name', choose: () => setOpen({ what: 'by name' }) },
            { label: 'Find groups by rule', choose: () => setOpen({ what: 'by rule' }) },
          ]}
        />
        <Button onClick={() => attempt('retry-all-groups', { appId: app.id })}>Retry All Groups</Button>
        <Button onClick={() => attempt('refresh-app-groups', { appId: app.id })}>Refresh App Groups</Button>
        {ticked.size > 0 && (
          <Menu
            label="Bulk Actions"
            items={[
              { label: 'Activate', choose: () => many('activate') },
              { label: 'Deactivate', choose: () => many('deactivate') },
              { label: 'Delete', choose: () => setOpen({ what: 'unlink many' }) },
            ]}
          />
        )}
        <Button aria-label="Group Push Settings" title="Group Push Settings" onClick={() => setOpen({ what: 'settings' })}>
          ⚙
        </Button>
        <SearchField label="Search pushed groups" value={search} change={setSearch} />
      </div>
      <Filters
        label="Pushed Groups"
        options={pushFilters}
        value={filter}
        choose={setFilter}
        name={(one) => (one === 'Errors' && errors > 0 ? `Errors (${errors})` : one)}
      />
      {filter === 'By rule' && <Rules app={app} />}
      <Grid
        label="Pushed groups"
        columns={['Group in Okta', `Group in ${app.label}`, 'Last Push', 'Push Status']}
        widths="1.4fr 1fr 1fr 1fr"
        rows={rows}
        empty="No groups are pushed"
      />
      {open?.what === 'by name' && <ByName app={app} close={close} />}
      {open?.what === 'by rule' && <ByRule app={app} close={close} />}
      {open?.what === 'settings' && <PushSettings app={app} close={close} />}
      {open?.what === 'unlink many' && <BulkUnlink app={app} mappingIds={[...ticked]} done={() => setTicked(new Set())} close={close} />}
      {open?.what === 'unlink' && <Unlink app={app} row={open.row} close={close} />}
      {open?.what === 'deactivate' && <DeactivatePush app={app} row={open.row} close={close} />}
    </>
  );
}

function Tick({ name, on, turn }: { name: string; on: boolean; turn: (on: boolean) => void }) {
  return <input type="checkbox" aria-label={`Select ${name}`} checked={on} onChange={(event) => turn(event.target.checked)} />;
}

function cells(app: App, row: PushRow, open: (what: Open) => void, box: ReactNode) {
  const { mapping, group, rule } = row;
  return [
    <Named key="okta" note={rule === null ? group.description : `By rule: ${rule}`}>
      {box}
      <Link href={paths.group(group.id)}>{group.name}</Link>
    </Named>,
    mapping.scimId === null ? (mapping.pushing ? 'Creating group…' : '—') : mapping.appGroupName,
    mapping.pushing ? 'Pushing…' : dateTime(mapping.lastPush),
    <PushStatus
      key="status"
      app={app}
      row={row}
      unlink={() => open({ what: 'unlink', row })}
      deactivate={() => open({ what: 'deactivate', row })}
    />,
  ];
}
