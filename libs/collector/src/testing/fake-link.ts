import type { DeviceTarget, Link, LinkFactory, LinkListener, LinkStep } from '../device/device-link';

/** What a session asked of its link, and the answer to it. */
const ANSWERS: Readonly<Record<string, LinkStep>> = {
  reach: 'reached',
  secure: 'secured',
  authenticate: 'authenticated',
  dial: 'dialled',
  encrypt: 'encrypted',
  upgrade: 'upgraded',
};

/** Called with what a session asks of its link. */
export type OnAsked = (link: FakeLink, asked: keyof Link) => void;

/** A link that does what the test says. */
export class FakeLink implements Link {
  readonly token = 'Bearer fake';
  readonly asked: (keyof Link)[] = [];
  isOpen = true;
  isResolving = false;
  private finish: () => void = () => undefined;
  private readonly end = new Promise<void>((resolve) => (this.finish = resolve));

  constructor(
    readonly target: DeviceTarget,
    readonly listener: LinkListener,
    private readonly closesGracefully: boolean,
    private readonly onAsked?: OnAsked,
  ) {}

  reach(): void {
    this.ask('reach');
  }

  secure(): void {
    this.ask('secure');
  }

  authenticate(): void {
    this.ask('authenticate');
  }

  dial(): void {
    this.ask('dial');
  }

  encrypt(): void {
    this.ask('encrypt');
  }

  upgrade(): void {
    this.ask('upgrade');
  }

  sendToken(): void {
    this.ask('sendToken');
  }

  subscribe(): void {
    this.ask('subscribe');
  }

  hangUp(isGraceful: boolean): Promise<void> {
    this.ask('hangUp');
    if (!isGraceful || this.closesGracefully) this.disappear();
    return this.end;
  }

  /** The socket is gone: the device has answered our close frame. */
  disappear(): void {
    this.isOpen = false;
    this.finish();
  }

  /** What was asked last succeeds. */
  succeed(): void {
    const step = ANSWERS[this.asked.at(-1) ?? ''];
    if (step !== undefined) this.listener.done(step);
  }

  say(message: object | string): void {
    this.listener.message(Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)), false);
  }

  /** All the way to the first status. */
  deliver(...statuses: object[]): void {
    for (let step = 0; step < 6; step++) this.succeed();
    this.say({ msgType: 'permissionsMsg' });
    this.say(allStatuses(...statuses));
  }

  private ask(what: keyof Link): void {
    this.asked.push(what);
    this.onAsked?.(this, what);
  }
}

/** A message with statuses as devices send them, one of `ptp` where none is given. */
export function allStatuses(...statuses: object[]): object {
  const given = statuses.length > 0 ? statuses : [{ type: 'ptp', ptpStatus: { ptpCtlrState: 'Locked' } }];
  return { msgType: 'allStatuses', statuses: given.map((status) => JSON.stringify(status)) };
}

/** Makes fake links and keeps them all. */
export function fakeLinks(closesGracefully = true, onAsked?: OnAsked): { links: FakeLink[]; link: LinkFactory } {
  const links: FakeLink[] = [];
  return {
    links,
    link: (target, listener) => {
      const made = new FakeLink(target, listener, closesGracefully, onAsked);
      links.push(made);
      return made;
    },
  };
}
