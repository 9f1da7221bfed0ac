import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'snp-about', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class AboutView {}
