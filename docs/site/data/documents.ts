/** Reads what the service itself exports, so that no reference on these pages is written by hand. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)

export const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, root)), 'utf8')
export const watched = (path: string): string => fileURLToPath(new URL(path, root))

export interface Operation {
  method: string
  path: string
  id: string
  summary: string
  isPublic: boolean
}

interface RawOperation {
  operationId: string
  summary: string
  tags: string[]
  security?: object[]
}

interface Document {
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, RawOperation>>
}

export interface Group {
  tag: string
  description: string
  operations: Operation[]
}

/** The operations of a document in groups, in the order of the document's tags. */
export function operations(path: string): Group[] {
  const document = JSON.parse(read(path)) as Document
  const all = Object.entries(document.paths).flatMap(([at, item]) =>
    Object.entries(item).map(([method, one]) => ({
      tag: one.tags[0],
      operation: {
        method: method.toUpperCase(),
        path: at,
        id: one.operationId,
        summary: one.summary,
        isPublic: (one.security ?? []).length === 0,
      },
    })),
  )
  return document.tags
    .map(({ name, description }) => ({
      tag: name,
      description,
      operations: all.filter((one) => one.tag === name).map((one) => one.operation),
    }))
    .filter((group) => group.operations.length > 0)
}
