import { TestBed } from '@angular/core/testing';
import { NavigationEnd, Router, provideRouter } from '@angular/router';
import { filter, firstValueFrom } from 'rxjs';
import { UrlState } from './url-state';

describe('UrlState', () => {
  let url: UrlState;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }])] });
    url = TestBed.inject(UrlState);
  });

  const open = (path: string) => TestBed.inject(Router).navigateByUrl(path);

  it('reads the same list that was written, commas and percent signs in it too', async () => {
    await open('/?text=x');
    const ended = TestBed.inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd));
    const navigated = firstValueFrom(ended);
    url.set({ tag: ['note=50 %, or so', 'site=%41'] });
    await navigated;
    expect(url.words('tag')()).toEqual(['note=50 %, or so', 'site=%41']);
    expect(url.text('text')()).toBe('x');
  });

  it.each([
    ['/?tag=load%3D100%25', ['load=100%']],
    ['/?tag=a&tag=b', ['a', 'b']],
    ['/?tag=', []],
  ])('takes %s as it comes from somewhere else', async (path, words) => {
    await open(path);
    expect(url.words('tag')()).toEqual(words);
  });
});
