import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'snp-fleet', changeDetection: ChangeDetectionStrategy.OnPush, template: `<h1>Fleet</h1>` })
export class FleetView {}
