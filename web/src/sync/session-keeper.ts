// Who is signed in, and what follows from it: the connection runs while somebody is, and nothing is left of them after.
// Who was here last is believed until the server says otherwise, so that a start shows what the disk has at once.
import type { Actor } from '@shortlist/domain/decision.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { InputOf } from '@shortlist/domain/operations.ts';
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { callOperation, mayRetry, type Refused } from './call-operation.ts';
import type { Person } from './queue-surroundings.ts';
import type { Connection } from './connection.ts';
import { forgetVisit, noteVisit, readKept, type Kept } from './kept-store.ts';
import type { Store } from './store.ts';
import { backOff, type Transport } from './transport.ts';

export type SessionView =
  | { readonly state: 'loading' }
  | { readonly state: 'signed_out' }
  /** The server did not answer yet; it is asked again and again. */
  | { readonly state: 'unreachable' }
  | { readonly state: 'signed_in'; readonly member: EntityOf<'member'>; readonly workspace: EntityOf<'workspace'> };

type Entrance = 'session.start' | 'workspace.setUp' | 'member.join';

export class SessionKeeper {
  private view: SessionView = { state: 'loading' };
  private readonly listeners = new Set<() => void>();
  private readonly store: Store;
  private readonly transport: Transport;
  private readonly connection: Connection;
  private readonly onForget: () => void;
  private readonly onLeave: (memberId: string) => void;
  private asked = false;
  /** Settles when what the disk keeps is in the store, or there is nothing. */
  private looked = Promise.resolve();
  /** The server has said who this is; before, it is who was here last. */
  private isSure = false;
  /** Names the visit on the disk; empty while nobody is signed in. */
  private visit = '';
  private tries = 0;

  /** `onForget`: the session is over. `onLeave`, before it: because that member wants it so. */
  constructor(
    store: Store,
    transport: Transport,
    connection: Connection,
    { onForget, onLeave }: { readonly onForget: () => void; readonly onLeave: (memberId: string) => void },
  ) {
    this.store = store;
    this.transport = transport;
    this.connection = connection;
    this.onForget = onForget;
    this.onLeave = onLeave;
    const follow = () => this.followStore();
    store.subscribe('member', follow);
    store.subscribe('workspace', follow);
    transport.tabs.onTold((message) => {
      if (message.kind === 'left' && message['visit'] === this.visit) this.forget();
      if (message.kind === 'entered' && message['member'] !== this.person()?.memberId) void this.ask();
    });
  }

  current = (): SessionView => this.view;

  /** The first one who listens makes the server be asked. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    void this.begin();
    return () => this.listeners.delete(listener);
  };

  /**
   * Looks who was here last and asks the server who is, as the first one who listens does. Settles when what the disk keeps for them is
   * in the store, or there is nothing; the server's answer is not waited for. A second call does nothing.
   */
  begin = async (): Promise<void> => {
    if (this.asked) return;
    this.asked = true;
    this.looked = this.resume();
    void this.ask();
    await this.looked;
  };

  /** Names the visit on the disk; empty while nobody is signed in. */
  visitToken = (): string => this.visit;

  /** Who is signed in; null when nobody is. */
  person = (): Person | null =>
    this.view.state === 'signed_in' ? { memberId: this.view.member.id, workspaceId: this.view.workspace.id } : null;

  /** For whom guesses are made; null when nobody is signed in, or has no feed that would take a guess back. */
  actor = (): Actor | null => {
    if (this.view.state !== 'signed_in') return null;
    const { member, workspace } = this.view;
    if (!roleMay(member.role, 'read')) return null;
    return { workspaceId: workspace.id, memberId: member.id, role: member.role, via: 'app' };
  };

  /** Signs in by password, setup link or invitation; null, or why not. */
  enter = async <Name extends Entrance>(name: Name, input: InputOf<Name>): Promise<Refused | null> => {
    const headers = { 'idempotency-key': this.transport.newCommandId() };
    const called = await callOperation<Entrance>(this.transport, name, input, headers);
    if ('refused' in called) return called;
    this.asked = true;
    const { member, workspace } = called.value;
    void this.meet(member, workspace);
    this.transport.tabs.tell({ kind: 'entered', member: member.id });
    return null;
  };

