import { HttpErrorResponse } from '@angular/common/http';
import { problemOf, sentenceOf } from './problem';

describe('problemOf', () => {
  it('keeps the faults at fields that the server names', () => {
    const error = new HttpErrorResponse({
      status: 422,
      error: {
        title: 'Invalid connection',
        detail: '1 field is wrong.',
        errors: [{ pointer: '/name', message: 'must not be empty' }, { pointer: 7 }],
      },
    });
    expect(problemOf(error)).toEqual({
      status: 422,
      title: 'Invalid connection',
      detail: '1 field is wrong.',
      errors: [{ pointer: '/name', message: 'must not be empty' }],
    });
  });

  it('reads a problem that arrives as text', () => {
    const error = new HttpErrorResponse({ status: 409, error: '{"title":"Name taken","detail":"MCR-1 exists."}' });
    expect(sentenceOf(problemOf(error))).toBe('MCR-1 exists.');
  });

  it('says that the exporter does not answer when there is no answer', () => {
    expect(problemOf(new HttpErrorResponse({ status: 0 })).title).toBe('The exporter is not responding');
  });

  it('does not show the page of a proxy', () => {
    const problem = problemOf(new HttpErrorResponse({ status: 502, statusText: 'Bad Gateway', error: '<html>' }));
    expect(sentenceOf(problem)).toBe('Bad Gateway');
  });
});
