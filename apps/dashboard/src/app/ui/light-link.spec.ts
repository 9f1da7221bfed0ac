import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { BASE_PATH } from '../core/base-path';
import { LightLink } from './light-link';

@Component({
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LightLink],
  template: `<a snpLightLink="/devices/3/ptp">MCR</a>`,
})
class Wall {}

describe('a light link', () => {
  const navigateByUrl = jest.fn();

  /** @returns whether the browser is kept from following the link itself */
  async function click(how: MouseEventInit): Promise<boolean> {
    TestBed.configureTestingModule({
      providers: [
        { provide: Router, useValue: { navigateByUrl } },
        { provide: BASE_PATH, useValue: '/snp' },
      ],
    });
    const fixture = TestBed.createComponent(Wall);
    const wall = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    const link = wall.querySelector('a') as HTMLAnchorElement;
    expect(link.getAttribute('href')).toBe('/snp/devices/3/ptp');
    let isKept = false;
    wall.addEventListener('click', (event: Event) => {
      isKept = event.defaultPrevented;
      event.preventDefault(); // There is no browser here that could follow it.
    });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
    return isKept;
  }

  beforeEach(() => navigateByUrl.mockReset());

  it('opens its view without reloading the page', async () => {
    expect(await click({})).toBe(true);
    expect(navigateByUrl).toHaveBeenCalledWith('/devices/3/ptp');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
    'leaves a click with %j to the browser, which opens a tab or a window',
    async (how) => {
      expect(await click(how)).toBe(false);
      expect(navigateByUrl).not.toHaveBeenCalled();
    },
  );
});
