// What the first rows do not need: the decisions, the queue of commands and what keeps the disk. One file of its own.
import { CommandQueue } from './command-queue.ts';
import { guesses } from './guesses.ts';
import { keepStore } from './store-keeper.ts';

export const later = { guesses, CommandQueue, keepStore };
