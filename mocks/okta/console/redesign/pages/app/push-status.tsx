import type { App } from '../../../../state.ts';
import type { PushRow } from '../../../data/push-groups.ts';
import { useAttempt } from '../../org.ts';
import { Menu } from '../../widgets/menu.tsx';
import styles from '../pages.module.css';

/** A pushed group's status, with its menu and, where the last push failed, why. */
export function PushStatus({ app, row, unlink, deactivate }: { app: App; row: PushRow; unlink: () => void; deactivate: () => void }) {
  const attempt = useAttempt();
  const { mapping, failure } = row;
  const which = { appId: app.id, mappingId: mapping.id };
  const toggle =
    mapping.status === 'Inactive'
      ? { label: 'Activate group push', choose: () => attempt('activate-push', which) }
      : { label: 'Deactivate group push', choose: deactivate };
  const items = [toggle, { label: 'Unlink pushed group', choose: unlink }, { label: 'Push now', choose: () => attempt('push-now', which) }];
  return (
    <>
      <Menu label={mapping.status} look={mapping.status === 'Error' ? 'failed' : 'plain'} items={items} />
      {failure !== null && (
        <div className={styles['failure']}>
          <span role="img" aria-label="Error">
            i
          </span>
          {failure}
        </div>
      )}
    </>
  );
}
