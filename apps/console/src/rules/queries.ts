import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api';
import { useLiveInterval } from '../live';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Rule = Schemas['RuleResponse'];
export type RuleVersion = Schemas['RuleVersionResponse'];
export type RuleProblem = Schemas['RuleProblemResponse'];
export type ImportPlan = Schemas['ImportResponse'];
export type Evaluation = Schemas['EvaluationResponse'];
export type Backtest = Schemas['BacktestResponse'];

/** The whole rule set as a file. */
export interface RuleFile {
  text: string;
  /** Changes with every rule: an import that names it is refused once it is another. */
  tag: string;
}

type Header = ReturnType<typeof useTenantHeader>;

/** One page of the rules, in the order in which they are asked. */
export function useRules(search: Search) {
  const header = useTenantHeader();
  const { page, perPage } = pageOf(search);
  return useQuery({
    queryKey: ['rules', header, page, perPage],
    queryFn: () => {
      const query = { sort: 'asked', page, perPage } as { page: number; perPage: number };
      return answerOf(api.GET('/api/rules', { params: { query, header } }));
    },
    placeholderData: keepPreviousData,
  });
}

export interface Hits {
  hits: number;
  lastHitAt: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How often each rule has decided within the last hours, by its id. */
export function useHits(hours: number) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(15_000);
  return useQuery({
    queryKey: ['rule-hits', header, hours],
    queryFn: async () => {
      const now = Math.ceil(Date.now() / minuteMs) * minuteMs;
      return byRule(await statsOf(header, new Date(now - hours * hourMs), new Date(now)));
    },
    refetchInterval,
    placeholderData: keepPreviousData,
  });
}

async function statsOf(header: Header, from: Date, to: Date) {
  const query = { from: from.toISOString(), to: to.toISOString() };
  return (await answerOf(api.GET('/api/rules/stats', { params: { query, header } }))).data;
}

function byRule(stats: Awaited<ReturnType<typeof statsOf>>): Map<string, Hits> {
  const sums = new Map<string, Hits>();
  for (const { ruleId, hits, lastHitAt } of stats) {
    const known = sums.get(ruleId);
    const last = known && known.lastHitAt > lastHitAt ? known.lastHitAt : lastHitAt;
    sums.set(ruleId, { hits: (known?.hits ?? 0) + hits, lastHitAt: last });
  }
  return sums;
}

/** How often one rule has decided on each of some days, undefined until it is known. Days that are over are asked for once. */
export function useHitsByDay(ruleId: string, days: { from: Date; to: Date }[]) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(15_000);
  return useQueries({
    queries: days.map(({ from, to }) => {
      const isOver = to.getTime() < Date.now() - minuteMs;
      return {
        queryKey: ['rule-hits-of', header, from.toISOString(), to.toISOString()],
        queryFn: async () => byRule(await statsOf(header, from, to)),
        ...(isOver ? { staleTime: 'static' as const } : { refetchInterval }),
      };
    }),
    combine: (answers) => ({
      counts: answers.map(({ data }) => data && (data.get(ruleId)?.hits ?? 0)),
      error: answers.find(({ error }) => error)?.error,
    }),
  });
}

export function useRule(id: string) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['rule', header, id],
    queryFn: () => answerOf(api.GET('/api/rules/{id}', { params: { path: { id }, header } })),
    retry: false,
  });
}

export function useVersions(id: string) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['rule-versions', header, id],
    queryFn: () => answerOf(api.GET('/api/rules/{id}/versions', { params: { path: { id }, header } })),
  });
}

export async function readRuleFile(header: Header): Promise<RuleFile> {
  const call = api.GET('/api/rules/export', { params: { header }, parseAs: 'text' });
  const text = await answerOf(call);
  return { text, tag: (await call).response.headers.get('etag') ?? '' };
}

/** As it is when one comes: what is edited stays that, whatever is fetched anew meanwhile. */
export function useRuleFile() {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['rule-file', header],
    queryFn: () => readRuleFile(header),
    staleTime: 'static',
    gcTime: 0,
  });
}

/** What is wrong with a file, as the server finds it. The same text has the same answer. */
export function useProblems(text: string) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['rule-problems', header, text],
    queryFn: async ({ signal }) => {
      const call = api.POST('/api/rules/validate', { params: { header }, body: { rules: text }, signal });
      return (await answerOf(call)).problems;
    },
    staleTime: 'static',
    gcTime: minuteMs,
    placeholderData: keepPreviousData,
  });
}

interface ImportHow {
  replace: boolean;
  dryRun?: boolean;
  /** The tag of the file that it came from, where nobody may have changed a rule since. */
  tag?: string;
}

/** Makes a file the rules, or tells what that would do. */
export function importRules(header: Header, text: string, { replace, dryRun = false, tag }: ImportHow) {
  return answerOf(
    api.POST('/api/rules/import', {
      params: { query: { replace, dryRun }, header },
      headers: { 'content-type': 'application/yaml', ...(tag ? { 'if-match': tag } : {}) },
      body: text,
      bodySerializer: (body) => body,
    }),
  );
}

/** Changes fields of a rule. */
export function changeRule(header: Header, id: string, changes: Partial<Rule>) {
  return answerOf(api.PATCH('/api/rules/{id}', { params: { path: { id }, header }, body: changes as never }));
}
