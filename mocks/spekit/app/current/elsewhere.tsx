import { useLive } from '../data/live.ts';
import { countOf, statusOf } from '../data/people.ts';
import { topics } from '../data/topics.ts';
import { PageLink } from './controls.tsx';
import styles from './page.module.css';

/** The pages that an admin passes on the way: Home, Content, Settings, API Tokens. */
export function Dashboard() {
  const { users, teams } = useLive((live) => live);
  const pending = users.filter((user) => statusOf(user) === 'Pending').length;
  return (
    <div className={styles['stack']}>
      <h1>Welcome back</h1>
      <div className={styles['grid']}>
        <Tile number={users.filter((user) => statusOf(user) === 'Active').length} words="active users" />
        <Tile number={pending} words="pending invitations" />
        <Tile number={teams.length} words="teams" />
        <Tile number={topics.length} words="Topics" />
      </div>
      <PageLink to="users">Manage Teams &amp; Users</PageLink>
    </div>
  );
}

function Tile({ number, words }: { number: number; words: string }) {
  return (
    <p className={styles['tile']}>
      <strong>{number}</strong>
      <span className={styles['muted']}>{words}</span>
    </p>
  );
}

export function Content() {
  return (
    <div className={styles['stack']}>
      <h1>Content</h1>
      <div className={styles['grid']}>
        {topics.map(({ name, speks, text }) => (
          <article key={name} className={styles['tile']}>
            <h2>{name}</h2>
            <p className={styles['muted']}>{text}</p>
            <p>{countOf(speks, 'Spek')}</p>
          </article>
        ))}
      </div>
    </div>
  );
}

export function Settings() {
  return (
    <div className={styles['stack']}>
      <h1>Settings</h1>
      <div className={styles['grid']}>
        <section className={styles['tile']}>
          <h2>Teams &amp; Users</h2>
          <p className={styles['muted']}>Who is in your account, and in which teams</p>
          <PageLink to="users">Manage Users</PageLink>
          <PageLink to="teams">Manage Teams</PageLink>
        </section>
        <section className={styles['tile']}>
          <h2>Connect</h2>
          <p className={styles['muted']}>Single sign-on and user provisioning</p>
          <PageLink to="connect">Open Connect</PageLink>
        </section>
      </div>
    </div>
  );
}

export function Tokens() {
  return (
    <div className={styles['stack']}>
      <h1>API Tokens</h1>
      <p className={`${styles['card']} ${styles['empty']}`}>No API tokens yet. A token reads users and teams and is shown once.</p>
    </div>
  );
}
