import '@xyflow/react/dist/style.css'
import { type Edge, type Node, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react'
import { createRoot } from 'react-dom/client'

/** The anchor: React Flow as its documentation shows it, with `?nodes=1000` nodes and three lines to every two. */
const count = Number(new URLSearchParams(location.search).get('nodes') ?? 1_000)
const perRow = Math.ceil(Math.sqrt(count))

const startNodes: Node[] = Array.from({ length: count }, (_, index) => ({
  id: String(index),
  position: { x: (index % perRow) * 200, y: Math.floor(index / perRow) * 90 },
  data: { label: `user-${index}` },
}))

const startEdges: Edge[] = Array.from({ length: Math.round(count * 1.5) }, (_, index) => ({
  id: `line-${index}`,
  source: String(index % count),
  target: String((index * 7 + 13) % count),
}))

function Stock() {
  const [nodes, , onNodesChange] = useNodesState(startNodes)
  const [edges, , onEdgesChange] = useEdgesState(startEdges)
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.01}
      panOnScroll
      fitView
    />
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Stock />)
