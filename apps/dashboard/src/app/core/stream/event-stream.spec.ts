import { TestBed } from '@angular/core/testing';
import { StreamServer } from '../../testing/stream-server';
import { Tabs } from '../../testing/tabs';
import { EventStream, STREAM_FETCH, TAB_LOCK } from './event-stream';
import type { StreamEvent } from './stream-events';
import { TAB_CHANNEL, type TabMessage } from './tab-channel';

const STATE = 'id: 7\nevent: state\ndata: {"id":1,"to":"error"}\n\n';
const SUMMARY = (id: number, name: string) => `event: summary\ndata: {"id":${id},"name":"${name}"}\n\n`;

describe('EventStream', () => {
  let server: StreamServer;
  let tabs: Tabs<TabMessage>;

  beforeEach(() => {
    jest.useFakeTimers();
    server = new StreamServer();
    tabs = new Tabs();
  });

  afterEach(() => jest.useRealTimers());

  function openTab() {
    const channel = tabs.open();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        { provide: STREAM_FETCH, useValue: server.fetch },
        { provide: TAB_LOCK, useValue: undefined },
        { provide: TAB_CHANNEL, useValue: channel },
      ],
    });
    const stream = TestBed.inject(EventStream);
    const events: StreamEvent[] = [];
    stream.events$.subscribe((batch) => events.push(...batch));
    stream.start();
    return { stream, events, channel };
  }

  it('is live once the server answers, and delivers its events', async () => {
    const { stream, events } = openTab();
    expect(stream.state()).toBe('connecting');
    await jest.advanceTimersByTimeAsync(300);
    expect(stream.state()).toBe('live');
    server.send(STATE);
    await jest.advanceTimersByTimeAsync(1500);
    expect(events).toEqual([{ type: 'state', change: { id: 1, to: 'error' } }]);
  });

  it('gives one batch the newest summary of each device only', async () => {
    const { events } = openTab();
    await jest.advanceTimersByTimeAsync(300);
    server.send(SUMMARY(1, 'old') + SUMMARY(2, 'b') + SUMMARY(1, 'new'));
    await jest.advanceTimersByTimeAsync(1500);
    expect(events.map((event) => event.type === 'summary' && event.device.name)).toEqual(['b', 'new']);
  });

  it('leaves out an event that cannot be read and keeps the others', async () => {
    const { events } = openTab();
    await jest.advanceTimersByTimeAsync(300);
    server.send(`event: state\ndata: {oops\n\nevent: novelty\ndata: {}\n\n${STATE}`);
    await jest.advanceTimersByTimeAsync(1500);
    expect(events).toHaveLength(1);
  });

  it('is lost when the server ends the stream, tries again and goes on after the last event', async () => {
    const { stream } = openTab();
    await jest.advanceTimersByTimeAsync(300);
    server.send(STATE);
    server.isDown = true;
    await jest.advanceTimersByTimeAsync(10);
    server.cut();
    await jest.advanceTimersByTimeAsync(10);
    expect(stream.state()).toBe('lost');
    expect(stream.lostSince()).not.toBeNull();
    server.isDown = false;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(stream.state()).toBe('live');
    expect(stream.lostSince()).toBeNull();
    expect(server.requests.at(-1)).toMatchObject({ 'Last-Event-ID': '7' });
  });

  it('says why the server refuses it, until it is live again', async () => {
    server.refusal = '50 event streams are already open.';
    const { stream } = openTab();
    await jest.advanceTimersByTimeAsync(300);
    expect([stream.state(), stream.refusal()]).toEqual(['lost', '50 event streams are already open.']);
    server.refusal = '';
    await jest.advanceTimersByTimeAsync(15_000);
    expect([stream.state(), stream.refusal()]).toEqual(['live', '']);
  });

  it('is lost when not even a heartbeat arrives', async () => {
    const { stream } = openTab();
    await jest.advanceTimersByTimeAsync(300);
    server.isDown = true;
    await jest.advanceTimersByTimeAsync(33_000);
    expect(stream.state()).toBe('lost');
  });

  it('tries again at once when asked to', async () => {
    server.isDown = true;
    const { stream } = openTab();
    await jest.advanceTimersByTimeAsync(60_000);
    const tries = server.requests.length;
    stream.retry();
    await jest.advanceTimersByTimeAsync(1);
    expect(server.requests.length).toBe(tries + 1);
  });

  it('is tried again at once when another tab than the one that reads asks for it', async () => {
    server.isDown = true;
    openTab();
    await jest.advanceTimersByTimeAsync(300);
    const second = openTab();
    await jest.advanceTimersByTimeAsync(60_000);
    const tries = server.requests.length;
    second.stream.retry();
    await jest.advanceTimersByTimeAsync(1);
    expect(server.requests.length).toBe(tries + 1);
  });

  it('counts every start of the stream in every tab', async () => {
    const first = openTab();
    await jest.advanceTimersByTimeAsync(300);
    const second = openTab();
    await jest.advanceTimersByTimeAsync(300);
    const before = second.stream.starts();
    first.stream.end();
    const third = openTab();
    await jest.advanceTimersByTimeAsync(1000);
    expect(second.stream.starts()).toBe(before + 1);
    expect(third.stream.starts()).toBe(1);
  });

  it('reads the stream once for all tabs', async () => {
    openTab();
    await jest.advanceTimersByTimeAsync(300);
    const second = openTab();
    await jest.advanceTimersByTimeAsync(300);
    expect(server.requests).toHaveLength(1);
    expect(second.stream.state()).toBe('live');
    server.send(STATE);
    await jest.advanceTimersByTimeAsync(1500);
    expect(second.events).toHaveLength(1);
  });

  it('is taken over, without a gap, when the tab that reads is closed', async () => {
    const first = openTab();
    await jest.advanceTimersByTimeAsync(300);
    const second = openTab();
    server.send(STATE);
    await jest.advanceTimersByTimeAsync(300);
    first.stream.end();
    await jest.advanceTimersByTimeAsync(1000);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]).toMatchObject({ 'Last-Event-ID': '7' });
    expect(second.stream.state()).toBe('live');
  });

  it('is taken over when the tab that reads has died without a word', async () => {
    const first = openTab();
    await jest.advanceTimersByTimeAsync(300);
    openTab();
    await jest.advanceTimersByTimeAsync(300);
    first.channel.close();
    await jest.advanceTimersByTimeAsync(25_000);
    expect(server.requests).toHaveLength(2);
  });
});
