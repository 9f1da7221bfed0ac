import type { SimulatedDevice } from '@snp/simulator';
import { request } from 'node:https';
import type { Answers } from '../second-reader';
import type { Body } from './audio-parts';

const PROCESSORS = ['processorA', 'processorB', 'processorC', 'processorD'];

/** What a simulated device answers to the polls, without the envelopes; it has a certificate that nobody signed. */
export async function answersOf(device: SimulatedDevice): Promise<Answers> {
  const { username, password } = device.settings;
  const credentials = JSON.stringify({ username, password });
  const token = await ask(`${device.restapi}auth`, {}, credentials);
  const get = async (path: string) =>
    JSON.parse(await ask(`${device.restapi}${path}`, { authorization: token })) as Body;
  const config = async (id: string) => {
    const { config: text } = await get(`elements/127.0.0.1/config/${id}`);
    return JSON.parse(String(text)) as Body;
  };
  const channels = device.objects.filter(({ type }) => type === 'procChannelHD').map(({ id }) => id);
  return {
    processors: await each(PROCESSORS, config),
    channels: await each(channels, config),
    system: await config('system'),
    ptp: await config('ptp'),
    console: await get('console/status'),
  };
}

async function each(ids: readonly string[], ask: (id: string) => Promise<Body>): Promise<Record<string, Body>> {
  const answers: Record<string, Body> = {};
  for (const id of ids) answers[id] = await ask(id);
  return answers;
}

function ask(url: string, headers: Record<string, string>, body?: string): Promise<string> {
  const method = body === undefined ? 'GET' : 'POST';
  const type = { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: { ...type, ...headers }, rejectUnauthorized: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(text) : reject(new Error(`${url} ${answer.statusCode}`)),
      );
    });
    asked.on('error', reject).end(body);
  });
}
