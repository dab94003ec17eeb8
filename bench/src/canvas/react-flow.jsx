/** React Flow as its guide shows it, plain cards and curves: what the map would be without a layer of its own. */
import { Handle, Position, ReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

function Card({ data }) {
  return (
    <div
      style={{
        width: 220,
        height: 64,
        border: '1px solid #ccc',
        borderRadius: 10,
        background: '#fff',
        padding: 8,
      }}
    >
      <Handle type="target" position={Position.Left} />
      <Handle type="source" position={Position.Right} />
      <b>{data.label}</b>
      <div>{data.type}</div>
    </div>
  );
}

const nodeTypes = { card: Card };

function Graph({ nodes, edges }) {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.querySelectorAll('.react-flow__edge').length < edges.length) return;
      clearInterval(timer);
      window.dispatchEvent(new Event('drawn'));
    }, 4);
    return () => clearInterval(timer);
  }, [edges]);
  return <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} minZoom={0.004} fitView />;
}

const graph = await (await fetch('/graph.json')).json();
performance.mark('data');
createRoot(document.getElementById('root')).render(<Graph {...graph} />);
