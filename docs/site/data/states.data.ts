import { instance } from '@viz-js/viz'
import { read, watched } from './documents'

export interface Machine {
  name: string
  svg: string
  moves: { from: string; to: string; verbs: string[] }[]
}

/** Reads the machines of `docs/states.md`, which the program draws from its own tables. */
function machines(text: string): Omit<Machine, 'svg'>[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => ({
      name: part.split('\n', 1)[0].trim(),
      moves: [...part.matchAll(/^ {4}(\S+) --> (\S+?)(?:: (.*))?$/gm)].map(([, from, to, verbs]) => ({
        from,
        to,
        verbs: verbs === undefined ? [] : verbs.split(', '),
      })),
    }))
}

const node = (name: string, side: string): string => (name === '[*]' ? `"${side}"` : JSON.stringify(name))

function dot({ moves }: Omit<Machine, 'svg'>): string {
  const edges = moves.map(
    ({ from, to, verbs }) =>
      `${node(from, 'begin')} -> ${node(to, 'end')} [label=${JSON.stringify(verbs.join('\n'))}]`,
  )
  return `digraph {
    bgcolor=transparent; rankdir=LR; nodesep=0.3; ranksep=0.6
    node [shape=box style=rounded fontname="Helvetica" fontsize=12 margin="0.12,0.06"]
    edge [fontname="Helvetica" fontsize=10]
    begin [label="" shape=circle width=0.14 style=filled fillcolor=black]
    end [label="" shape=doublecircle width=0.1 style=filled fillcolor=black]
    ${edges.join('\n    ')}
  }`
}

export declare const data: Machine[]
export default {
  watch: [watched('docs/states.md')],
  async load(): Promise<Machine[]> {
    const viz = await instance()
    return machines(read('docs/states.md')).map((machine) => ({
      ...machine,
      svg: viz.renderString(dot(machine), { format: 'svg' }).replace(/^[\s\S]*?(?=<svg)/, ''),
    }))
  },
}
