import type { CommandSet } from '../ui/command.ts';

export interface SegmentsPlaceContext {
  readonly mayRelease: boolean;
  readonly newSegment: () => void;
}

export const segmentsPlaceCommands: CommandSet<SegmentsPlaceContext> = {
  name: 'Segments',
  scope: 'place',
  commands: [
    {
      id: 'segments.new',
      name: 'New segment',
      keys: ['n'],
      words: 'create make add group audience',
      when: ({ mayRelease }) => mayRelease,
      run: ({ newSegment }) => newSegment(),
    },
  ],
};
