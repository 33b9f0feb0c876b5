/** The policy of `hostilePage`: nothing but what carries its nonce. */
export const hostilePolicy = "default-src 'none'; style-src 'nonce-host'; script-src 'nonce-host'; require-trusted-types-for 'script'";

/** A page that would like to reach into what we put into it: a strict policy, loud styles, a focus trap and shortcuts in the capture phase. */
export const hostilePage = `<!doctype html>
<html lang="en" style="font-size: 31px">
  <head>
    <title>Host</title>
    <style nonce="host">
      * { letter-spacing: 2px; }
      div { color: rgb(255, 0, 0) !important; display: inline-block !important; font: 40px fantasy !important; transform: rotate(2deg); }
      dialog, h2, button, a, p { background: rgb(0, 255, 0) !important; text-transform: uppercase !important; }
      main button { font-size: 20px; }
    </style>
  </head>
  <body>
    <main>
      <h1>Push Groups</h1>
      <button type="button" id="outside">Outside</button>
      <section id="modal" role="dialog" aria-modal="true" aria-label="Unlink Pushed Group">
        <h2>Unlink Pushed Group</h2>
        <button type="button" id="unlink">Unlink</button>
        <button type="button" id="cancel">Cancel</button>
      </section>
    </main>
    <script nonce="host">
      // As focus-trap and jQuery UI do it, in the capture phase; and every event that the page gets to see while it is trapped is noted.
      const modal = document.getElementById('modal');
      window.noticed = [];
      window.trapped = true;
      document.addEventListener(
        'focusin',
        (event) => {
          if (window.trapped && !event.composedPath().includes(modal)) document.getElementById('cancel').focus();
        },
        true,
      );
      for (const type of ['keydown', 'keypress', 'keyup']) {
        document.addEventListener(
          type,
          (event) => {
            window.noticed.push(type + ' ' + event.key);
            if (event.key === 'Escape') modal.hidden = true;
            if (event.key === 'Tab' && window.trapped) {
              event.preventDefault();
              document.getElementById('cancel').focus();
            }
          },
          true,
        );
      }
      for (const type of ['click', 'mousedown', 'pointerdown', 'submit', 'focusout', 'wheel']) {
        document.body.addEventListener(type, (event) => window.noticed.push(type));
      }
    </script>
  </body>
</html>
`;
