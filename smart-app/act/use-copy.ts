/** Text that is copied with one press; where the clipboard is denied its field is selected instead, so that it can be copied by hand. */
import { useRef, useState } from 'react';

export type Copied = 'idle' | 'copied' | 'denied';

export function useCopy(text: string) {
  const [state, setState] = useState<Copied>('idle');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('denied');
      field.current?.select();
    }
  };
  return { state, setState, field, copy };
}
