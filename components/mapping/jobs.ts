import { useCallback, useEffect, useRef, useState } from 'react';
import { sendMessage } from '../../messages/bus.ts';
import { offerFile, takeFile } from '../../messages/files.ts';
import type { Heard, OfferedFile } from '../../messages/mapping.ts';
import { save } from '../ui/save.ts';

export type JobState<T> =
  | { is: 'none' }
  | { is: 'working' }
  /** The worker did not answer. */
  | { is: 'silent' }
  | { is: 'heard'; heard: Heard<T> };

export interface Job<T> {
  state: JobState<T>;
  /** Gives what was heard; null where it was stopped, or another was started meanwhile. */
  start: (work: (job: string) => Promise<Heard<T>>) => Promise<Heard<T> | null>;
  /** Ends what is under way, and forgets what was heard. */
  stop: () => void;
}

/** Something that takes long, that may be stopped, and of which one is under way at a time. */
export function useJob<T>(): Job<T> {
  const [state, setState] = useState<JobState<T>>({ is: 'none' });
  const current = useRef<string | null>(null);
  const start = useCallback(async (work: (job: string) => Promise<Heard<T>>) => {
    const job = crypto.randomUUID();
    current.current = job;
    setState({ is: 'working' });
    const heard = await work(job).catch(() => null);
    if (current.current !== job) return null;
    current.current = null;
    setState(heard === null ? { is: 'silent' } : { is: 'heard', heard });
    return heard;
  }, []);
  const stop = useCallback(() => {
    const job = current.current;
    current.current = null;
    if (job !== null) sendMessage('mapping.stop', { job }).catch(() => undefined);
    setState({ is: 'none' });
  }, []);
  // A step that is left while it downloads or checks is not waited for; an import goes on, for it says so.
  useEffect(
    () => () => {
      current.current = null;
    },
    [],
  );
  return { state, start, stop };
}

/** Has the worker read a file for as long as `send` lasts. */
export async function withFile<T>(file: File, send: (file: OfferedFile) => Promise<T>): Promise<T> {
  const { address, withdraw } = offerFile(file);
  try {
    return await send({ address, name: file.name.slice(-255) });
  } finally {
    withdraw();
  }
}

export interface Download {
  state: JobState<string>;
  /** It was answered, but did not arrive whole. */
  lost: boolean;
  start: () => void;
}

/** Asks for a file and saves it under that name. */
export function useDownload(name: string, ask: (job: string) => Promise<Heard<string>>): Download {
  const { state, start } = useJob<string>();
  const [lost, setLost] = useState(false);
  const fetchIt = async (job: string) => {
    setLost(false);
    const heard = await ask(job);
    if (heard.reach !== 'ok') return heard;
    const file = heard.answer === null ? null : await takeFile(heard.answer).catch(() => null);
    if (file !== null) save(file, name);
    setLost(file === null);
    return heard;
  };
  return { state, lost, start: () => void start(fetchIt) };
}
