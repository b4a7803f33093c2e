// The picture of a persona: chosen from one's files, attached, and then pointed to.
import { shownPictures } from '@shortlist/domain/attachment/attachment-limits.ts';
import { ImagePlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { act } from '../app/notify.ts';
import { sendFile } from '../attachment/send-file.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import type { Persona } from './persona-of.ts';

export function PersonaPictureActs({ persona }: { readonly persona: Persona }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, name, pictureId } = persona;
  const choose = async (file: File) => {
    setProblem(null);
    setSending(true);
    const added = await sendFile(file, id, () => undefined);
    const shown = 'refused' in added ? added : await act('persona.edit', { personaId: id, pictureId: added.id }, { quiet: true });
    setSending(false);
    if ('refused' in shown) setProblem(shown.message);
  };
  const takeAway = () => void act('persona.edit', { personaId: id, pictureId: null }, { done: `${name} has no picture now.` });
  return (
    <>
      <Button size="small" icon={<ImagePlus size={14} />} disabled={isSending} onClick={() => chooser.current?.click()}>
        {isSending ? 'Sending' : pictureId === null ? 'Add a picture' : 'Another picture'}
      </Button>
      {pictureId !== null && <IconButton label="Take the picture away" size="small" icon={<X size={14} />} onClick={takeAway} />}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={[...shownPictures].join(',')}
        aria-label={`A picture of ${name}`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // So that the same file can be chosen again.
          event.target.value = '';
          if (file !== undefined) void choose(file);
        }}
      />
      {problem !== null && <ErrorNotice problem={problem} />}
    </>
  );
}
