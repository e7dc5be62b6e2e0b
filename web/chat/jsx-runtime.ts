/** What JSX becomes: Preact's own `h`, which the page holds already; its second maker of nodes would weigh 150 bytes more. */
import { h, type ComponentType, type VNode } from 'preact';

export function jsx(type: ComponentType | string, props: object, key?: string | number): VNode {
  return h(type as ComponentType, { ...props, key });
}

export { jsx as jsxs };
export { Fragment } from 'preact';
