import type { RestResponse } from '../../device/device-client';
import type { Reader } from '../../device/device-reader';
import { DeviceFailure } from '../../failures/failure';

/** The token of a session, for everything that is read over REST during it. */
export class DeviceToken {
  private text = '';
  private renewal: 'possible' | 'done' | 'refused' = 'possible';

  /** Takes the token of another session. */
  start(token: string): void {
    this.text = token;
    this.renewal = 'possible';
  }

  /** A round of polls begins: the token may be renewed once in it. */
  allowRenewal(): void {
    if (this.renewal === 'done') this.renewal = 'possible';
  }

  /** With a new token where the device no longer takes the old one: once a round, and never again once it is refused. */
  async read(reader: Reader, path: string): Promise<RestResponse> {
    const token = this.text;
    const answer = await reader.read(path, token);
    if (answer.status !== 401) return answer;
    if (this.text === token) {
      if (this.renewal !== 'possible') return answer;
      await this.renew(reader);
    }
    return reader.read(path, this.text);
  }

  private async renew(reader: Reader): Promise<void> {
    this.renewal = 'done';
    try {
      this.text = await reader.login();
    } catch (error) {
      if (error instanceof DeviceFailure && error.failure.retry === 'rarely') this.renewal = 'refused';
      throw error;
    }
  }
}
