/** The few drawings of the page; all are decoration beside a word. */
import type { JSX } from 'preact';

const shapes = {
  mark: 'M4 5h16v11h-8.5L7 19.5V16H4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7.5 8c.6-3.6 3.7-5.5 7.5-5.5s6.9 1.9 7.5 5.5',
  send: 'M12 19V5m-6 6 6-6 6 6',
  copy: 'M9 9h10v11H9zM15 9V5H5v10h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
} as const;

export function Icon({ name }: { readonly name: keyof typeof shapes }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
