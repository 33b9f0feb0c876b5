import { useState } from 'react';
import type { App } from '../../../../state.ts';
import { fullName } from '../../../../state.ts';
import { convertible } from '../../../data/assignments.ts';
import { words } from '../../../data/words.ts';
import { useAct, useView } from '../../org.ts';
import { Dialog, Form } from '../../widgets/dialog.tsx';
import { Choice } from '../../widgets/field.tsx';

/** *Convert assignments*: who is ticked has the app by a group from then on. */
export function ConvertAssignments({ app, close }: { app: App; close: () => void }) {
  const people = convertible(useView(), app);
  const act = useAct();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const turn = (id: string, on: boolean): void => setTicked((old) => (on ? [...old, id] : old.filter((one) => one !== id)));
  return (
    <Dialog title="Convert assignments" close={close}>
      <Form save="Convert selected" send={() => act('convert-assignments', { appId: app.id, personIds: [...ticked] })} done={close}>
        <p>{people.length === 0 ? words.nothingToConvert : words.convert}</p>
        {people.map((person) => (
          <Choice
            key={person.id}
            type="checkbox"
            label={fullName(person)}
            checked={ticked.includes(person.id)}
            choose={(on) => turn(person.id, on)}
          />
        ))}
      </Form>
    </Dialog>
  );
}
