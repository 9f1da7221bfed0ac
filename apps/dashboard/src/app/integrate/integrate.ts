import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'snp-integrate', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class IntegrateView {}
