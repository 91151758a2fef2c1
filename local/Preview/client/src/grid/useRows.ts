import { useEffect, useState } from "react";
import { refine, type Refinement } from "../design/view";
import type { Row, WebApi } from "../server/webApi";

const PageSize = 500;

/** Most rows a grid holds; beyond them one filters, as on the platform. */
const MostRows = 5000;

export interface Rows {
  readonly rows: readonly Row[];
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly error: unknown;
}

/** The rows of a query: the first page at once, the rest behind it. */
export function useRows(webApi: WebApi, entitySet: string, fetchXml: string, refinement: Refinement | null, turn: number): Rows {
  const [rows, setRows] = useState<Rows>({ rows: [], total: null, isLoading: true, error: null });
  const key = JSON.stringify(refinement);
  useEffect(() => {
    let isCurrent = true;
    if (refinement === null) {
      setRows({ rows: [], total: 0, isLoading: false, error: null });
      return;
    }
    const read = async () => {
      let found: Row[] = [];
      let cookie: string | null = null;
      let total: number | null = null;
      for (let page = 1; found.length < MostRows; page++) {
        const next = await webApi.fetch(
          entitySet,
          refine(fetchXml, { ...refinement, page, pageSize: PageSize, cookie, count: page === 1 }),
        );
        if (!isCurrent) return;
        found = [...found, ...next.rows];
        if (page === 1) total = next.total;
        cookie = next.cookie;
        setRows({ rows: found, total: next.more ? total : found.length, isLoading: next.more, error: null });
        if (!next.more) return;
      }
      setRows({ rows: found, total, isLoading: false, error: null });
    };
    setRows((before) => ({ ...before, isLoading: true }));
    read().catch((error: unknown) => {
      if (isCurrent) setRows({ rows: [], total: null, isLoading: false, error });
    });
    return () => {
      isCurrent = false;
    };
    // The refinement is compared by what it says.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [webApi, entitySet, fetchXml, key, turn]);
  return rows;
}
