import { Logger } from '@nestjs/common';

// What the code under test logs is looked at where it matters.
Logger.overrideLogger(false);
