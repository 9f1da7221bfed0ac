import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

const PRODUCT = 'SNP Exporter';

/** The title of the page: what is shown, then the product. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    const title = this.buildTitle(state);
    if (title !== undefined) this.show(title);
  }

  /** Sets the title of a view that depends on data, such as a device's name. */
  show(text: string): void {
    this.title.setTitle(`${text} · ${PRODUCT}`);
  }
}
