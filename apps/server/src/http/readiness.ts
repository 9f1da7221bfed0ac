import { Injectable } from '@nestjs/common';

/** Whether the first reconciliation of wanted and running sessions is done and the program is not ending. */
@Injectable()
export class Readiness {
  isReady = false;
}
