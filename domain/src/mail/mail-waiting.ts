import type { Notice, NoticeSettings } from '../notice/notice.ts';

/** Unread notices of a member who had no mail for a while. */
export interface Waiting {
  readonly settings: NoticeSettings;
  readonly name: string;
  readonly address: string;
  /** Oldest first. */
  readonly notices: readonly {
    readonly notice: Notice;
    readonly handle: string;
    readonly title: string;
    readonly by: string | null;
  }[];
}