  /** Signs out here even when the server cannot be told. */
  leave = async (): Promise<void> => {
    this.transport.tabs.tell({ kind: 'left', visit: this.visit });
    const by = this.person()?.memberId;
    if (by !== undefined) this.onLeave(by);
    this.forget();
    await callOperation(this.transport, 'session.end', {}, { 'idempotency-key': this.transport.newCommandId() });
  };

  /** The server does not know the session any more. */
  forget = (): void => {
    // Who is not known here yet may still have left something at the last visit.
    void forgetVisit(this.transport.disk, this.visit === '' ? null : this.visit).catch(() => undefined);
    [this.visit, this.isSure] = ['', true];
    this.connection.stop();
    this.show({ state: 'signed_out' });
    this.onForget();
    this.store.clear();
  };

  /** Asks whether this session may still follow the feed; where not, does what follows from that. */
  mayGoOn = async (): Promise<boolean> => {
    const called = await callOperation(this.transport, 'session.current', {});
    if (this.view.state !== 'signed_in') return false;
    if ('refused' in called) {
      if (called.code !== 'not_signed_in') return true;
      this.forget();
      return false;
    }
    const { member, workspace } = called.value;
    const goesOn = member.id === this.person()?.memberId && roleMay(member.role, 'read');
    await this.meet(member, workspace);
    return goesOn;
  };

  /** For those whom no feed reaches: asks what became of their name, their role and the workspace's name. Whether it is one. */
  refreshUnfed = (): boolean => {
    const isUnfed = this.view.state === 'signed_in' && !roleMay(this.view.member.role, 'read');
    if (isUnfed) void this.ask();
    return isUnfed;
  };

  private async resume(): Promise<void> {
    const kept = await readKept(this.transport.disk).catch(() => null);
    if (kept === null || this.isSure || this.view.state === 'signed_in') return;
    // The disk names this visit already, so that there is nothing to write before it is shown.
    const { token, member, workspace } = kept.visit;
    this.visit = token;
    this.show({ state: 'signed_in', member, workspace });
    await this.follow(member, token, kept);
  }

  private async ask(): Promise<void> {
    const called = await callOperation(this.transport, 'session.current', {});
    if (mayRetry(called)) {
      if (this.view.state === 'loading') this.show({ state: 'unreachable' });
      this.transport.after(backOff(this.tries, this.transport.random), () => {
        if (!this.isSure) void this.ask();
      });
      this.tries += 1;
    } else if ('refused' in called) {
      // Somebody may have signed in while the question was on its way.
      if (!this.isSure) this.forget();
    } else {
      // A server nearby answers before the disk has been read; going on without what is being read would read it once more.
      await this.looked;
      await this.meet(called.value.member, called.value.workspace);
    }
  }

  /** The server has said who this is. */
  private async meet(member: EntityOf<'member'>, workspace: EntityOf<'workspace'>): Promise<void> {
    const { view } = this;
    const isSame =
      view.state === 'signed_in' &&
      view.member.id === member.id &&
      roleMay(view.member.role, 'read') === roleMay(member.role, 'read');
    this.isSure = true;
    if (isSame) return this.show({ state: 'signed_in', member, workspace });
    if (this.visit !== '') this.forget();
    await this.enterAs(member, workspace);
  }

  private async enterAs(member: EntityOf<'member'>, workspace: EntityOf<'workspace'>): Promise<void> {
    const visit = this.transport.newCommandId();
    this.visit = visit;
    this.show({ state: 'signed_in', member, workspace });
    const { disk } = this.transport;
    const token = await noteVisit(disk, { token: visit, member, workspace }).catch(() => visit);
    // Somebody left, or somebody else came, meanwhile.
    if (this.visit !== visit) return await forgetVisit(disk, token).catch(() => undefined);
    this.visit = token;
    // Under the token of this visit nothing can be kept yet.
    await this.follow(member, token, token === visit ? null : undefined);
  }

  private async follow(member: EntityOf<'member'>, token: string, kept?: Kept | null): Promise<void> {
    if (roleMay(member.role, 'read')) await this.connection.start(token, kept);
    else this.connection.rest();
  }

  /** A changed name or role arrives by the feed like everything else. */
  private followStore(): void {
    if (this.view.state !== 'signed_in') return;
    const member = this.store.get('member', this.view.member.id) ?? this.view.member;
    const workspace = this.store.get('workspace', this.view.workspace.id) ?? this.view.workspace;
    if (member !== this.view.member || workspace !== this.view.workspace) this.show({ state: 'signed_in', member, workspace });
  }

  private show(view: SessionView): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}
