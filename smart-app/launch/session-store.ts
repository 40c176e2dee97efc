/**
 * Where a launch keeps what it needs between the launch page and the page the EHR sends us back to.
 *
 * One entry per launch, under its random `state`, so that several tabs or frames with several patients never meet.
 * `sessionStorage` where the browser allows it. In a frame with third-party storage blocked it throws; then the frame's
 * own `window.name` carries the entry over the redirect, and from there on memory only: a reload needs a new launch.
 */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<unknown>;
  unset(key: string): Promise<boolean>;
}

const PREFIX = 'genehook:';
const NAME_MARK = 'genehook-launch:';

/** The parts of `window` that are needed; a test passes its own. */
export interface StorageWindow {
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  name: string;
}

export function openSessionStore(frame: StorageWindow): SessionStore {
  return storageWorks(frame) ? inSessionStorage(frame) : inWindowName(frame);
}

function storageWorks(frame: StorageWindow): boolean {
  try {
    const probe = `${PREFIX}probe`;
    frame.sessionStorage.setItem(probe, '1');
    const works = frame.sessionStorage.getItem(probe) === '1';
    frame.sessionStorage.removeItem(probe);
    return works;
  } catch {
    return false;
  }
}

function inSessionStorage(frame: StorageWindow): SessionStore {
  return {
    async get(key) {
      const text = frame.sessionStorage.getItem(PREFIX + key);
      return text === null ? null : JSON.parse(text);
    },
    async set(key, value) {
      frame.sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
      return value;
    },
    async unset(key) {
      const had = frame.sessionStorage.getItem(PREFIX + key) !== null;
      frame.sessionStorage.removeItem(PREFIX + key);
      return had;
    },
  };
}

/** Before the redirect the entry also goes into `window.name`; it is taken out again at the first read after it. */
function inWindowName(frame: StorageWindow): SessionStore {
  const memory = new Map<string, unknown>();
  if (frame.name.startsWith(NAME_MARK)) {
    try {
      for (const [key, value] of Object.entries(JSON.parse(frame.name.slice(NAME_MARK.length)) as object)) memory.set(key, value);
    } catch {
      // A name that someone else wrote: nothing of ours is in it.
    }
    frame.name = '';
  }
  return {
    async get(key) {
      return memory.get(key) ?? null;
    },
    async set(key, value) {
      memory.set(key, value);
      if (!holdsToken(value)) frame.name = NAME_MARK + JSON.stringify({ [key]: value });
      return value;
    },
    async unset(key) {
      return memory.delete(key);
    },
  };
}

/** An access token never goes into `window.name`, which the next page of this frame could read. */
function holdsToken(value: unknown): boolean {
  const response = (value as { tokenResponse?: { access_token?: unknown } } | null)?.tokenResponse;
  return typeof response?.access_token === 'string';
}
