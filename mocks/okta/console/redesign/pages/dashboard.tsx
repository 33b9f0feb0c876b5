import { paths } from '../../data/routes.ts';
import { dateTime } from '../../data/times.ts';
import { Link } from '../navigation.tsx';
import { useAttempt, useView } from '../org.ts';
import { Button } from '../widgets/button.tsx';
import { Grid } from '../widgets/grid.tsx';
import { Heading } from '../widgets/heading.tsx';
import styles from './pages.module.css';

/** Dashboard: how many there are of what, and what Okta could not do by itself. */
export function Dashboard() {
  const view = useView();
  const attempt = useAttempt();
  const tiles = [
    { label: 'Active people', count: view.people.filter((one) => one.status === 'Active').length, href: paths.people },
    { label: 'Groups', count: view.groups.length, href: paths.groups },
    { label: 'Active applications', count: view.apps.filter((one) => one.status === 'Active').length, href: paths.apps },
    { label: 'Tasks', count: view.tasks.length, href: paths.dashboard },
  ];
  const rows = view.tasks.map((task) => ({
    key: task.id,
    cells: [
      dateTime(task.at),
      task.text,
      <Button key="done" look="quiet" onClick={() => attempt('dismiss-task', { taskId: task.id })}>
        Mark as done
      </Button>,
    ],
  }));
  return (
    <>
      <Heading title="Dashboard" />
      <div className={styles['tiles']}>
        {tiles.map(({ label, count, href }) => (
          <div key={label} className={styles['tile']}>
            <div className={styles['count']}>{count}</div>
            <Link href={href}>{label}</Link>
          </div>
        ))}
      </div>
      <h2 className={styles['part']}>Tasks</h2>
      <Grid label="Tasks" columns={['Time', 'Task', '']} widths="200px 1fr 140px" rows={rows} empty="You have no tasks" />
    </>
  );
}
