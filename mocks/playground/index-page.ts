/** What the playground's bare address shows: the way to both replicas, in each rendering. */
export function indexPage(port: number): string {
  const okta = `https://acme-admin.okta.localhost:${port}`;
  const spekit = `https://app.spekit.localhost:${port}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sourcemark playground</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1.5rem; }
li { margin: 0.5rem 0; }
</style>
</head>
<body>
<main>
<h1>Sourcemark playground</h1>
<p>Two replicas on this machine. What is done in Okta reaches Spekit through the companion, by real SCIM.</p>
<ul>
<li><a href="${okta}/admin/dashboard?rendering=classic">Okta admin console</a> (<a href="${okta}/admin/dashboard?rendering=redesign">built otherwise</a>)</li>
<li><a href="${spekit}/?rendering=current">Spekit</a> (<a href="${spekit}/?rendering=older">older labels</a>)</li>
</ul>
</main>
</body>
</html>
`;
}
