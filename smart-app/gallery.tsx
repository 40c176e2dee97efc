/** The component gallery: every part of the panel in every state, from typed synthetic reports. For developers and reviewers. */
import { createRoot } from 'react-dom/client';
import { Gallery } from './gallery/Gallery.tsx';
import { Root } from './shell/Root.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <Root>
      <Gallery />
    </Root>,
  );
}
