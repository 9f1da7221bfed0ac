import { labelText, type SampleSink } from '@snp/exposition';

/** A device has some thousand different label texts; one that sends more and more of them may not fill the memory. */
const MOST_REMEMBERED = 8192;

/** Gives all samples the label `element`: they are of another element than the other samples of the target. */
export class ElementSink implements SampleSink {
  private readonly label: string;
  private readonly texts = new Map<string, string>();
  private sink: SampleSink | undefined;

  /** @param element its address */
  constructor(element: string) {
    this.label = labelText(['element'], [element]);
  }

  /** @param sink takes the samples */
  into(sink: SampleSink): this {
    this.sink = sink;
    return this;
  }

  sample(family: number, labels: string, value: number): void {
    this.sink?.sample(family, this.labelled(labels), value);
  }

  private labelled(labels: string): string {
    const known = this.texts.get(labels);
    if (known !== undefined) return known;
    if (this.texts.size >= MOST_REMEMBERED) this.texts.clear();
    const text = labels + this.label;
    this.texts.set(labels, text);
    return text;
  }
}
