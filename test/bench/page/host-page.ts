import { emailOf } from '../people.ts';

export const origin = 'https://app.spekit.co';

/** What a page is like. `other`: one that Sourcemark has nothing to say about. */
export interface HostPage {
  rows: number;
  /** A plain span stands in every row, as the simplest mark would. */
  spans: boolean;
  other: boolean;
}

/** A page as Manage Users shows it, in plain HTML: what it costs by itself is small, so that what we cost is seen. In the page, `storm`
 *  changes rows where they stand, `visit` navigates as a single-page app does, and `seen` holds long tasks (ms) and layout shifts. */
export function hostPage({ rows, spans, other }: HostPage): string {
  const title = other ? 'Knowledge' : 'Manage Users';
  const emails = JSON.stringify(Array.from({ length: rows }, (_, index) => (other ? `topic ${index}` : emailOf(index))));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{font:14px sans-serif} table{width:100%} td{padding:8px}</style><main></main>
<script>
const seen = { tasks: [], shifts: [] };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.tasks.push(entry.duration); }).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.shifts.push(entry.value); }).observe({ type: 'layout-shift' });
const emails = ${emails};
const main = document.querySelector('main');
const rowOf = (index) => {
  const row = document.createElement('tr');
  for (const text of ['Person ' + index, emails[index], 'Active', 'Viewer']) row.appendChild(document.createElement('td')).textContent = text;
  row.appendChild(document.createElement('td')).appendChild(document.createElement('button')).textContent = 'Delete';
  if (${spans}) row.cells[1].appendChild(document.createElement('span')).textContent = ' Managed by Okta';
  return row;
};
const show = (count) => {
  main.innerHTML = '<h1>${title}</h1><button>Add</button><table><thead><tr><th scope="col">Name</th><th scope="col">${other ? 'Topic' : 'Email'}</th><th scope="col">Status</th><th scope="col">Role</th><th></th></tr></thead><tbody></tbody></table>';
  main.querySelector('tbody').append(...Array.from({ length: count }, (_, index) => rowOf(index)));
};
function storm(perSecond, seconds) {
  const { rows } = main.querySelector('tbody');
  const begin = performance.now();
  let done = 0;
  let frames = 0;
  const frame = () => { frames += 1; if (done < perSecond * seconds) requestAnimationFrame(frame); };
  frame();
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(perSecond * seconds, ((performance.now() - begin) * perSecond) / 1000);
      for (; done < due; done += 1) {
        const index = (done * 7) % rows.length;
        if (done % 2 === 0) rows[index].cells[2].textContent = done % 4 === 0 ? 'Away' : 'Active';
        else if (done % 4 === 1) rows[index].cells[0].firstChild.nodeValue = 'Person ' + (index + done);
        else rows[index].replaceWith(rowOf(index));
      }
      if (done >= perSecond * seconds) { clearInterval(timer); resolve(frames / seconds); }
    }, 5);
  });
}
function visit(times, count) {
  history.pushState({}, '', times % 2 === 0 ? '/app/settings' : '/app/wiki');
  if (times % 2 === 0) show(count); else main.innerHTML = '<h1>Wiki</h1><p>Nothing to manage here.</p>';
}
show(${rows});
</script></html>`;
}
