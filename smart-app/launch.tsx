/** The launch page: starts authorization for an EHR launch, or offers the listed servers. */
import { createRoot } from 'react-dom/client';
import { LaunchPage } from './launch/LaunchPage.tsx';
import { Root } from './shell/Root.tsx';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <Root>
      <LaunchPage base={new URL('./', window.location.href).href} />
    </Root>,
  );
}
