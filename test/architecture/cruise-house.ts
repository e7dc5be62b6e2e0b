/** Runs dependency-cruiser, with the rules of `.dependency-cruiser.mjs`, over the house or over a small copy of it. */
import { resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

export type Cruised = {
  readonly modules: readonly string[];
  readonly rules: readonly string[];
  readonly violations: readonly Violation[];
};

const root = resolve(import.meta.dirname, '../..');

/** @param baseDir  a folder that holds `src/` and `web/`; the project itself when left out */
export const cruiseHouse = async (baseDir: string = root): Promise<Cruised> => {
  const { forbidden = [], options = {} } = await extractDepcruiseConfig(resolve(root, '.dependency-cruiser.mjs'));
  const { output } = await cruise(
    ['src', 'web'],
    { ...options, baseDir, ruleSet: { forbidden }, validate: true },
    options.enhancedResolveOptions ?? {},
    { tsConfig: extractTSConfig(resolve(root, 'tsconfig.json')) },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.map(({ source }) => source),
    rules: forbidden.flatMap(({ name }) => name ?? []),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
};
